/**
 * Reads the records of a slice, past those at which already the reading had to be ended: they come as refused. A file that is
 * of no known format is a record that cannot be read.
 */
import { accessSync, constants } from 'node:fs';
import { InputError } from '../input-error.js';
import { type OpenInput, openInput } from '../read-records.js';
import type { RecordRange } from '../record.js';
import { articleFile } from './divide.js';
import type { SliceRecord, UnreadRecord } from './fate.js';
import type { Manifest, Slice } from './manifest.js';
import { inputPath } from './place.js';
import type { StruckRecord } from './struck.js';

/**
 * Reads a slice.
 * @throws InputError when the file cannot be read
 */
export async function* readSlice(
  folder: string,
  manifest: Manifest,
  slice: Slice,
  struck: readonly StruckRecord[],
): AsyncGenerator<SliceRecord> {
  const file = inputPath(folder, manifest, slice);
  const opened = await openInput(articleFile({ file, ...slice }), manifest.settings.reading).catch((error) =>
    unknownFormat(file, error),
  );
  if (!isOpen(opened)) {
    yield opened;
    return;
  }
  try {
    const unread = slice.range?.unit === 'bytes' ? [] : struck.filter((record) => record.unread === true);
    let range = slice.range;
    for (const { record, reason, message } of unread) {
      yield* opened.records(until(range, record));
      yield { kind: 'unread', record, bytes: 0, reason, message };
      range = from(range, record + 1);
    }
    yield* opened.records(range);
  } finally {
    await opened.close();
  }
}

/** The number of the first record that a slice may have. */
export function firstRecord({ range }: Slice): number {
  if (range === undefined) return 0;
  return range.unit === 'bytes' ? range.first : range.from;
}

const END = Number.MAX_SAFE_INTEGER;

function until(range: RecordRange | undefined, to: number): RecordRange {
  return { unit: 'records', from: range?.from ?? 0, to };
}

function from(range: RecordRange | undefined, first: number): RecordRange {
  return { unit: 'records', from: first, to: range?.to ?? END };
}

function isOpen(opened: OpenInput | UnreadRecord): opened is OpenInput {
  return !('kind' in opened);
}

/** @throws InputError again when the file cannot be read at all, which may change */
function unknownFormat(file: string, error: unknown): UnreadRecord {
  if (!(error instanceof InputError)) throw error;
  try {
    accessSync(file, constants.R_OK);
  } catch {
    throw error;
  }
  return { kind: 'unread', record: 0, bytes: 0, reason: 'malformed', message: error.message };
}
