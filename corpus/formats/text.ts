/** Plain text: the whole file is one record, and its text is untouched. Of a file that is too large only the beginning is read. */
import { decode } from '../encoding/decode.js';
import type { ReadOptions } from '../record.js';
import { type Entry, LARGEST_RECORD, type RawRecord } from './format.js';

export async function* textRecords(entry: Entry, options: ReadOptions): AsyncGenerator<RawRecord> {
  const { largestRecord = LARGEST_RECORD } = options;
  const all = await firstBytes(entry.pieces, largestRecord + 1);
  const isCut = all.length > largestRecord;
  const bytes = isCut ? all.subarray(0, largestRecord) : all;
  yield {
    bytes: bytes.length,
    read: () => {
      const { text, problems } = decode(bytes, options, isCut);
      return { body: text, problems, isPlain: true };
    },
  };
}

async function firstBytes(pieces: AsyncIterable<Buffer>, most: number): Promise<Buffer> {
  const held: Buffer[] = [];
  let length = 0;
  for await (const piece of pieces) {
    held.push(piece);
    length += piece.length;
    if (length >= most) break;
  }
  return held.length === 1 ? held[0].subarray(0, most) : Buffer.concat(held).subarray(0, most);
}
