/**
 * Writes documents as tables, one file a table, as CSV or Parquet. Takes documents one by one; holds back no more than
 * a row group of each table.
 */
import type { DocumentWriter, OpenOutput, OutputFile, StartWriter } from '../document-writer.js';
import { type JsonLdOptions, writingOf } from '../writing.js';
import { csvRows } from './csv.js';
import { DOCUMENT_TABLES } from './document-tables.js';
import type { RowWriter, Table } from './table.js';

/** Forms of tables; each is the ending of its files as well. */
export const TABLE_FORMS = ['csv', 'parquet'] as const;
export type TableForm = (typeof TABLE_FORMS)[number];

/** Begins the rows of one table. */
export type StartRows = (table: Pick<Table<never>, 'columns'>, file: OutputFile) => RowWriter;

/** Loads what writes a form. */
export async function loadRows(form: TableForm): Promise<StartRows> {
  return form === 'csv' ? csvRows : (await import('./parquet.js')).parquetRows;
}

/** Loads the writer of all tables in a form; the files end in `articles.csv`, `quotations.parquet` and so on. */
export async function loadTables(form: TableForm): Promise<StartWriter> {
  const startRows = await loadRows(form);
  return (open, options) => startTables(startRows, (name) => open(`${name}.${form}`), options);
}

function startTables(startRows: StartRows, open: OpenOutput, options: JsonLdOptions): DocumentWriter {
  const started = DOCUMENT_TABLES.map(({ table, rows }) => ({
    rows,
    writer: startRows(table, open(table.name)),
  }));
  return {
    add: (document) => {
      const writing = writingOf(document, options);
      for (const { rows, writer } of started) rows(document, writing, writer.add);
    },
    end: () => {
      for (const { writer } of started) writer.end();
    },
  };
}
