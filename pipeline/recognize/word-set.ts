/** A few folded words to be asked by their hash, so that a token needs no string. Takes words with spaces between; gives a set. */
import { hashWord } from '../tokenize.js';

export type WordSet = ReadonlySet<number>;

export function wordSet(words: string): WordSet {
  return new Set(words.split(' ').map(hashWord));
}
