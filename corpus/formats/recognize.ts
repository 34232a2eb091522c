/**
 * Tells by its first bytes what a file holds; its name only decides where the content leaves two answers. Gives nothing for
 * what is no format, such as pictures and programs.
 */
import path from 'node:path';
import { InputError } from '../input-error.js';
import type { Entry, FormatName } from './format.js';

export const FORMAT_NAMES: readonly FormatName[] = ['text', 'jsonl'];

export function formatOf({ name, beginning }: Pick<Entry, 'name' | 'beginning'>): FormatName | undefined {
  if (isBinary(beginning)) return undefined;
  const suffix = path.extname(name).toLowerCase();
  const text = beginning
    .toString('utf8')
    .replace(/^\ufeff/u, '')
    .trimStart();
  if (text.startsWith('{') && isOfLines(text, suffix)) return 'jsonl';
  return 'text';
}

/** @throws InputError when nothing has that name */
export function formatNamed(name: string): FormatName {
  const found = FORMAT_NAMES.find((one) => one === name);
  if (found !== undefined) return found;
  throw new InputError(`--format ${name}: is no format; give one of ${FORMAT_NAMES.join(', ')}`);
}

/** Whether bytes are those of no text: zeros among what is no UTF-8 either. A text may have lost characters to zeros. */
export function isBinary(beginning: Buffer): boolean {
  const looked = beginning.subarray(0, LOOKED_AT);
  if (!looked.includes(0) || isMarkedUtf16(looked)) return false;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(looked, { stream: true });
    return looked.reduce((zeros, byte) => zeros + (byte === 0 ? 1 : 0), 0) > looked.length / 4;
  } catch {
    return true;
  }
}

function isMarkedUtf16([first, second]: Buffer): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

const LOOKED_AT = 4096;

function isOfLines(text: string, suffix: string): boolean {
  const end = text.indexOf('\n');
  if (end < 0) return suffix !== '.json';
  try {
    JSON.parse(text.slice(0, end));
    return true;
  } catch {
    return suffix === '.jsonl' || suffix === '.ndjson';
  }
}
