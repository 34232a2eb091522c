/**
 * The marked stretches of a text that hold no speech, as far as an extraction goes: takes the text and its
 * quotations, gives the content of every pair of marks that no quotation touches. Offsets are UTF-16 units.
 */
import { pairMarks } from '../../pipeline/quote/marks.js';
import { tokenize } from '../../pipeline/tokenize.js';
import { overlap, type Span } from './rows.js';

/** In text order. A stretch inside another that is listed is not listed again. */
export function markedWithoutSpeech(text: string, quotations: readonly Span[]): readonly Span[] {
  const tokens = tokenize(text);
  const free: Span[] = [];
  for (const { close, first, last, depth } of pairMarks(tokens).pairs) {
    if (close < 0 || last < first || depth > 0) continue;
    const span = { start: tokens.start[first], end: tokens.end[last] };
    if (!quotations.some((quotation) => overlap(quotation, span))) free.push(span);
  }
  return free;
}
