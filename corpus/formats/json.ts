/**
 * JSON that is no JSON Lines: an array of records, one record, several behind one another, or an object that holds the
 * array of records somewhere within. Each element of an array is read by itself, so that a broken one spoils no other.
 */
import type { Problem } from '../../index.js';
import type { Encoding } from '../encoding/choose.js';
import { decodeRecord } from '../encoding/decode.js';
import { inSingleBytes } from '../encoding/transcode.js';
import type { ReadOptions } from '../record.js';
import { type Entry, LARGEST_RECORD, type RawRecord, type Reading } from './format.js';
import { recordsWithin } from './json-container.js';
import { fieldsOfJson } from './json-fields.js';
import { type JsonValue, jsonValues } from './json-values.js';
import { malformed, tooLarge, truncated } from './refusals.js';

export async function* jsonRecords(entry: Entry, options: ReadOptions): AsyncGenerator<RawRecord> {
  const largest = Math.max(options.largestRecord ?? LARGEST_RECORD, LARGEST_RECORD);
  const { pieces, encoding } = inSingleBytes(entry, options);
  for await (const values of jsonValues(pieces, largest)) {
    for (const value of values) yield* recordsOf(value, encoding, options, largest);
  }
}

function recordsOf(
  value: JsonValue,
  encoding: Encoding,
  options: ReadOptions,
  largest: number,
): readonly RawRecord[] {
  const { bytes, length, isCut, isElement } = value;
  const { largestRecord = LARGEST_RECORD } = options;
  if (bytes === undefined) return [refusing(length, tooLargeValue(value, largest))];
  if (isElement && length > largestRecord) return [refusing(length, tooLargeValue(value, largestRecord))];
  if (isElement) return [{ bytes: length, read: () => readValue(bytes, isCut, encoding, options) }];
  const parsed = parse(bytes, encoding);
  const within = parsed === undefined ? undefined : recordsWithin(parsed.value, options);
  if (parsed === undefined || within === undefined)
    return [{ bytes: length, read: () => readValue(bytes, isCut, encoding, options) }];
  const share = Math.floor(length / Math.max(1, within.length));
  return within.map((fields, index) => ({
    bytes: index === 0 ? length - share * (within.length - 1) : share,
    read: () => marked(fields(), parsed.problems),
  }));
}

function readValue(bytes: Buffer, isCut: boolean, encoding: Encoding, options: ReadOptions): Reading {
  const { largestRecord = LARGEST_RECORD } = options;
  if (bytes.length > largestRecord) return tooLarge('the record', bytes.length, largestRecord);
  const parsed = parse(bytes, encoding);
  if (parsed !== undefined) return marked(fieldsOfJson(parsed.value, options), parsed.problems);
  return isCut ? truncated('the JSON') : malformed('is no sound JSON; check how it was written');
}

interface Parsed {
  readonly value: unknown;
  readonly problems: readonly Problem[];
}

function parse(bytes: Buffer, encoding: Encoding): Parsed | undefined {
  const { text, problems } = decodeRecord(bytes, encoding);
  try {
    return { value: JSON.parse(text), problems };
  } catch {
    return undefined;
  }
}

function marked(reading: Reading, problems: readonly Problem[]): Reading {
  return problems.length > 0 && !('refused' in reading) ? { ...reading, problems } : reading;
}

function refusing(bytes: number, reading: Reading): RawRecord {
  return { bytes, read: () => reading };
}

function tooLargeValue({ length, isElement }: JsonValue, largest: number): Reading {
  if (isElement) return tooLarge('the record', length, largest);
  return {
    refused: 'too-large',
    because: `is one JSON value of ${length} bytes, and ${largest} may be held; write its records as JSON Lines, an object a line`,
  };
}
