/**
 * What can be wrong with an input: for each code the one sentence that a person reads.
 * A text gives problems, never exceptions.
 */
import type { Problem, ProblemCode } from './document.js';

/**
 * A problem at UTF-16 offsets `start` to `end`.
 * @param detail what is particular to this one, put behind the sentence
 */
export function problem(code: ProblemCode, start: number, end: number, detail?: string): Problem {
  const message = MESSAGES[code];
  return { code, start, end, message: detail === undefined ? message : `${message} (${detail})` };
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
    'Some bytes are not valid in the encoding of the text; what could not be decoded became U+FFFD. Check the source.',
  'guessed-encoding':
    'The encoding is not declared and was guessed; if words look wrong, say which one it is.',
  mojibake:
    'These words were garbled by an earlier conversion and are left as they are; get the source once more.',
  'work-budget': 'The article is too large for one record; only its beginning was read.',
};
