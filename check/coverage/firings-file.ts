/**
 * How often what fires in the articles of a pack, as a file that is kept beside the pack (`firings.tsv`): all rules and sieves, and the
 * rows of lists that fire at all. It is the same everywhere, and its change shows in a review what a rule or row does.
 */
import type { Document, Extractor, Rule } from '../../index.js';
import type { Contents } from '../../packs/lists.js';
import { LIST_PARTS, rowsOf } from '../../packs/merge.js';
import { SIEVES } from '../../pipeline/confidence.js';
import { createFirings, type Firings } from './firings.js';

/** Counts what fires in articles. */
export function firingsIn(documents: readonly Document[], extractor: Extractor): Firings {
  const firings = createFirings();
  for (const document of documents) firings.add(document, extractor.meetRows(document.article.text));
  return firings;
}

/**
 * The file. Its rows are sorted in code-point order: rules, sieves, then list by list.
 * @param lists of the pack; the same arrays for the same lists, since their keys are kept
 */
export function firingsFile(lists: Contents, all: readonly Rule[], { rules, rows }: Firings): string {
  const ids = all.map(({ id }) => id);
  const sieves = [...new Set([...SIEVES, ...rules.keys()])].filter((name) => !ids.includes(name));
  const written = writtenKeys(lists);
  const lines = [
    ...ids.toSorted().map((id) => `${id}\t${rules.get(id) ?? 0}`),
    ...sieves.toSorted().map((id) => `${id}\t${rules.get(id) ?? 0}`),
    ...[...rows].map(([row, count]) => `${writtenIn(written, row)}\t${count}`).toSorted(byCodePoint),
  ];
  return `${['name\tfirings', ...lines].join('\n')}\n`;
}

/** Rows by list and key → as they are written. */
type Written = ReadonlyMap<string, string>;

/** Those of each part of the lists. */
function writtenKeys(lists: Contents): readonly Written[] {
  return LIST_PARTS.map((part) => {
    const known = WRITTEN.get(lists[part]);
    if (known !== undefined) return known;
    const written = new Map<string, string>();
    for (const row of rowsOf(lists, part))
      written.set(`${row.list}:${row.key}`, `${row.list}:${row.written}`);
    WRITTEN.set(lists[part], written);
    return written;
  });
}

function writtenIn(parts: readonly Written[], row: string): string {
  for (const part of parts) {
    const written = part.get(row);
    if (written !== undefined) return written;
  }
  return row;
}

const WRITTEN = new WeakMap<Contents[keyof Contents], Written>();

function byCodePoint(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** Which rows of the file are not as they were: `person/kunya 3 → 0`. */
export function changedFirings(kept: string, now: string): readonly string[] {
  const [before, after] = [countsIn(kept), countsIn(now)];
  const names = [...new Set([...before.keys(), ...after.keys()])];
  return names
    .filter((name) => before.get(name) !== after.get(name))
    .map((name) => `${name} ${before.get(name) ?? 'absent'} → ${after.get(name) ?? 'absent'}`);
}

function countsIn(file: string): ReadonlyMap<string, string> {
  const rows = file.trimEnd().split('\n').slice(1);
  return new Map(rows.map((row) => row.split('\t') as [string, string]));
}
