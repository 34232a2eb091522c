/**
 * One pack over another: a later row with the same key, or a later rule with the same id, takes the earlier one's place;
 * what is new follows. Takes contents, gives contents; a removal that finds nothing is a defect.
 */
import type { EntityType } from '../pipeline/document.js';
import type { NameRow } from '../pipeline/knowledge.js';
import type { Defect } from './error.js';
import type { Contents } from './lists.js';
import type { Removal } from './manifest.js';
import { nearest } from './nearest.js';
import { keyOf } from './tsv.js';

/** A pack without anything. */
export const NOTHING: Contents = {
  names: [],
  givenNames: [],
  familyNames: [],
  nisbas: [],
  titles: [],
  heads: [],
  cues: [],
  complementizers: [],
  attributions: [],
  functionWords: [],
  commonWords: [],
  rules: [],
};

/** Lays a later pack over an earlier one. A part that stays as it was is the same array, by which others know that nothing changed. */
export function merge(earlier: Contents, later: Contents): Contents {
  return eachPart((part) => {
    if (later[part].length === 0) return earlier[part];
    const replaced = new Map(later[part].map((row) => [identityOf(part, row), row]));
    const kept = earlier[part].map((row) => {
      const identity = identityOf(part, row);
      const replacement = replaced.get(identity);
      replaced.delete(identity);
      return replacement ?? row;
    });
    return [...kept, ...replaced.values()];
  });
}

/** Takes rules and rows out, and names also where they are aliases: the form is then no name of any row of its list. */
export function remove(
  contents: Contents,
  removals: readonly Removal[],
): { contents: Contents; defects: Defect[] } {
  if (removals.length === 0) return { contents, defects: [] };
  const wanted = new Map(removals.map((removal) => [targetOf(removal.what), removal]));
  const found = new Set<Removal>();
  const isRemoved = ({ list, key }: RowPlace): boolean => {
    const hits = [wanted.get(key), wanted.get(`${list}:${key}`)].filter((hit) => hit !== undefined);
    for (const hit of hits) found.add(hit);
    return hits.length > 0;
  };
  const rows = eachPart((part) => {
    const kept = contents[part].filter((row) => !isRemoved(placeOf(part, row)));
    return kept.length === contents[part].length ? contents[part] : kept;
  });
  const names = rows.names.map((row) => withoutAliases(row, isRemoved));
  const left = { ...rows, names: names.every((row, at) => row === rows.names[at]) ? rows.names : names };
  const missing = [...wanted.values()].filter((removal) => !found.has(removal));
  return { contents: left, defects: missing.map((removal) => missingDefect(removal, contents)) };
}

function withoutAliases(row: NameRow, isRemoved: (place: RowPlace) => boolean): NameRow {
  const list = NAME_LISTS[row.type];
  const aliases = row.aliases.filter((alias) => !isRemoved({ list, key: keyOf(alias) }));
  return aliases.length === row.aliases.length ? row : { ...row, aliases };
}

type Part = keyof Contents;
type AnyRow = Contents[Part][number];

interface RowPlace {
  /** The file's name without its ending, as in evidence: `people`. */
  readonly list: string;
  readonly key: string;
}

/** A row of a pack with its list, its key and its first cell as it is written. */
export interface ListedRow extends RowPlace {
  readonly written: string;
  readonly row: AnyRow;
}

/** All parts of a pack but its rules. */
export const LIST_PARTS = (Object.keys(NOTHING) as Part[]).filter((part) => part !== 'rules');

/** The rows of a part of a pack. */
export function* rowsOf(contents: Contents, part: Part): Generator<ListedRow> {
  for (const row of contents[part]) yield { ...placeOf(part, row), written: writtenOf(part, row), row };
}

/** The list of each part; of names it is that of their type. */
const FILES: { readonly [Name in Part]: string } = {
  names: 'names',
  givenNames: 'given-names',
  familyNames: 'family-names',
  nisbas: 'nisbas',
  titles: 'titles',
  heads: 'heads',
  cues: 'cue-verbs',
  complementizers: 'complementizers',
  attributions: 'attributions',
  functionWords: 'stopwords',
  commonWords: 'common-words',
  rules: 'rules',
};

/** The cell that makes a row what it is: a rule's id, else the first one. */
const FIRST: { readonly [Name in Part]: (row: Contents[Name][number]) => string } = {
  names: ({ name }) => name,
  givenNames: ({ name }) => name,
  familyNames: ({ name }) => name,
  nisbas: ({ masculine }) => masculine,
  titles: ({ title }) => title,
  heads: ({ head }) => head,
  cues: ({ lemma }) => lemma,
  complementizers: ({ word }) => word,
  attributions: ({ phrase }) => phrase,
  functionWords: ({ word }) => word,
  commonWords: (word) => word,
  rules: ({ id }) => id,
};

const NAME_LISTS: Readonly<Record<EntityType, string>> = {
  Person: 'people',
  Organization: 'organizations',
  Place: 'places',
};

function writtenOf(part: Part, row: AnyRow): string {
  return (FIRST[part] as (row: AnyRow) => string)(row);
}

/** What must be the same for a row to be the same row. */
function placeOf(part: Part, row: AnyRow): RowPlace {
  const written = writtenOf(part, row);
  if (part === 'rules') return { list: FILES.rules, key: written };
  const list = part === 'names' ? NAME_LISTS[(row as NameRow).type] : FILES[part];
  return { list, key: keyOf(written) };
}

function identityOf(part: Part, row: AnyRow): string {
  const { list, key } = placeOf(part, row);
  return `${list}:${key}`;
}

function eachPart(rowsOf: (part: Part) => readonly AnyRow[]): Contents {
  const parts = (Object.keys(NOTHING) as Part[]).map((part) => [part, rowsOf(part)]);
  return Object.fromEntries(parts) as Contents;
}

/** A rule id as it is; a name folded, with its list before it where one is given. */
function targetOf(what: string): string {
  if (/^[a-z0-9-]+\/[a-z0-9-]+$/u.test(what)) return what;
  const [, list, name] = /^([a-z-]+):(.+)$/u.exec(what) ?? [];
  return list === undefined ? keyOf(what) : `${list}:${keyOf(name)}`;
}

function missingDefect({ what, file, line, column }: Removal, contents: Contents): Defect {
  const ids = contents.rules.map(({ id }) => id);
  const close = what.includes('/') ? nearest(what, ids) : undefined;
  const advice =
    close === undefined
      ? 'write a rule id, the first cell of a row, or an alias'
      : `did you mean "${close}"?`;
  return { file, line, column, id: what, reason: `no earlier rule or row is "${what}"`, advice };
}
