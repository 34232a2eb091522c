/**
 * One folder of rules, read whole: `names/` and `words/` with lists, `patterns/` with rules, perhaps a `pack.yaml`.
 * Gives what it holds and every defect of every file. Files that are neither, such as notes, are left alone.
 */
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Defect } from './error.js';
import { type Contents, contentsOf } from './lists.js';
import { type Removal, readManifest } from './manifest.js';
import { nearest } from './nearest.js';
import { type Patterns, readPatterns, type readRule } from './patterns.js';
import { LISTS, type ListName } from './schemas.js';
import { readTable, type Table } from './tsv.js';

/** All of a folder but its rules. */
export interface PackLists {
  /** Without rules. */
  readonly contents: Contents;
  /** The lists as they stand in their files. */
  readonly tables: Tables;
  readonly remove: readonly Removal[];
  readonly defects: readonly Defect[];
}

/** A whole folder. */
export interface PackFolder extends PackLists {
  /** With its rules. */
  readonly contents: Contents;
}

export type Tables = Readonly<Record<ListName, Table>>;

/**
 * Reads a folder.
 * @param whole every list must be there; otherwise an absent one is empty
 */
export function readFolder(folder: string, whole: boolean): PackFolder {
  const lists = readLists(folder, whole);
  const { rules, defects } = readRules(folder);
  return { ...lists, contents: { ...lists.contents, rules }, defects: [...lists.defects, ...defects] };
}

/**
 * Reads all of a folder but its rules.
 * @param whole every list must be there; otherwise an absent one is empty
 */
export function readLists(folder: string, whole: boolean): PackLists {
  const tables = readTables(folder, whole);
  const manifest = path.join(folder, 'pack.yaml');
  const { remove, defects } = existsSync(manifest) ? readManifest(manifest) : { remove: [], defects: [] };
  return {
    contents: contentsOf(tables),
    tables,
    remove,
    defects: [...strayFiles(folder), ...defectsOf(tables), ...defects],
  };
}

/** Reads the rules of a folder; `read` reads one file. */
export function readRules(folder: string, read?: typeof readRule): Patterns {
  const patterns = path.join(folder, 'patterns');
  return existsSync(patterns) ? readPatterns(patterns, read) : { rules: [], defects: [] };
}

/**
 * Reads the lists of a folder.
 * @param whole every list must be there; otherwise an absent one is empty
 */
export function readTables(folder: string, whole: boolean): Tables {
  const tables = Object.entries(LISTS).map(([name, schema]) => {
    const file = path.join(folder, schema.path);
    const table: Table = existsSync(file)
      ? readTable(file, schema)
      : { rows: [], lines: [], defects: whole ? [absent(file)] : [] };
    return [name, table];
  });
  return Object.fromEntries(tables) as Tables;
}

function defectsOf(tables: Tables): readonly Defect[] {
  return Object.values(tables).flatMap(({ defects }) => defects);
}

function absent(file: string): Defect {
  return { file, reason: 'the list is missing', advice: 'add it, with at least its header' };
}

/** A folder that holds nothing of a pack, and lists that nobody would read because their name is mistyped. */
function strayFiles(folder: string): Defect[] {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    return [{ file: folder, reason: 'no such folder', advice: 'name a folder with rules' }];
  }
  const parts = ['names', 'words', 'patterns', 'pack.yaml'];
  if (!parts.some((part) => existsSync(path.join(folder, part)))) {
    const advice = `a pack holds at least one of ${parts.join(', ')}`;
    return [{ file: folder, reason: 'the folder holds no rules', advice }];
  }
  const known = Object.values(LISTS).map((schema) => schema.path);
  return ['names', 'words']
    .filter((part) => existsSync(path.join(folder, part)))
    .flatMap((part) => readdirSync(path.join(folder, part)).map((name) => `${part}/${name}`))
    .filter((name) => name.endsWith('.tsv') && !known.includes(name))
    .sort()
    .map((name) => {
      const close = nearest(name, known);
      const advice = close === undefined ? `the lists are ${known.join(', ')}` : `did you mean "${close}"?`;
      return { file: path.join(folder, name), reason: 'no list has this name', advice };
    });
}
