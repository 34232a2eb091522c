/**
 * Whether a statement is asserted, or denied, questioned, conditional, or still to be made.
 * Read off the cue and the words right before it.
 */
import type { Polarity } from '../document.js';
import type { Layers } from '../layers.js';
import { WORD } from '../tokenize.js';
import { wordSet } from '../word-set.js';
import type { Frame } from './frames.js';

export function polarityOf({ tokens, lookups, segments }: Layers, { cue, reading }: Frame): Polarity {
  if (reading.row.stance === 'denies') return 'denied';
  const sentence = segments.sentences[segments.sentenceOf[cue.token]];
  const isWord = (token: number): boolean => token >= sentence.first && tokens.kind[token] === WORD;
  const before = cue.token - 1;
  if (isWord(before)) {
    if (NEGATIONS.has(tokens, before)) return WILL_NOT.has(tokens, before) ? 'future' : 'denied';
    if (NOT.has(tokens, before) && !isWord(before - 1) && !cue.object) return 'denied';
    if (WHETHER.has(tokens, before)) return 'questioned';
    if (IF.has(tokens, before)) return 'conditional';
  }
  if (cue.future || (isWord(before) && WILL.has(tokens, before))) return 'future';
  const writer = lookups.phrases.get(cue.token - 3)?.reading.attribution?.kind;
  return writer === 'writer' && reading.form === 'imperfect' ? 'future' : 'asserted';
}

const NEGATIONS = wordSet('لم لا لن', 'وف');
const WILL_NOT = wordSet('لن', 'وف');
const NOT = wordSet('ما');
const WHETHER = wordSet('هل', 'وف');
const IF = wordSet('اذا لو ان', 'وف');
const WILL = wordSet('سوف');
