/**
 * Turns the bytes of an input into UTF-8 for readers that look for single bytes, such as line ends, which in UTF-16 are no
 * single bytes. What is of one byte a character goes through as it is, and is decoded record by record.
 */
import type { Encoding } from './choose.js';
import { decoderFor } from './labels.js';

/** Whether a character takes more than one byte even where it is one of ASCII. */
export function isWide({ label }: Encoding): boolean {
  return label.startsWith('utf-16') || label.startsWith('utf-32') || label.startsWith('ucs');
}

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

/** The bytes of an input without the mark at its beginning and, where they are wide, in UTF-8. */
export async function* lineBytes(bytes: AsyncIterable<Buffer>, encoding: Encoding): AsyncGenerator<Buffer> {
  if (isWide(encoding)) {
    for await (const text of textPieces(bytes, encoding)) yield Buffer.from(text);
    return;
  }
  let left = encoding.mark;
  for await (const piece of bytes) {
    const rest = piece.subarray(Math.min(piece.length, left));
    left -= piece.length - rest.length;
    if (rest.length > 0) yield rest;
  }
}

/** How the bytes that `lineBytes` gives are decoded. */
export function afterLineBytes(encoding: Encoding): Encoding {
  return isWide(encoding) ? { ...encoding, label: 'utf-8', mark: 0 } : { ...encoding, mark: 0 };
}
