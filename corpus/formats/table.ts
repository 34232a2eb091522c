/**
 * CSV and TSV with a header: each row is a record whose fields are its cells under the names of the columns. Rows may span lines.
 * A row with too few cells has what it has; one with too many, or with a quotation mark left open, is refused.
 */
import type { Problem } from '../../index.js';
import { type DelimitedRow, type Delimiting, delimiterOf, rowsOf, rowsWithin } from '../delimited.js';
import type { ReadOptions } from '../record.js';
import { decodedTexts } from './decoded.js';
import { type Entry, LARGEST_RECORD, type RawRecord, type Reading } from './format.js';
import { fieldsOfJson } from './json-fields.js';
import { malformed, tooLarge } from './refusals.js';

export async function* tableRecords(entry: Entry, options: ReadOptions): AsyncGenerator<RawRecord> {
  const { largestRecord = LARGEST_RECORD } = options;
  const delimiting = { ...delimitingOf(entry), longest: options.largestRecord ?? LONGEST_ROW };
  let header: readonly string[] | undefined;
  const { texts, problems } = decodedTexts(entry, options);
  for await (const rows of rowsOf(texts, delimiting)) {
    for (const row of rows) {
      if (header === undefined) header = row.cells.map((cell) => cell.trim());
      else yield recordOf(row, header, { ...options, largestRecord }, problems);
    }
  }
}

type Limited = ReadOptions & { readonly largestRecord: number };

/** A quotation mark that is left open swallows so much before it is given up. */
const LONGEST_ROW = 8 * 1024 * 1024;

function recordOf(
  row: DelimitedRow,
  header: readonly string[],
  options: Limited,
  problems: readonly Problem[],
): RawRecord {
  const bytes = row.cells.reduce((sum, cell) => sum + Buffer.byteLength(cell) + 1, 0);
  const read = () => {
    const reading = readRow(row, header, options);
    return 'refused' in reading || problems.length === 0 ? reading : { ...reading, problems };
  };
  return { bytes: row.isTooLong ? row.length : bytes, read };
}

function readRow(
  { cells, fault, line, isTooLong, length }: DelimitedRow,
  header: readonly string[],
  options: Limited,
): Reading {
  if (isTooLong && fault === undefined)
    return tooLarge(`the row of line ${line}`, length, options.largestRecord);
  if (fault !== undefined)
    return malformed(`line ${line}: ${fault}; check whether cells that hold quotation marks are quoted`);
  if (cells.length > header.length && cells.slice(header.length).some((cell) => cell.trim() !== ''))
    return malformed(
      `line ${line}: the row has ${cells.length} cells and the header ${header.length}; quote cells that hold a delimiter`,
    );
  const entries = header.map((name, index): [string, string] => [name, cells[index] ?? '']);
  return fieldsOfJson(Object.fromEntries(entries), options);
}

/** The delimiter of the header; in TSV quotes count when more rows are whole with them than without. */
function delimitingOf({ beginning }: Entry): Delimiting {
  const text = beginning.toString('latin1');
  const delimiter = delimiterOf(text.split('\n', 1)[0]);
  if (delimiter !== '\t') return { delimiter };
  const whole = (quotes: boolean) => {
    const [header, ...rows] = rowsWithin(text, { delimiter, quotes }, true);
    const isWhole = (row: DelimitedRow) =>
      row.fault === undefined && row.cells.length === header?.cells.length;
    return { rows: rows.filter(isWhole).length, broken: rows.filter((row) => !isWhole(row)).length };
  };
  const [plain, quoted] = [whole(false), whole(true)];
  const isQuoted = /(?:^|\t|\n)"/u.test(text);
  return { delimiter, quotes: isQuoted && quoted.rows > 0 && quoted.broken <= plain.broken };
}
