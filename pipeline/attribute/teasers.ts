/**
 * Teasers: lines at the end of a page that point to other stories (`اقرأ أيضا`, `روابط ذات صلة`, then their first
 * sentences). Whoever spoke before has said nothing there, and each line is a story of its own.
 */
import type { Layers } from '../layers.js';

/** A line that only points elsewhere is no longer, in tokens. */
const LONGEST_POINTER = 8;

/** First token of the teasers, in the second half of a text; past its end when there are none. */
export function teasersFrom({ lookups, segments, tokens }: Layers): number {
  for (const { first, end } of segments.lines) {
    if (first < tokens.count / 2 || end - first > LONGEST_POINTER) continue;
    const phrase = lookups.phrases.get(first)?.reading.attribution;
    if (phrase?.kind === 'label' && POINTERS.test(phrase.phrase)) return first;
  }
  return tokens.count;
}

const POINTERS = /ذات (صلة|علاقة)$|^(اقرأ|شاهد|طالع)(وا)?( أيضا| المزيد)?$/u;

export function lineStart({ segments }: Layers, token: number): number {
  return segments.lines[segments.sentences[segments.sentenceOf[token]].line].first;
}
