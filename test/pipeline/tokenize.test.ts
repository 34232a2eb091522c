/** Text to tokens: what comes apart, what stays together, and that every offset slices its words back. */
import { LIGATURES } from '../../pipeline/normalize.js';
import {
  DOTS,
  FOREIGN,
  foldedWord,
  hashWord,
  NUMBER,
  offsetAfter,
  PUNCT,
  prependHash,
  QUOTE,
  suffixHash,
  type Tokens,
  tokenize,
  WORD,
} from '../../pipeline/tokenize.js';
import { allWritten } from './layers.js';

/** Why, the text, its tokens as written. */
const CASES: readonly (readonly [string, string, readonly string[]])[] = [
  ['a name in marks glued to a word', 'الروسية"موسكو"', ['الروسية', '"', 'موسكو', '"']],
  ['a particle before a mark', 'و"الجميع', ['و', '"', 'الجميع']],
  ['a particle drawn out before a mark', 'بـ«نعم»', ['بـ', '«', 'نعم', '»']],
  ['two scripts without a space', 'ميشكوفRIA', ['ميشكوف', 'RIA']],
  ['a colon before a mark', 'قال:«نعم»', ['قال', ':', '«', 'نعم', '»']],
  ['a sentence glued to the next', 'انتهى.وقال', ['انتهى', '.', 'وقال']],
  ['two dots', 'قال.. ثم', ['قال', '..', 'ثم']],
  ['three dots and more', 'قال... ثم.....', ['قال', '...', 'ثم', '.....']],
  ['an ellipsis', 'قال… ثم', ['قال', '…', 'ثم']],
  ['an ellipsis with a dot', 'قال….', ['قال', '….']],
  ['Arabic punctuation', 'كيف؟ نعم، لا؛ –', ['كيف', '؟', 'نعم', '،', 'لا', '؛', '–']],
  ['brackets', '(سانا)[1]{x}', ['(', 'سانا', ')', '[', '1', ']', '{', 'x', '}']],
  ['marks that repeat', 'ماذا؟!؟', ['ماذا', '؟', '!', '؟']],
  ['decimals', '0.34 و22.170', ['0.34', 'و', '22.170']],
  ['Arabic decimals', '٣٫٥ و١٬٨٠٠', ['٣٫٥', 'و', '١٬٨٠٠']],
  ['thousands', '1,800,000', ['1,800,000']],
  ['a number at a sentence’s end', 'عام 2014. ثم 5, 6', ['عام', '2014', '.', 'ثم', '5', ',', '6']],
  ['Persian digits', '۴۵', ['۴۵']],
  ['an Arabic comma does not join digits', '5،6', ['5', '،', '6']],
  ['per cent', '25% و٢٥٪', ['25', '%', 'و', '٢٥', '٪']],
  ['times and dates', '10:30 2/5/2014', ['10', ':', '30', '2', '/', '5', '/', '2014']],
  ['a number with letters', 'كوفيد19 G20', ['كوفيد', '19', 'G', '20']],
  ['hashtags', '#اليمن_السعيد تنتصر', ['اليمن', 'السعيد', 'تنتصر']],
  ['a name of an account', '@user_1', ['@', 'user', '1']],
  ['an abbreviation', 'د.أحمد', ['د', '.', 'أحمد']],
  ['an apostrophe in a foreign word', "Moody’s it's", ['Moody’s', "it's"]],
  ['an apostrophe at an edge', "'Times'", ["'", 'Times', "'"]],
  ['two apostrophes are one mark', "''نعم''", ["''", 'نعم', "''"]],
  ['diacritics stay with their word', 'قَالَ مُحَمَّدٌ', ['قَالَ', 'مُحَمَّدٌ']],
  ['tatweel', 'قـــال', ['قـــال']],
  ['a non-breaking space', 'بن\u00a0علي', ['بن', 'علي']],
  ['a zero-width space', 'بن\u200bعلي', ['بن', 'علي']],
  ['a joiner inside a word', 'می\u200cگوید', ['می\u200cگوید']],
  ['bidi controls around words', '\u202bقال\u202c \u2067نعم\u2069', ['قال', 'نعم']],
  ['a mark of direction after a word', 'قال\u200f: نعم\u200f.', ['قال', ':', 'نعم', '.']],
  ['a byte-order mark in the middle', 'قال\ufeff نعم', ['قال', 'نعم']],
  ['a soft hyphen', 'قا\u00adل', ['قا\u00adل']],
  ['control characters', 'قال\u0000نعم\u0007', ['قال', 'نعم']],
  [
    'lam-alef ligatures',
    '\ufefb و\u0627\ufedf\ufeb4\ufefc\ufee1',
    ['\ufefb', 'و\u0627\ufedf\ufeb4\ufefc\ufee1'],
  ],
  ['a hamza that combines', 'مو\u0654تمر', ['مو\u0654تمر']],
  [
    'an emoji is one mark',
    '\u{1f600}نعم\u{1f468}\u200d\u{1f469}',
    ['\u{1f600}', 'نعم', '\u{1f468}', '\u{1f469}'],
  ],
  ['diacritics alone are nothing', ' \u064e\u0651 ـــ ', []],
  ['an empty text', '', []],
  ['white space', ' \n\t\u00a0', []],
];

describe.each(CASES)('%s', (_, text, expected) => {
  const tokens = tokenize(text);
  test('its tokens', () => {
    expect(allWritten(tokens)).toEqual(expected);
  });
  test('its offsets grow and stay in the text', () => {
    let before = 0;
    for (let token = 0; token < tokens.count; token++) {
      expect(tokens.start[token]).toBeGreaterThanOrEqual(before);
      expect(tokens.end[token]).toBeGreaterThan(tokens.start[token]);
      before = tokens.end[token];
    }
    expect(before).toBeLessThanOrEqual(text.length);
  });
  test('each hash is that of the folded word', () => {
    for (let token = 0; token < tokens.count; token++)
      if (tokens.kind[token] <= NUMBER) expect(tokens.hash[token]).toBe(hashWord(foldedWord(tokens, token)));
      else expect(tokens.hash[token]).toBe(text.charCodeAt(tokens.start[token]));
  });
});

const KINDS: readonly (readonly [string, number])[] = [
  ['وَقالَ', WORD],
  ['\ufefb', WORD],
  ['RIA', FOREIGN],
  ['Москва', FOREIGN],
  ['٣٫٥', NUMBER],
  ['0.34', NUMBER],
  ['.', PUNCT],
  ['؟', PUNCT],
  [':', PUNCT],
  ['\u{1f600}', PUNCT],
  ['..', DOTS],
  ['…', DOTS],
  ["''", QUOTE],
  ...[...'"«»“”„‟‹›″‘’‚‛❝❞'].map((mark) => [mark, QUOTE] as const),
];

test.each(KINDS)('%s is of kind %i', (text, kind) => {
  const { kind: kinds, count } = tokenize(text);
  expect(Array.from(kinds.subarray(0, count))).toEqual([kind]);
});

test('folded words stand beside the written ones', () => {
  const tokens = tokenize('وَقالَت الدُّوَلُ الأعضـاء، ٢٠١٤ Café \ufefb');
  expect(Array.from({ length: tokens.count }, (_, token) => foldedWord(tokens, token))).toEqual([
    'وقالت',
    'الدول',
    'الاعضاء',
    '',
    '2014',
    'cafe',
    'لا',
  ]);
});

test('lines are counted, whatever ends them', () => {
  const tokens = tokenize('واحد\nاثنان\r\nثلاثة\u2028أربعة خمسة');
  expect(new Set(tokens.line.subarray(0, tokens.count)).size).toBe(4);
  expect(tokens.line[3]).toBe(tokens.line[4]);
});

/** A word, letters to take off, and what is left of the written word. */
const PREFIXES: readonly (readonly [string, number, string])[] = [
  ['وقال', 0, 'وقال'],
  ['وقال', 1, 'قال'],
  ['وَقال', 1, 'قال'],
  ['وـقال', 1, 'قال'],
  ['وَبِالعراق', 2, 'العراق'],
  ['لليمن', 1, 'ليمن'],
  ['و\u200cقال', 1, 'قال'],
];

test.each(PREFIXES)('%s without %i letters is %s', (word, skip, rest) => {
  const tokens = tokenize(`ثم ${word}.`);
  expect(tokens.text.slice(offsetAfter(tokens, 1, skip), tokens.end[1])).toBe(rest);
});

test('what is left of a word never loses its last letter to the diacritics behind a particle', () => {
  const tokens = tokenize('و\u064e\u0651');
  expect(offsetAfter(tokens, 0, 1)).toBeLessThanOrEqual(tokens.end[0]);
});

test('hashes of a rest and of a word put together agree with the hash of the word', () => {
  const tokens = tokenize('وبالعراق');
  expect(suffixHash(tokens, 0, 2)).toBe(hashWord('العراق'));
  expect(suffixHash(tokens, 0, 4)).toBe(hashWord('عراق'));
  expect(prependHash(0x627, hashWord('لعراق'), 5)).toBe(hashWord('العراق'));
});

test('a text of nothing but ligatures has room for all its letters', () => {
  const longest = [...LIGATURES].sort(([, a], [, b]) => b.length - a.length)[0];
  const text = String.fromCharCode(longest[0]).repeat(1000);
  const tokens: Tokens = tokenize(text);
  expect(tokens.count).toBe(1);
  expect(tokens.foldLength[0]).toBe(longest[1].length * 1000);
  expect(tokens.hash[0]).toBe(hashWord(longest[1].repeat(1000)));
});
