/** What differs between two packs: rules by id, rows by list and key. Takes contents; says what was added, removed or altered. */
import type { Contents } from './lists.js';
import { type ListedRow, rowsOf } from './merge.js';

/** One rule or row that is not the same in both packs. */
export interface PackChange {
  readonly what: 'added' | 'removed' | 'altered';
  /** The list as in evidence (`people`), or `rules`. */
  readonly list: string;
  /** The rule's id or the row's folded first cell. */
  readonly key: string;
  /** A rule's id, or `people:` and the row's first cell as it is written. */
  readonly name: string;
}

/** Lists the changes from one pack to another, part by part: what is gone or altered, then what is new. */
export function changesBetween(before: Contents, after: Contents): readonly PackChange[] {
  const parts = Object.keys(before).filter((part) => part !== 'digest') as (keyof Contents)[];
  return parts
    .filter((part) => before[part] !== after[part])
    .flatMap((part) => changesIn(filed(rowsOf(before, part)), filed(rowsOf(after, part))));
}

type Filed = ReadonlyMap<string, readonly ListedRow[]>;

/** Two rows of one key (a place written by hand and in the gazetteer) are one thing. */
function filed(rows: Iterable<ListedRow>): Filed {
  const byKey = new Map<string, ListedRow[]>();
  for (const row of rows) {
    const identity = `${row.list}:${row.key}`;
    const others = byKey.get(identity);
    if (others === undefined) byKey.set(identity, [row]);
    else others.push(row);
  }
  return byKey;
}

function changesIn(before: Filed, after: Filed): PackChange[] {
  const changes: PackChange[] = [];
  const add = (what: PackChange['what'], [{ list, key, written }]: readonly ListedRow[]) =>
    changes.push({ what, list, key, name: list === 'rules' ? key : `${list}:${written}` });
  for (const [identity, rows] of before) {
    const others = after.get(identity);
    if (others === undefined) add('removed', rows);
    else if (!areSame(rows, others)) add('altered', rows);
  }
  for (const [identity, rows] of after) if (!before.has(identity)) add('added', rows);
  return changes;
}

function areSame(rows: readonly ListedRow[], others: readonly ListedRow[]): boolean {
  return (
    rows.length === others.length &&
    rows.every(
      ({ row }, at) => row === others[at].row || JSON.stringify(row) === JSON.stringify(others[at].row),
    )
  );
}
