/** Every defect of a list gives its own message, with file and line. */
import { defectsOf, GIVEN_NAMES, type PackFiles, PLACES, STOPWORDS } from './small-pack.js';

const places = (...rows: readonly string[]): PackFiles => ({ 'names/places.tsv': [PLACES, ...rows] });
const given = (...rows: readonly string[]): PackFiles => ({
  'names/given-names.tsv': [GIVEN_NAMES, ...rows],
});
const bytes = (...parts: readonly (string | number)[]): Uint8Array =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from([part]))));
const PLACES_HEADER = PLACES.replaceAll('\t', ' ');

const TABLE: readonly (readonly [what: string, files: PackFiles, defect: string])[] = [
  [
    'an empty file',
    { 'names/places.tsv': [] },
    `names/places.tsv:1 the file is empty — write the first line as "${PLACES_HEADER}", with one tab between names`,
  ],
  [
    'another header',
    { 'words/stopwords.tsv': ['word\trole', 'من\tpreposition'] },
    'words/stopwords.tsv:1 the header is "word role" — write the first line as "word function", with one tab between names',
  ],
  [
    'too few columns',
    given('خالد\tm\tarabic\t', 'سامر\tm\tarabic'),
    'names/given-names.tsv:3 3 columns instead of 4 — put one tab between columns, also beside an empty cell',
  ],
  [
    'one column',
    given('خالد'),
    'names/given-names.tsv:2 1 column instead of 4 — put one tab between columns, also beside an empty cell',
  ],
  ['a blank line', given('خالد\tm\tarabic\t', ''), 'names/given-names.tsv:3 the line is blank — delete it'],
  [
    'two spellings of one name',
    given('أحمد\tm\tarabic\t', 'احمد\tm\tarabic\t'),
    'names/given-names.tsv:3 "احمد" is the same as line 2 after folding — keep one of the two rows',
  ],
  [
    'rows out of order',
    given('سامر\tm\tarabic\t', 'خالد\tm\tarabic\t', 'فؤاد\tm\tarabic\t'),
    'names/given-names.tsv:3 "خالد" stands after "سامر" — sort the rows by "name" in code-point order',
  ],
  [
    'several rows out of order',
    given('سامر\tm\tarabic\t', 'خالد\tm\tarabic\t', 'فؤاد\tm\tarabic\t', 'جابر\tm\tarabic\t'),
    'names/given-names.tsv:3 "خالد" stands after "سامر", and 1 more out of order — sort the rows by "name" in code-point order',
  ],
  [
    'an empty cell that must hold something',
    given('خالد\t\tarabic\t'),
    'names/given-names.tsv:2 column "gender" is empty — write one of m, f, u',
  ],
  ['an empty key', given('\tm\tarabic\t'), 'names/given-names.tsv:2 column "name" is empty — write a value'],
  [
    'a value that is not allowed',
    given('خالد\tmale\tarabic\t'),
    'names/given-names.tsv:2 column "gender" holds "male" — write one of m, f, u',
  ],
  [
    'an optional value that is not allowed',
    given('خالد\tm\tarabic\tyes'),
    'names/given-names.tsv:2 column "reading" holds "yes" — write one of common, or leave the cell empty',
  ],
  [
    'a country by name',
    places('الوادي\t\ttown\tTunisia\t\tarabic\t\tsure\t'),
    'names/places.tsv:2 column "country" holds "Tunisia" — write two capitals such as JO, or leave the cell empty',
  ],
  [
    'a population with a comma',
    places('الوادي\t\ttown\tTN\t12,000\tarabic\t\tsure\t'),
    'names/places.tsv:2 column "population" holds "12,000" — write digits only, or leave the cell empty',
  ],
  [
    'a bare number as Wikidata id',
    places('الوادي\t\ttown\tTN\t\tarabic\t159\tsure\t'),
    'names/places.tsv:2 column "wikidata" holds "159" — write a Wikidata id such as Q159, or leave the cell empty',
  ],
  [
    'a kind in capitals',
    places('الوادي\t\tTown\tTN\t\tarabic\t\tsure\t'),
    'names/places.tsv:2 column "kind" holds "Town" — write lower-case words joined by hyphens, such as armed-group',
  ],
  [
    'an unknown spelling',
    places('الوادي\t\ttown\tTN\t\tlatin\t\tsure\t'),
    'names/places.tsv:2 column "spelling" holds "latin" — write one of arabic, foreign',
  ],
  [
    'an unknown certainty',
    places('الوادي\t\ttown\tTN\t\tarabic\t\tmaybe\t'),
    'names/places.tsv:2 column "certainty" holds "maybe" — write one of sure, likely, context',
  ],
  [
    'an alias of no letters',
    places('الوادي\tوادي النخيل||الوديان\ttown\tTN\t\tarabic\t\tsure\t'),
    'names/places.tsv:2 column "aliases" holds an empty value — delete the extra |',
  ],
  [
    'a trailing blank',
    given('خالد \tm\tarabic\t'),
    'names/given-names.tsv:2 column "name" has a blank at the edge of a value, or two in a row — delete the extra blank',
  ],
  [
    'a blank beside a bar',
    places('الوادي\tوادي النخيل |الوديان\ttown\tTN\t\tarabic\t\tsure\t'),
    'names/places.tsv:2 column "aliases" has a blank at the edge of a value, or two in a row — delete the extra blank',
  ],
  [
    'a presentation form',
    given('سا\ufee3ر\tm\tarabic\t'),
    'names/given-names.tsv:2 column "name" holds the presentation form U+FEE3 — write the ordinary letters',
  ],
  [
    'an invisible character',
    given('سامر\u200f\tm\tarabic\t'),
    'names/given-names.tsv:2 column "name" holds the invisible character U+200F — delete it',
  ],
  [
    'a no-break space',
    given('أبو\u00a0بكر\tm\tarabic\t'),
    'names/given-names.tsv:2 column "name" holds the invisible character U+00A0 — delete it',
  ],
  [
    'bytes that are not UTF-8',
    { 'words/stopwords.tsv': bytes(`${STOPWORDS}\n`, 0xe3, 0xe4, '\tpreposition\nمن\tpreposition\n') },
    'words/stopwords.tsv:2 the line is not valid UTF-8 — save the file as UTF-8',
  ],
  [
    'a byte order mark',
    { 'words/stopwords.tsv': bytes(`\ufeff${STOPWORDS}\nمن\tpreposition\n`) },
    'words/stopwords.tsv:1 the file starts with a byte order mark — save the file as UTF-8 without a byte order mark',
  ],
  [
    'Windows line ends',
    { 'words/stopwords.tsv': bytes(`${STOPWORDS}\r\nمن\tpreposition\r\n`) },
    'words/stopwords.tsv:1 the line ends with a carriage return — save the file with Unix line ends (LF)',
  ],
  [
    'a list with a mistyped name',
    { 'names/place.tsv': [PLACES] },
    'names/place.tsv no list has this name — did you mean "names/places.tsv"?',
  ],
];

test.each(TABLE)('%s', (_what, files, defect) => {
  expect(defectsOf(files)).toEqual([defect]);
});

const CUES = 'lemma perfect imperfect passive participle masdar complements speech stance trust continues';

test('forms of a verb are counted', () => {
  const row = 'قال\tقال|قالت\t\t\t\t\tإن\tboth\tneutral\tstrong\t';
  expect(defectsOf({ 'words/cue-verbs.tsv': [CUES.replaceAll(' ', '\t'), row] })).toEqual([
    'words/cue-verbs.tsv:2 column "perfect" holds 2 forms instead of 6 — separate forms by |, with nothing between two | for a form that does not exist',
  ]);
});

test('all defects of a row are told', () => {
  expect(defectsOf(places('الوادي\t\t\tTN\tmany\tarabic\t\tsure\t'))).toEqual([
    'names/places.tsv:2 column "kind" is empty — write lower-case words joined by hyphens, such as armed-group',
    'names/places.tsv:2 column "population" holds "many" — write digits only, or leave the cell empty',
  ]);
});

test('a sound list has no defects', () => {
  expect(defectsOf(places('الوادي\tوادي النخيل\ttown\tTN\t12000\tarabic\tQ159\tsure\tcommon'))).toEqual([]);
  expect(defectsOf({ 'words/stopwords.tsv': bytes(`${STOPWORDS}\nمن\tpreposition`) })).toEqual([]);
});
