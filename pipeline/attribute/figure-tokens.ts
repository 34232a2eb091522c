/** Where a name lies in the tokens: its last token, and where its first begins in the text. */
import type { Layers } from '../layers.js';

/** Last token of the name that covers a token. */
export function endOfFigure({ figures, tokens }: Layers, token: number): number {
  let last = token;
  while (last + 1 < tokens.count && figures.at[last + 1] === figures.at[token]) last++;
  return last;
}

/** Where in the text the name that covers a token begins, without the particles before it. */
export function mentionStart({ figures, tokens }: Layers, token: number): number {
  let first = token;
  while (figures.startAt[first] < 0 && figures.at[first - 1] === figures.at[token]) first--;
  return figures.startAt[first] < 0 ? tokens.start[token] : figures.startAt[first];
}
