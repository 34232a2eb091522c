/**
 * Whether a statement is asserted, or denied, questioned, conditional, or still to be made.
 * Read off the cue and the words right before it.
 */
import type { Polarity } from '../document.js';
import type { Layers } from '../layers.js';
import { foldedWord, WORD } from '../tokenize.js';
import type { Frame } from './frames.js';

export function polarityOf({ tokens, lookups, segments }: Layers, { cue, reading }: Frame): Polarity {
  if (reading.row.stance === 'denies') return 'denied';
  const sentence = segments.sentences[segments.sentenceOf[cue.token]];
  const before = (back: number): string => {
    const token = cue.token - back;
    return token >= sentence.first && tokens.kind[token] === WORD ? foldedWord(tokens, token) : '';
  };
  const negated = NEGATIONS.test(before(1)) || (before(1) === 'ما' && before(2) === '' && !cue.object);
  if (negated) return before(1).endsWith('لن') ? 'future' : 'denied';
  if (/^[وف]?هل$/u.test(before(1))) return 'questioned';
  if (/^[وف]?(اذا|لو|ان)$/u.test(before(1)) && before(1) !== '') return 'conditional';
  if (cue.future || before(1) === 'سوف') return 'future';
  if (reading.form === 'imperfect' && before(1) === 'ان') {
    for (let back = 2; back <= 4; back++)
      if (/^(المتوقع|المقرر|المنتظر|المرجح|المرتقب|يتوقع|ينتظر)$/u.test(before(back))) return 'future';
  }
  const writer = lookups.phrases.get(cue.token - 3)?.reading.attribution?.kind;
  return writer === 'writer' && reading.form === 'imperfect' ? 'future' : 'asserted';
}

const NEGATIONS = /^[وف]?(لم|لا|لن)$/u;
