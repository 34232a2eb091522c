/**
 * `isnad names check`: prints how many rows were looked at and what was found, as a page or as JSON. The exit code is 1 when
 * something was found.
 */
import { type Check, checkNames } from '../names/check.js';
import { FINDINGS, type Finding, type FindingKind } from '../names/finding.js';
import { grouped } from '../names/grouped.js';
import type { RuleOptions } from './extracting.js';
import { print } from './standard-output.js';
import { isolated, visible } from './visible.js';

export interface NamesCheckOptions extends RuleOptions {
  readonly json?: boolean;
}

/** Runs the command. */
export async function namesCheckCommand({ rules = [], json = false }: NamesCheckOptions): Promise<void> {
  const check = checkNames(rules);
  await print(json ? `${JSON.stringify(asData(check), null, 1)}\n` : visible(asPage(check)));
  if (check.findings.length > 0) process.exitCode = 1;
}

function asPage({ counts, findings }: Check): string {
  const byKind = grouped(findings, ({ kind }) => kind);
  const table = [['list', 'rows', 'forms'], ...counts.map(({ list, rows, forms }) => [list, rows, forms])];
  const lines = table.map(([list, rows, forms]) => `${String(list).padEnd(26)}${right(rows)}${right(forms)}`);
  const kinds = [...byKind].flatMap(([kind, found]) => [
    '',
    `${found.length} ${FINDINGS[kind]}`,
    ...found.map((finding) => `  ${lineOf(finding)}`),
  ]);
  const found = findings.length === 0 ? ['', 'nothing found'] : kinds;
  return [...lines, ...found].map((line) => `${line}\n`).join('');
}

function right(cell: string | number): string {
  return String(cell).padStart(8);
}

/** `rules/names/people.tsv:12 form: what is wrong (rules/names/places.tsv:7 name)` */
function lineOf({ place, form, says, others }: Finding): string {
  const rows = others.map((other) => `${placed(other.place)} ${isolated(other.name)}`);
  const words = form === '' ? says : `${isolated(form)}: ${says}`;
  return `${placed(place)} ${words}${rows.length === 0 ? '' : ` (${rows.join(', ')})`}`;
}

function placed({ file, line }: Finding['place']): string {
  return line === undefined ? file : `${file}:${line}`;
}

function asData({ counts, findings }: Check): object {
  const kinds = Object.keys(FINDINGS) as FindingKind[];
  const found = kinds.map((kind) => [kind, findings.filter((finding) => finding.kind === kind).length]);
  return {
    lists: counts,
    found: Object.fromEntries(found),
    findings: findings.map(({ kind, place, form, says, others }) => ({
      kind,
      ...place,
      form,
      says,
      others: others.map((other) => ({ ...other.place, name: other.name })),
    })),
  };
}
