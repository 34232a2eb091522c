/**
 * The lists that a check looks at: the built-in ones with the user's packs over them, each row with its file and line. Takes
 * folders; reads files and judges nothing but what no command would read.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { InputError } from '../corpus/input-error.js';
import { loadBuiltin } from '../packs/builtin.js';
import type { Defect } from '../packs/error.js';
import { type PackFolder, readFolder, readTables, type Tables } from '../packs/folder.js';
import { type Contents, contentsOf } from '../packs/lists.js';
import { merge, remove } from '../packs/merge.js';
import { ownFile } from '../packs/own-files.js';
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
export const BUILT_IN: string = ownFile('rules');

/**
 * Reads the lists of `base`, and the packs over them.
 * @throws InputError when there is no such folder
 */
export function checkedLists(packs: readonly string[], base: string): CheckedLists {
  const under: Layer = {
    folder: shownPath(base),
    tables: readTables(base, true),
    isChecked: packs.length === 0,
  };
  const over = packs.map(readLayer);
  const { lists, defects } = laid(under, over);
  const located = locator([under, ...over]);
  return {
    lists,
    names: lists.names.map((row) => located(row, LIST_OF[row.type])),
    parts: [
      ...lists.givenNames.map((row) => located(row, 'givenNames')),
      ...lists.familyNames.map((row) => located(row, 'familyNames')),
    ],
    defects,
    folders: [under, ...over]
      .filter(({ isChecked }) => isChecked)
      .map(({ folder, tables }) => ({ folder, files: filesOf(tables) })),
  };
}

/** A folder of lists; packs are checked, what lies under them is only looked up. */
interface Layer {
  readonly folder: string;
  readonly tables: Tables;
  readonly isChecked: boolean;
}

function readLayer(folder: string): Layer & { readonly pack: PackFolder } {
  if (!existsSync(folder)) throw new InputError(`${folder}: there is no such folder; check the name`);
  const pack = readFolder(folder, false);
  return { folder, tables: pack.tables, isChecked: true, pack };
}

/** The packs over the lists, as an extraction would have them, and all that is broken in what is checked. */
function laid(
  { tables, isChecked }: Layer,
  over: readonly { readonly pack: PackFolder }[],
): { lists: Contents; defects: readonly Defect[] } {
  const removes = over.some(({ pack }) => pack.remove.length > 0);
  const defects = isChecked ? Object.values(tables).flatMap((table) => table.defects) : [];
  // The rules are there for packs that remove some.
  let lists: Contents = { ...contentsOf(tables), rules: removes ? loadBuiltin().rules : [] };
  for (const { pack } of over) {
    const left = remove(lists, pack.remove);
    lists = merge(left.contents, pack.contents);
    defects.push(...pack.defects, ...left.defects);
  }
  return { lists, defects };
}

/** Finds the place of a row by its list and key; a later pack's row took the place of an earlier one. */
function locator(
  layers: readonly Layer[],
): <Row extends { readonly name: string }>(row: Row, list: ListName) => Located<Row> {
  const places = new Map<string, Pick<Located<unknown>, 'place' | 'isChecked'>>();
  // A catalogue's rows count as rows of places; they are looked up, not checked, since a tool wrote them.
  for (const { folder, tables } of layers)
    for (const [at, { name }] of tables.gazetteer.rows.entries())
      places.set(`places:${keyOf(name)}`, {
        place: { file: path.join(folder, LISTS.gazetteer.path), line: tables.gazetteer.lines[at] },
        isChecked: false,
      });
  for (const { folder, tables, isChecked } of layers)
    for (const list of CHECKED) {
      const { rows, lines } = tables[list];
      const file = path.join(folder, LISTS[list].path);
      for (const [at, { name }] of rows.entries())
        places.set(`${list}:${keyOf(name)}`, { place: { file, line: lines[at] }, isChecked });
    }
  return (row, list) => ({ row, list, ...places.get(`${list}:${keyOf(row.name)}`)! });
}

/** The lists that a check looks through. */
export const CHECKED: readonly ListName[] = [
  'people',
  'organizations',
  'places',
  'givenNames',
  'familyNames',
];

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
