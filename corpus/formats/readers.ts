/** The reader of each format; its code, and the library it rests on, is loaded when the first file of that format is read. */
import type { FormatName, FormatReader } from './format.js';

export async function readerOf(format: FormatName): Promise<FormatReader> {
  return READERS[format]();
}

/** Formats with one record a file: its article has no record number. */
export const WHOLE_FILE: ReadonlySet<FormatName> = new Set(['text', 'html']);
/** Formats whose records are lines. */
export const OF_LINES: ReadonlySet<FormatName> = new Set(['jsonl']);

const READERS: Readonly<Record<FormatName, () => Promise<FormatReader>>> = {
  text: async () => (await import('./text.js')).textRecords,
  jsonl: async () => (await import('./json-lines.js')).jsonLineRecords,
  json: async () => (await import('./json.js')).jsonRecords,
  csv: async () => (await import('./table.js')).tableRecords,
  tsv: async () => (await import('./table.js')).tableRecords,
  parquet: async () => (await import('./parquet.js')).parquetRecords,
  xml: async () => (await import('./xml/xml.js')).xmlRecords,
  mediawiki: async () => (await import('./xml/mediawiki.js')).mediawikiRecords,
  sgml: async () => (await import('./sgml.js')).sgmlRecords,
  html: async () => (await import('./html.js')).htmlRecords,
  warc: async () => (await import('./warc.js')).warcRecords,
};
