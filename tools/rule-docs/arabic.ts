/** Arabic sentences as Markdown that is read from right to left, with the found words in bold. Offsets are UTF-16 units. */
import type { Span } from '../../index.js';

/** A text, and the words in it that are found. */
export interface ShownText {
  readonly text: string;
  readonly bold?: Span;
}

/** Each text as a quoted block of its own. */
export function arabicBlocks(texts: readonly ShownText[]): string {
  return ['<div dir="rtl">', ...texts.map(block), '</div>'].join('\n\n');
}

function block({ text, bold: { start, end } = { start: 0, end: 0 } }: ShownText): string {
  const found = end > start ? `<b>${escaped(text.slice(start, end))}</b>` : '';
  return `${escaped(text.slice(0, start))}${found}${escaped(text.slice(end))}`
    .split('\n')
    .map((line) => `> ${line.replace(/^- /u, '\\- ')}`.trimEnd())
    .join('\n');
}

/** Without signs that Markdown would take for its own. */
function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replace(/[\\`*_[\]]/gu, '\\$&');
}
