/**
 * Chooses how bytes are decoded: as a person says; else by byte order mark; else as the source declares, when that gives a sound text;
 * else UTF-8, when most of it is; else by a guess, which is said. What nobody can tell is UTF-8 with losses.
 */
import { isAscii, isUtf8 } from 'node:buffer';
import { type Guess, guessEncoding, guessUtf16 } from './detect.js';
import { decoderFor, encodingNamed, labelOf } from './labels.js';
import { mojibakeIn } from './mojibake.js';

/** What is known of an encoding beforehand. */
export interface Told {
  /** What a person says it is. */
  readonly encoding?: string;
  /** What the source says it is, which is often wrong; the first that holds counts. */
  readonly declared?: readonly (string | undefined)[];
}

/** How the bytes of one input are decoded. */
export interface Encoding {
  readonly label: string;
  /** Bytes of the mark at the beginning, which are no part of the text. */
  readonly mark: number;
  readonly guess?: Guess;
  /** Whether nothing but ASCII was seen, so that each record may be asked anew. */
  readonly isOpen?: boolean;
}

/**
 * Chooses by the first bytes.
 * @param isCut whether more bytes follow, so that half a character at the end is no fault
 * @throws InputError when a person names an encoding that nobody can decode
 */
export function chooseEncoding(beginning: Uint8Array, told: Told = {}, isCut = false): Encoding {
  const marked = markOf(beginning);
  if (told.encoding !== undefined) {
    const label = encodingNamed(told.encoding);
    return { label, mark: marked?.label === label ? marked.mark : 0 };
  }
  if (marked !== undefined) return marked;
  for (const name of told.declared ?? []) {
    const label = name === undefined ? undefined : labelOf(name);
    if (label !== undefined && isSound(beginning, label, isCut)) return { label, mark: 0 };
  }
  if (guessUtf16(beginning) === undefined) {
    if (isAscii(beginning)) return { ...UTF_8, isOpen: true };
    if (isMostlyUtf8(beginning, isCut)) return UTF_8;
  }
  const guess = guessEncoding(beginning);
  return guess === undefined ? UTF_8 : { label: guess.label, mark: 0, guess };
}

const UTF_8: Encoding = { label: 'utf-8', mark: 0 };

const MARKS: readonly (readonly [label: string, bytes: readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** The encoding that a byte order mark tells. */
export function markOf(bytes: Uint8Array): Encoding | undefined {
  const found = MARKS.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte));
  return found && { label: found[0], mark: found[1].length };
}

/** Whether a character takes more than one byte even where it is one of ASCII. */
export function isWide({ label }: Pick<Encoding, 'label'>): boolean {
  return label.startsWith('utf-16') || label.startsWith('utf-32') || label.startsWith('ucs');
}

/** Whether a declaration holds: nothing is lost, and nothing is UTF-8 that was taken for something else. */
function isSound(bytes: Uint8Array, label: string, isCut: boolean): boolean {
  const text = decoderFor(label).decode(bytes, !isCut);
  return !/[\ufffd\u0080-\u0084\u0086-\u009f]/u.test(text) && mojibakeIn(text) === undefined;
}

/** Whether all is UTF-8, or at least more letters beyond ASCII than there are bytes that are none. */
function isMostlyUtf8(bytes: Uint8Array, isCut: boolean): boolean {
  if (isUtf8(bytes)) return true;
  const text = decoderFor('utf-8').decode(bytes, !isCut);
  let letters = 0;
  let losses = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 0xfffd) losses++;
    else if (unit > 0x7f && !isRare(unit)) letters++;
  }
  return losses === 0 || letters > losses;
}

/** Three bytes of cp720 may look like a letter of UTF-8, but like none that stands in such a text. */
function isRare(unit: number): boolean {
  return unit >= 0x0800 && unit < 0xfb00 && (unit < 0x2000 || unit > 0x25ff);
}
