/**
 * What the lists know of a form: that it is an ordinary word, a part of people's names, or already a name. Built once from the
 * lists; only answers. Forms are compared folded, so that spellings of one word are one.
 */
import type { HeadRow, Knowledge, NamePartRow, NameRow } from '../pipeline/knowledge.js';
import { joinedSpellings, listPhrases } from '../pipeline/lookup/phrases.js';
import { fold } from '../pipeline/normalize.js';

/** All of a pack but its digest and rules. */
export type Lists = Omit<Knowledge, 'digest' | 'rules'>;

export interface KnownWords {
  /** What the form is besides a name, in words: `a common word`; undefined when it is nothing else. */
  ordinary(form: string): string | undefined;
  given(word: string): NamePartRow | undefined;
  family(word: string): NamePartRow | undefined;
  head(word: string): HeadRow | undefined;
  /** Says whether the form is a given or family name that many people share. */
  partOfNames(form: string): string | undefined;
  /** Rows that have this form as their name or an alias. */
  named(form: string): readonly NameRow[];
  /** ISO code of a country, from its Wikidata id. */
  countryOf(item: string | undefined): string | undefined;
}

/** Builds the answers. */
export function knownWords(lists: Lists): KnownWords {
  const ordinary = ordinaryForms(lists);
  const given = byForm(lists.givenNames, ({ name }) => joinedSpellings(name));
  const family = byForm(lists.familyNames, ({ name }) => joinedSpellings(name));
  const heads = byForm(lists.heads, ({ head }) => [head, `ال${head}`]);
  const named = namesByForm(lists.names);
  const countries = new Map(
    lists.names.flatMap(({ kind, wikidata, country }) =>
      kind === 'country' && wikidata !== undefined && country !== undefined ? [[wikidata, country]] : [],
    ),
  );
  return {
    ordinary: (form) => ordinary.get(fold(form)),
    given: (word) => given.get(fold(word)),
    family: (word) => family.get(fold(word)),
    head: (word) => heads.get(fold(word)),
    partOfNames: (form) =>
      given.has(fold(form)) ? 'a given name' : family.has(fold(form)) ? 'a family name' : undefined,
    named: (form) => named.get(fold(form)) ?? [],
    countryOf: (item) => (item === undefined ? undefined : countries.get(item)),
  };
}

/** Every form of every list that is no list of names; of several the first in this order says what it is. */
export function ordinaryForms(lists: Lists): ReadonlyMap<string, string> {
  const forms = new Map<string, string>();
  const without = { ...lists, digest: '', rules: [], names: [], givenNames: [], familyNames: [] };
  listPhrases(without, (phrase, list) => {
    const what = ORDINARY[list];
    if (what === undefined) return;
    const form = fold(phrase);
    const spellings = WITH_ARTICLE.has(list) ? [form, `ال${form}`] : [form];
    for (const spelling of spellings) if (!forms.has(spelling)) forms.set(spelling, what);
  });
  return forms;
}

const ORDINARY: Readonly<Record<string, string>> = {
  common: 'a common word',
  function: 'a function word',
  complementizer: 'a function word',
  attribution: 'a phrase of reporting',
  title: 'a title',
  nisba: 'an adjective of nationality or place',
  head: 'a class noun',
  cue: 'a form of a reporting verb',
};

/** Lists whose words also stand with the article, which the lists do not write. */
const WITH_ARTICLE = new Set(['title', 'nisba', 'head']);

/** One key for all spellings of a name that the lookup finds by itself: `عبد الله` and `عبدالله`. */
export function canonical(name: string): string {
  return joinedSpellings(name).map(fold).sort()[0];
}

/** Rows of names by each of their forms. */
export function namesByForm<Row extends Pick<NameRow, 'name' | 'aliases'>>(
  rows: readonly Row[],
): Map<string, Row[]> {
  const found = new Map<string, Row[]>();
  for (const row of rows)
    for (const form of new Set([row.name, ...row.aliases].flatMap(joinedSpellings).map(fold))) {
      const known = found.get(form);
      if (known === undefined) found.set(form, [row]);
      else known.push(row);
    }
  return found;
}

function byForm<Row>(rows: readonly Row[], formsOf: (row: Row) => readonly string[]): Map<string, Row> {
  const found = new Map<string, Row>();
  for (const row of rows)
    for (const form of formsOf(row).map(fold)) if (!found.has(form)) found.set(form, row);
  return found;
}
