/**
 * Tells by its beginning what a source is. Takes the first bytes, gives the format; what is no known format is refused
 * with the formats that are. Extensions of names are not looked at.
 */
import { InputError } from '../corpus/input-error.js';
import type { Source } from './source.js';
import { FORMATS, type Format } from './vocabulary.js';

/**
 * The format of a source.
 * @throws InputError when the beginning is that of no format
 */
export function formatOf({ name, beginning }: Source): Format {
  const text = beginning.toString('utf8').replace(/^\ufeff/u, '');
  if (beginning[0] === 0xff || beginning[0] === 0xfe)
    throw new InputError(`${name}: is not in UTF-8; save it as UTF-8 and import it again`);
  if (text.trim() === '') throw new InputError(`${name}: is empty; check how it was made`);
  const format = text.includes('\0')
    ? undefined
    : /^\s*[[{]/u.test(text)
      ? jsonFormat(text)
      : lineFormat(text);
  if (format !== undefined) return format;
  const advice = `give one of ${FORMATS.join(', ')}, or say with --format what it is`;
  throw new InputError(`${name}: its beginning is that of no known format; ${advice}`);
}

/** Whether what a source holds are entities of Wikidata. */
export function isOfWikidata(format: Format, { beginning }: Source): boolean {
  return format === 'wikidata' || beginning.includes('wikidata.org/entity/');
}

function jsonFormat(text: string): Format | undefined {
  if (/^\s*\{\s*"head"\s*:/u.test(text)) return 'sparql';
  if (
    /^\s*\[?\s*\{\s*"(?:type|id|pageid|labels)"\s*:/u.test(text) &&
    /"(?:labels|claims|lastrevid)"/u.test(text)
  )
    return 'wikidata';
  return /^\s*\[\s*\{\s*"\w+"\s*:/u.test(text) ? 'sparql' : undefined;
}

function lineFormat(text: string): Format | undefined {
  const first = text.split(/\r?\n/u, 1)[0];
  const cells = first.split('\t');
  if (/^\d+$/u.test(cells[0])) {
    if (cells.length === 19 && [4, 5].every((at) => /^-?\d+(?:\.\d+)?$/u.test(cells[at]))) return 'geonames';
    if (cells.length >= 8 && cells.length <= 10 && /^\d+$/u.test(cells[1])) return 'geonames-names';
    return undefined;
  }
  if (/^\s*</u.test(text)) return undefined;
  if (cells.length > 1) return 'tsv';
  return isHeader(first) ? 'csv' : undefined;
}

/** Short names of columns, so that a page of prose is not taken for a table with one column. */
function isHeader(line: string): boolean {
  const cells = line.split(/[,;]/u);
  return cells.every((cell) => cell.trim().length < 60 && !/[.:!?]/u.test(cell)) && line.trim() !== '';
}
