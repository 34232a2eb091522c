/** A draft says what the extractor found and nothing else: built, it gives the same rows, for every article there is. */
import { buildRows } from '../../../check/gold/build.js';
import { describeRows } from '../../../check/gold/describe.js';
import { documentRows, draftAnnotation } from '../../../check/gold/draft.js';
import { loadGold } from '../../../check/gold/files.js';
import { parseAnnotation } from '../../../check/gold/parse.js';
import { type GoldRows, rowsOf } from '../../../check/gold/rows.js';
import { scalar, writeAnnotation } from '../../../check/gold/write.js';
import { createExtractor } from '../../../index.js';
import { ARTICLES, isShared, PORT, SHARED } from './articles.js';

const extractor = createExtractor();

/** The order of an entity's names means nothing. */
function sorted(rows: GoldRows): GoldRows {
  const entities = Object.entries(rows.entities).map(
    ([key, entity]) => [key, { ...entity, names: [...entity.names].sort() }] as const,
  );
  return { ...rows, entities: Object.fromEntries(entities) };
}

function rebuilt(yaml: string, text: string): GoldRows {
  const { annotation, defects } = parseAnnotation('draft.yaml', yaml);
  const built = buildRows('draft.yaml', annotation, text);
  expect([...defects, ...built.defects]).toEqual([]);
  return sorted(built.rows);
}

test.each(ARTICLES)('the draft of %s builds to what was found in it', (_file, text) => {
  const document = extractor.extract({ identifier: 'draft', text });
  const yaml = writeAnnotation(draftAnnotation(document));
  expect(rebuilt(yaml, document.article.text)).toEqual(sorted(documentRows(document)));
});

// Reported as skipped where the shared folder is absent.
const withShared = isShared ? test : test.skip;
withShared('the shared articles are among those above', () => {
  expect(ARTICLES.filter(([file]) => file.startsWith(SHARED)).length).toBeGreaterThan(10);
});

const GOLDS = [
  ...loadGold(['fixtures/gold'], 'fixtures/articles'),
  ...(isShared ? loadGold([`${SHARED}/gold/news`], `${SHARED}/news`) : []),
].map((gold) => [gold.file, gold] as const);

test.each(GOLDS)('the gold of %s, written as an annotation, builds to the same gold', (_file, gold) => {
  const rows = rowsOf(gold, gold.text);
  expect(rebuilt(writeAnnotation(describeRows(gold.text, rows)), gold.text)).toEqual(sorted(rows));
});

test('a draft shows where the extractor is unsure, and which of several places is meant', () => {
  const yaml = writeAnnotation(draftAnnotation(extractor.extract({ identifier: 'port', text: PORT })));
  expect(yaml).toMatch(/^ {2}# confidence 0\.\d+: \w/mu);
  expect(yaml).toContain(
    '  - kind: direct\n    speaker: سامر الحيدروسي\n    cue: أضاف\n    words: لن نبيع الميناء لأحد\n',
  );
  const twice = 'قال سامر الحيدروسي: "العمل مستمر". ونشر كتاب «العمل مستمر» أمس.\n';
  expect(writeAnnotation(draftAnnotation(extractor.extract({ identifier: 'twice', text: twice })))).toContain(
    'words: العمل مستمر\n    occurrence: 1\n',
  );
});

test('an entity whose name is written in presentation forms has a key that can be typed', () => {
  const text = 'زار الوفد \ufecf\ufef4\ufe8e\ufee7\ufe8e في الربيع.';
  const yaml = writeAnnotation(draftAnnotation(extractor.extract({ identifier: 'forms', text })));
  expect(yaml).toContain(
    '  غيانا:\n    type: Place\n    forms:\n      - "\\ufecf\\ufef4\\ufe8e\\ufee7\\ufe8e"\n',
  );
});

test('long quotations are told by their two ends', () => {
  const said = Array.from({ length: 30 }, (_, index) => `كلمة${index}`).join(' ');
  const text = `قال سامر الحيدروسي: "${said}".\n`;
  const yaml = writeAnnotation(draftAnnotation(extractor.extract({ identifier: 'long', text })));
  expect(yaml).toContain('from: كلمة0 كلمة1 كلمة2 كلمة3\n    to: كلمة26 كلمة27 كلمة28 كلمة29\n');
});

test.each([
  ['سامر الحيدروسي', 'سامر الحيدروسي'],
  ['null', '"null"'],
  ['يوم: غد', '"يوم: غد"'],
  ['قال "نعم"', '"قال \\"نعم\\""'],
  ['-', '"-"'],
  ['سطر\nسطر', '"سطر\\nسطر"'],
  ['\u200fيمين', '"\\u200fيمين"'],
  ['\ufee5', '"\\ufee5"'],
  ['2030', '"2030"'],
])('%j is written as %s', (text, yaml) => {
  expect(scalar(text)).toBe(yaml);
});
