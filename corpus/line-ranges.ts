/**
 * Cuts a file whose records are lines into ranges of bytes. Each range begins with a line and knows that line's number, and all
 * ranges together are the file. Reads the bytes once and holds none of them.
 */
import type { RecordRange } from './record.js';

type ByteRange = Extract<RecordRange, { unit: 'bytes' }>;

/**
 * Gives ranges in order, each of at least so many bytes but the last.
 * @param pieces the bytes of the file, from the first
 */
export async function* lineRanges(pieces: AsyncIterable<Buffer>, size: number): AsyncGenerator<ByteRange> {
  let from = 0;
  let first = 0;
  let line = 0;
  let offset = 0;
  for await (const piece of pieces) {
    for (let end = piece.indexOf(LF); end >= 0; end = piece.indexOf(LF, end + 1)) {
      line++;
      const next = offset + end + 1;
      if (next - from < size) continue;
      yield { unit: 'bytes', from, to: next, first };
      from = next;
      first = line;
    }
    offset += piece.length;
  }
  if (offset > from) yield { unit: 'bytes', from, to: offset, first };
}

const LF = 0x0a;

/** Ends pieces with the last line that begins before `to`. The pieces begin at `from`. */
export async function* linesBefore(
  pieces: AsyncIterable<Buffer>,
  from: number,
  to: number,
): AsyncGenerator<Buffer> {
  let offset = from;
  if (to <= from) return;
  for await (const piece of pieces) {
    // The line end at `to - 1` or the first one behind it ends the last line.
    const end = offset + piece.length < to ? -1 : piece.indexOf(LF, Math.max(0, to - 1 - offset));
    if (end >= 0) {
      yield piece.subarray(0, end + 1);
      return;
    }
    yield piece;
    offset += piece.length;
  }
}
