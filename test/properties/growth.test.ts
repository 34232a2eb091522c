/**
 * Time grows with the length of a text and not with its square, whatever the text repeats: four times as much of it
 * may cost eight times as much at most. No property looks at a clock alone, so that a slow machine changes nothing.
 */
import { createExtractor, serialize } from '../../index.js';

const extractor = createExtractor();
const NAME = 'سيرغي لافروف';

/** What is repeated, how often at most, and the text of that many. */
const SHAPES: readonly (readonly [string, number, (count: number) => string])[] = [
  ['opening marks', 100_000, (count) => '«'.repeat(count)],
  ['straight marks', 100_000, (count) => '"'.repeat(count)],
  ['opening marks before words', 20_000, (count) => '«نعم '.repeat(count)],
  [
    'opening marks, then as many closing ones',
    40_000,
    (count) => '« '.repeat(count / 2) + '» '.repeat(count / 2),
  ],
  ['marked words in one sentence', 20_000, (count) => '"a" '.repeat(count)],
  [
    'marked words in one indirect clause',
    8_000,
    (count) => `قال الوزير إن ${'العمل "نعم لا" '.repeat(count)}`,
  ],
  ['marked words that hold a cue', 8_000, (count) => '"قال نعم" '.repeat(count)],
  ['marks over several paragraphs', 2_400, (count) => `${'قال: «نعم.\n'.repeat(count)}».`],
  ['one name in one line', 20_000, (count) => `${NAME} `.repeat(count)],
  ['one name in lines of its own', 4_000, (count) => `${NAME}\n`.repeat(count)],
  ['names after commas', 4_000, (count) => `${NAME}، `.repeat(count)],
  ['reports without an end mark', 4_000, (count) => `وقال ${NAME} إن العمل انتهى `.repeat(count)],
  ['reports', 20_000, (count) => `وقال ${NAME} إن العمل انتهى. `.repeat(count)],
  [
    'reports without a subject',
    4_000,
    (count) => `قال ${NAME} نعم. ${'وأضاف أن العمل انتهى. '.repeat(count)}`,
  ],
  ['reports within reports', 4_000, (count) => `قال ${NAME} إن `.repeat(count)],
  ['reports that name their relay', 2_000, (count) => `نقلت وكالة رويترز عن ${NAME} قوله إن `.repeat(count)],
  [
    'quotations in two pieces',
    2_000,
    (count) => `"نعم لا ثم نعم"، قال ${NAME}، "لا نعم ثم لا". `.repeat(count),
  ],
  ['courts and their towns', 40_000, (count) => 'رفضت المحكمة الابتدائية بتونس الطعن. '.repeat(count)],
  ['headlines', 4_000, (count) => `${NAME}: العمل انتهى\n`.repeat(count)],
  [
    'a line of a megabyte without an end mark',
    1_000_000,
    (count) => 'ذهب الناس إلى العمل '.repeat(count / 20),
  ],
  ['a word of a megabyte', 1_000_000, (count) => 'ب'.repeat(count)],
  ['cues', 20_000, (count) => 'قال '.repeat(count)],
  ['cues with a colon', 4_000, (count) => 'قال: '.repeat(count)],
  ['complementizers', 20_000, (count) => 'إن '.repeat(count)],
  ['a cue far from its complementizer', 100_000, (count) => `قال ${'العمل '.repeat(count)}إن نعم`],
  ['diacritics', 50_000, (count) => '\u064e'.repeat(count)],
  ['diacritics on one letter', 50_000, (count) => `ب${'\u064e'.repeat(count)}`],
  ['tatweel', 50_000, (count) => `قا${'ـ'.repeat(count)}ل`],
  ['letters of a ligature', 50_000, (count) => '\ufdfa'.repeat(count)],
  ['colons', 20_000, (count) => ':'.repeat(count)],
  ['opening brackets', 20_000, (count) => '('.repeat(count)],
  ['opening brackets before words', 20_000, (count) => '( نعم '.repeat(count)],
  ['dots', 100_000, (count) => '.'.repeat(count)],
  ['line ends', 100_000, (count) => '\n'.repeat(count)],
  ['halves of characters', 50_000, (count) => '\ud800'.repeat(count)],
  ['digits', 100_000, (count) => '5'.repeat(count)],
  ['unknown names after a title', 10_000, (count) => each(count, (i) => `الوزير ${unknown(i)} `)],
  ['unknown names that speak', 2_000, (count) => each(count, (i) => `قال الوزير ${unknown(i)} نعم. `)],
  [
    'unknown names, each met again',
    2_000,
    (count) => each(count, (i) => `الوزير ${unknown(i)}. ${unknown(i)}. `),
  ],
  [
    'people who share a family name',
    2_000,
    (count) => each(count, (i) => `الوزير ${word(i)} منصور. قال منصور نعم. `),
  ],
  [
    'people who share a given name',
    2_000,
    (count) => each(count, (i) => `الوزير سامر ${word(i)}. قال سامر نعم. `),
  ],
  ['organizations', 2_000, (count) => each(count, (i) => `أعلنت شركة ${unknown(i)} ذلك. `)],
  [
    'a title alone after as many who hold it',
    4_000,
    (count) => `${people(count)}${'وقال الوزير إن العمل انتهى. '.repeat(count)}`,
  ],
  [
    'a title alone of the other gender',
    4_000,
    (count) => `${people(count)}${'وقالت الوزيرة إن العمل انتهى. '.repeat(count)}`,
  ],
  [
    'one person whose title is given each time, and the title alone',
    8_000,
    (count) =>
      'وقال وزير النقل سامر العبدلات إن العمل مستمر وأكد رئيس البلدية أن الطريق مفتوح '.repeat(count),
  ],
  [
    'one person with ever other titles, and a title alone',
    8_000,
    (count) =>
      each(count, (i) => `وقال وزير ${word(i)} سامر العبدلات إن العمل مستمر وأكد رئيس البلدية ذلك. `),
  ],
  ['a title of two', 4_000, (count) => `${people(count)}${'وقال الوزيران إن العمل انتهى. '.repeat(count)}`],
  [
    'a class noun alone after as many organizations',
    1_200,
    (count) =>
      `${each(count, (i) => `أعلنت شركة ${unknown(i)} ذلك. `)}${'وقالت الشركة إن العمل انتهى. '.repeat(count)}`,
  ],
];

const FACTOR = 4;

beforeAll(() => {
  for (const [, most, shape] of SHAPES) cost(shape(Math.ceil(most / 40)));
});

test.each(SHAPES)(
  '%s',
  (_, most, shape) => {
    const small = shape(most / FACTOR);
    const large = shape(most);
    const once = cost(small);
    const allowed = 2 * FACTOR * (once < 100 ? Math.min(once, cost(small)) : once) + 300;
    // A pause of the machine strikes once; a square strikes every time.
    const first = cost(large);
    expect(first <= allowed ? first : cost(large)).toBeLessThanOrEqual(allowed);
  },
  120_000,
);

/** Milliseconds to read a text and write its output. */
function cost(text: string): number {
  const start = performance.now();
  serialize(extractor.extract({ identifier: 'x', text }));
  return performance.now() - start;
}

function each(count: number, text: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => text(index)).join('');
}

function people(count: number): string {
  return each(count, (index) => `قال الوزير ${unknown(index)} نعم. `);
}

const LETTERS = [...'بتثجحخدرزسشصضطعغفقكلمنهوي'];

/** A word that no list has, another for each index. */
function word(index: number): string {
  const letter = (place: number): string =>
    LETTERS[Math.floor(index / LETTERS.length ** place) % LETTERS.length];
  return `ق${letter(0)}${letter(1)}ا${letter(2)}ون`;
}

function unknown(index: number): string {
  return `${word(index)} م${word(index).slice(1, 3)}ي${word(index).slice(4, 5)}`;
}
