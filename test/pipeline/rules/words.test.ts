/** The quick ways to a word: the hash without particles, the letter by letter comparison, and the filter of hashes. */
import fc from 'fast-check';
import { WordFilter } from '../../../pipeline/rules/word-filter.js';
import { hashWord } from '../../../pipeline/tokenize.js';
import { readArticles } from './articles.js';

const FOLDER = 'fixtures/articles';

test('each token of our articles is the word that it is read as, and no other', () => {
  for (const { row, tokens, written } of readArticles(FOLDER))
    tokens.forEach(({ word }, at) => {
      const said = {
        word,
        hash: row.wordHash(at),
        is: row.isWord(word, at),
        isOther: row.isWord(`${word}ي`, at),
      };
      expect({ at, written: written[at], ...said }).toEqual({
        at,
        written: written[at],
        ...{ word, hash: hashWord(word), is: true, isOther: false },
      });
      expect(row.mayHaveWord(new WordFilter([hashWord(word)]), at)).toBe(true);
    });
});

test('a filter never says no to a member, and seldom yes to a stranger', () => {
  const word = fc.string({
    unit: fc.constantFrom(...'ابتثجحخدذرزسشصضطظعغفقكلمنهوي'),
    minLength: 2,
    maxLength: 9,
  });
  let strangers = 0;
  fc.assert(
    fc.property(fc.uniqueArray(word, { minLength: 20, maxLength: 60 }), (words) => {
      const members = words.slice(0, words.length / 2).map(hashWord);
      const filter = new WordFilter(members);
      expect(members.every((hash) => filter.mayHave(hash))).toBe(true);
      strangers += words.slice(words.length / 2).filter((other) => filter.mayHave(hashWord(other))).length;
    }),
    { seed: 20_261_122, numRuns: 500 },
  );
  expect(strangers).toBeLessThan(100);
});
