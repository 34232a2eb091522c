/**
 * Tokens to lookups: for each token what its word is in the lists, with attached particles taken off,
 * and for each place the list names and fixed phrases that start there, leftmost and longest.
 * It decides nothing that needs context.
 */

import type { NameRow } from '../knowledge.js';
import {
  foldedWord,
  LONGEST_WORD,
  offsetAfter,
  prependHash,
  suffixHash,
  type Tokens,
  WORD,
} from '../tokenize.js';
import {
  ATTRIBUTION,
  CUE,
  FAMILY,
  FUNCTION,
  GIVEN,
  HEAD,
  type Lexicon,
  NAME,
  PARTICIPLE_CUE,
  type Reading,
  TITLE,
  type WordReading,
} from './lexicon.js';
import { type KnownWord, type Respellings, SEVERAL } from './listed-words.js';
import { PROCLITICS, type Proclitic, proclitics } from './proclitics.js';
import { matchSpelling, type SpelledName, skeletonOf, spelledAlone } from './spellings.js';
import { isBranching, mayContinue, NOWHERE, step, stepWord } from './trie.js';
import {
  BITS,
  CONTINUES,
  LISTED,
  NO_WORD,
  NOT_MET,
  OPENS,
  READING_BITS,
  RECORD,
  RESPELLED,
  type WordMemory,
} from './word-memory.js';

export type { WordReading } from './lexicon.js';

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
  /** The number of each token's word in `memory`; -1 for marks and the absurdly long. */
  readonly numbers: Int32Array;
  readonly memory: WordMemory;
  readonly names: readonly NameHit[];
  readonly phrases: ReadonlyMap<number, PhraseHit>;
}

export function lookUp(lexicon: Lexicon, memory: WordMemory, tokens: Tokens): Lookups {
  memory.refresh();
  const words: (readonly WordReading[] | undefined)[] = new Array(tokens.count);
  const bits = new Int32Array(tokens.count);
  const numbers = new Int32Array(tokens.count);
  memory.guess(tokens, numbers, bits);
  for (let token = 0; token < tokens.count; token++) {
    let number = numbers[token];
    if (number === NO_WORD) continue;
    if (number === NOT_MET || !memory.isWritten(number, tokens, token)) {
      number = memory.recall(tokens, token);
      if (number === NOT_MET) number = memory.learn(tokens, token, readWord(lexicon, tokens, token));
      numbers[token] = number;
      bits[token] = memory.records[number * RECORD + BITS];
    }
    if (bits[token] & READING_BITS)
      words[token] = memory.listed.readings[memory.records[number * RECORD + LISTED]];
  }
  tokens.remembered = { numbers, memory };
  const phrases = findPhrases(lexicon, tokens, memory, numbers, bits);
  for (let token = 0; token < tokens.count; token++) bits[token] &= READING_BITS;
  return { bits, words, numbers, memory, ...phrases };
}

/** All that the lists know of a word by itself, whatever stands around it. */
function readWord(lexicon: Lexicon, tokens: Tokens, token: number): KnownWord {
  let readings: WordReading[] | undefined;
  let openings: number[] | undefined;
  let bits = 0;
  for (const proclitic of proclitics(tokens, token)) {
    const node = firstStep(lexicon, tokens, token, proclitic);
    if (node === NOWHERE) continue;
    if (isBranching(lexicon.trie, node)) {
      openings ??= [];
      openings.push(node, proclitic.number);
    }
    const word = lexicon.wordAt(node, proclitic);
    if (word === undefined || readings?.length === 3) continue;
    // Kept for as long as the word is: `concat` leaves no spare room.
    readings = readings === undefined ? [word] : readings.concat(word);
    bits |= word.bits;
  }
  const foreign = tokens.kind[token] === WORD && (bits & ~(GIVEN | FAMILY | CUE | PARTICIPLE_CUE)) === 0;
  const opens = foreign && mayBeRespelled(lexicon, tokens, token);
  const respellings = opens ? respellingsOf(lexicon, tokens, token) : undefined;
  if (openings !== undefined) bits |= OPENS;
  if (opens) bits |= RESPELLED;
  if (mayContinue(lexicon.trie, tokens.hash[token])) bits |= CONTINUES;
  return { bits, readings, openings, respellings };
}

/** The list names and fixed phrases of a text, leftmost and longest. */
function findPhrases(
  lexicon: Lexicon,
  tokens: Tokens,
  memory: WordMemory,
  numbers: Int32Array,
  bits: Int32Array,
): Pick<Lookups, 'names' | 'phrases'> {
  const names: NameHit[] = [];
  const phrases = new Map<number, PhraseHit>();
  let covered = -1;
  for (let token = 0; token < tokens.count; token++) {
    if ((bits[token] & (OPENS | RESPELLED | NAME)) === 0) continue;
    const row = memory.records[numbers[token] * RECORD + LISTED];
    const found =
      bits[token] & OPENS && token + 1 < tokens.count && bits[token + 1] & CONTINUES
        ? phrasesFrom(lexicon, tokens, token, memory, row)
        : undefined;
    if (found?.phrase !== undefined) phrases.set(token, found.phrase);
    if (token <= covered) continue;
    let name = found?.name;
    if (name === undefined && bits[token] & NAME) name = ownName(tokens, token, memory.listed.readings[row]);
    if (name === undefined && bits[token] & RESPELLED)
      name = respelledName(lexicon, tokens, token, memory.listed.respellings.get(row) ?? NOT_ALONE);
    if (name === undefined) continue;
    names.push(name);
    covered = name.last;
  }
  return { names, phrases };
}

/** The list name that is this word alone. */
function ownName(
  tokens: Tokens,
  token: number,
  readings: readonly WordReading[] | undefined,
): NameHit | undefined {
  for (const { reading, bits, skip, preposition } of readings ?? [])
    if (bits & NAME) return nameHit(tokens, token, token, skip, preposition, reading.names);
  return undefined;
}

/** What begins with a word and goes on; the later in each case is longer. */
interface Found {
  name?: NameHit;
  phrase?: PhraseHit;
}

/** The longest list name and the longest fixed phrase that begin with this word and go on. */
function phrasesFrom(
  lexicon: Lexicon,
  tokens: Tokens,
  token: number,
  { listed }: WordMemory,
  row: number,
): Found | undefined {
  if (tokens.line[token + 1] !== tokens.line[token]) return undefined;
  const node = listed.ways[row * 2];
  if (node !== SEVERAL)
    return followPhrases(lexicon, tokens, token, node, listed.ways[row * 2 + 1], undefined);
  const openings = listed.openings.get(row) ?? [];
  let found: Found | undefined;
  for (let at = 0; at < openings.length; at += 2)
    found = followPhrases(lexicon, tokens, token, openings[at], openings[at + 1], found);
  return found;
}

/** The same from one node, where it is longer than what was found. */
function followPhrases(
  lexicon: Lexicon,
  tokens: Tokens,
  token: number,
  first: number,
  way: number,
  before: Found | undefined,
): Found | undefined {
  let found = before;
  let node = first;
  for (let last = token + 1; last < tokens.count && tokens.line[last] === tokens.line[token]; last++) {
    node = step(lexicon.trie, node, tokens, last);
    if (node === NOWHERE) break;
    const proclitic = PROCLITICS[way];
    const word = lexicon.wordAt(node, proclitic);
    if (word === undefined) continue;
    found ??= {};
    if (word.bits & NAME && last > (found.name?.last ?? token))
      found.name = nameHit(tokens, token, last, proclitic.skip, proclitic.preposition, word.reading.names);
    if (word.bits & PHRASE_BITS && last > (found.phrase?.last ?? token))
      found.phrase = { first: token, last, reading: word.reading };
  }
  return found;
}

const PHRASE_BITS = ATTRIBUTION | TITLE | FUNCTION | HEAD | GIVEN | FAMILY;

/** Where a word leads from the root of the trie without these particles. */
export function firstStep(
  lexicon: Lexicon,
  tokens: Tokens,
  token: number,
  { skip, restored }: Proclitic,
): number {
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

/** Whether listed foreign names begin with this word under some spelling, as it stands or without a particle. */
function mayBeRespelled({ spellings }: Lexicon, tokens: Tokens, token: number): boolean {
  return (
    spellings.opens(skeletonFrom(tokens, token, 0)) ||
    (mayLoseParticle(tokens, token) && spellings.opens(skeletonFrom(tokens, token, 1)))
  );
}

function skeletonFrom(tokens: Tokens, token: number, skip: number): number {
  return skeletonOf(tokens.folded, tokens.foldStart[token] + skip, tokens.foldLength[token] - skip);
}

function mayLoseParticle({ folded, foldStart, foldLength }: Tokens, token: number): boolean {
  return foldLength[token] > 4 && PARTICLES.has(folded[foldStart[token]]);
}

/** The foreign names that the word is by itself under another spelling. */
function respellingsOf({ spellings }: Lexicon, tokens: Tokens, token: number): Respellings | undefined {
  const word = foldedWord(tokens, token);
  const whole = spelledAlone(spellings, word, skeletonFrom(tokens, token, 0));
  const stripped = mayLoseParticle(tokens, token)
    ? spelledAlone(spellings, word.slice(1), skeletonFrom(tokens, token, 1))
    : undefined;
  return whole === undefined && stripped === undefined ? undefined : { whole, stripped };
}

/** A listed foreign name under a spelling of its own. */
function respelledName(
  { spellings }: Lexicon,
  tokens: Tokens,
  token: number,
  { whole, stripped }: Respellings,
): NameHit | undefined {
  const isWord = (at: number): boolean =>
    at < tokens.count && tokens.kind[at] === WORD && tokens.line[at] === tokens.line[token];
  const second =
    isWord(token + 1) && tokens.foldLength[token + 1] <= LONGEST_WORD
      ? skeletonFrom(tokens, token + 1, 0)
      : 0;
  // Most words share their skeleton with the first of a listed name and stand before no second of it.
  const mayBegin = (alone: SpelledName | undefined, skip: number): boolean =>
    alone !== undefined || spellings.mayBeLonger(skeletonFrom(tokens, token, skip), second);
  const bare = mayLoseParticle(tokens, token);
  if (!mayBegin(whole, 0) && !(bare && mayBegin(stripped, 1))) return undefined;
  const folded = foldedWord(tokens, token);
  const wordAt =
    (skip: number) =>
    (at: number): string | undefined => {
      if (at === 0) return folded.slice(skip);
      return isWord(token + at) ? foldedWord(tokens, token + at) : undefined;
    };
  const match = (alone: SpelledName | undefined, skip: number): SpelledName | undefined =>
    matchSpelling(spellings, { skeleton: skeletonFrom(tokens, token, skip), alone }, second, wordAt(skip));
  const asItStands = match(whole, 0);
  const found = asItStands ?? (bare ? match(stripped, 1) : undefined);
  if (found === undefined) return undefined;
  const skip = asItStands === undefined ? 1 : 0;
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

const NOT_ALONE: Respellings = {};

/** و ف ب ل ك */
const PARTICLES: ReadonlySet<number> = new Set([0x648, 0x641, 0x628, 0x644, 0x643]);
