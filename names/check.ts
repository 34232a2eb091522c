/**
 * Looks through lists of names for what would make them name the wrong things. Takes folders of packs, or none for the built-in
 * lists; gives counts and findings in the order of kinds, files and lines. Changes nothing.
 */
import type { Defect } from '../packs/error.js';
import { LISTS } from '../packs/schemas.js';
import { BUILT_IN, CHECKED, type CheckedLists, checkedLists } from './checked-lists.js';
import { findOrdinary } from './find-ordinary.js';
import { findRespelled } from './find-respelled.js';
import { findShared } from './find-shared.js';
import { findUnsourced } from './find-unsourced.js';
import { FINDINGS, type Finding, type FindingKind } from './finding.js';

/** How much was looked at. */
export interface ListCount {
  readonly list: string;
  readonly rows: number;
  /** Names and aliases. */
  readonly forms: number;
}

export interface Check {
  readonly counts: readonly ListCount[];
  readonly findings: readonly Finding[];
}

/**
 * Checks lists of names.
 * @param base the folder of the lists under the packs
 */
export function checkNames(packs: readonly string[], base: string = BUILT_IN): Check {
  const lists = checkedLists(packs, base);
  const findings = [
    ...lists.defects.map(defectFinding),
    ...findShared(lists),
    ...findOrdinary(lists),
    ...findRespelled(lists),
    ...findUnsourced(lists),
  ];
  return { counts: countsOf(lists), findings: findings.sort(inOrder) };
}

function defectFinding({ file, line, reason, advice }: Defect): Finding {
  return { kind: 'defect', place: { file, line }, form: '', says: `${reason} — ${advice}`, others: [] };
}

function countsOf({ names, parts }: CheckedLists): ListCount[] {
  const checked = [...names, ...parts].filter(({ isChecked }) => isChecked);
  return CHECKED.map((list) => {
    const rows = checked.filter((located) => located.list === list);
    const aliases = rows.map(({ row }) => ('aliases' in row ? row.aliases.length : 0));
    const forms = rows.length + aliases.reduce((sum, count) => sum + count, 0);
    return { list: LISTS[list].path, rows: rows.length, forms };
  });
}

const KINDS = Object.keys(FINDINGS) as FindingKind[];

function inOrder(a: Finding, b: Finding): number {
  const byKind = KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind);
  const byFile = a.place.file < b.place.file ? -1 : a.place.file > b.place.file ? 1 : 0;
  return byKind || byFile || (a.place.line ?? 0) - (b.place.line ?? 0);
}
