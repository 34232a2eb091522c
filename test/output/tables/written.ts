/** Tables in memory: documents are written, and read again by programs of others. */
import { DuckDBInstance } from '@duckdb/node-api';
import { parquetReadObjects } from 'hyparquet';
import { loadTables, type TableForm } from '../../../output/tables/table-writer.js';
import type { JsonLdOptions } from '../../../output/writing.js';
import type { Document } from '../../../pipeline/document.js';

export type Row = Readonly<Record<string, unknown>>;

/** The files of a form by their endings, as bytes. */
export async function written(
  form: TableForm,
  documents: readonly Document[],
  options: JsonLdOptions = {},
): Promise<ReadonlyMap<string, Buffer>> {
  const files = new Map<string, Buffer[]>();
  const start = await loadTables(form);
  const open = (ending: string) => {
    if (files.has(ending)) throw new Error(`${ending} is opened twice`);
    const pieces: Buffer[] = [];
    files.set(ending, pieces);
    // What is written may be kept as it is until the end.
    const kept = (piece: string | Uint8Array) =>
      typeof piece === 'string'
        ? Buffer.from(piece)
        : Buffer.from(piece.buffer, piece.byteOffset, piece.length);
    return { write: (piece: string | Uint8Array) => pieces.push(kept(piece)) };
  };
  const writer = start(open, options);
  for (const document of documents) writer.add(document);
  await writer.end();
  return new Map([...files].map(([ending, pieces]) => [ending, Buffer.concat(pieces)]));
}

/** The rows of a Parquet file. */
export function parquetRows(bytes: Buffer): Promise<Row[]> {
  return parquetReadObjects({ file: new Uint8Array(bytes).buffer });
}

/** The rows of a CSV file, read by the letter of RFC 4180; the mark in front must be there. */
export function csvRows(bytes: Buffer): Readonly<Record<string, string>>[] {
  const text = bytes.toString('utf8');
  if (!text.startsWith('\ufeff')) throw new Error('there is no byte order mark');
  const [names, ...rows] = records(text.slice(1));
  return rows.map((cells) => {
    if (cells.length !== names.length) throw new Error(`a row has ${cells.length} cells`);
    return Object.fromEntries(cells.map((cell, index) => [names[index], cell]));
  });
}

function records(text: string): string[][] {
  const all: string[][] = [];
  let cells: string[] = [];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gsu)) {
    cells.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === ',') continue;
    all.push(cells);
    cells = [];
  }
  return all;
}

/** What DuckDB answers. */
export async function queried(sql: string): Promise<readonly Row[]> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const reader = await connection.runAndReadAll(sql);
  return reader.getRowObjectsJson() as readonly Row[];
}
