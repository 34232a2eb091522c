/**
 * What can be wrong with an input: for each code the one sentence that a person reads.
 * A text gives problems, never exceptions.
 */
import type { Problem, ProblemCode } from './document.js';

/** A problem at UTF-16 offsets `start` to `end`. */
export function problem(code: ProblemCode, start: number, end: number): Problem {
  return { code, start, end, message: MESSAGES[code] };
}

const MESSAGES: Readonly<Record<ProblemCode, string>> = {
  'empty-text': 'The article has no text; check whether the right field or file was read.',
  'no-arabic': 'The article has no Arabic letters, so nothing was looked for; check its language.',
  'lone-surrogate':
    'Half a character (a lone surrogate) was replaced by U+FFFD; the source cut an emoji or was converted badly.',
  'control-character': 'Control characters were treated as spaces; the source may be binary or damaged.',
  'replacement-character': 'U+FFFD stands in the text: an earlier conversion lost characters here.',
  'unbalanced-quotation-mark':
    'This quotation mark has no partner in its paragraph; what it opens was ended at a sentence or the paragraph.',
  'reversed-quotation-mark': 'A closing quotation mark opens here; it was read as an opening one.',
  'undecodable-bytes':
    'The bytes are not valid UTF-8; what could not be decoded became U+FFFD. Convert the file to UTF-8.',
  'work-budget': 'The article is too large for one record; only its beginning was read.',
};
