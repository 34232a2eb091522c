/** Writes the sketches of documents: of each article and of each of its quotations, for `isnad duplicates` to compare. */
import type { Document } from '../../index.js';
import type { DocumentWriter, OpenOutput } from '../../output/document-writer.js';
import { type JsonLdOptions, writingOf } from '../../output/writing.js';
import { encodeSketch, SKETCHES_HEAD, type Sketch, sketchOf } from './sketch.js';

/** The ending of the files; they are read at any place, so they are never packed. */
export const SKETCHES = 'sketches';

/** Begins the sketches of one shard. */
export function startSketches(open: OpenOutput, options: JsonLdOptions = {}): DocumentWriter {
  const file = open(SKETCHES);
  file.write(SKETCHES_HEAD);
  return {
    add: (document) => {
      const records = sketchesOf(document, options).map(encodeSketch);
      if (records.length > 0) file.write(Buffer.concat(records));
    },
    end: () => {},
  };
}

function sketchesOf(document: Document, options: JsonLdOptions): readonly Sketch[] {
  const { text, ids } = writingOf(document, options);
  const article = sketchOf('article', ids.article, ids.article, text);
  const quotations = document.quotations.map(({ start, end }, index) =>
    sketchOf('quotation', ids.article, ids.quotations[index], text.slice(start, end)),
  );
  return [article, ...quotations].filter((sketch) => sketch !== undefined);
}
