/**
 * Tokens to lookups: for each token what its word is in the lists, with attached particles taken off,
 * and for each place the list names and fixed phrases that start there, leftmost and longest.
 * It decides nothing that needs context.
 */

import type { NameRow } from '../knowledge.js';
import {
  foldedWord,
  LONGEST_WORD,
  NUMBER,
  offsetAfter,
  prependHash,
  suffixHash,
  type Tokens,
  WORD,
} from '../tokenize.js';
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
  MASDAR_CUE,
  NAME,
  NISBA,
  PARTICIPLE_CUE,
  type Reading,
  STOPPING_CUE,
  TITLE,
} from './lexicon.js';
import { type Proclitic, proclitics } from './proclitics.js';
import { matchSpelling, namesOpeningWith } from './spellings.js';
import { NOWHERE, step, stepWord } from './trie.js';
import type { KnownWord, PhraseOpening, Respellings, WordKnowledge, WordMemory } from './word-memory.js';

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
  /** What is remembered of each token's word. */
  readonly known: readonly (KnownWord | undefined)[];
  readonly names: readonly NameHit[];
  readonly phrases: ReadonlyMap<number, PhraseHit>;
}

export function lookUp(lexicon: Lexicon, memory: WordMemory, tokens: Tokens): Lookups {
  const bits = new Int32Array(tokens.count);
  const words: (readonly WordReading[] | undefined)[] = new Array(tokens.count);
  const known: (KnownWord | undefined)[] = new Array(tokens.count);
  const names: NameHit[] = [];
  const phrases = new Map<number, PhraseHit>();
  let covered = -1;
  for (let token = 0; token < tokens.count; token++) {
    if (tokens.kind[token] > NUMBER || tokens.foldLength[token] > LONGEST_WORD) continue;
    const word =
      memory.recall(tokens, token) ?? memory.learn(tokens, token, readWord(lexicon, tokens, token));
    known[token] = word;
    tokens.words[token] = word.folded;
    words[token] = word.words;
    bits[token] = word.bits;
    const found = word.openings.length > 0 ? followPhrases(lexicon, tokens, token, word) : undefined;
    if (found?.phrase !== undefined) phrases.set(token, found.phrase);
    if (token <= covered) continue;
    const name = found?.name ?? ownName(tokens, token, word) ?? respelledName(tokens, token, word);
    if (name === undefined) continue;
    names.push(name);
    covered = name.last;
  }
  return { bits, words, known, names, phrases };
}

/** All that the lists know of a word by itself, whatever stands around it. */
function readWord(lexicon: Lexicon, tokens: Tokens, token: number): WordKnowledge {
  const words: WordReading[] = [];
  const openings: PhraseOpening[] = [];
  let bits = 0;
  for (const proclitic of proclitics(tokens, token)) {
    const node = firstStep(lexicon, tokens, token, proclitic);
    if (node === NOWHERE) continue;
    if (lexicon.trie.branching[node] === 1) openings.push({ node, proclitic });
    const reading = lexicon.readingAt(node);
    const allowed = reading === undefined ? 0 : reading.bits & allowedBits(proclitic, reading);
    if (reading === undefined || allowed === 0 || words.length === 3) continue;
    const { skip, definite, preposition } = proclitic;
    words.push({ reading, bits: allowed, skip, definite, preposition });
    bits |= allowed;
  }
  const folded = foldedWord(tokens, token);
  const foreign = tokens.kind[token] === WORD && (bits & ~(GIVEN | FAMILY | CUE | PARTICIPLE_CUE)) === 0;
  return {
    folded,
    bits,
    words: words.length === 0 ? undefined : words,
    openings,
    respellings: foreign ? respellingsOf(lexicon, folded) : NO_RESPELLINGS,
  };
}

/** The list name that is this word alone. */
function ownName(tokens: Tokens, token: number, { words }: KnownWord): NameHit | undefined {
  for (const { reading, bits, skip, preposition } of words ?? [])
    if (bits & NAME) return nameHit(tokens, token, token, skip, preposition, reading.names);
  return undefined;
}

/** The longest list name and the longest fixed phrase that begin with this word and go on. */
function followPhrases(
  lexicon: Lexicon,
  tokens: Tokens,
  token: number,
  word: KnownWord,
): { name?: NameHit; phrase?: PhraseHit } {
  let name: NameHit | undefined;
  let phrase: PhraseHit | undefined;
  for (const { node: first, proclitic } of word.openings) {
    let node = first;
    for (let last = token + 1; last < tokens.count && tokens.line[last] === tokens.line[token]; last++) {
      node = step(lexicon.trie, node, tokens, last);
      if (node === NOWHERE) break;
      const reading = lexicon.readingAt(node);
      if (reading === undefined) continue;
      const allowed = reading.bits & allowedBits(proclitic, reading);
      if (allowed & NAME && last > (name?.last ?? token))
        name = nameHit(tokens, token, last, proclitic.skip, proclitic.preposition, reading.names);
      if (allowed & PHRASE_BITS && last > (phrase?.last ?? token)) phrase = { first: token, last, reading };
    }
  }
  return { name, phrase };
}

const PHRASE_BITS = ATTRIBUTION | TITLE | FUNCTION | HEAD | GIVEN | FAMILY;
const AFTER_ARTICLE = TITLE | NISBA | HEAD | COMMON;
const AFTER_PREPOSITION = NAME | GIVEN | FAMILY | TITLE | NISBA | HEAD | COMPLEMENTIZER | COMMON | FUNCTION;

/** What a word can still be once these particles are taken off. */
function allowedBits(proclitic: Proclitic, reading: Reading): number {
  if (proclitic.skip === 0) return ~0;
  if (proclitic.definite) return AFTER_ARTICLE;
  if (proclitic.future)
    return reading.cues.some((cue) => cue.form === 'imperfect') ? CUE | FINITE_CUE | STOPPING_CUE : 0;
  if (proclitic.preposition) {
    return reading.bits & MASDAR_CUE ? AFTER_PREPOSITION | CUE | MASDAR_CUE : AFTER_PREPOSITION;
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

function nameHit(
  tokens: Tokens,
  first: number,
  last: number,
  skip: number,
  preposition: boolean,
  rows: readonly NameRow[],
): NameHit {
  return {
    first,
    last,
    start: offsetAfter(tokens, first, skip),
    end: tokens.end[last],
    rows,
    respelled: false,
    preposition,
  };
}

const NO_RESPELLINGS: Respellings = { whole: [], stripped: [] };

/** Foreign names that may begin with this word under another spelling, as it stands and without a particle. */
function respellingsOf({ spellings }: Lexicon, folded: string): Respellings {
  const whole = namesOpeningWith(spellings, folded);
  const stripped = /^[وفبلك]..../u.test(folded) ? namesOpeningWith(spellings, folded.slice(1)) : [];
  return whole.length + stripped.length === 0 ? NO_RESPELLINGS : { whole, stripped };
}

/** A listed foreign name under a spelling of its own. */
function respelledName(
  tokens: Tokens,
  token: number,
  { respellings, folded }: KnownWord,
): NameHit | undefined {
  if (respellings === NO_RESPELLINGS) return undefined;
  const wordAt =
    (skip: number) =>
    (at: number): string | undefined => {
      if (at === 0) return folded.slice(skip);
      const next = token + at;
      if (next >= tokens.count || tokens.kind[next] !== WORD || tokens.line[next] !== tokens.line[token])
        return undefined;
      return foldedWord(tokens, next);
    };
  const whole = matchSpelling(respellings.whole, wordAt(0));
  const found = whole ?? matchSpelling(respellings.stripped, wordAt(1));
  if (found === undefined) return undefined;
  const skip = whole === undefined ? 1 : 0;
  const last = token + found.words.length - 1;
  return {
    first: token,
    last,
    start: offsetAfter(tokens, token, skip),
    end: tokens.end[last],
    rows: [found.row],
    respelled: true,
    preposition: skip === 1 && !/^[وف]/u.test(folded),
  };
}
