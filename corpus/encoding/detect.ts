/**
 * Guesses the encoding of bytes that are neither marked, declared nor UTF-8, by jschardet, among those that Arabic texts and their
 * neighbours come in. A guess is verified: what it makes of the bytes must be words of a script, or there is none.
 */
import { createRequire } from 'node:module';
import { decoderFor, labelOf } from './labels.js';

export interface Guess {
  readonly label: string;
  /** Too few letters, or another encoding that fits nearly as well. */
  readonly isDoubtful: boolean;
}

/** Guesses by the first bytes beyond ASCII and what surrounds them. */
export function guessEncoding(bytes: Uint8Array): Guess | undefined {
  const utf16 = guessUtf16(bytes);
  if (utf16 !== undefined) return { label: utf16, isDoubtful: bytes.length < 2 * FEW_LETTERS };
  const sample = tellingPart(bytes);
  const letters = sample.reduce((sum, byte) => sum + (byte >> 7), 0);
  if (letters < TOO_FEW_LETTERS) return undefined;
  const found = jschardet()
    .detectAll(sample, { detectEncodings: CANDIDATES, minimumThreshold: 0 })
    .flatMap(({ encoding, confidence }) => ({ label: labelOf(encoding ?? ''), confidence }));
  for (const [at, { label, confidence }] of found.entries()) {
    if (confidence < LEAST_CONFIDENCE) return undefined;
    if (label === undefined || !isOfWords(decoderFor(label).decode(sample, false), label)) continue;
    const next = found[at + 1]?.confidence ?? 0;
    return { label, isDoubtful: letters < FEW_LETTERS || confidence < SURE || confidence - next < CLEAR };
  }
  return undefined;
}

/**
 * UTF-16 without a mark: Arabic letters, spaces and line ends put 06 and 00 into every second byte, as no other text does.
 * Its bytes may all be those of ASCII, so it must be asked for before UTF-8.
 */
export function guessUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const looked = bytes.subarray(0, LOOKED_AT);
  if (!looked.includes(0x06) && !looked.includes(0x00)) return undefined;
  const high = [0, 0];
  for (let at = 0; at < looked.length; at++) if (isHighByte(looked[at])) high[at & 1]++;
  const pairs = looked.length >> 1;
  if (pairs < 2) return undefined;
  if (high[1] > pairs * MOST && high[0] < pairs * FEW) return 'utf-16le';
  if (high[0] > pairs * MOST && high[1] < pairs * FEW) return 'utf-16be';
  return undefined;
}

const CANDIDATES = ['windows-1256', 'iso-8859-6', 'cp720', 'windows-1252', 'windows-1251', 'windows-1254'];
/** Below the first a guess is none, below the second it is doubtful, and so is one that leads by less than the third. */
const LEAST_CONFIDENCE = 0.1;
const SURE = 0.3;
const CLEAR = 0.1;
const TOO_FEW_LETTERS = 6;
const FEW_LETTERS = 12;

const LOOKED_AT = 1 << 16;
const MOST = 0.8;
const FEW = 0.3;

/** The high bytes of Latin and of Arabic with its forms. */
function isHighByte(byte: number): boolean {
  return byte === 0x00 || byte === 0x06 || byte === 0xfe || byte === 0xfb;
}

const BEFORE = 1 << 10;

/** A page may have more marks before its first letter than anyone looks at. */
function tellingPart(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((byte) => byte >= 0x80);
  const from = Math.max(0, first - BEFORE);
  return bytes.subarray(from, from + LOOKED_AT);
}

/** Whether the letters beyond ASCII are those of the encoding's script, and nothing is a control or undefined. */
function isOfWords(text: string, label: string): boolean {
  const letters = count(text, /[^\p{ASCII}\P{L}]/gu);
  const faults = count(text, /[\u0080-\u009f\ufffd\u2500-\u25a0]/gu);
  const own = ARABIC.has(label) ? count(text, /\p{Script=Arabic}/gu) : letters;
  return faults <= letters * MOST_FAULTS && own >= letters * LEAST_OWN;
}

const ARABIC: ReadonlySet<string> = new Set(['windows-1256', 'iso-8859-6', 'cp720']);
const MOST_FAULTS = 0.05;
const LEAST_OWN = 0.6;

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

function jschardet(): typeof import('jschardet') {
  return createRequire(import.meta.url)('jschardet');
}
