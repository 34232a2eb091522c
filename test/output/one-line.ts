/** The long way from a document to its line, which the short one must equal: the object, then `JSON.stringify`. */
import { toJsonLd } from '../../output/json-ld.js';
import type { JsonLdOptions } from '../../output/writing.js';
import type { Document } from '../../pipeline/document.js';

/** The options that change the line. */
export const OPTIONS: readonly JsonLdOptions[] = [
  {},
  { context: 'file', withText: true, generatedBy: 'urn:isnad:extractor:sha256:00' },
];

/** Three characters that JSON allows in a string are escaped, since some readers end a line at them. */
export function asOneLine(document: Document, options: JsonLdOptions): string {
  return JSON.stringify(toJsonLd(document, options))
    .replaceAll('\u0085', '\\u0085')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
}
