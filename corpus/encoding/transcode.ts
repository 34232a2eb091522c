/**
 * Turns the bytes of an input into UTF-8 for readers that look for single bytes, such as line ends, which in UTF-16 are no
 * single bytes. What is of one byte a character goes through as it is, and is decoded record by record.
 */
import { chooseEncoding, type Encoding, isWide, markOf, type Told } from './choose.js';
import { decoderFor } from './labels.js';

/** The text of an input in pieces, without the mark at its beginning. */
export async function* textPieces(
  bytes: AsyncIterable<Buffer>,
  { label, mark }: Encoding,
): AsyncGenerator<string> {
  const decoder = decoderFor(label);
  let skipped = 0;
  for await (const piece of bytes) {
    const rest = piece.subarray(Math.min(piece.length, mark - skipped));
    skipped += piece.length - rest.length;
    if (rest.length > 0) yield decoder.decode(rest, false);
  }
  const last = decoder.decode(Buffer.alloc(0), true);
  if (last !== '') yield last;
}

/** An input whose records are lines, or are found by single bytes: its bytes without the mark, and how each record is decoded. */
export function inSingleBytes(
  { beginning, pieces }: Bytes,
  told: Told,
): { readonly pieces: AsyncIterable<Buffer>; readonly encoding: Encoding } {
  const encoding = chooseEncoding(beginning, told, true);
  return isWide(encoding)
    ? { pieces: utf8Of(textPieces(pieces, encoding)), encoding: { ...encoding, label: 'utf-8', mark: 0 } }
    : { pieces: withoutMark(pieces, encoding), encoding: { ...encoding, mark: 0 } };
}

interface Bytes {
  readonly beginning: Buffer;
  readonly pieces: AsyncIterable<Buffer>;
}

async function* utf8Of(texts: AsyncIterable<string>): AsyncGenerator<Buffer> {
  for await (const text of texts) yield Buffer.from(text);
}

async function* withoutMark(pieces: AsyncIterable<Buffer>, { mark }: Encoding): AsyncGenerator<Buffer> {
  let isFirst = mark > 0;
  for await (const piece of pieces) {
    // A range that begins within the input has no mark to lose.
    yield isFirst && markOf(piece) !== undefined ? piece.subarray(mark) : piece;
    isFirst = false;
  }
}
