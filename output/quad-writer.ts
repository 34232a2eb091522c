/** Writes documents as N-Quads, a statement a line. */
import type { DocumentWriter, OpenOutput } from './document-writer.js';
import { toNQuads } from './n-quads.js';
import type { JsonLdOptions } from './writing.js';

/** The ending of the files. */
export const QUADS = 'nq';

/** Begins the statements of one shard. */
export function startQuads(open: OpenOutput, options: JsonLdOptions): DocumentWriter {
  const file = open(QUADS);
  return { add: (document) => file.write(toNQuads(document, options)), end: () => {} };
}
