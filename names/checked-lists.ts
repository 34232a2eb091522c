/**
 * The lists that a check looks at: the built-in ones with the user's packs over them, each row with its file and line. Takes
 * folders; reads files and judges nothing but what no command would read.
 */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadBuiltin } from '../packs/builtin.js';
import type { Defect } from '../packs/error.js';
import { type PackFolder, readFolder, readTables, type Tables } from '../packs/folder.js';
import { type Contents, contentsOf } from '../packs/lists.js';
import { merge, remove } from '../packs/merge.js';
import { LISTS, type ListName } from '../packs/schemas.js';
import { keyOf } from '../packs/tsv.js';
import type { NamePartRow, NameRow } from '../pipeline/knowledge.js';
import { LIST_OF } from './row.js';

export interface Place {
  readonly file: string;
  readonly line?: number;
}

/** A row of a list of names with its place. */
export interface Located<Row> {
  readonly row: Row;
  readonly list: ListName;
  readonly place: Place;
  /** Whether the check is of this row: with packs of the user only theirs are. */
  readonly isChecked: boolean;
}

export interface CheckedLists {
  readonly lists: Contents;
  readonly names: readonly Located<NameRow>[];
  readonly parts: readonly Located<NamePartRow>[];
  readonly defects: readonly Defect[];
  /** Folders whose lists are checked, with the files that they hold. */
  readonly folders: readonly { readonly folder: string; readonly files: readonly string[] }[];
}

/** The folder of the built-in lists. */
export const BUILT_IN: string = fileURLToPath(new URL('../../rules', import.meta.url));

/** Reads the lists of `base`, and the packs over them. */
export function checkedLists(packs: readonly string[], base: string): CheckedLists {
  const rules = shownPath(base);
  const builtin = readTables(rules, true);
  const places = new Map<string, Pick<Located<unknown>, 'place' | 'isChecked'>>();
  const note = (folder: string, tables: Tables, isChecked: boolean) => {
    for (const [list, file, key, line] of keysOf(tables))
      places.set(`${list}:${key}`, { place: { file: path.join(folder, file), line }, isChecked });
  };
  note(rules, builtin, packs.length === 0);
  const defects = packs.length === 0 ? Object.values(builtin).flatMap((table) => table.defects) : [];
  const read: [string, PackFolder][] = packs.map((folder) => [folder, readFolder(folder, false)]);
  const removes = read.some(([, { remove: removals }]) => removals.length > 0);
  // The rules are there for packs that remove some.
  let lists: Contents = { ...contentsOf(builtin), rules: removes ? loadBuiltin().rules : [] };
  for (const [folder, pack] of read) {
    const left = remove(lists, pack.remove);
    lists = merge(left.contents, pack.contents);
    note(folder, pack.tables, true);
    defects.push(...pack.defects, ...left.defects);
  }
  const located = <Row extends { readonly name: string }>(row: Row, list: ListName): Located<Row> => {
    return { row, list, ...places.get(`${list}:${keyOf(row.name)}`)! };
  };
  const folders: [string, Tables][] =
    packs.length === 0 ? [[rules, builtin]] : read.map(([folder, { tables }]) => [folder, tables]);
  return {
    lists,
    names: lists.names.map((row) => located(row, LIST_OF[row.type])),
    parts: [
      ...lists.givenNames.map((row) => located(row, 'givenNames')),
      ...lists.familyNames.map((row) => located(row, 'familyNames')),
    ],
    defects,
    folders: folders.map(([folder, tables]) => ({ folder, files: filesOf(tables) })),
  };
}

/** The lists that a check looks through. */
export const CHECKED: readonly ListName[] = [
  'people',
  'organizations',
  'places',
  'givenNames',
  'familyNames',
];

function* keysOf(tables: Tables): Generator<[list: ListName, file: string, key: string, line: number]> {
  for (const list of CHECKED) {
    const { rows, lines } = tables[list];
    for (const [at, row] of rows.entries()) yield [list, LISTS[list].path, keyOf(row.name), lines[at]];
  }
}

/** Files of a folder that hold rows, of all lists. */
function filesOf(tables: Tables): readonly string[] {
  return (Object.keys(LISTS) as ListName[])
    .filter((list) => tables[list].rows.length > 0)
    .map((list) => LISTS[list].path);
}

/** A path as a person in this folder would write it. */
function shownPath(place: string): string {
  const near = path.relative(process.cwd(), place);
  return near === '' || near.startsWith('..') ? place : near;
}
