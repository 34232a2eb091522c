/**
 * How a terminal page is made up: colours only where the standard output is a terminal that has them.
 */
import { styleText } from 'node:util';

/** Ways of setting off a piece of a line. */
export interface Styles {
  readonly heading: (text: string) => string;
  readonly name: (text: string) => string;
  readonly aside: (text: string) => string;
}

/** The styles for the standard output as it is. */
export function outputStyles(): Styles {
  const hasColours = process.stdout.isTTY && process.stdout.hasColors();
  const plain = (text: string) => text;
  if (!hasColours) return { heading: plain, name: plain, aside: plain };
  return {
    heading: (text) => styleText('bold', text),
    name: (text) => styleText('cyan', text),
    aside: (text) => styleText('dim', text),
  };
}
