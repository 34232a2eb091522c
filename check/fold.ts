/**
 * The folding by which the evaluator compares names: it takes a name and gives the form under which two
 * spellings count as the same. It is the evaluator's own, so that a change of the pipeline's folding cannot
 * change what counts as right.
 */

const MARKS = /[\u064B-\u065F\u0670]/gu;
const TATWEEL_AND_INVISIBLE = /[\u0640\u061C\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/gu;

const LETTERS: Readonly<Record<string, string>> = {
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ة: 'ه',
  ؤ: 'و',
  ئ: 'ي',
};

/** Folds a name: NFKC, no marks, tatweel or invisible characters, one form of alef, yeh, teh marbuta and hamza. */
export function foldName(name: string): string {
  return name
    .normalize('NFKC')
    .replace(MARKS, '')
    .replace(TATWEEL_AND_INVISIBLE, '')
    .replace(/[أإآٱىةؤئ]/gu, (letter) => LETTERS[letter])
    .replace(/\s+/gu, ' ')
    .trim();
}
