/**
 * What a text that begins with an angle bracket is: takes its beginning, goes past declarations and comments to the first
 * element, whose name tells. Gives nothing where no element stands.
 */
import { isPage } from '../html/recognize.js';
import type { FormatName } from './format.js';

export function markupFormat(text: string): FormatName | undefined {
  return isPage(text) ? 'html' : undefined;
}
