/** Describes a stretch of the article's text. Takes UTF-16 units, gives code points. */
import type { Span } from '../pipeline/document.js';
import { spanId } from './identifiers.js';
import type { JsonLdSpan } from './json-ld-types.js';
import { KEYS } from './keys.js';
import { fixed, type Row } from './row.js';
import type { Writing } from './writing.js';

const SELECTOR = fixed(KEYS.type, ['TextPositionSelector', 'TextQuoteSelector']);

export function describeSpan(row: Row<JsonLdSpan>, { text, at, ids }: Writing, span: Span): void {
  const [start, end] = [at(span.start), at(span.end)];
  row.fixed(SELECTOR);
  row.word(KEYS.id, spanId(ids.article, start, end));
  row.count(KEYS.start, start);
  row.count(KEYS.end, end);
  row.text(KEYS.text, text.slice(span.start, span.end));
}
