/**
 * The hashes of a few folded words, to be asked with that of a token, or of a token without its particles.
 * Takes words with spaces between; gives a set. `word-set.ts` looks at the word as well.
 */
import { hashWord } from '../tokenize.js';

export type WordHashes = ReadonlySet<number>;

export function wordHashes(words: string): WordHashes {
  return new Set(words.split(' ').map(hashWord));
}
