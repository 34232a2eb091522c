/**
 * Text to tokens: one scan over the UTF-16 units with the class-and-fold table, into typed arrays.
 * A token is a run of Arabic letters, of other letters, a number, or a mark; what is glued comes apart.
 * `#` and `_` of hashtags separate like white space. No string is built.
 */
import {
  ARABIC,
  CLASS,
  COMBINING,
  DIGIT,
  FOLD,
  INVISIBLE,
  LATIN,
  LIGATURES,
  MARK,
  NEWLINE,
  SPACE,
} from './normalize.js';

/** Kinds of token. */
export const WORD = 1;
export const FOREIGN = 2;
export const NUMBER = 3;
export const PUNCT = 4;
export const QUOTE = 5;
/** `..`, `...`, `…` */
export const DOTS = 6;

/**
 * The token layer: parallel arrays, one place a token; places from `count` on are spare room.
 * Offsets are UTF-16 units into the text.
 */
export interface Tokens {
  readonly text: string;
  readonly count: number;
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly kind: Uint8Array;
  /** Hash of the folded word; for marks the first code unit. */
  readonly hash: Int32Array;
  /** Where the folded word stands in `folded`, and how long it is. */
  readonly foldStart: Int32Array;
  readonly foldLength: Int32Array;
  readonly folded: Uint16Array;
  /** The text's units and a 0 behind them: what is compared often is quicker compared here. */
  readonly units: Uint16Array;
  /** Hash of the written letters and diacritics, for remembering words as they are written. */
  readonly writtenHash: Int32Array;
  /** Number of the line (paragraph) that the token is in. */
  readonly line: Int32Array;
  /** Folded words that somebody asked for; see `foldedWord`. */
  readonly words: (string | undefined)[];
  /** Where words of earlier texts are remembered. */
  remembered?: { readonly numbers: Int32Array; readonly memory: SpelledWords };
}

/** Folded words by their numbers. */
export interface SpelledWords {
  readonly folded: (string | undefined)[];
  /** Whether a word was met more than once, so that it is worth keeping. */
  isMetAgain(word: number): boolean;
}

/** A large odd multiplier: 31 collides on Arabic letters. */
const MULTIPLIER = 0x9e3779b1 | 0;
/** Words longer than this are never in a list; their hash is still well defined. */
export const LONGEST_WORD = 48;
/** Powers of the multiplier, to take a prefix's share out of a word's hash. */
const POWERS: Int32Array = powers(LONGEST_WORD + 2);

/** Hash of a folded word that is given as a string, equal to the tokenizer's. */
export function hashWord(folded: string): number {
  let hash = 0;
  for (let i = 0; i < folded.length; i++) hash = (Math.imul(hash, MULTIPLIER) + folded.charCodeAt(i)) | 0;
  return hash;
}

/** Hash of a token's folded word without its first `skip` letters. Needs `foldLength` ≤ `LONGEST_WORD`. */
export function suffixHash(tokens: Tokens, token: number, skip: number): number {
  const from = tokens.foldStart[token];
  let prefix = 0;
  for (let i = 0; i < skip; i++) prefix = (Math.imul(prefix, MULTIPLIER) + tokens.folded[from + i]) | 0;
  return (tokens.hash[token] - Math.imul(prefix, POWERS[tokens.foldLength[token] - skip])) | 0;
}

/** Hash of `letter` followed by a word of the given hash and length. */
export function prependHash(letter: number, rest: number, restLength: number): number {
  return (Math.imul(letter, POWERS[restLength]) + rest) | 0;
}

/** The folded word of a token as a string (its first letters, if it is absurdly long); made once, when first asked for. */
export function foldedWord(tokens: Tokens, token: number): string {
  const known = tokens.words[token];
  if (known !== undefined) return known;
  const word = rememberedWord(tokens, token) ?? spelledOut(tokens, token);
  tokens.words[token] = word;
  return word;
}

function rememberedWord(tokens: Tokens, token: number): string | undefined {
  if (tokens.remembered === undefined) return undefined;
  const { numbers, memory } = tokens.remembered;
  const number = numbers[token];
  if (number < 0) return undefined;
  const known = memory.folded[number];
  if (known !== undefined || !memory.isMetAgain(number)) return known;
  const word = spelledOut(tokens, token);
  memory.folded[number] = word;
  return word;
}

function spelledOut(tokens: Tokens, token: number): string {
  const from = tokens.foldStart[token];
  return stringOf(tokens.folded, from, from + Math.min(tokens.foldLength[token], 200));
}

/** The units from `from` to `end` as a string, four at a time: a string for each unit would cost more than the rest. */
function stringOf(units: Uint16Array, from: number, end: number): string {
  let word = '';
  let at = from;
  for (; at + 4 <= end; at += 4)
    word += String.fromCharCode(units[at], units[at + 1], units[at + 2], units[at + 3]);
  for (; at < end; at++) word += String.fromCharCode(units[at]);
  return word;
}

/** The text offset (UTF-16) behind the first `skip` folded letters of a token, and behind their diacritics. */
export function offsetAfter(tokens: Tokens, token: number, skip: number): number {
  let at = tokens.start[token];
  let left = skip;
  while (left > 0 && at < tokens.end[token]) {
    const unit = tokens.text.charCodeAt(at++);
    const kind = CLASS[unit];
    if (kind === ARABIC || kind === LATIN || kind === DIGIT)
      left -= FOLD[unit] === 0 ? (LIGATURES.get(unit)?.length ?? 1) : 1;
  }
  while (
    skip > 0 &&
    at < tokens.end[token] - 1 &&
    CLASS[tokens.text.charCodeAt(at)] >= COMBINING &&
    CLASS[tokens.text.charCodeAt(at)] <= INVISIBLE
  )
    at++;
  return at;
}

/** Splits a text into tokens. Linear in the text's length; never throws. */
export function tokenize(text: string): Tokens {
  const { length } = text;
  let layer = emptyLayer(Math.max(16, length >> 2));
  let { start, end, kind, hash, foldStart, foldLength, writtenHash, line: lines } = layer;
  const units = unitsOf(text);
  let folded = new Uint16Array(length + LONGEST_LIGATURE);
  let foldEnd = 0;
  let count = 0;
  let line = 0;
  let at = 0;
  while (at < length) {
    const first = units[at];
    const script = classAndFold(first) & CLASS_BITS;
    if (script === SPACE || ((1 << script) & OPENS) === 0 || first === LOW_LINE || first === HASH_SIGN) {
      if (script === NEWLINE) line++;
      at++;
      continue;
    }
    if (count === start.length) {
      layer = widerLayer(layer);
      ({ start, end, kind, hash, foldStart, foldLength, writtenHash, line: lines } = layer);
    }
    start[count] = at;
    foldStart[count] = foldEnd;
    lines[count] = line;
    if (script === MARK) {
      const last = endOfMark(text, at);
      kind[count] = kindOfMark(first, last - at);
      hash[count] = first;
      end[count++] = at = last;
      continue;
    }
    // A run of letters of one script, or of digits, with what is written inside it; the 0 behind the text ends it too.
    let sum = 0;
    let written = 0;
    let last = at;
    for (; ; at++) {
      const unit = units[at];
      const both = classAndFold(unit);
      const sort = both & CLASS_BITS;
      if (sort === script) {
        const letter = both >> FOLD_SHIFT;
        if (letter === 0) {
          const letters = LIGATURES.get(unit) ?? '';
          if (foldEnd + letters.length + length - at > folded.length)
            folded = widen(folded, folded.length * 2);
          for (let i = 0; i < letters.length; i++) {
            folded[foldEnd++] = letters.charCodeAt(i);
            sum = (Math.imul(sum, MULTIPLIER) + letters.charCodeAt(i)) | 0;
          }
        } else {
          folded[foldEnd++] = letter;
          sum = (Math.imul(sum, MULTIPLIER) + letter) | 0;
        }
      } else if (sort === SPACE) {
        break;
      } else if (sort !== COMBINING || script === DIGIT) {
        if (isInside(text, at, script)) continue;
        break;
      }
      written = (Math.imul(written, MULTIPLIER) + unit) | 0;
      last = at + 1;
    }
    end[count] = last;
    kind[count] = KINDS[script];
    hash[count] = sum;
    foldLength[count] = foldEnd - foldStart[count];
    writtenHash[count++] = written;
  }
  return { text, count, ...layer, folded, units, words: new Array(count) };
}

/** Class and folded form of a unit in one number; those of the first units, which nearly all text is made of, stand side by side. */
function classAndFold(unit: number): number {
  return unit < NEAR ? NEAR_UNITS[unit] : CLASS[unit] | (FOLD[unit] << FOLD_SHIFT);
}

/** Latin, Greek, Cyrillic, Hebrew, Arabic. */
const NEAR = 0x800;
const FOLD_SHIFT = 3;
const CLASS_BITS = (1 << FOLD_SHIFT) - 1;
const NEAR_UNITS = Int32Array.from({ length: NEAR }, (_, unit) => CLASS[unit] | (FOLD[unit] << FOLD_SHIFT));

/** The units of a text and a 0; on most machines as they stand in memory, which costs a tenth of reading them one by one. */
function unitsOf(text: string): Uint16Array {
  const units = new Uint16Array(text.length + 1);
  if (LITTLE_ENDIAN) Buffer.from(units.buffer).write(text, 'utf16le');
  else for (let at = 0; at < text.length; at++) units[at] = text.charCodeAt(at);
  return units;
}

const LITTLE_ENDIAN = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

/** What may open a token: classes as bits. */
const OPENS = (1 << ARABIC) | (1 << LATIN) | (1 << DIGIT) | (1 << MARK);
/** The kind of token that a run of a class makes. */
const KINDS: readonly number[] = [0, WORD, FOREIGN, NUMBER];

/** `_` joins the words of a hashtag and `#` opens it: both separate words and are no marks of their own. */
const HASH_SIGN = 0x23;
const LOW_LINE = 0x5f;
const DOT = 0x2e;
const APOSTROPHE = 0x27;
const ELLIPSIS = 0x2026;
const QUOTES = new Set([...'"«»“”„‟‹›″〃‘’‚‛❝❞'].map((mark) => mark.charCodeAt(0)));
/** The longest presentation form stands for so many letters at most. */
const LONGEST_LIGATURE = 32;

type Layer = Pick<
  Tokens,
  'start' | 'end' | 'kind' | 'hash' | 'foldStart' | 'foldLength' | 'writtenHash' | 'line'
>;

/** Room for `size` tokens, in one piece of memory: many small pieces cost more than filling them. */
function emptyLayer(size: number): Layer {
  const memory = new ArrayBuffer(size * 29);
  const column = (number: number): Int32Array => new Int32Array(memory, number * size * 4, size);
  return {
    start: column(0),
    end: column(1),
    hash: column(2),
    foldStart: column(3),
    foldLength: column(4),
    writtenHash: column(5),
    line: column(6),
    kind: new Uint8Array(memory, size * 28, size),
  };
}

function widerLayer(layer: Layer): Layer {
  const wider = emptyLayer(layer.start.length * 2);
  for (const column of Object.keys(layer) as (keyof typeof layer)[]) wider[column].set(layer[column]);
  return wider;
}

/** Whether a unit that belongs to no run is written inside this one: what is invisible, separators of digits, `Moody’s`. */
function isInside(text: string, at: number, script: number): boolean {
  const unit = text.charCodeAt(at);
  if (script === DIGIT) return isSeparator(unit) && CLASS[text.charCodeAt(at + 1)] === DIGIT;
  if (CLASS[unit] === INVISIBLE) return true;
  return (
    script === LATIN && (unit === APOSTROPHE || unit === 0x2019) && CLASS[text.charCodeAt(at + 1)] === LATIN
  );
}

/** One mark; a run of dots, two apostrophes, and the halves of a character are one. */
function endOfMark(text: string, from: number): number {
  const unit = text.charCodeAt(from);
  let end = from + 1;
  if (isDot(unit)) while (isDot(text.charCodeAt(end))) end++;
  else if (unit === APOSTROPHE && text.charCodeAt(end) === APOSTROPHE) end++;
  else if (unit >= 0xd800 && unit <= 0xdbff && end < text.length) end++;
  return end;
}

function kindOfMark(unit: number, length: number): number {
  if (isDot(unit)) return length > 1 || unit === ELLIPSIS ? DOTS : PUNCT;
  return QUOTES.has(unit) || (unit === APOSTROPHE && length > 1) ? QUOTE : PUNCT;
}

function widen(array: Uint16Array<ArrayBuffer>, size: number): Uint16Array<ArrayBuffer> {
  const wider = new Uint16Array(size);
  wider.set(array);
  return wider;
}

function isDot(unit: number): boolean {
  return unit === DOT || unit === ELLIPSIS;
}

function isSeparator(unit: number): boolean {
  return unit === DOT || unit === 0x2c || unit === 0x66b || unit === 0x66c;
}

function powers(count: number): Int32Array {
  const table = new Int32Array(count);
  table[0] = 1;
  for (let i = 1; i < count; i++) table[i] = Math.imul(table[i - 1], MULTIPLIER);
  return table;
}
