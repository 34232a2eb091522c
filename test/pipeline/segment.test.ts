/** Lines and their kinds, sentences and where they end: tables of texts, each sentence sliced back out of its text. */
import { allWritten, layersOf, written } from './layers.js';

/** The sentences as written. */
function sentences(text: string): string[] {
  const { tokens, segments } = layersOf(text);
  return segments.sentences.map(({ first, end }) => written(tokens, first, end - 1));
}

/** The kind of each line. */
function kinds(text: string): string[] {
  return layersOf(text).segments.lines.map(({ kind }) => kind);
}

/** What the case shows, and its sentences; the text is the sentences with a space between them. */
const SENTENCES: readonly (readonly [string, ...string[]])[] = [
  ['full stops', 'قال سامر نعم.', 'ثم ذهب.'],
  ['a last sentence without a mark', 'قال سامر نعم.', 'ثم ذهب'],
  ['questions and cries', 'ماذا قال؟', 'نعم!', 'ثم ذهب.'],
  ['a Latin question mark', 'ماذا قال?', 'نعم.'],
  ['an Urdu full stop', 'قال نعم۔', 'ثم ذهب.'],
  ['not after a doctor’s title', 'قال د. سامر منصور نعم.', 'ثم ذهب.'],
  ['not after another', 'وقال أ. سامر منصور نعم.', 'ثم ذهب.'],
  ['not after an initial', 'وصل ج. منصور أمس.', 'ثم ذهب.'],
  ['not after several', 'وصل م. ع. منصور أمس.', 'ثم ذهب.'],
  ['not within a decimal', 'بلغ 3.5 في المئة.', 'ثم ارتفع.'],
  ['not within an Arabic decimal', 'بلغ ٣٫٥ في المئة.', 'ثم ارتفع.'],
  ['after a number', 'وقع ذلك عام 2014.', 'ثم ذهب.'],
  ['after a single digit', 'عددهم 5.', 'ثم ذهب.'],
  ['not within a Latin abbreviation', 'أعلنت U.S. نعم.', 'ثم ذهب.'],
  ['not within an address', 'زار www.example.com اليوم.', 'ثم ذهب.'],
  ['not after two dots', 'قال.. نعم ثم ذهب.', 'وعاد.'],
  ['not after an ellipsis', 'قال… نعم... ثم ذهب.', 'وعاد.'],
  ['not inside marks', 'قال: «نعم. ثم لا! ماذا؟ نعم.» وذهب.', 'وعاد.'],
  ['not inside straight marks', 'قال: "نعم. ثم لا." وذهب.', 'وعاد.'],
  ['not inside marks within marks', 'قال: «إن "نعم. لا" تكفي. نعم» وذهب.', 'وعاد.'],
  ['not at a semicolon or a comma', 'قال نعم؛ ثم لا، وذهب.', 'وعاد.'],
  ['after a closing mark', 'قال: «نعم».', 'وعاد.'],
];

test.each(SENTENCES)('%s', (_, ...expected) => {
  expect(sentences(expected.join(' '))).toEqual(expected);
});

test('a sentence glued to the next is one of its own', () => {
  expect(sentences('قال سامر نعم.وعاد إلى بغداد.')).toEqual(['قال سامر نعم.', 'وعاد إلى بغداد.']);
});

test('a mark that was never closed holds its sentences together until the paragraph ends', () => {
  const text = 'قال: «نعم. ثم ذهب.\nوعاد إلى بغداد أمس.';
  expect(sentences(text)).toEqual(['قال: «نعم. ثم ذهب.', 'وعاد إلى بغداد أمس.']);
});

test('a sentence never goes on in the next line', () => {
  expect(sentences('قال سامر\nإنه عاد')).toEqual(['قال سامر', 'إنه عاد']);
});

/** Dateline and what follows it. */
const DATELINES: readonly (readonly [string, string])[] = [
  ['بغداد –', 'قال سامر نعم.'],
  ['بغداد -', 'قال سامر نعم.'],
  ['بغداد —', 'قال سامر نعم.'],
  ['بغداد-', 'قال سامر نعم.'],
  ['الكويت (رويترز) -', 'قال سامر نعم.'],
  ['بغداد، العراق (CNN)--', 'قال سامر نعم.'],
  ['بغداد 5 أيار (أخبار) –', 'قال سامر نعم.'],
];

test.each(DATELINES)('the dateline %s stands alone', (dateline, rest) => {
  expect(sentences(`${dateline} ${rest}`)).toEqual([dateline, rest]);
});

const NO_DATELINES = [
  'وصل سامر منصور إلى بغداد أمس – وهي مدينة كبيرة – ثم عاد.',
  'قال سامر: نعم - ثم عاد.',
  'بلغت الحصيلة بين 10 و20 - بحسب سامر - ثم ارتفعت.',
];

test.each(NO_DATELINES)('there is no dateline in: %s', (text) => {
  expect(sentences(text)).toEqual([text]);
});

/** Kind, why, the line; each stands between a heading and a paragraph. */
const LINES: readonly (readonly [string, string, string])[] = [
  ['paragraph', 'a sentence', 'قال سامر منصور إن العمل انتهى.'],
  [
    'paragraph',
    'long without an end mark',
    'قال سامر منصور إن العمل في المدينة القديمة انتهى وإن الناس عادوا إلى بيوتهم وإن السوق فتحت أبوابها منذ الصباح وإن المدارس ستفتح غدا أيضا',
  ],
  ['heading', 'a line between paragraphs', 'العمل في المدينة القديمة'],
  ['heading', 'a question', 'ماذا بعد العمل في المدينة؟'],
  ['byline', 'a writer', 'كتب: سامر منصور'],
  ['byline', 'a writer, another way', 'بقلم سامر منصور'],
  ['byline', 'agencies', 'وكالات'],
  ['date', 'a day', 'الثلاثاء 5 أيار 2015'],
  ['date', 'a day in Arabic digits', '٥ يناير ٢٠١٥'],
  ['date', 'a day in figures', '2015/5/3'],
  ['date', 'a count', '25'],
  ['date', 'a count with marks', '(1,250)'],
  ['remains', 'stars', '***'],
  ['remains', 'a button', '+ A'],
  ['remains', 'nothing but Latin letters', 'Share'],
];

test.each(LINES)('%s: %s', (kind, _, line) => {
  expect(kinds(`عنوان الخبر\n\n${line}\n\nقال سامر منصور إن العمل انتهى.`)).toEqual([
    'heading',
    kind,
    'paragraph',
  ]);
});

test('a text of one line is a paragraph, not a heading', () => {
  expect(kinds('قال سامر نعم')).toEqual(['paragraph']);
});

test('the first of several lines is a heading even with an end mark', () => {
  expect(kinds('سامر يعود إلى بغداد.\nقال سامر منصور إن العمل انتهى.')).toEqual(['heading', 'paragraph']);
});

test('all line ends part lines, and empty lines are none', () => {
  expect(kinds('سامر\r\n\r\n\r\nقال سامر نعم.\u2028قال سامر لا.\u0085قال سامر نعم.')).toEqual([
    'heading',
    'paragraph',
    'paragraph',
    'paragraph',
  ]);
});

test.each(['', ' \n\t\n', '\u064e'])('there is nothing in %j', (text) => {
  const { segments } = layersOf(text);
  expect([segments.lines, segments.sentences]).toEqual([[], []]);
});

test('sentences cover every token once, in order, and each lies in its line', () => {
  const text =
    'عنوان الخبر\nكتب: سامر\nبغداد – قال د. سامر: «نعم. لا». ماذا؟ ثم.. عاد\n25\nقال "نعم. ثم لا\n***\n';
  const { tokens, segments } = layersOf(text);
  const covered = segments.sentences.flatMap(({ first, end }) => allWritten(tokens).slice(first, end));
  expect(covered).toEqual(allWritten(tokens));
  for (const [index, { first, end, line }] of segments.sentences.entries()) {
    expect(segments.lines[line].first).toBeLessThanOrEqual(first);
    expect(segments.lines[line].end).toBeGreaterThanOrEqual(end);
    expect(new Set(segments.sentenceOf.subarray(first, end))).toEqual(new Set([index]));
  }
});

describe('known failures', () => {
  test('words between dashes near a line’s beginning are no dateline', () => {
    expect(sentences('قال سامر – وهو وزير – نعم.')).toHaveLength(1);
  });
  test('end marks in a row end one sentence', () => {
    expect(sentences('ماذا قال؟! نعم.')).toEqual(['ماذا قال؟!', 'نعم.']);
  });
});
