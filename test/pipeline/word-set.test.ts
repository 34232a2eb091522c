/** Sets of words that tokens are asked for, and the letters that words begin and end with, held to the folded words themselves. */
import { firstLetter, lastLetter, letterBehindJoint, opensWithJoint } from '../../pipeline/letters.js';
import { foldedWord, tokenize } from '../../pipeline/tokenize.js';
import { wordSet } from '../../pipeline/word-set.js';

const TEXT =
  'وقال الوزير إلى الصحفيين: «لن نتراجع»، ولكن المدينةَ، وفي الميناء ووالده (Port 45) لم تَعُدْ إلّا بعد ذلك… فبعد ساعة و ل';

test.each([
  ['لن لم لا', '', ['لن', 'لم']],
  ['لكن الا', 'وف', ['ولكن', 'الا']],
  ['بعد', ['ف', 'من'], ['بعد', 'فبعد']],
  ['صحفيين مدينه', ['ال'], ['الصحفيين', 'المدينه']],
  ['45 port و', '', ['port', '45', 'و']],
  ['غير موجود', 'وف', []],
] as const)('%s, with %j before them, are met where they are written', (words, particles, met) => {
  const tokens = tokenize(TEXT);
  const set = wordSet(words, particles);
  const found: string[] = [];
  for (let token = 0; token < tokens.count; token++)
    if (set.has(tokens, token)) found.push(foldedWord(tokens, token));
  expect(found).toEqual(met);
  expect(found.every((word) => set.includes(word))).toBe(true);
});

test('no set has what is a mark or lies outside of the text', () => {
  const tokens = tokenize(TEXT);
  const set = wordSet('قال الوزير');
  expect([-1, tokens.count].some((token) => set.has(tokens, token))).toBe(false);
});

test('letters are those of the folded words, and marks have none', () => {
  const tokens = tokenize(TEXT);
  for (let token = 0; token < tokens.count; token++) {
    const word = foldedWord(tokens, token);
    expect(firstLetter(tokens, token)).toBe(word === '' ? 0 : word.charCodeAt(0));
    expect(firstLetter(tokens, token, 1)).toBe(word.length < 2 ? 0 : word.charCodeAt(1));
    expect(lastLetter(tokens, token)).toBe(word === '' ? 0 : word.charCodeAt(word.length - 1));
    expect(opensWithJoint(tokens, token)).toBe(/^[وف]/u.test(word));
    const behind = word.replace(/^[وف]/u, '');
    expect(letterBehindJoint(tokens, token)).toBe(behind === '' ? 0 : behind.charCodeAt(0));
  }
});
