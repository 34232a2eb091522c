/** A page of HTML: the whole file is one record. Its main text is read, and what it says of itself. */
import { decode } from '../encoding/decode.js';
import { declaredIn } from '../html/declared.js';
import { LARGEST_PAGE, readPage } from '../html/page.js';
import type { ReadOptions } from '../record.js';
import { gatherOrCount } from '../unpack/pieces.js';
import type { Entry, RawRecord, Reading } from './format.js';
import { tooLarge } from './refusals.js';

export async function* htmlRecords({ pieces }: Entry, options: ReadOptions): AsyncGenerator<RawRecord> {
  const { largestRecord = LARGEST_PAGE, encoding } = options;
  const { bytes, length } = await gatherOrCount(pieces, largestRecord);
  if (bytes === undefined) yield { bytes: length, read: () => tooLarge('the page', length, largestRecord) };
  else yield { bytes: length, read: () => readBytes(bytes, encoding, [declaredIn(bytes)]) };
}

/** @param declared what the page and its server say of its encoding */
export function readBytes(
  bytes: Buffer,
  encoding: string | undefined,
  declared: readonly (string | undefined)[],
): Reading {
  const { text, problems } = decode(bytes, { encoding, declared });
  const page = readPage(text);
  return 'refused' in page ? page : { ...page, problems };
}
