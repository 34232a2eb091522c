/**
 * The rows of a Parquet file, a group at a time, with the columns that an article needs. Takes a path or bytes. A damaged file may throw
 * anything here, take memory or never end, so that this runs in a thread of its own.
 */
import { fstatSync, openSync, readSync } from 'node:fs';
import type { AsyncBuffer, FileMetaData } from 'hyparquet';
import type { ReadOptions } from '../record.js';
import { FIELD_NAMES, plainName } from './field-names.js';

export type Row = Readonly<Record<string, unknown>>;

/** What is read at once: a group of rows, or as many of a larger one. Each reading unpacks the columns of the group anew. */
const ROW_BYTES = 64 * 1024 * 1024;

export async function* parquetRows(
  source: string | Uint8Array,
  fields: ReadOptions['fields'],
): AsyncGenerator<readonly Row[]> {
  const { parquetMetadataAsync, parquetReadObjects } = await import('hyparquet');
  const { compressors } = await import('hyparquet-compressors');
  const file = typeof source === 'string' ? fileAt(source) : held(source);
  const metadata = await parquetMetadataAsync(file);
  const columns = columnsOf(metadata, fields);
  let start = 0;
  for (const group of metadata.row_groups) {
    const count = Number(group.num_rows);
    const step = Math.max(1, Math.floor(ROW_BYTES / rowBytes(group, count)));
    for (let from = 0; from < count; from += step) {
      const rowStart = start + from;
      const rowEnd = start + Math.min(count, from + step);
      const rows = await parquetReadObjects({
        file,
        metadata,
        columns,
        rowStart,
        rowEnd,
        compressors,
        utf8: true,
      });
      yield rows.map(plainRow);
    }
    start += count;
  }
}

function rowBytes({ total_byte_size }: FileMetaData['row_groups'][number], count: number): number {
  return Math.max(1, Number(total_byte_size) / Math.max(1, count));
}

/** The columns whose names are known or given; all when none of them could hold the text. */
function columnsOf({ schema }: FileMetaData, fields: ReadOptions['fields'] = {}): string[] | undefined {
  const given = new Set(Object.values(fields).map((path) => path.split('.')[0]));
  const known = new Set(Object.values(FIELD_NAMES).flat());
  const wanted = topLevel(schema).filter((name) => given.has(name) || known.has(plainName(name)));
  const texts = new Set(FIELD_NAMES.text);
  const hasText = fields.text !== undefined || wanted.some((name) => texts.has(plainName(name)));
  return hasText ? wanted : undefined;
}

/** The schema is a tree in one list, each element before its children. */
function topLevel(schema: FileMetaData['schema']): readonly string[] {
  const names: string[] = [];
  let at = 1;
  while (at < schema.length) {
    names.push(schema[at].name);
    for (let left = 1; left > 0 && at < schema.length; at++) left += (schema[at].num_children ?? 0) - 1;
  }
  return names;
}

/** Days have no time, and bytes are taken for text. */
function plainRow(row: Row): Row {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plainValue(value)]));
}

function plainValue(value: unknown): unknown {
  if (value instanceof Date && !Number.isNaN(value.valueOf()))
    return value
      .toISOString()
      .replace(/T00:00:00\.000Z$/u, '')
      .replace('.000Z', 'Z');
  if (value instanceof Uint8Array) return new TextDecoder().decode(value);
  return value;
}

function held(bytes: Uint8Array): AsyncBuffer {
  return {
    byteLength: bytes.length,
    slice: (from: number, to = bytes.length) => Uint8Array.from(bytes.subarray(from, to)).buffer,
  };
}

/** Stays open until its thread ends. */
function fileAt(path: string): AsyncBuffer {
  const file = openSync(path, 'r');
  const { size } = fstatSync(file);
  const slice = (from: number, to = size) => {
    const bytes = new Uint8Array(Math.max(0, Math.min(size, to) - from));
    for (let read = 0; read < bytes.length; ) {
      const count = readSync(file, bytes, read, bytes.length - read, from + read);
      if (count === 0) throw new Error('it ends too early');
      read += count;
    }
    return bytes.buffer;
  };
  return { byteLength: size, slice };
}
