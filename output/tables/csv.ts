/**
 * Writes rows as CSV (RFC 4180) in UTF-8 with a byte order mark, by which spreadsheets know that it is UTF-8. A cell that
 * a spreadsheet would run as a formula gets an apostrophe in front, and so does one that begins with an apostrophe: whoever
 * drops the first apostrophe of a cell has the value again.
 */
import type { OutputFile } from '../document-writer.js';
import type { Cell, RowWriter, Table } from './table.js';

/** What every file of a table begins with: the mark and the names of the columns. */
export function csvHead({ columns }: Pick<Table<never>, 'columns'>): string {
  return `\ufeff${columns.map(({ name }) => name).join(',')}\r\n`;
}

/** Begins a table. */
export function csvRows(table: Pick<Table<never>, 'columns'>, file: OutputFile): RowWriter {
  file.write(csvHead(table));
  return {
    add: (cells) => file.write(`${cells.map(csvCell).join(',')}\r\n`),
    end: () => {},
  };
}

/** What would end a cell too early. */
const TO_QUOTE = /[",\r\n]/;

/** What may begin a formula, also behind what nobody sees; full-width signs count as signs in some programs. */
const FORMULA = /^(?:['\t\r\n]|[\s\0\p{Cf}]*[=+\-@\uff1d\uff0b\uff0d\uff20])/u;

/** A value as a cell; a list is a JSON array, and what is unknown is empty. */
export function csvCell(value: Cell): string {
  if (value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const written = typeof value === 'string' ? value : value.length === 0 ? '' : JSON.stringify(value);
  const safe = FORMULA.test(written) ? `'${written}` : written;
  return TO_QUOTE.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
