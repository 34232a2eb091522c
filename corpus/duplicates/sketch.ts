/**
 * A sketch: what is kept of a text so that it can be compared when the text itself is gone. It holds the smallest hashes
 * of the text's word runs, at most 256, so that two sketches tell what two texts have in common: exactly for short texts,
 * within a few hundredths for long ones. Records of bytes, the same for the same text.
 */
import { type Shingles, shinglesOf } from './shingles.js';

/** What is compared with its like. */
export type SketchOf = 'article' | 'quotation';

export interface Sketch {
  readonly of: SketchOf;
  /** The id of the article. */
  readonly article: string;
  /** The id of the article or quotation itself. */
  readonly id: string;
  /** Distinct runs of the whole text. */
  readonly runs: number;
  /** The smallest of their hashes, ascending. */
  readonly hashes: Uint32Array;
}

export const MOST_HASHES = 256;

/** Words in a run: few enough that a short quotation still has several. */
const RUN: Readonly<Record<SketchOf, number>> = { article: 3, quotation: 2 };

/** Shorter texts are no one's own words: `لا تعليق`. */
const FEWEST_WORDS: Readonly<Record<SketchOf, number>> = { article: 1, quotation: 5 };

/** The sketch of a text; undefined for one with too few words to be compared. */
export function sketchOf(of: SketchOf, article: string, id: string, text: string): Sketch | undefined {
  const shingles: Shingles = shinglesOf(text, RUN[of]);
  if (shingles.words < FEWEST_WORDS[of]) return undefined;
  return { of, article, id, runs: shingles.hashes.length, hashes: shingles.hashes.subarray(0, MOST_HASHES) };
}

/** What every file of sketches begins with. */
export const SKETCHES_HEAD = Buffer.from('isnad sketches 1\n');

/** sort, length of the fragment, number of hashes, number of runs, hash of the article's id */
const FIXED = 1 + 1 + 2 + 4 + 16;
/** The largest record. */
export const LARGEST_SKETCH = FIXED + 255 + MOST_HASHES * 4;

const ARTICLE_ID = 'urn:isnad:article:';
const SORTS: readonly SketchOf[] = ['article', 'quotation'];

/** The record of a sketch. */
export function encodeSketch({ of, article, id, runs, hashes }: Sketch): Buffer {
  const fragment = id.slice(article.length + 1);
  const record = Buffer.alloc(FIXED + fragment.length + hashes.length * 4);
  record.writeUInt8(SORTS.indexOf(of), 0);
  record.writeUInt8(fragment.length, 1);
  record.writeUInt16LE(hashes.length, 2);
  record.writeUInt32LE(runs, 4);
  record.write(article.slice(ARTICLE_ID.length), 8, 'hex');
  record.write(fragment, FIXED, 'latin1');
  for (let index = 0; index < hashes.length; index++)
    record.writeUInt32LE(hashes[index], FIXED + fragment.length + index * 4);
  return record;
}

/** Bytes of the record that begins at `at`; undefined when its beginning is not there yet. */
export function recordLength(bytes: Buffer, at: number): number | undefined {
  if (at + FIXED > bytes.length) return undefined;
  return FIXED + bytes.readUInt8(at + 1) + bytes.readUInt16LE(at + 2) * 4;
}

/** The sketch whose whole record begins at `at`. */
export function decodeSketch(bytes: Buffer, at: number): Sketch {
  const fragmentLength = bytes.readUInt8(at + 1);
  const article = ARTICLE_ID + bytes.toString('hex', at + 8, at + FIXED);
  const fragment = bytes.toString('latin1', at + FIXED, at + FIXED + fragmentLength);
  const hashes = new Uint32Array(bytes.readUInt16LE(at + 2));
  const start = at + FIXED + fragmentLength;
  for (let index = 0; index < hashes.length; index++) hashes[index] = bytes.readUInt32LE(start + index * 4);
  return {
    of: SORTS[bytes.readUInt8(at)],
    article,
    id: fragment === '' ? article : `${article}#${fragment}`,
    runs: bytes.readUInt32LE(at + 4),
    hashes,
  };
}
