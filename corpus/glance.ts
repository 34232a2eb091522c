/**
 * Whether a file that stands in a folder may hold articles: takes its path, looks at its first bytes, and at its suffix for text
 * that is code. What is packed is not unpacked for that.
 */
import { closeSync, openSync, readSync } from 'node:fs';
import path from 'node:path';
import { isBinary } from './formats/recognize.js';
import { unreadable } from './input-error.js';

/** @throws InputError when the file cannot be read */
export function mayHoldArticles(place: string): boolean {
  if (OTHER_TEXT.test(path.basename(place))) return false;
  const beginning = firstBytes(place);
  return (
    BINARY_FORMATS.some((magic) => beginning.subarray(0, magic.length).equals(magic)) || !isBinary(beginning)
  );
}

/** Texts that nobody writes news in: code, settings, notes about a corpus. */
const OTHER_TEXT =
  /\.(?:bash|bat|bib|c|cc|cfg|cjs|conf|cpp|css|cts|diff|dtd|gitignore|go|h|hpp|ini|ipynb|java|js|jsx|less|lock|log|make|map|md|mjs|mts|patch|php|pl|ps1|py|r|rb|rs|rst|scss|sh|sql|svg|tex|toml|ts|tsx|xsd|xsl|xslt|ya?ml)$|^(?:licen[cs]e|makefile|readme)(?:\.txt)?$/iu;

/** gzip, bzip2, zstd, zip, Parquet and WARC. */
const BINARY_FORMATS = ['1f8b', '425a68', '28b52ffd', '504b0304', '50415231', '574152432f'].map((magic) =>
  Buffer.from(magic, 'hex'),
);

const LOOKED_AT = 4096;

function firstBytes(place: string): Buffer {
  try {
    const file = openSync(place, 'r');
    try {
      const bytes = Buffer.alloc(LOOKED_AT);
      return bytes.subarray(0, readSync(file, bytes, 0, LOOKED_AT, 0));
    } finally {
      closeSync(file);
    }
  } catch (error) {
    throw unreadable(place, error);
  }
}
