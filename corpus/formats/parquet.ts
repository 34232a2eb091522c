/**
 * Parquet: each row is a record whose fields are its columns. Reads the columns that an article needs, a group of rows at a time; a file
 * that is packed or comes from a pipe is held, since its directory stands at its end.
 */
import { open } from 'node:fs/promises';
import type { AsyncBuffer, FileMetaData } from 'hyparquet';
import type { ReadOptions } from '../record.js';
import { gatherOrCount } from '../unpack/pieces.js';
import { FIELD_NAMES, plainName } from './field-names.js';
import { type Entry, LARGEST_RECORD, type RawRecord } from './format.js';
import { fieldsOfJson } from './json-fields.js';
import { malformed, tooLarge } from './refusals.js';

/** Of a file that cannot be read from its end. */
const LARGEST_HELD = 256 * 1024 * 1024;
/** What is read at once: a group of rows, or as many of a larger one. Each reading unpacks the columns of the group anew. */
const ROW_BYTES = 64 * 1024 * 1024;

export async function* parquetRecords(entry: Entry, options: ReadOptions): AsyncGenerator<RawRecord> {
  const opened = await fileOf(entry);
  if ('length' in opened) {
    yield {
      bytes: opened.length,
      read: () => tooLarge('the packed Parquet file', opened.length, LARGEST_HELD),
    };
    return;
  }
  let read = 0;
  try {
    for await (const row of rowsOf(opened.file, options)) {
      read++;
      yield recordOf(row, options);
    }
  } catch (error) {
    yield {
      bytes: 0,
      read: () =>
        malformed(`is no sound Parquet behind row ${read} (${(error as Error).message}); write it again`),
    };
  } finally {
    await opened.close();
  }
}

type Row = Readonly<Record<string, unknown>>;

async function* rowsOf(file: AsyncBuffer, options: ReadOptions): AsyncGenerator<Row> {
  const { parquetMetadataAsync, parquetReadObjects } = await import('hyparquet');
  const { compressors } = await import('hyparquet-compressors');
  const metadata = await parquetMetadataAsync(file);
  const columns = columnsOf(metadata, options);
  let start = 0;
  for (const group of metadata.row_groups) {
    const count = Number(group.num_rows);
    const step = Math.max(1, Math.floor(ROW_BYTES / rowBytes(group, count)));
    for (let from = 0; from < count; from += step) {
      const rowStart = start + from;
      const rowEnd = start + Math.min(count, from + step);
      yield* await parquetReadObjects({ file, metadata, columns, rowStart, rowEnd, compressors, utf8: true });
    }
    start += count;
  }
}

function rowBytes({ total_byte_size }: FileMetaData['row_groups'][number], count: number): number {
  return Math.max(1, Number(total_byte_size) / Math.max(1, count));
}

/** The columns whose names are known or given; all when none of them could hold the text. */
function columnsOf({ schema }: FileMetaData, { fields = {} }: ReadOptions): string[] | undefined {
  const names = topLevel(schema);
  const given = new Set(Object.values(fields).map((path) => path.split('.')[0]));
  const known = new Set(Object.values(FIELD_NAMES).flat());
  const wanted = names.filter((name) => given.has(name) || given.has(name) || known.has(plainName(name)));
  const texts = new Set(FIELD_NAMES.text);
  return fields.text !== undefined || wanted.some((name) => texts.has(plainName(name))) ? wanted : undefined;
}

/** The schema is a tree in one list, each element before its children. */
function topLevel(schema: FileMetaData['schema']): readonly string[] {
  const names: string[] = [];
  let at = 1;
  const skip = (): void => {
    const children = schema[at++]?.num_children ?? 0;
    for (let child = 0; child < children && at < schema.length; child++) skip();
  };
  while (at < schema.length) {
    names.push(schema[at].name);
    skip();
  }
  return names;
}

function recordOf(row: Row, options: ReadOptions): RawRecord {
  const plain = Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plainOf(value)]));
  const bytes = Object.values(plain).reduce<number>(
    (sum, value) => sum + (typeof value === 'string' ? Buffer.byteLength(value) : 8),
    0,
  );
  const { largestRecord = LARGEST_RECORD } = options;
  if (bytes > largestRecord) return { bytes, read: () => tooLarge('the row', bytes, largestRecord) };
  return { bytes, read: () => fieldsOfJson(plain, options) };
}

/** Days have no time, and bytes are taken for text. */
function plainOf(value: unknown): unknown {
  if (value instanceof Date)
    return value
      .toISOString()
      .replace(/T00:00:00\.000Z$/u, '')
      .replace('.000Z', 'Z');
  if (value instanceof Uint8Array) return Buffer.from(value).toString('utf8');
  return value;
}

interface Opened {
  readonly file: AsyncBuffer;
  close(): Promise<void>;
}

async function fileOf({ path, pieces }: Entry): Promise<Opened | { readonly length: number }> {
  if (path === undefined) {
    const { bytes, length } = await gatherOrCount(pieces, LARGEST_HELD);
    if (bytes === undefined) return { length };
    const slice = (from: number, to = length) => Uint8Array.from(bytes.subarray(from, to)).buffer;
    return { file: { byteLength: length, slice }, close: async () => {} };
  }
  const handle = await open(path);
  const { size } = await handle.stat();
  const slice = async (from: number, to = size) => {
    const bytes = new Uint8Array(Math.max(0, to - from));
    let read = 0;
    while (read < bytes.length) {
      const { bytesRead } = await handle.read(bytes, read, bytes.length - read, from + read);
      if (bytesRead === 0) throw new Error('it ends too early');
      read += bytesRead;
    }
    return bytes.buffer;
  };
  return { file: { byteLength: size, slice }, close: () => handle.close() };
}
