/** Which rows of the lists a text meets: each word under every list that reads it, names and fixed phrases as a whole. */
import { createExtractor } from '../../index.js';

const extractor = createExtractor();

/** Rows as `list:key words`. */
function met(text: string): readonly string[] {
  return extractor
    .meetRows(text)
    .map(({ list, key, start, end }) => `${list}:${key} ${text.slice(start, end)}`);
}

test.each([
  ['a verb of speech', 'قال الوفد', 'cue-verbs:قال قال'],
  ['a title behind its article', 'قال الوزير', 'titles:وزير الوزير'],
  ['an adjective of nationality', 'الوزير الروسي', 'nisbas:روسي الروسي'],
  ['a given name', 'وصل سامر', 'given-names:سامر سامر'],
  ['a family name', 'عاد لافروف', 'family-names:لافروف لافروف'],
  ['a whole person', 'عاد سيرغي لافروف', 'people:سيرغي لافروف سيرغي لافروف'],
  ['a place', 'إلى لبنان', 'places:لبنان لبنان'],
  ['an organization behind لل', 'للكرملين سور', 'organizations:الكرملين للكرملين'],
  ['a complementizer', 'قال إن', 'complementizers:ان إن'],
  ['a function word', 'إلى لبنان', 'stopwords:الي إلى'],
  ['a frequent word', 'سور قديم', 'common-words:قديم قديم'],
  ['a class noun', 'في مدينة بيروت', 'heads:مدينه مدينة'],
  ['an attribution', 'بحسب الوفد', 'attributions:بحسب بحسب'],
  ['a fixed phrase behind a particle', 'وعلى حد قوله', 'attributions:علي حد قوله وعلى حد قوله'],
  ['a phrase of two words', 'قال مصدر أمني', 'attributions:مصدر امني مصدر أمني'],
])('%s', (_what, text, row) => {
  expect(met(text)).toContain(row);
});

test('rows come in text order, and a row that a word is read as in two ways counts once', () => {
  const rows = extractor.meetRows('قال سامر العبدلات إن الوفد وصل إلى لبنان، وعلى حد قوله عاد.');
  expect(rows.map(({ start }) => start)).toEqual(rows.map(({ start }) => start).toSorted((a, b) => a - b));
  const keys = rows.map(({ list, key, start, end }) => `${list}:${key}:${start}:${end}`);
  expect(new Set(keys).size).toBe(keys.length);
});

test('a text without words meets nothing', () => {
  expect(met('')).toEqual([]);
  expect(met('…!')).toEqual([]);
});
