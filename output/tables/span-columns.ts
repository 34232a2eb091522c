/** The columns of a stretch of the article's text: each offset in both units, end exclusive. */
import type { Span } from '../../pipeline/document.js';
import type { ToCodePoints } from '../code-points.js';
import type { Column } from './table.js';

/** What a row must offer so that its offsets can be turned. */
export interface Placed {
  readonly writing: { readonly at: ToCodePoints; readonly text: string };
}

/**
 * Four columns, `start_codepoint`, `end_codepoint`, `start_utf16` and `end_utf16`, each with `prefix` before it.
 * @param what the words in the documentation
 */
export function spanColumns<Item extends Placed>(
  prefix: string,
  what: string,
  spanOf: (item: Item) => Span | undefined,
  required = false,
): readonly Column<Item>[] {
  const column = (
    name: string,
    meaning: string,
    offset: (span: Span, at: ToCodePoints) => number,
  ): Column<Item> => ({
    name: prefix + name,
    type: 'count',
    required,
    meaning,
    of: (item) => {
      const span = spanOf(item);
      return span && offset(span, item.writing.at);
    },
  });
  return [
    column('start_codepoint', `beginning of ${what}, in code points`, ({ start }, at) => at(start)),
    column('end_codepoint', 'its end, exclusive, in code points', ({ end }, at) => at(end)),
    column('start_utf16', 'the beginning, in UTF-16 units', ({ start }) => start),
    column('end_utf16', 'the end, in UTF-16 units', ({ end }) => end),
  ];
}

/** The words of a span. */
export function wordsOf({ writing }: Placed, span: Span | undefined): string | undefined {
  return span && writing.text.slice(span.start, span.end);
}
