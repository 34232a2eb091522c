/**
 * An article as the runner sees it: tags of its tokens as bits, their lines, and on demand their words and their places.
 * Only an interface: `recognize/rule-row.ts` makes one from the layers of an article, tests make them from tables.
 */
import type { ConditionName } from './pattern.js';
import type { WordFilter } from './word-filter.js';

export interface RuleRow {
  readonly count: number;
  /** Tag bits of each token (`recognize/shapes.ts`). */
  readonly shapes: Int32Array;
  /** Line of each token: no match crosses from one to the next. */
  readonly line: Int32Array;
  /** False only where the word of the token has none of these hashes. */
  mayHaveWord(words: WordFilter, at: number): boolean;
  /** Hash of the token's word, or of a mark's sign; 0 where rules see neither. */
  wordHash(at: number): number;
  /** Whether the token's folded word without attached particles, or the sign of a mark, is this one. */
  isWord(word: string, at: number): boolean;
  /** Whether a condition other than `agrees` holds at a token. */
  holds(condition: ConditionName, at: number): boolean;
  /** Which genders and numbers the token can have, as bits of `AGREEMENT`; 0 when nothing is known of it. */
  agreement(at: number): number;
}

/** Gender and number go together: `الوزراء` is masculine plural and not feminine. */
export const AGREEMENT = { ms: 1, fs: 2, md: 4, fd: 8, mp: 16, fp: 32 } as const;
