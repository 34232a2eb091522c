/**
 * A set of folded words that tokens are asked for. The hash of a token's word is looked for in a few bits first, since
 * nearly every word of a text is in no set, and to look at the word itself is to wait for memory.
 */
import { foldedWord, hashWord, type Tokens } from './tokenize.js';

export interface WordSet {
  has(tokens: Tokens, token: number): boolean;
  /** Whether a folded word is one of them. */
  includes(word: string): boolean;
}

/**
 * @param words separated by spaces
 * @param particles letters, or particles of several, of which one may stand before each word, or none
 */
export function wordSet(words: string, particles: Iterable<string> = ''): WordSet {
  const bare = words.split(' ');
  return new HashedWords(['', ...particles].flatMap((particle) => bare.map((word) => particle + word)));
}

/** Bits for each word, so that few others pass. */
const ROOM = 32;
/** The last letter of a word is in the lowest bits of its hash alone: a multiplication carries it to the highest. */
const MIXER = 0x9e3779b1 | 0;

class HashedWords implements WordSet {
  private readonly words: ReadonlySet<string>;
  private readonly shift: number;
  private readonly bits: Int32Array;

  constructor(words: readonly string[]) {
    this.words = new Set(words);
    const size = Math.ceil(Math.log2(words.length * ROOM));
    this.shift = 32 - size;
    this.bits = new Int32Array(1 << (size - 5));
    for (const word of words) {
      const place = this.placeOf(hashWord(word));
      this.bits[place >>> 5] |= 1 << (place & 31);
    }
  }

  has(tokens: Tokens, token: number): boolean {
    const place = this.placeOf(tokens.hash[token]);
    return ((this.bits[place >>> 5] >>> (place & 31)) & 1) === 1 && this.words.has(foldedWord(tokens, token));
  }

  includes(word: string): boolean {
    return this.words.has(word);
  }

  private placeOf(hash: number): number {
    return Math.imul(hash, MIXER) >>> this.shift;
  }
}
