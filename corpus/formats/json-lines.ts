/**
 * JSON Lines: each line is a record, and its number is that of its line, so that a file may be cut between any two lines.
 * Empty lines are no records. A line longer than a record may be is never held.
 */
import { chooseEncoding, type Encoding, isWide } from '../encoding/choose.js';
import { decodeRecord } from '../encoding/decode.js';
import { inSingleBytes } from '../encoding/transcode.js';
import { type Line, linesOf } from '../lines.js';
import type { ReadOptions } from '../record.js';
import { type Entry, LARGEST_RECORD, type RawRecord, type Reading } from './format.js';
import { fieldsOfJson } from './json-fields.js';
import { malformed, tooLarge } from './refusals.js';

/** One raw record a line; an empty line gives one without bytes to read, so that numbers stay those of the lines. */
export async function* jsonLineRecords(entry: Entry, options: ReadOptions): AsyncGenerator<RawRecord> {
  const { largestRecord = LARGEST_RECORD } = options;
  const { pieces, encoding } = inSingleBytes(entry, options);
  // A mark stays where it stands, since every line may have one: files were joined, or a range begins there.
  const asItIs = !isWide(chooseEncoding(entry.beginning, options, true));
  for await (const lines of linesOf(asItIs ? entry.pieces : pieces, largestRecord)) {
    for (const line of lines) yield record(line, encoding, options, largestRecord);
  }
}

function record(line: Line, encoding: Encoding, options: ReadOptions, largest: number): RawRecord {
  const { bytes, length } = line;
  if (bytes === undefined) return { bytes: length, read: () => tooLarge('the line', length, largest) };
  const isBlank = bytes.every((byte) => BLANK.has(byte));
  return { bytes: length, isAbsent: isBlank, read: () => readLine(bytes, encoding, options) };
}

const BLANK: ReadonlySet<number> = new Set([0x20, 0x09, 0x0d]);

function readLine(bytes: Buffer, encoding: Encoding, options: ReadOptions): Reading {
  const { text, problems } = decodeRecord(bytes, encoding);
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/u, ''));
  } catch {
    return malformed('is no sound JSON; check how it was written');
  }
  const fields = fieldsOfJson(value, options);
  return 'refused' in fields || problems.length === 0 ? fields : { ...fields, problems };
}
