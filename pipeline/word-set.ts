/**
 * A set of folded words that tokens are asked for. The hash of a token's word is looked for in a few bits first, since
 * nearly every word of a text is in no set, and to look at the word itself is to wait for memory.
 */
import { foldedWord, hashWord, type Tokens } from './tokenize.js';

export interface WordSet {
  has(tokens: Tokens, token: number): boolean;
}

/**
 * @param words separated by spaces
 * @param particles of which one may stand before each word, or none
 */
export function wordSet(words: string, particles = ''): WordSet {
  const bare = words.split(/\s+/u);
  return new HashedWords(['', ...particles].flatMap((particle) => bare.map((word) => particle + word)));
}

const BITS = 11;
/** The last letter of a word is in the lowest bits of its hash alone: a multiplication carries it to the highest. */
const MIXER = 0x9e3779b1 | 0;

class HashedWords implements WordSet {
  private readonly bits = new Int32Array(1 << (BITS - 5));
  private readonly words: ReadonlySet<string>;

  constructor(words: readonly string[]) {
    this.words = new Set(words);
    for (const word of words) {
      const place = placeOf(hashWord(word));
      this.bits[place >>> 5] |= 1 << (place & 31);
    }
  }

  has(tokens: Tokens, token: number): boolean {
    const place = placeOf(tokens.hash[token]);
    return ((this.bits[place >>> 5] >>> (place & 31)) & 1) === 1 && this.words.has(foldedWord(tokens, token));
  }
}

function placeOf(hash: number): number {
  return Math.imul(hash, MIXER) >>> (32 - BITS);
}
