/** First and last letters of folded words, without a string of them; 0 for a mark, which has none. */
import type { Tokens } from './tokenize.js';

/** @param at letters from the beginning: 0 is the first */
export function firstLetter({ folded, foldStart, foldLength }: Tokens, token: number, at = 0): number {
  return foldLength[token] > at ? folded[foldStart[token] + at] : 0;
}

export function lastLetter({ folded, foldStart, foldLength }: Tokens, token: number): number {
  return foldLength[token] > 0 ? folded[foldStart[token] + foldLength[token] - 1] : 0;
}

/** Whether a word begins with و or ف, which join clauses. */
export function opensWithJoint(tokens: Tokens, token: number): boolean {
  const letter = firstLetter(tokens, token);
  return letter === WAW || letter === FEH;
}

/** The first letter behind such a joint, or else of the word. */
export function letterBehindJoint(tokens: Tokens, token: number): number {
  return firstLetter(tokens, token, opensWithJoint(tokens, token) ? 1 : 0);
}

export const ALEF = 0x627;
export const BEH = 0x628;
export const TEH = 0x62a;
export const SEEN = 0x633;
export const FEH = 0x641;
export const KAF = 0x643;
export const LAM = 0x644;
export const MEEM = 0x645;
export const NOON = 0x646;
export const HEH = 0x647;
export const WAW = 0x648;
export const YEH = 0x64a;
