/**
 * Turns UTF-16 offsets of a text into code-point offsets. Takes a text once, gives a function that answers by
 * bisection: only a character outside the basic plane (an emoji) makes the two differ.
 */
import { hash } from 'node:crypto';

/** Most articles have none, and then nothing else need be done. */
const ANY_SURROGATE = /[\uD800-\uDFFF]/;

/** Gives the code-point offset of a UTF-16 offset; one within a surrogate pair counts as after the pair. */
export type ToCodePoints = (offset: number) => number;

/** A text without lone surrogates, and the way from its UTF-16 offsets to code points. */
export function readText(text: string): { readonly text: string; readonly at: ToCodePoints } {
  if (!ANY_SURROGATE.test(text)) return { text, at: (offset) => offset };
  const whole = text.toWellFormed();
  const pairs = secondHalves(whole);
  return { text: whole, at: (offset) => offset - countBelow(pairs, offset) };
}

/** A text without lone surrogates: each becomes U+FFFD, so that no offset moves and UTF-8 can say it. */
export function wellFormed(text: string): string {
  return text.isWellFormed() ? text : text.toWellFormed();
}

/** The digest of a text's UTF-8. */
export function digestOf(text: string): string {
  return `sha256:${hash('sha256', text)}`;
}

function secondHalves(text: string): readonly number[] {
  const positions: number[] = [];
  for (let unit = 1; unit < text.length; unit++) {
    const code = text.charCodeAt(unit);
    if (code < 0xdc00 || code > 0xdfff) continue;
    const before = text.charCodeAt(unit - 1);
    if (before >= 0xd800 && before <= 0xdbff) positions.push(unit);
  }
  return positions;
}

function countBelow(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
