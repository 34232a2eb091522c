/**
 * Which rows of the lists the words of a text are read as: what the lookup knows of each place, whether anything came of it or
 * not. For whoever asks what a list is worth; extraction does not need it. Offsets are UTF-16 units.
 */

import { fold } from '../normalize.js';
import { foldedWord, type Tokens } from '../tokenize.js';
import {
  ATTRIBUTION,
  COMMON,
  COMPLEMENTIZER,
  CUE,
  FAMILY,
  FUNCTION,
  GIVEN,
  HEAD,
  MASDAR_CUE,
  NISBA,
  type Reading,
  TITLE,
  type WordReading,
} from './lexicon.js';
import type { Lookups } from './lookup.js';

/** A row and the words that are read as it. */
export interface MetRow {
  /** As in evidence: `people`, `common-words`. */
  readonly list: string;
  /** The row's first cell, folded. */
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Lists the rows in text order; a row that a word is read as in two ways counts once. Where letters can be taken off in several
 * ways a key may be that of no row.
 */
export function metRows(tokens: Tokens, lookups: Lookups): readonly MetRow[] {
  const met: MetRow[] = [];
  const add = (first: number, last: number, rows: Iterable<string>) => {
    for (const row of new Set(rows)) {
      const colon = row.indexOf(':');
      const [list, key] = [row.slice(0, colon), row.slice(colon + 1)];
      met.push({ list, key, start: tokens.start[first], end: tokens.end[last] });
    }
  };
  for (let token = 0; token < tokens.count; token++) {
    const readings = lookups.words[token];
    if (readings !== undefined)
      add(
        token,
        token,
        readings.flatMap((one) => rowsOf(one.reading, one.bits, formsOf(tokens, token, one))),
      );
    const phrase = lookups.phrases.get(token);
    if (phrase !== undefined) add(token, phrase.last, phraseRows(tokens, token, phrase));
  }
  for (const { first, last, rows } of lookups.names)
    add(
      first,
      last,
      rows.map(({ type, name }) => `${NAMES[type]}:${fold(name)}`),
    );
  return met.sort((a, b) => a.start - b.start || a.end - b.end);
}

const NAMES = { Person: 'people', Organization: 'organizations', Place: 'places' } as const;

type Phrase = NonNullable<ReturnType<Lookups['phrases']['get']>>;

/** Which particles stand before a phrase is not told, so that its first word is given without none to four letters. */
function phraseRows(tokens: Tokens, token: number, { last, reading }: Phrase): string[] {
  const first = foldedWord(tokens, token);
  const rest = Array.from({ length: last - token }, (_, at) => ` ${foldedWord(tokens, token + 1 + at)}`);
  const forms = [0, 1, 2, 3, 4].map((skip) => first.slice(skip) + rest.join(''));
  return rowsOf(reading, reading.bits, forms);
}

/** The word as the list may have it: without the particles, and perhaps with the ا that لل swallowed. */
function formsOf(tokens: Tokens, token: number, { skip }: WordReading): string[] {
  const word = foldedWord(tokens, token);
  const form = word.slice(skip);
  return skip > 0 && word.startsWith('لل', skip - 1) ? [form, `ا${form}`] : [form];
}

/** @param forms how a word that is only known by itself may stand in its list */
function rowsOf(reading: Reading, bits: number, forms: readonly string[]): string[] {
  const { given, family, title, nisba, head, cues, attribution } = reading;
  return [
    ...(bits & GIVEN && given ? [`given-names:${fold(given.name)}`] : []),
    ...(bits & FAMILY && family ? [`family-names:${fold(family.name)}`] : []),
    ...(bits & TITLE && title ? [`titles:${fold(title.row.title)}`] : []),
    ...(bits & NISBA && nisba ? [`nisbas:${fold(nisba.row.masculine)}`] : []),
    ...(bits & HEAD && head ? [`heads:${fold(head.row.head)}`] : []),
    ...(bits & (CUE | MASDAR_CUE) ? cues.map(({ row }) => `cue-verbs:${fold(row.lemma)}`) : []),
    ...(bits & ATTRIBUTION && attribution ? [`attributions:${fold(attribution.phrase)}`] : []),
    ...(bits & COMPLEMENTIZER ? forms.map((form) => `complementizers:${form}`) : []),
    ...(bits & FUNCTION ? forms.map((form) => `stopwords:${form}`) : []),
    ...(bits & COMMON ? forms.map((form) => `common-words:${form}`) : []),
  ];
}
