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
  type Lexicon,
  NISBA,
  type Reading,
  TITLE,
  type WordReading,
} from './lexicon.js';
import { firstStep, type Lookups, type PhraseHit } from './lookup.js';
import { PROCLITICS, type Proclitic, proclitics } from './proclitics.js';
import { NOWHERE, step } from './trie.js';

/** A row and the words that are read as it. */
export interface MetRow {
  /** As in evidence: `people`, `common-words`. */
  readonly list: string;
  /** The row's first cell, folded. */
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

/** Lists the rows in text order; a row that a word is read as in two ways counts once. */
export function metRows(lexicon: Lexicon, tokens: Tokens, lookups: Lookups): readonly MetRow[] {
  const met: MetRow[] = [];
  const add = (first: number, last: number, rows: readonly Row[]) => {
    for (const [index, { list, key }] of rows.entries()) {
      const isAgain = rows.slice(0, index).some((other) => other.list === list && other.key === key);
      if (!isAgain) met.push({ list, key, start: tokens.start[first], end: tokens.end[last] });
    }
  };
  for (let token = 0; token < tokens.count; token++) {
    const readings = lookups.words[token];
    if (readings !== undefined)
      add(
        token,
        token,
        readings.flatMap((word) => wordRows(tokens, token, word)),
      );
    const phrase = lookups.phrases.get(token);
    if (phrase !== undefined) add(token, phrase.last, phraseRows(lexicon, tokens, phrase));
  }
  for (const { first, last, rows } of lookups.names)
    add(
      first,
      last,
      rows.map(({ type, name }) => ({ list: NAMES[type], key: fold(name) })),
    );
  return met.sort((a, b) => a.start - b.start || a.end - b.end);
}

interface Row {
  readonly list: string;
  readonly key: string;
}

const NAMES = { Person: 'people', Organization: 'organizations', Place: 'places' } as const;

function wordRows(tokens: Tokens, token: number, word: WordReading): Row[] {
  const { reading, bits } = word;
  return rowsOf(reading, bits, bare(tokens, token, PROCLITICS[word.way]));
}

/** Which particles stand before a phrase is not kept: they are those behind which it is this phrase. */
function phraseRows(lexicon: Lexicon, tokens: Tokens, { first, last, reading }: PhraseHit): Row[] {
  const way = proclitics(tokens, first).find((proclitic) => {
    let node = firstStep(lexicon, tokens, first, proclitic);
    for (let token = first + 1; token <= last && node !== NOWHERE; token++)
      node = step(lexicon.trie, node, tokens, token);
    return node !== NOWHERE && lexicon.readingAt(node) === reading;
  });
  const rest = Array.from({ length: last - first }, (_, at) => ` ${foldedWord(tokens, first + 1 + at)}`);
  return rowsOf(reading, reading.bits, bare(tokens, first, way) + rest.join(''));
}

/** The word as its list has it: without the particles, and with the ا that لل swallowed. */
function bare(tokens: Tokens, token: number, way: Proclitic | undefined): string {
  const rest = foldedWord(tokens, token).slice(way?.skip ?? 0);
  return way?.restored ? `ا${rest}` : rest;
}

/** @param form of words that a reading knows by their function alone */
function rowsOf(
  { given, family, title, nisba, head, cues, attribution }: Reading,
  bits: number,
  form: string,
): Row[] {
  const rows: Row[] = [];
  const add = (bit: number, list: string, written: string | undefined) => {
    if (bits & bit && written !== undefined) rows.push({ list, key: fold(written) });
  };
  add(GIVEN, 'given-names', given?.name);
  add(FAMILY, 'family-names', family?.name);
  add(TITLE, 'titles', title?.row.title);
  add(NISBA, 'nisbas', nisba?.row.masculine);
  add(HEAD, 'heads', head?.row.head);
  for (const { row } of cues) add(CUE, 'cue-verbs', row.lemma);
  add(ATTRIBUTION, 'attributions', attribution?.phrase);
  add(COMPLEMENTIZER, 'complementizers', form);
  add(FUNCTION, 'stopwords', form);
  add(COMMON, 'common-words', form);
  return rows;
}
