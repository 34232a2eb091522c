/** Folding: spellings that must count as one word, words that must stay two, and the class of each character. */

import {
  ARABIC,
  CLASS,
  COMBINING,
  DIGIT,
  FOLD,
  fold,
  INVISIBLE,
  LATIN,
  LIGATURES,
  MARK,
  NEWLINE,
  SPACE,
} from '../../pipeline/normalize.js';
import { hashWord } from '../../pipeline/tokenize.js';

/** What differs, the plain spelling, and others of the same word. */
const SAME: readonly (readonly [string, string, ...string[]])[] = [
  ['diacritics', 'محمد', 'مُحَمَّد', 'محم\u0651د', '\u0645\u064f\u062d\u064e\u0645\u0651\u064e\u062f'],
  ['shadda before or after its vowel', 'شدة', 'شد\u0651\u064eة', 'شد\u064e\u0651ة'],
  ['tanwin', 'كتابا', 'كتابًا', 'كتاب\u064bا'],
  ['dagger alef', 'الرحمن', 'الرحم\u0670ن'],
  ['Koranic marks', 'قال', 'ق\u06e1ال', 'قال\u06d6'],
  ['tatweel', 'محمد', 'محـمد', 'مـــحـــمـــد', 'محمدـ'],
  ['alef forms', 'احمد', 'أحمد', 'إحمد', 'آحمد', '\u0671حمد'],
  ['a hamza or madda that combines', 'الام', 'الا\u0654م', 'الا\u0655م', 'الا\u0653م'],
  ['hamza on waw', 'موتمر', 'مؤتمر', 'مو\u0654تمر'],
  ['hamza on yeh', 'رييس', 'رئيس', 'ري\u0654يس'],
  ['teh marbuta', 'جامعه', 'جامعة'],
  ['alef maqsura', 'مصطفي', 'مصطفى'],
  ['Persian yeh and kaf', 'كيفي', 'کیفی', '\u06aaيفي'],
  ['Persian letters', 'باريس', 'پاريس'],
  ['gaf', 'غوركي', 'غورگي'],
  ['cheh and zheh', 'جزيره', 'چژيره'],
  ['veh', 'فيينا', '\u06a4يينا'],
  ['Urdu heh and yeh barree', 'هدي', '\u06c1دي', '\u06beد\u06d2'],
  ['presentation forms', 'محمد', '\ufee3\ufea4\ufee4\ufeaa'],
  ['a lam-alef ligature', 'لا', '\ufefb', '\ufefc', '\ufef7', '\ufef9', '\ufef5'],
  ['a ligature inside a word', 'السلام', '\u0627\ufedf\ufeb4\ufefc\ufee1'],
  ['the ligature of God’s name', 'الله', '\ufdf2'],
  ['presentation forms of diacritics', 'قل', 'ق\ufe77ل', 'ق\ufe76ل'],
  ['digits of three scripts', '1945', '١٩٤٥', '۱۹۴۵', '1٩۴5'],
  ['bidi controls', 'قال', '\u202bقال\u202c', '\u200fقال\u200e', '\u2067قال\u2069', 'ق\u061cال'],
  ['joiners and a soft hyphen', 'قال', 'ق\u200cال', 'ق\u200dال', 'قا\u00adل', '\ufeffقال'],
  ['white space of all kinds', 'بن علي', 'بن\u00a0علي', 'بن\u2009علي', 'بن \t علي', 'بن\u3000علي', 'بن\nعلي'],
  ['a zero-width space parts words', 'بن علي', 'بن\u200bعلي'],
  ['marks between words', 'بن علي', 'بن-علي', '«بن» علي', 'بن/علي.'],
  ['letters of other scripts', 'cafe', 'Café', 'CAFÉ', 'cafe\u0301'],
  ['Greek and Cyrillic capitals', 'москва', 'МОСКВА', 'Москва'],
];

describe.each(SAME)('%s', (_, plain, ...others) => {
  test.each(others)('%j', (other) => {
    expect(fold(other)).toBe(fold(plain));
    expect(hashWord(fold(other))).toBe(hashWord(fold(plain)));
  });
  test('is folded once and for all', () => {
    for (const word of [plain, ...others]) expect(fold(fold(word))).toBe(fold(word));
  });
});

const DIFFERENT: readonly (readonly [string, string])[] = [
  ['كتاب', 'كاتب'],
  ['علم', 'عمل'],
  ['حسن', 'حسين'],
  ['ذهب', 'دهب'],
  ['ماء', 'ما'],
  ['بن علي', 'بنعلي'],
  ['ضل', 'ظل'],
  ['سوريا', 'سورية'],
];

test.each(DIFFERENT)('%s is not %s', (one, other) => {
  expect(fold(one)).not.toBe(fold(other));
});

const NOTHING = ['', ' ', '\u064e\u0651', 'ـــ', '\u200f\u200e', '،؛؟ «» - …', '\u{1f600}', '\ufd3e\ufd3f'];

test.each(NOTHING)('nothing is left of %j', (text) => {
  expect(fold(text)).toBe('');
});

test('a folded phrase has single spaces between its words and none around them', () => {
  expect(fold('  «الأُمَمُ   المُتَّحِدة»، ')).toBe('الامم المتحده');
});

const CLASSES: readonly (readonly [string, number, string])[] = [
  ['Arabic letters', ARABIC, '\u0621\u0627\u064a\u067e\u06cc\u06d5\ufefb\ufee3'],
  ['other letters', LATIN, 'aZéßяΩא'],
  ['digits', DIGIT, '09\u0660\u0669\u06f0\u06f9'],
  [
    'what is part of a word but not of its folded form',
    COMBINING,
    '\u0640\u064b\u0652\u0670\u0654\u06d6\u0301\ufe76',
  ],
  ['what is invisible', INVISIBLE, '\u200c\u200d\u200e\u200f\u061c\u202a\u202e\u2066\u2069\ufeff\u00ad'],
  [
    'marks',
    MARK,
    '.,:;!?()[]«»"\u201c\u201d\u2018\u2026\u060c\u061b\u061f\u06d4\u066a\u066b\u2013\u2014%#@+\ufd3e\ufffd',
  ],
  ['halves of characters outside the basic plane', MARK, '\ud83d\ude00'],
  ['line ends', NEWLINE, '\n\r\u000b\u000c\u0085\u2028\u2029'],
  ['white space', SPACE, ' \t\u00a0\u2003\u202f\u3000\u200b\u0000\u001f\u007f'],
];

describe.each(CLASSES)('%s', (_, kind, characters) => {
  test.each(
    Array.from({ length: characters.length }, (_unused, at) => characters.charCodeAt(at).toString(16)),
  )('U+%s', (hex) => {
    expect(CLASS[Number.parseInt(hex, 16)]).toBe(kind);
  });
});

test('every letter and digit has a folded form, and every folded form folds to itself', () => {
  const faults: string[] = [];
  for (let unit = 0; unit <= 0xffff; unit++) {
    if (![ARABIC, LATIN, DIGIT].includes(CLASS[unit])) continue;
    const folded = FOLD[unit] === 0 ? LIGATURES.get(unit) : String.fromCharCode(FOLD[unit]);
    const stable = [...(folded ?? '')].every((letter) => FOLD[letter.charCodeAt(0)] === letter.charCodeAt(0));
    if (!folded || !stable) faults.push(unit.toString(16));
  }
  expect(faults).toEqual([]);
});
