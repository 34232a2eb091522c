/**
 * Names of encodings and the decoders behind them: those of the web by Node, what MS-DOS and others left by iconv-lite, which is
 * loaded when one of these is met. A name says the same whatever its case and hyphens (`cp1256`, `windows-1256`).
 */
import { createRequire } from 'node:module';
import { InputError } from '../input-error.js';

/** Decodes pieces of one text; a decoder is used once. */
export interface Decoder {
  /** @param isLast whether nothing follows, so that half a character at the end is lost */
  decode(bytes: Uint8Array, isLast: boolean): string;
}

/** The one name that an encoding has here; `undefined` for what nobody can decode. */
export function labelOf(name: string): string | undefined {
  const label = name.trim().toLowerCase();
  const known = OTHER_NAMES.get(label.replaceAll(/[^a-z0-9]/gu, ''));
  if (known !== undefined) return known;
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return isPlainName(label) && iconv().encodingExists(label) ? label : undefined;
  }
}

/**
 * The encoding that a person named.
 * @throws InputError when nobody can decode it
 */
export function encodingNamed(name: string): string {
  const label = labelOf(name);
  if (label !== undefined) return label;
  throw new InputError(`--encoding ${name}: is no known encoding; give one such as utf-8 or windows-1256`);
}

/** A decoder for a label; what is no valid encoding becomes U+FFFD, and a byte order mark stays. */
export function decoderFor(label: string): Decoder {
  if (isOfTheWeb(label)) {
    const decoder = new TextDecoder(label, { ignoreBOM: true });
    // At once Node 20 decodes windows-1252 as ISO 8859-1 and loses its quotation marks; as a stream it does not.
    const more = (bytes: Uint8Array) => decoder.decode(bytes, { stream: true });
    return { decode: (bytes, isLast) => (isLast ? more(bytes) + decoder.decode() : more(bytes)) };
  }
  const decoder = iconv().getDecoder(label, { stripBOM: false });
  return {
    decode: (bytes, isLast) => decoder.write(Buffer.from(bytes)) + (isLast ? (decoder.end() ?? '') : ''),
  };
}

/** What Windows, MS-DOS and programs for the Mac call the encodings of Arabic texts. */
const OTHER_NAMES: ReadonlyMap<string, string> = new Map([
  ['cp1256', 'windows-1256'],
  ['1256', 'windows-1256'],
  ['win1256', 'windows-1256'],
  ['mswin1256', 'windows-1256'],
  ['windowsarabic', 'windows-1256'],
  ['asmo708', 'iso-8859-6'],
  ['ecma114', 'iso-8859-6'],
  ['cp28596', 'iso-8859-6'],
  ['iso88596i', 'iso-8859-6'],
  ['iso88596e', 'iso-8859-6'],
  ['720', 'cp720'],
  ['ibm720', 'cp720'],
  ['dos720', 'cp720'],
  ['utf8mb4', 'utf-8'],
  ['utf8sig', 'utf-8'],
  ['utf8bom', 'utf-8'],
  ['ascii', 'utf-8'],
  ['usascii', 'utf-8'],
]);

function isOfTheWeb(label: string): boolean {
  try {
    return new TextDecoder(label).encoding === label;
  } catch {
    return false;
  }
}

/** iconv-lite also knows `base64` and the like, which are no encodings of a text. */
function isPlainName(label: string): boolean {
  return /^(?:cp|ibm|mac|koi8|tis|iso|windows|armscii|georgian|viscii|tcvn|rk)[a-z0-9_-]*$/u.test(label);
}

function iconv(): typeof import('iconv-lite') {
  return createRequire(import.meta.url)('iconv-lite');
}
