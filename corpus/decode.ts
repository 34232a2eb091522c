/**
 * Turns the bytes of a plain text into its text and tells what was lost on the way. It takes UTF-8, or UTF-16 when
 * a byte order mark says so; the mark is no part of the text. It never guesses another encoding: a wrong guess
 * would give words that nobody wrote.
 */
import type { Problem } from '../index.js';
import { problem } from '../pipeline/problem.js';

/** A text with the problems of its reading, at UTF-16 offsets. */
export interface Decoded {
  readonly text: string;
  readonly problems: readonly Problem[];
}

/**
 * Decodes bytes. What is no valid encoding becomes U+FFFD, with one problem at the first such place.
 * @param isCut whether more bytes follow that are not read; a character that the cut divides is then dropped
 */
export function decode(bytes: Uint8Array, isCut = false): Decoded {
  const encoding = encodingOf(bytes);
  const valid = decodeStrictly(bytes, encoding, isCut);
  const text = valid ?? new TextDecoder(encoding).decode(bytes, { stream: isCut });
  return {
    text,
    problems: [
      ...(valid === undefined ? [undecodable(text)] : []),
      ...(isCut ? [problem('work-budget', text.length, text.length)] : []),
    ],
  };
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}

function decodeStrictly(bytes: Uint8Array, encoding: string, isCut: boolean): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: isCut });
  } catch {
    return undefined;
  }
}

/** One problem for the whole text, since a file in another encoding has a place at almost every letter. */
function undecodable(text: string): Problem {
  const first = text.indexOf('\uFFFD');
  return first < 0
    ? problem('undecodable-bytes', text.length, text.length)
    : problem('undecodable-bytes', first, first + 1);
}
