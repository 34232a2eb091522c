/**
 * A rule file as lines of sound text: what cannot be decoded or cannot be seen is refused with its place.
 * Takes a path; gives lines without their ends, `undefined` where a line is not UTF-8. Never repairs a file.
 */
import { readFileSync } from 'node:fs';
import { TextDecoder } from 'node:util';
import type { Defect } from './error.js';

export interface SourceText {
  readonly lines: readonly (string | undefined)[];
  readonly defects: readonly Defect[];
}

/** Reads a file line by line. */
export function readSource(file: string): SourceText {
  const bytes = readFileSync(file);
  const defects: Defect[] = [];
  const lines: (string | undefined)[] = [];
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  for (let start = 0; start < bytes.length; ) {
    const found = bytes.indexOf(0x0a, start);
    const end = found < 0 ? bytes.length : found;
    lines.push(decodeLine(decoder, bytes.subarray(start, end)));
    if (lines.at(-1) === undefined) defects.push({ file, line: lines.length, ...NOT_UTF8 });
    start = end + 1;
  }
  return { lines: withoutEnds(file, lines, defects), defects };
}

const NOT_UTF8 = { reason: 'the line is not valid UTF-8', advice: 'save the file as UTF-8' };
const PRESENTATION_FORM = /[\ufb50-\ufdff\ufe70-\ufefc]/u;
/** Control characters, soft hyphen, bidi controls, joiners, odd spaces and the byte order mark. */
const UNSEEN = /[\0-\x08\x0b-\x1f\x7f-\xa0\xad\u061c\u2000-\u200f\u2028-\u202f\u205f-\u206f\ufeff\ufffd]/u;

export interface CharacterFault {
  readonly what: string;
  readonly advice: string;
  /** Where it stands in the text, in UTF-16 units from 0. */
  readonly at: number;
}

/** A character that may not stand in a rule file, if there is one. */
export function characterFault(text: string): CharacterFault | undefined {
  const form = PRESENTATION_FORM.exec(text);
  if (form !== null)
    return {
      what: `the presentation form ${named(form[0])}`,
      advice: 'write the ordinary letters',
      at: form.index,
    };
  const unseen = UNSEEN.exec(text);
  if (unseen !== null)
    return { what: `the invisible character ${named(unseen[0])}`, advice: 'delete it', at: unseen.index };
  return undefined;
}

function named(character: string): string {
  return `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}

function decodeLine(decoder: TextDecoder, bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}

/** A byte order mark and carriage returns are told once a file, so that they do not hide what else is wrong. */
function withoutEnds(file: string, lines: (string | undefined)[], defects: Defect[]): (string | undefined)[] {
  if (lines[0]?.startsWith('\ufeff')) {
    lines[0] = lines[0].slice(1);
    const reason = 'the file starts with a byte order mark';
    defects.push({ file, line: 1, reason, advice: 'save the file as UTF-8 without a byte order mark' });
  }
  const returned = lines.findIndex((line) => line?.endsWith('\r'));
  if (returned < 0) return lines;
  const reason = 'the line ends with a carriage return';
  defects.push({ file, line: returned + 1, reason, advice: 'save the file with Unix line ends (LF)' });
  return lines.map((line) => (line?.endsWith('\r') ? line.slice(0, -1) : line));
}
