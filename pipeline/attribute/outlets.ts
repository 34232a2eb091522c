/** Outlets and people that are spoken to, behind ل: `قال لـ«الميزان»`, `مصدر لرويترز`. They are never who speaks. */
import type { Layers } from '../layers.js';
import { firstLetter, LAM } from '../letters.js';
import { pairOpenedAt } from '../quote/frames.js';
import { prepositionAt } from './adverbials.js';
import { endOfFigure } from './figure-tokens.js';

/** An outlet or person that is spoken to: `لقناة العربية`. */
export interface Addressee {
  readonly figure: number;
  readonly first: number;
  readonly last: number;
}

/** `قال لـ«الميزان» مدير الميناء`: whom the words in marks name is spoken to. */
export function outletInMarks(
  layers: Layers,
  particle: number,
): { readonly addressee?: Addressee; readonly next: number } | undefined {
  const { tokens, figures, marks } = layers;
  if (tokens.foldLength[particle] !== 1) return undefined;
  const pair = pairOpenedAt(layers, particle + 1);
  if (pair < 0 || firstLetter(tokens, particle) !== LAM) return undefined;
  const { first, close } = marks.pairs[pair];
  if (close < 0 || close - first > 6) return undefined;
  const figure = figures.at[first];
  return {
    addressee: figure === 0 ? undefined : { figure: figure - 1, first, last: endOfFigure(layers, first) },
    next: close + 1,
  };
}

/** `المسؤول التركي لرويترز`, `مصدر لـCNN`: the outlet is spoken to; `السفير الأميركي للعراق` is his title. */
export function isOutletSpokenTo(layers: Layers, token: number): boolean {
  const { tokens, figures } = layers;
  const particle = tokens.foldLength[token] === 1 && firstLetter(tokens, token) === LAM;
  const named = figures.at[particle ? token + 1 : token] ?? 0;
  if (named === 0 || figures.figures[named - 1].row?.kind !== 'media') return false;
  return particle || (prepositionAt(layers, token) === 'ل' && figures.startAt[token] > tokens.start[token]);
}
