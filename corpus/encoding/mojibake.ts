/**
 * Finds words that an earlier conversion garbled: UTF-8 that was read as a code page, and the Arabic code page that was read as a
 * Latin one. Takes a text, gives the first such place and what happened; it is reported and never repaired, since whoever
 * garbled the text may have lost letters too.
 */

import { decoderFor } from './labels.js';

/** The first garbled words, at UTF-16 offsets. */
export interface Mojibake {
  readonly start: number;
  readonly end: number;
  /** For a person: `UTF-8 that was read as windows-1252`. */
  readonly says: string;
}

/** Looks for garbled words; a candidate counts only when undoing the conversion gives Arabic letters. */
export function mojibakeIn(text: string): Mojibake | undefined {
  let found: Mojibake | undefined;
  const hasLatin = BEYOND_ARABIC.test(text);
  for (const kindOf of hasLatin ? KINDS : [intoArabic]) {
    const kind = kindOf();
    for (const { index, 0: words } of text.matchAll(kind.pattern)) {
      if (found !== undefined && found.start <= index) break;
      if (!isArabic(kind.undone(words))) continue;
      found = { start: index, end: index + words.length, says: kind.says };
      break;
    }
  }
  return found;
}

/** What most Arabic texts have none of, and all kinds but one have at every second place. */
const BEYOND_ARABIC = /[\u00a4\u00c0-\u00ff\u0178\u0428-\u042b\u2044\u20ac]/u;

interface Kind {
  readonly says: string;
  /** At least three garbled letters in a row. */
  readonly pattern: RegExp;
  /** The letters as they were, or nothing where that cannot be. */
  undone(words: string): string;
}

/** The one that garbles into Arabic letters. */
const intoArabic = once(() => utf8ReadAs('windows-1256'));

/** Each is made when it is first asked for, since its decoder costs time. */
const KINDS: readonly (() => Kind)[] = [
  once(() => utf8ReadAs('windows-1252')),
  intoArabic,
  once(() => utf8ReadAs('windows-1251')),
  once(() => utf8ReadAs('macintosh')),
  once(arabicReadAsLatin),
];

function once<Result>(make: () => Result): () => Result {
  let made: Result | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** Arabic letters are two bytes in UTF-8, the first of which is one of four. */
function utf8ReadAs(label: string): Kind {
  const page = codePage(label);
  const first = characterClass(page, 0xd8, 0xdb);
  const second = characterClass(page, 0x80, 0xbf);
  return {
    says: `UTF-8 that was read as ${label}`,
    pattern: new RegExp(`(?:${first}${second}){3,}`, 'gu'),
    undone: (words) => decoded('utf-8', bytesOf(words, page)),
  };
}

/** The letters of windows-1256 stand where Latin pages have letters with accents, which no language puts side by side like this. */
function arabicReadAsLatin(): Kind {
  const page = codePage('windows-1252');
  return {
    says: 'windows-1256 that was read as windows-1252',
    pattern: /[\u00c0-\u00ff]{3,}(?:[ \u00a0\u00a1\u00ba\u00bf.:]+[\u00c0-\u00ff]{2,})+/gu,
    undone: (words) => decoded('windows-1256', bytesOf(words, page)),
  };
}

/** Characters of the upper half, by their byte. */
type CodePage = ReadonlyMap<string, number>;

function codePage(label: string): CodePage {
  const bytes = Uint8Array.from({ length: 128 }, (_, at) => at + 128);
  const characters = [...decoderFor(label).decode(bytes, true)];
  const page = new Map(characters.map((character, at) => [character, at + 128]));
  // What reads as ISO 8859-1 leaves the control characters of these bytes.
  for (let byte = 0x80; byte < 0xa0; byte++) {
    const control = String.fromCharCode(byte);
    if (!page.has(control)) page.set(control, byte);
  }
  return page;
}

function characterClass(page: CodePage, from: number, to: number): string {
  const characters = [...page].filter(([, byte]) => byte >= from && byte <= to);
  const escaped = characters.map(([character]) => `\\u{${character.codePointAt(0)!.toString(16)}}`);
  return `[${escaped.join('')}]`;
}

function bytesOf(words: string, page: CodePage): Uint8Array {
  return Uint8Array.from(words, (character) => page.get(character) ?? character.charCodeAt(0));
}

function decoded(label: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return '';
  }
}

const LEAST_LETTERS = 3;

/** Whether nearly all letters are those of the Arabic alphabet. */
function isArabic(words: string): boolean {
  const letters = words.match(/\p{L}/gu)?.length ?? 0;
  const arabic = words.match(/[\u0621-\u064a]/gu)?.length ?? 0;
  return arabic >= LEAST_LETTERS && arabic >= letters * 0.9;
}
