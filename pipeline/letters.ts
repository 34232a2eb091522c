/** First and last letters of folded words, without a string of them; 0 for a mark, which has none. */
import type { Tokens } from './tokenize.js';

export function firstLetter({ folded, foldStart, foldLength }: Tokens, token: number): number {
  return foldLength[token] > 0 ? folded[foldStart[token]] : 0;
}

/** @param back letters from the end: 0 is the last */
export function lastLetter({ folded, foldStart, foldLength }: Tokens, token: number, back = 0): number {
  return foldLength[token] > back ? folded[foldStart[token] + foldLength[token] - 1 - back] : 0;
}

export const ALEF = 0x627;
export const BEH = 0x628;
export const LAM = 0x644;
export const NOON = 0x646;
export const WAW = 0x648;
export const YEH = 0x64a;
