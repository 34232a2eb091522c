/** Tokens to lookups: which particles come off a word, which list names and phrases are found, and their spans. */
import {
  COMMON,
  COMPLEMENTIZER,
  CUE,
  GIVEN,
  HEAD,
  NAME,
  NISBA,
  TITLE,
} from '../../pipeline/lookup/lexicon.js';
import { lookUp } from '../../pipeline/lookup/lookup.js';
import { WordMemory } from '../../pipeline/lookup/word-memory.js';
import { offsetAfter, tokenize } from '../../pipeline/tokenize.js';
import { layersOf, lexiconOf, nameRow, SMALL, written } from './layers.js';

/** A written word, what it is, and the part of it that the lists know. */
const WORDS: readonly (readonly [string, string, number])[] = [
  ['بغداد', 'بغداد', NAME],
  ['ببغداد', 'بغداد', NAME],
  ['وبغداد', 'بغداد', NAME],
  ['فبغداد', 'بغداد', NAME],
  ['لبغداد', 'بغداد', NAME],
  ['كبغداد', 'بغداد', NAME],
  ['وببغداد', 'بغداد', NAME],
  ['وبالعراق', 'العراق', NAME],
  ['فبالعراق', 'العراق', NAME],
  ['كالعراق', 'العراق', NAME],
  ['وَبِالعِراق', 'العِراق', NAME],
  ['لليمن', 'ليمن', NAME],
  ['ولليمن', 'ليمن', NAME],
  ['لبنان', 'لبنان', NAME],
  ['بلبنان', 'لبنان', NAME],
  ['ولبنان', 'لبنان', NAME],
  ['وارسو', 'وارسو', NAME],
  ['ووارسو', 'وارسو', NAME],
  ['وبسامر', 'سامر', GIVEN],
  ['فقال', 'قال', CUE],
  ['وقالت', 'قالت', CUE],
  ['وقالوا', 'قالوا', CUE],
  ['سيعلن', 'يعلن', CUE],
  ['وسيعلن', 'يعلن', CUE],
  ['ستعلن', 'تعلن', CUE],
  ['أعلنه', 'أعلنه', CUE],
  ['وبإعلانه', 'إعلانه', CUE],
  ['وإن', 'إن', COMPLEMENTIZER],
  ['بأن', 'أن', COMPLEMENTIZER],
  ['وزير', 'وزير', TITLE],
  ['الوزير', 'وزير', TITLE],
  ['والوزيرة', 'وزيرة', TITLE],
  ['وللوزير', 'وزير', TITLE],
  ['بالوزيرين', 'وزيرين', TITLE],
  ['الوزراء', 'وزراء', TITLE],
  ['العراقية', 'عراقية', NISBA],
  ['واليمني', 'يمني', NISBA],
  ['بالمدينة', 'مدينة', HEAD],
  ['مدن', 'مدن', HEAD],
  ['والكتاب', 'كتاب', COMMON],
];

test.each(WORDS)('%s: %s', (word, known, bit) => {
  const { tokens, lookups } = layersOf(`ثم ${word}.`);
  const found = lookups.words[1]?.filter(({ bits }) => bits & bit) ?? [];
  expect(found.map(({ skip }) => tokens.text.slice(offsetAfter(tokens, 1, skip), tokens.end[1]))).toContain(
    known,
  );
  expect(lookups.bits[1] & bit).toBe(bit);
});

/** Words that look as if they carried a particle, and are not what the list has. */
const UNKNOWN: readonly (readonly [string, number, string])[] = [
  ['سقال', CUE, 'س stands before the imperfect only'],
  ['بقال', CUE, 'ب stands before no verb'],
  ['القال', CUE, 'ال stands before no verb'],
  ['البغداد', NAME, 'a name has its article or none'],
  ['الأن', COMPLEMENTIZER, 'ال stands before no particle'],
  ['وو', NAME, 'nothing is left'],
  ['إلوزير', TITLE, 'إل is no article'],
  ['قالب', CUE, 'the word goes on'],
  ['عراق', NAME, 'the list has it with its article'],
];

test.each(UNKNOWN)('%s is not known as %i: %s', (word, bit) => {
  expect(layersOf(`ثم ${word}.`).lookups.bits[1] & bit).toBe(0);
});

test('of several readings the one with the fewest letters off comes first', () => {
  const pack = { ...SMALL, names: [...SMALL.names, nameRow('بنان'), nameRow('نان')] };
  const { lookups } = layersOf('لبنان', pack);
  expect(lookups.words[0]?.map(({ skip }) => skip)).toEqual([0, 1]);
  expect(lookups.names[0].rows[0].name).toBe('لبنان');
});

/** A text, and the list names in it: the words of the span, then the row. */
const NAMES: readonly (readonly [string, ...(readonly [string, string])[]])[] = [
  ['قال في بغداد نعم', ['بغداد', 'بغداد']],
  ['ببغداد والكويت ولليمن', ['بغداد', 'بغداد'], ['الكويت', 'الكويت'], ['ليمن', 'اليمن']],
  ['في الأمم المتحدة', ['الأمم المتحدة', 'الأمم المتحدة']],
  ['للأمم المتحدة', ['لأمم المتحدة', 'الأمم المتحدة']],
  ['وبالأمم المتحدة', ['الأمم المتحدة', 'الأمم المتحدة']],
  ['الأُممُ المتّحدةُ أمس', ['الأُممُ المتّحدةُ', 'الأمم المتحدة']],
  ['الامم المتحده', ['الامم المتحده', 'الأمم المتحدة']],
  ['في مدينة الكويت أمس', ['مدينة الكويت', 'مدينة الكويت']],
  ['في مدينة بغداد', ['بغداد', 'بغداد']],
  ['الجمهورية اليمنية', ['الجمهورية اليمنية', 'اليمن']],
  ['قال لافروف', ['لافروف', 'سيرغي لافروف']],
  ['وسيرغي لافروف', ['سيرغي لافروف', 'سيرغي لافروف']],
  ['سيرجي لافروف', ['سيرجي لافروف', 'سيرغي لافروف']],
  ['لسيرجي لافروف', ['سيرجي لافروف', 'سيرغي لافروف']],
  ['عبد الرحمن المهيري', ['عبد الرحمن المهيري', 'عبد الرحمن المهيري']],
  ['عبدالرحمن المهيري', ['عبدالرحمن المهيري', 'عبد الرحمن المهيري']],
  ['\u0627\ufedf\u064aمن', ['\u0627\ufedf\u064aمن', 'اليمن']],
  ['"بغداد"و«اليمن»', ['بغداد', 'بغداد'], ['اليمن', 'اليمن']],
  ['\u202bبغداد\u202c', ['بغداد', 'بغداد']],
  ['#اليمن_بغداد', ['اليمن', 'اليمن'], ['بغداد', 'بغداد']],
  ['\u{1f600} بغداد', ['بغداد', 'بغداد']],
  ['الأمم\nالمتحدة'],
  ['الأمم، المتحدة'],
  ['قال نعم'],
  [''],
];

test.each(NAMES.map(([text, ...expected]) => [text, expected] as const))(
  'the names of %j',
  (text, expected) => {
    const { names } = layersOf(text).lookups;
    expect(names.map(({ start, end, rows }) => [text.slice(start, end), rows[0].name])).toEqual(expected);
  },
);

test('a name says whether a preposition stands before it and whether it was respelled', () => {
  const { names } = layersOf('ببغداد واليمن وسيرجي لافروف لسيرجي لافروف').lookups;
  expect(names.map(({ preposition, respelled }) => [preposition, respelled])).toEqual([
    [true, false],
    [false, false],
    [false, true],
    [true, true],
  ]);
});

test('rows that share a name are all given', () => {
  const pack = { ...SMALL, names: [...SMALL.names, nameRow('بغداد', { type: 'Organization' })] };
  expect(layersOf('في بغداد', pack).lookups.names[0].rows.map(({ type }) => type)).toEqual([
    'Place',
    'Organization',
  ]);
});

test('a phrase of several words is found at its first', () => {
  const { tokens, lookups } = layersOf('وقال وزير الخارجية نعم');
  expect([...lookups.phrases.values()].map(({ first, last }) => written(tokens, first, last))).toEqual([
    'وزير الخارجية',
  ]);
});

test('what was met before is known again, and nothing else is', () => {
  const lexicon = lexiconOf(SMALL);
  const memory = new WordMemory();
  const text = 'وبالعراق قال سيرجي لافروف في مدينة الكويت للأمم المتحدة نعم';
  const namesOf = (memoryOrNew: WordMemory) => lookUp(lexicon, memoryOrNew, tokenize(text)).names;
  const first = namesOf(memory);
  expect(first).toEqual(namesOf(new WordMemory()));
  expect(namesOf(memory)).toEqual(first);
  expect(Array.from(lookUp(lexicon, memory, tokenize(text)).bits)).toEqual(
    Array.from(lookUp(lexicon, new WordMemory(), tokenize(text)).bits),
  );
});

test('absurdly long words are passed over', () => {
  const { lookups } = layersOf(`${'ب'.repeat(500)} ${'و'.repeat(49)}بغداد بغداد`);
  expect(lookups.names).toHaveLength(1);
});

const JOINED: readonly (readonly [string, ...string[]])[] = [
  ['عبد الله', 'عبدالله'],
  ['عبدالله منصور', 'عبد الله منصور'],
  ['أبو منصور', 'أبي منصور', 'أبا منصور'],
  ['سامر بن منصور', 'سامر ابن منصور'],
];

test.each(JOINED)('%s is also written otherwise', (name, ...others) => {
  const pack = { ...SMALL, names: [nameRow(name, { type: 'Person' })] };
  for (const spelling of [name, ...others])
    expect(layersOf(`قال ${spelling} نعم`, pack).lookups.names.map(({ rows }) => rows[0].name)).toEqual([
      name,
    ]);
});

describe('particles that are easily missed', () => {
  test('ل comes off a name that begins with ل itself', () => {
    expect(layersOf('للبنان').lookups.names).toHaveLength(1);
  });
  test('the particle of a question comes off', () => {
    expect(layersOf('أبالعراق').lookups.names).toHaveLength(1);
  });
});

describe('a full memory', () => {
  const lexicon = lexiconOf(SMALL);
  const text = 'وبالعراق قال سيرجي لافروف في مدينة الكويت للأمم المتحدة نعم';
  const words = (from: number): string =>
    Array.from({ length: 40 }, (_, i) => `كلمة${String.fromCharCode(0x628 + i)}${from}`).join(' ');

  test('forgets what was met once and finds the same as an empty one', () => {
    const memory = new WordMemory(30);
    const expected = lookUp(lexicon, new WordMemory(), tokenize(text));
    for (let round = 0; round < 20; round++) {
      lookUp(lexicon, memory, tokenize(words(round)));
      const found = lookUp(lexicon, memory, tokenize(text));
      expect(found.names).toEqual(expected.names);
      expect(found.words).toEqual(expected.words);
      expect(Array.from(found.bits)).toEqual(Array.from(expected.bits));
      lookUp(lexicon, memory, tokenize(text));
    }
    expect(memory.count).toBeLessThan(120);
  });

  test('keeps words of any length, and tells them apart', () => {
    const memory = new WordMemory(5);
    const long = (ending: string): string => `بغ${'ـ'.repeat(300)}${ending}`;
    const hits = (ending: string) => lookUp(lexicon, memory, tokenize(`${long(ending)} ${words(1)}`)).names;
    for (let round = 0; round < 3; round++) {
      expect(hits('داد')).toHaveLength(1);
      expect(hits('دادا')).toHaveLength(0);
      expect(hits('داد')).toHaveLength(1);
    }
  });
});
