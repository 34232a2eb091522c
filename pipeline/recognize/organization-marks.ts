/**
 * Quotation marks around the name of an organization: which pair opens at a token, and whether what it holds can be a name.
 * Takes tokens with their lookups and shapes; whose name it is, is asked elsewhere.
 */
import { COMPLEMENTIZER, FINITE_CUE, PREPOSITION } from '../lookup/lexicon.js';
import type { Lookups } from '../lookup/lookup.js';
import type { MarkPair, Marks } from '../quote/marks.js';
import { NUMBER, PUNCT } from '../tokenize.js';
import type { Reader } from './name-words.js';
import { SHAPE } from './shapes.js';

export function pairAt({ opened, pairs }: Marks, token: number): MarkPair | undefined {
  if (token >= opened.length || opened[token] === 0) return undefined;
  const pair = pairs[opened[token] - 1];
  return pair.close >= 0 ? pair : undefined;
}

/** A few words without verb of speech, complementizer or stop: `إي إل دورن`, `ملاعب أون لاين`, but not `لن نتراجع أبدا`. */
export function isNameInMarks({ tokens, lookups, shapes }: Reader, { first, last }: MarkPair): boolean {
  if (last < first || last - first >= 6 || opensPhrase(lookups, first)) return false;
  let words = 0;
  let names = 0;
  let functions = 0;
  for (let token = first; token <= last; token++) {
    if (tokens.kind[token] <= NUMBER) words++;
    if (tokens.kind[token] > NUMBER) {
      if (tokens.kind[token] !== PUNCT || shapes[token] & (SHAPE.Comma | SHAPE.Colon)) return false;
      continue;
    }
    if (lookups.bits[token] & (COMPLEMENTIZER | (last > first ? FINITE_CUE : 0))) return false;
    if (shapes[token] & SHAPE.Function) functions++;
    if (shapes[token] & (SHAPE.Unknown | SHAPE.Latin | SHAPE.NameNext | SHAPE.Def | SHAPE.Place)) names++;
  }
  return words > 0 && (last - first < 2 || functions === 0 || names >= functions);
}

/** `بروح إيجابية`: a preposition is written onto the first word. */
function opensPhrase({ words, bits }: Lookups, token: number): boolean {
  return (bits[token] & PREPOSITION) !== 0 || words[token]?.[0].preposition === true;
}
