/**
 * Turns bytes into text and tells what was lost or guessed on the way. The byte order mark is no part of the text. A guess is always
 * said, since a wrong one gives words that nobody wrote; a text that was damaged by an earlier conversion is never repaired.
 */
import { isAscii } from 'node:buffer';
import type { Problem } from '../../index.js';
import { problem } from '../../pipeline/problem.js';
import { chooseEncoding, type Encoding, isWide, type Told } from './choose.js';
import { decoderFor } from './labels.js';

/** A text with the problems of its reading, at UTF-16 offsets. */
export interface Decoded {
  readonly text: string;
  readonly problems: readonly Problem[];
}

/**
 * Decodes the bytes of a whole text. What is no valid encoding becomes U+FFFD, with one problem at the first such place.
 * @param isCut whether more bytes follow that are not read; a character that the cut divides is then dropped
 * @throws InputError when a person names an encoding that nobody can decode
 */
export function decode(bytes: Uint8Array, told: Told = {}, isCut = false): Decoded {
  const encoding = chooseEncoding(bytes, told, isCut);
  const decoded = decodeRecord(bytes.subarray(encoding.mark), encoding, isCut);
  if (!isCut) return decoded;
  const end = decoded.text.length;
  return { ...decoded, problems: [...decoded.problems, problem('work-budget', end, end)] };
}

/** Decodes a part of an input whose encoding was chosen by its beginning, such as a line. */
export function decodeRecord(bytes: Uint8Array, encoding: Encoding, isCut = false): Decoded {
  const { label, guess } =
    encoding.isOpen === true && !isAscii(bytes) ? chooseEncoding(bytes, {}, isCut) : encoding;
  const text = decoderFor(label).decode(bytes, !isCut);
  return {
    text,
    problems: [
      ...(isAscii(bytes) && !isWide({ label }) ? [] : guessProblems({ guess })),
      ...undecodable(bytes, label, text, isCut),
    ],
  };
}

/** The problems of decoding, placed in a text that was made of what was decoded. */
export function placedIn(text: string, problems: readonly Problem[]): readonly Problem[] {
  return problems.flatMap((one) => {
    if (one.code === 'guessed-encoding') return one;
    if (one.code === 'work-budget') return { ...one, start: text.length, end: text.length };
    const first = text.indexOf('\uFFFD');
    return first < 0 ? [] : { ...one, start: first, end: first + 1 };
  });
}

/** What is to be said of a guess, when there was one. */
export function guessProblems({ guess }: Pick<Encoding, 'guess'>): readonly Problem[] {
  if (guess === undefined) return [];
  const { label, isDoubtful } = guess;
  return [problem('guessed-encoding', 0, 0, isDoubtful ? `${label}, with doubt` : label)];
}

/** One problem for the whole text, since a text in another encoding has a place at almost every letter. */
function undecodable(bytes: Uint8Array, label: string, text: string, isCut: boolean): readonly Problem[] {
  const first = text.indexOf('\uFFFD');
  if (first < 0 || isWritten(bytes, label, isCut)) return [];
  return [problem('undecodable-bytes', first, first + 1)];
}

/** Whether U+FFFD stands in the bytes themselves, where an earlier conversion put it. */
function isWritten(bytes: Uint8Array, label: string, isCut: boolean): boolean {
  if (!/^utf-/u.test(label)) return false;
  try {
    new TextDecoder(label, { fatal: true }).decode(bytes, { stream: isCut });
    return true;
  } catch {
    return false;
  }
}
