/**
 * Tokens to lookups: for each token what its word is in the lists, with attached particles taken off,
 * and for each place the list names and fixed phrases that start there, leftmost and longest.
 * It decides nothing that needs context.
 */
import {
  FOREIGN,
  foldedWord,
  LONGEST_WORD,
  NUMBER,
  offsetAfter,
  prependHash,
  suffixHash,
  type Tokens,
  WORD,
} from '../tokenize.js';
import type { NameRow } from '../knowledge.js';
import {
  ATTRIBUTION,
  COMMON,
  COMPLEMENTIZER,
  CUE,
  FAMILY,
  FINITE_CUE,
  FUNCTION,
  GIVEN,
  HEAD,
  type Lexicon,
  NAME,
  NISBA,
  PARTICIPLE_CUE,
  type Reading,
  TITLE,
} from './lexicon.js';
import { proclitics, type Proclitic } from './proclitics.js';
import { LONGEST_NAME, matchSpelling } from './spellings.js';
import { NOWHERE, step, stepWord } from './trie.js';

/** A word of the lists as it stands at a token, behind `skip` letters of attached particles. */
export interface WordReading {
  readonly reading: Reading;
  readonly bits: number;
  readonly skip: number;
  /** Whether ال was taken off as well. */
  readonly definite: boolean;
  /** Whether a preposition (ب ل ك) was taken off. */
  readonly preposition: boolean;
}

/** A list name over tokens `first` to `last`. The span leaves proclitics out. */
export interface NameHit {
  readonly first: number;
  readonly last: number;
  readonly start: number;
  readonly end: number;
  readonly rows: readonly NameRow[];
  /** Found under another spelling than the listed one. */
  readonly respelled: boolean;
  readonly preposition: boolean;
}

/** A fixed phrase of several words, over tokens `first` to `last`. */
export interface PhraseHit {
  readonly first: number;
  readonly last: number;
  readonly reading: Reading;
}

export interface Lookups {
  /** Union of the bits of all readings of each token. */
  readonly bits: Int32Array;
  /** Readings of each token, the one with the fewest letters taken off first. */
  readonly words: readonly (readonly WordReading[] | undefined)[];
  readonly names: readonly NameHit[];
  readonly phrases: ReadonlyMap<number, PhraseHit>;
}

export function lookUp(lexicon: Lexicon, tokens: Tokens): Lookups {
  const bits = new Int32Array(tokens.count);
  const words: (WordReading[] | undefined)[] = new Array(tokens.count);
  const names: NameHit[] = [];
  const phrases = new Map<number, PhraseHit>();
  let covered = -1;
  for (let token = 0; token < tokens.count; token++) {
    const kind = tokens.kind[token];
    if ((kind !== WORD && kind !== FOREIGN && kind !== NUMBER) || tokens.foldLength[token] > LONGEST_WORD) continue;
    const found = lookUpAt(lexicon, tokens, token);
    if (found.words.length > 0) {
      words[token] = found.words;
      for (const word of found.words) bits[token] |= word.bits;
    }
    if (found.phrase !== undefined) phrases.set(token, found.phrase);
    if (token <= covered) continue;
    const name = found.name ?? respelledName(lexicon, tokens, token, bits[token]);
    if (name !== undefined) {
      names.push(name);
      covered = name.last;
    }
  }
  return { bits, words, names, phrases };
}

interface Found {
  readonly words: WordReading[];
  readonly name?: NameHit;
  readonly phrase?: PhraseHit;
}

function lookUpAt(lexicon: Lexicon, tokens: Tokens, token: number): Found {
  const words: WordReading[] = [];
  let name: NameHit | undefined;
  let phrase: PhraseHit | undefined;
  for (const proclitic of proclitics(tokens, token)) {
    let node = firstStep(lexicon, tokens, token, proclitic);
    for (let last = token; node !== NOWHERE; ) {
      const reading = lexicon.readings[node];
      if (reading !== undefined) {
        const allowed = reading.bits & allowedBits(proclitic, reading);
        if (allowed !== 0 && last === token && words.length < 3)
          words.push({ reading, bits: allowed, skip: proclitic.skip, definite: proclitic.definite, preposition: proclitic.preposition });
        if (allowed & NAME && last > (name?.last ?? token - 1)) name = nameHit(tokens, token, last, proclitic, reading.names);
        if (last > token && allowed & PHRASE_BITS && last > (phrase?.last ?? token))
          phrase = { first: token, last, reading };
      }
      if (last + 1 >= tokens.count || tokens.line[last + 1] !== tokens.line[token]) break;
      last++;
      node = step(lexicon.trie, node, tokens, last);
    }
  }
  return { words, name, phrase };
}

const PHRASE_BITS = ATTRIBUTION | TITLE | FUNCTION | HEAD | GIVEN | FAMILY;
const AFTER_ARTICLE = TITLE | NISBA | HEAD | COMMON;
const AFTER_PREPOSITION = NAME | GIVEN | FAMILY | TITLE | NISBA | HEAD | COMPLEMENTIZER | COMMON | FUNCTION;

/** What a word can still be once these particles are taken off. */
function allowedBits(proclitic: Proclitic, reading: Reading): number {
  if (proclitic.skip === 0) return ~0;
  if (proclitic.definite) return AFTER_ARTICLE;
  if (proclitic.future)
    return reading.cues.some((cue) => cue.form === 'imperfect') ? CUE | FINITE_CUE : 0;
  if (proclitic.preposition) {
    const masdar = reading.cues.some((cue) => cue.form === 'masdar') ? CUE : 0;
    return AFTER_PREPOSITION | masdar;
  }
  return ~0;
}

function firstStep(lexicon: Lexicon, tokens: Tokens, token: number, { skip, restored }: Proclitic): number {
  if (skip === 0) return step(lexicon.trie, 0, tokens, token);
  const rest = suffixHash(tokens, token, skip);
  const hash = restored ? prependHash(ALEF, rest, tokens.foldLength[token] - skip) : rest;
  return stepWord(lexicon.trie, 0, tokens, token, skip, hash, restored);
}

const ALEF = 0x627;

function nameHit(tokens: Tokens, first: number, last: number, proclitic: Proclitic, rows: readonly NameRow[]): NameHit {
  return {
    first,
    last,
    start: offsetAfter(tokens, first, proclitic.skip),
    end: tokens.end[last],
    rows,
    respelled: false,
    preposition: proclitic.preposition,
  };
}

/** A listed foreign name under a spelling of its own, when the first word is in no list. */
function respelledName(lexicon: Lexicon, tokens: Tokens, token: number, bits: number): NameHit | undefined {
  if (tokens.kind[token] !== WORD || (bits & ~(GIVEN | FAMILY | CUE | PARTICIPLE_CUE)) !== 0) return undefined;
  const words = [foldedWord(tokens, token)];
  for (let next = token + 1; words.length < LONGEST_NAME && next < tokens.count; next++) {
    if (tokens.kind[next] !== WORD || tokens.line[next] !== tokens.line[token]) break;
    words.push(foldedWord(tokens, next));
  }
  const whole = matchSpelling(lexicon.spellings, words);
  const skip = whole === undefined && /^[وفبلك]/u.test(words[0]) && words[0].length > 4 ? 1 : 0;
  const found = skip === 0 ? whole : matchSpelling(lexicon.spellings, [words[0].slice(1), ...words.slice(1)]);
  if (found === undefined) return undefined;
  const last = token + found.words.length - 1;
  return {
    first: token,
    last,
    start: offsetAfter(tokens, token, skip),
    end: tokens.end[last],
    rows: [found.row],
    respelled: true,
    preposition: skip === 1 && !/^[وف]/u.test(words[0]),
  };
}
