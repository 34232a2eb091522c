/**
 * Tells by its first bytes what a file holds; its name only decides where the content leaves two answers. Gives nothing for
 * what is no format, such as pictures and programs.
 */
import path from 'node:path';
import { decode } from '../encoding/decode.js';
import { guessUtf16 } from '../encoding/detect.js';
import { InputError } from '../input-error.js';
import type { Entry, FormatName } from './format.js';
import { markupFormat } from './recognize-markup.js';
import { tableFormat } from './recognize-table.js';

export const FORMAT_NAMES: readonly FormatName[] = [
  ...([
    'text',
    'jsonl',
    'json',
    'csv',
    'tsv',
    'parquet',
    'xml',
    'mediawiki',
    'sgml',
    'html',
    'warc',
  ] as const),
];

/**
 * @param textField the name of the field that holds the text, where a person gave one
 */
export function formatOf(
  { name, beginning }: Pick<Entry, 'name' | 'beginning'>,
  textField?: string,
): FormatName | undefined {
  if (beginning.subarray(0, 4).toString('latin1') === 'PAR1') return 'parquet';
  if (beginning.subarray(0, 5).toString('latin1') === 'WARC/') return 'warc';
  if (isBinary(beginning)) return undefined;
  const suffix = path.extname(name).toLowerCase();
  const text = decode(beginning, {}, true).text.trimStart();
  if (/^[[{]/u.test(text)) return jsonFormat(text, suffix);
  if (text.startsWith('<')) return markupFormat(text) ?? 'text';
  if (OF_JSON_LINES.has(suffix) && /^\s*\{/mu.test(text)) return 'jsonl';
  return tableFormat(text, suffix, textField) ?? 'text';
}

/** @throws InputError when nothing has that name */
export function formatNamed(name: string): FormatName {
  const found = FORMAT_NAMES.find((one) => one === name);
  if (found !== undefined) return found;
  throw new InputError(`--format ${name}: is no format; give one of ${FORMAT_NAMES.join(', ')}`);
}

/**
 * Whether bytes are those of no text: zeros, and many signs that no text has among what is no UTF-8 either. A text may have
 * lost characters to zeros, and some of its bytes may be damaged.
 */
export function isBinary(beginning: Buffer): boolean {
  const looked = beginning.subarray(0, LOOKED_AT);
  if (!looked.includes(0) || isMarkedUtf16(looked) || guessUtf16(looked) !== undefined) return false;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(looked, { stream: true });
    return looked.reduce((zeros, byte) => zeros + (byte === 0 ? 1 : 0), 0) > looked.length / 4;
  } catch {
    const controls = looked.reduce((count, byte) => count + (isInNoText(byte) ? 1 : 0), 0);
    return controls > Math.max(FEW, looked.length / 30);
  }
}

/** Control characters, but for white space and the escape that some encodings shift with. */
function isInNoText(byte: number): boolean {
  return byte < 0x09 || (byte > 0x0d && byte < 0x1b) || (byte > 0x1b && byte < 0x20) || byte === 0x7f;
}

/** In a short text a few damaged bytes are a large share. */
const FEW = 3;

const LOOKED_AT = 4096;

function isMarkedUtf16([first, second]: Buffer): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

const OF_JSON_LINES: ReadonlySet<string> = new Set(['.jsonl', '.ndjson', '.jsonlines', '.ndjsonld']);

/** Objects on lines of their own are JSON Lines. A single line may be either, and either reader takes it. */
function jsonFormat(text: string, suffix: string): FormatName {
  if (text.startsWith('[')) return 'json';
  const [first, ...others] = text.split('\n').filter((line) => line.trim() !== '');
  if (OF_JSON_LINES.has(suffix)) return 'jsonl';
  const isNext = others.length > 0 && others[0].trimStart().startsWith('{');
  return isNext && (isObject(first) || isObject(others[0])) ? 'jsonl' : 'json';
}

function isObject(line: string): boolean {
  try {
    return typeof JSON.parse(line) === 'object';
  } catch {
    return false;
  }
}
