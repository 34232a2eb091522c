/**
 * Words, folding and rounding: the ground on which every score stands.
 */
import { foldName } from '../../check/fold.js';
import { measure, oneDecimal } from '../../check/measure.js';
import { contentIn, NO_WORDS, wordsIn, wordsOf } from '../../check/words.js';

test('words are runs of letters and digits with Arabic marks, at code points', () => {
  const words = wordsOf('😀 قالـت، مُحَمَّد 2020م_x «ب»');
  expect(words.forms).toEqual(['قالـت', 'مُحَمَّد', '2020م', 'x', 'ب']);
  expect([words.starts[0], words.ends[0], words.starts[1]]).toEqual([2, 7, 9]);
});

test('a span stands for the words that it touches', () => {
  const words = wordsOf('وأنقرة في تركيا');
  expect(wordsIn(words, 1, 6)).toEqual({ first: 0, after: 1 });
  expect(wordsIn(words, 0, 9)).toEqual({ first: 0, after: 2 });
  expect(wordsIn(words, 6, 7)).toEqual(NO_WORDS);
  expect(wordsIn(words, 2, 2)).toEqual(NO_WORDS);
});

test('complementizers in front are no content, as written', () => {
  const words = wordsOf('أنّ إن الأمر أن');
  expect(contentIn(words, 0, 15)).toEqual({ first: 2, after: 4 });
  expect(contentIn(words, 0, 6)).toEqual(NO_WORDS);
});

test.each([
  ['إلـى\u200F  مُؤتمرٍ', 'الي موتمر'],
  ['\ufefb\ufed3\ufeae\ufeed\ufed1', 'لافروف'],
  ['ٱلرئيسة', 'الرييسه'],
])('folds %s', (name, folded) => {
  expect(foldName(name)).toBe(folded);
});

test('an exact half is rounded to the even digit', () => {
  expect([81.25, 68.75, 0.25, 81.251, 50, 99.95].map(oneDecimal)).toEqual([81.2, 68.8, 0.2, 81.3, 50, 100]);
  expect(measure({ tp: 13, fp: 3, fn: 0 })).toMatchObject({ P: 81.2, R: 100, F: 89.7 });
  expect(measure({ tp: 0, fp: 0, fn: 0 })).toMatchObject({ P: 0, R: 0, F: 0 });
});
