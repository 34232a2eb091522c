/** Writes documents as JSON-LD, one object a line, to stand beside `context.jsonld`. */
import type { DocumentWriter, OpenOutput } from './document-writer.js';
import { serialize } from './json-ld.js';
import type { JsonLdOptions } from './writing.js';

/** The ending of the files. */
export const LINES = 'ndjsonld';

/** Begins the lines of one shard. */
export function startLines(open: OpenOutput, options: JsonLdOptions): DocumentWriter {
  const file = open(LINES);
  return {
    add: (document) => file.write(`${serialize(document, { ...options, context: 'file' })}\n`),
    end: () => {},
  };
}
