/**
 * One reader for each format, all giving the same batches of entries. Takes an open source; a line that cannot be read becomes
 * a fault and the reading goes on.
 */

import { delimitedRows, delimiterOf } from '../corpus/delimited.js';
import { InputError } from '../corpus/input-error.js';
import { type Line, linesOf } from '../corpus/lines.js';
import { type ArabicNames, addArabicName, type GeonamesFilter, readPlace } from './geonames.js';
import { cellsOf, type JsonRow, jsonRows } from './json-rows.js';
import { BadEntry, type Batches, type Entry, type NameRecord } from './record.js';
import type { Source } from './source.js';
import { type Columns, columnsOf, HEADERS, recordOfRow } from './table.js';
import type { Field, Format } from './vocabulary.js';
import { readEntity } from './wikidata-dump.js';

/** What readers must be told. */
export interface Reading {
  /** Headers of columns, by field. */
  readonly columns: ReadonlyMap<Field, string>;
  readonly geonames: GeonamesFilter;
  /** Filled by alternate names, read by places. */
  readonly arabicNames: ArabicNames;
}

/** Reads a source of this format. */
export function readSource(source: Source, format: Format, reading: Reading): Batches {
  const { geonames, arabicNames } = reading;
  switch (format) {
    case 'wikidata':
      return perLine(source, readEntity);
    case 'geonames':
      return perLine(source, (line) => readPlace(line, arabicNames, geonames));
    case 'geonames-names':
      return perLine(source, (line) => {
        addArabicName(line, arabicNames, geonames);
        return undefined;
      });
    case 'sparql':
      return jsonTable(source, reading.columns);
    default:
      return table(source, reading.columns, format === 'tsv' ? '\t' : undefined);
  }
}

/** A line of `[`, `]` or nothing holds no entry. */
const LONGEST_BRACKETS = 2;

async function* perLine(source: Source, read: (line: Line) => NameRecord | undefined): Batches {
  for await (const all of linesOf(source.bytes)) {
    const lines = all.filter(({ bytes }) => bytes === undefined || bytes.length > LONGEST_BRACKETS);
    const entries = lines.flatMap((line) => entryOf(line.number, () => read(line)));
    yield { read: lines.length, entries };
  }
}

async function* jsonTable(source: Source, own: ReadonlyMap<Field, string>): Batches {
  // A row lacks the variables that are unbound in it, so each row has columns of its own.
  const read = (row: JsonRow): NameRecord | undefined => {
    const cells = cellsOf(row);
    return recordOfRow(cells, columnsOf([...cells.keys()], own));
  };
  try {
    for await (const rows of jsonRows(source.bytes))
      yield { read: rows.length, entries: rows.flatMap((row) => entryOf(row.line, () => read(row))) };
  } catch (error) {
    if (error instanceof BadEntry) throw new InputError(`${source.name}: ${error.message}; fetch it again`);
    throw error;
  }
}

async function* table(source: Source, own: ReadonlyMap<Field, string>, given?: string): Batches {
  const header = source.beginning.toString('utf8').split(/\r?\n/u, 1)[0];
  const delimiter = given ?? delimiterOf(header);
  let headers: readonly string[] | undefined;
  let columns: Columns = new Map();
  for await (const rows of delimitedRows(source.bytes, { delimiter })) {
    const entries: Entry[] = [];
    const isBeginning = headers === undefined;
    for (const { line, cells, fault } of rows) {
      if (headers === undefined) {
        headers = cells.map((cell) => cell.trim());
        columns = columnsOf(headers, own);
        checkColumns(source, headers, columns, own);
      } else if (fault !== undefined) entries.push({ line, fault });
      else if (cells.length !== headers.length)
        entries.push({ line, fault: `cells: ${cells.length} instead of ${headers.length}` });
      else {
        const row = new Map(headers.map((name, at) => [name, cells[at]]));
        entries.push(...entryOf(line, () => recordOfRow(row, columns)));
      }
    }
    yield { read: isBeginning ? rows.length - 1 : rows.length, entries };
  }
}

function hasName(columns: Columns): boolean {
  return [...columns.values()].includes('name');
}

function checkColumns(
  { name }: Source,
  headers: readonly string[],
  columns: Columns,
  own: ReadonlyMap<Field, string>,
): void {
  for (const [field, header] of own)
    if (!headers.includes(header))
      throw new InputError(
        `${name}: has no column "${header}" for --column ${field}; it has ${list(headers)}`,
      );
  if (hasName(columns)) return;
  const advice = `say with --column name=HEADER which of ${list(headers)} holds the names`;
  throw new InputError(`${name}: no column is called ${HEADERS.name.slice(0, 3).join(', ')}; ${advice}`);
}

function list(headers: readonly string[]): string {
  const shown = headers.slice(0, 12).map((header) => `"${header.slice(0, 40)}"`);
  return `${shown.join(', ')}${headers.length > shown.length ? ' …' : ''}`;
}

function entryOf(line: number, read: () => NameRecord | undefined): Entry[] {
  try {
    const record = read();
    return record === undefined ? [] : [{ line, record }];
  } catch (error) {
    if (error instanceof BadEntry) return [{ line, fault: error.message }];
    throw error;
  }
}
