/**
 * Whether a text is a table: takes its beginning, looks at the first line. It is one when that line has several cells and one
 * of them is a usual name of a text, so that a page of prose is none; under a table's suffix any header will do.
 */
import { delimiterOf } from '../delimited.js';
import { FIELD_NAMES, plainName } from './field-names.js';

export function tableFormat(text: string, suffix: string, textField?: string): 'csv' | 'tsv' | undefined {
  const header = text.split(/\r?\n/u, 1)[0];
  const delimiter = delimiterOf(header);
  const cells = cellsOf(header, delimiter);
  const isNamed = suffix === '.csv' || suffix === '.tsv' || suffix === '.tab';
  const hasText = cells.some((cell) => cell === textField || TEXTS.has(plainName(cell)));
  if (isNamed ? cells.length < 2 && !hasText : cells.length < 2 || !hasText) return undefined;
  return delimiter === '\t' ? 'tsv' : 'csv';
}

const TEXTS: ReadonlySet<string> = new Set(FIELD_NAMES.text);

function cellsOf(header: string, delimiter: string): readonly string[] {
  return header.split(delimiter).map((cell) => cell.trim().replace(/^"(.*)"$/u, '$1'));
}
