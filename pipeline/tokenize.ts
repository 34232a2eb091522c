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

/** The token layer: parallel arrays, one place a token. Offsets are UTF-16 units into the text. */
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
  /** Hash of the written units, for remembering words as they are written. */
  readonly writtenHash: Int32Array;
  /** Number of the line (paragraph) that the token is in. */
  readonly line: Int32Array;
  /** Folded words that somebody asked for; see `foldedWord`. */
  readonly words: (string | undefined)[];
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
  const from = tokens.foldStart[token];
  const word = stringOf(tokens.folded, from, from + Math.min(tokens.foldLength[token], 200));
  tokens.words[token] = word;
  return word;
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
  const sink = new Sink(text);
  const length = text.length;
  let at = 0;
  let line = 0;
  while (at < length) {
    const kind = CLASS[text.charCodeAt(at)];
    if (kind === NEWLINE) line++;
    if (kind === SPACE || kind === NEWLINE || kind === INVISIBLE || kind === COMBINING) at++;
    else if (kind === MARK) at = sink.mark(at, line);
    else if (kind === DIGIT) at = sink.number(at, line);
    else at = sink.word(at, kind, line);
  }
  return sink.layer();
}

/** `_` joins the words of a hashtag and `#` opens it: both separate words and are no marks of their own. */
const HASH_SIGN = 0x23;
const LOW_LINE = 0x5f;
const DOT = 0x2e;
const APOSTROPHE = 0x27;
const ELLIPSIS = 0x2026;
const QUOTES = new Set([...'"«»“”„‟‹›″〃‘’‚‛❝❞'].map((mark) => mark.charCodeAt(0)));

/** Grows the arrays of one token layer; lives only as long as one call of `tokenize`. */
class Sink {
  private count = 0;
  private foldEnd = 0;
  private start = new Int32Array(0);
  private end = new Int32Array(0);
  private kind = new Uint8Array(0);
  private hash = new Int32Array(0);
  private foldStart = new Int32Array(0);
  private foldLength = new Int32Array(0);
  private writtenHash = new Int32Array(0);
  private line = new Int32Array(0);
  private folded: Uint16Array;
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
    this.folded = new Uint16Array(text.length + 16);
    this.grow(Math.max(16, text.length >> 2));
  }

  /** A run of letters of one script, with the combining and invisible characters inside it. */
  word(from: number, script: number, line: number): number {
    const { text } = this;
    let hash = 0;
    let end = from;
    let at = from;
    const foldFrom = this.foldEnd;
    for (; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      const kind = CLASS[unit];
      if (kind === script) {
        hash = this.addLetter(unit, hash);
        end = at + 1;
      } else if (kind === COMBINING) end = at + 1;
      else if (kind !== INVISIBLE && !this.isApostrophe(at, script)) break;
    }
    this.push(from, end, script === ARABIC ? WORD : FOREIGN, hash, foldFrom, line);
    return at;
  }

  /** Digits with single separators between digits: `0.34`, `22.170`, `1,800`, `٣٫٥`. */
  number(from: number, line: number): number {
    const { text } = this;
    let hash = 0;
    let at = from;
    const foldFrom = this.foldEnd;
    for (; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      if (CLASS[unit] === DIGIT) hash = this.addLetter(unit, hash);
      else if (!isSeparator(unit) || CLASS[text.charCodeAt(at + 1)] !== DIGIT) break;
    }
    this.push(from, at, NUMBER, hash, foldFrom, line);
    return at;
  }

  /** One mark; a run of dots, and two apostrophes, are one. */
  mark(from: number, line: number): number {
    const { text } = this;
    const unit = text.charCodeAt(from);
    if (unit === LOW_LINE || unit === HASH_SIGN) return from + 1;
    let end = from + 1;
    let kind = QUOTES.has(unit) ? QUOTE : PUNCT;
    if (unit === DOT || unit === ELLIPSIS) {
      while (isDot(text.charCodeAt(end))) end++;
      if (end > from + 1 || unit === ELLIPSIS) kind = DOTS;
    } else if (unit === APOSTROPHE && text.charCodeAt(end) === APOSTROPHE) {
      end++;
      kind = QUOTE;
    } else if (unit >= 0xd800 && unit <= 0xdbff && end < text.length) end++;
    this.push(from, end, kind, unit, this.foldEnd, line);
    return end;
  }

  layer(): Tokens {
    const { count } = this;
    return {
      text: this.text,
      count,
      start: this.start.subarray(0, count),
      end: this.end.subarray(0, count),
      kind: this.kind.subarray(0, count),
      hash: this.hash.subarray(0, count),
      foldStart: this.foldStart.subarray(0, count),
      foldLength: this.foldLength.subarray(0, count),
      writtenHash: this.writtenHash.subarray(0, count),
      line: this.line.subarray(0, count),
      folded: this.folded,
      words: new Array(count),
    };
  }

  private addLetter(unit: number, hash: number): number {
    const folded = FOLD[unit];
    if (folded !== 0) {
      if (this.foldEnd === this.folded.length) this.growFolded();
      this.folded[this.foldEnd++] = folded;
      return (Math.imul(hash, MULTIPLIER) + folded) | 0;
    }
    let sum = hash;
    for (const letter of LIGATURES.get(unit) ?? '') {
      if (this.foldEnd === this.folded.length) this.growFolded();
      this.folded[this.foldEnd++] = letter.charCodeAt(0);
      sum = (Math.imul(sum, MULTIPLIER) + letter.charCodeAt(0)) | 0;
    }
    return sum;
  }

  /** The apostrophe of `Moody’s` stands between two letters of its script. */
  private isApostrophe(at: number, script: number): boolean {
    const unit = this.text.charCodeAt(at);
    return (
      script === LATIN &&
      (unit === APOSTROPHE || unit === 0x2019) &&
      CLASS[this.text.charCodeAt(at + 1)] === LATIN
    );
  }

  private push(start: number, end: number, kind: number, hash: number, foldFrom: number, line: number): void {
    if (this.count === this.start.length) this.grow(this.count * 2);
    const at = this.count++;
    this.start[at] = start;
    this.end[at] = end;
    this.kind[at] = kind;
    this.hash[at] = hash;
    this.foldStart[at] = foldFrom;
    this.foldLength[at] = this.foldEnd - foldFrom;
    this.line[at] = line;
    if (kind < PUNCT) this.writtenHash[at] = this.hashWritten(start, end);
  }

  private hashWritten(start: number, end: number): number {
    let hash = 0;
    for (let at = start; at < end; at++) hash = (Math.imul(hash, MULTIPLIER) + this.text.charCodeAt(at)) | 0;
    return hash;
  }

  private grow(size: number): void {
    this.start = widen(this.start, size);
    this.end = widen(this.end, size);
    this.hash = widen(this.hash, size);
    this.foldStart = widen(this.foldStart, size);
    this.foldLength = widen(this.foldLength, size);
    this.line = widen(this.line, size);
    this.writtenHash = widen(this.writtenHash, size);
    const kind = new Uint8Array(size);
    kind.set(this.kind);
    this.kind = kind;
  }

  private growFolded(): void {
    const folded = new Uint16Array(this.folded.length * 2);
    folded.set(this.folded);
    this.folded = folded;
  }
}

function widen(array: Int32Array<ArrayBuffer>, size: number): Int32Array<ArrayBuffer> {
  const wider = new Int32Array(size);
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
