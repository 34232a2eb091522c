/** Packs over packs: all defects at once, later rows and rules in the place of earlier ones, removals, the digest. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { loadPack, loadWholePack } from '../../packs/load.js';
import { LISTS } from '../../packs/schemas.js';
import type { Knowledge } from '../../pipeline/knowledge.js';
import {
  defectsOf,
  GIVEN_NAMES,
  linesOf,
  type PackFiles,
  PLACES,
  ruleLines,
  STOPWORDS,
  writePack,
} from './small-pack.js';

const RULE = 'patterns/person/title-name.yaml';
const EARLIER: PackFiles = {
  'names/places.tsv': [
    PLACES,
    'الوادي\tالوديان\ttown\tTN\t12000\tarabic\t\tsure\t',
    'الينبوع\t\tvillage\tTN\t\tarabic\t\tlikely\tcommon',
  ],
  'names/given-names.tsv': [GIVEN_NAMES, 'سامر\tm\tarabic\t', 'سلام\tu\tarabic\tcommon'],
  'words/stopwords.tsv': [STOPWORDS, 'من\tpreposition'],
  'words/common-words.tsv': ['word\tcount', 'اجتماع\t400', 'بيت\t300'],
  [RULE]: ruleLines(),
};
const load = (...packs: readonly PackFiles[]): Knowledge => loadPack(packs.map(writePack));

test('all defects of all files and folders come at once', () => {
  const first = writePack({
    'names/given-names.tsv': [GIVEN_NAMES, 'خالد\tx\tarabic\t', 'خالد\tm\tarabic'],
    [RULE]: ruleLines({ 5: 'confidence: 2', 13: '' }),
  });
  const second = writePack({ 'words/stopwords.tsv': ['word'], 'pack.yaml': ['remove: [person/nobody]'] });
  const lines = linesOf(first, () => loadPack([first, second]));
  expect(lines.map((line) => line.replace(`${second}/`, '').replace(/ .*/u, ''))).toEqual([
    'names/given-names.tsv:2',
    'names/given-names.tsv:3',
    `${RULE}:5:13`,
    `${RULE}:12:5`,
    'words/stopwords.tsv:1',
    'pack.yaml:1:10',
  ]);
});

test('a list that a later pack leaves alone is the same list', () => {
  const below = load(EARLIER);
  const removing = { 'pack.yaml': ['remove: [person/title-name, "places:الوادي"]'] };
  const { names, rules, givenNames, functionWords } = loadPack([writePack(removing)], below);
  expect([names.length, rules.length]).toEqual([1, 0]);
  expect(givenNames).toBe(below.givenNames);
  expect(functionWords).toBe(below.functionWords);
  expect(loadPack([writePack({ 'pack.yaml': ['says: Nothing.'] })], below).names).toBe(below.names);
});

test('rows become what the pipeline reads', () => {
  const { names, givenNames, functionWords, commonWords, rules } = load(EARLIER);
  expect(names).toEqual([
    expect.objectContaining({
      type: 'Place',
      name: 'الوادي',
      aliases: ['الوديان'],
      population: 12000,
      certainty: 'sure',
    }),
    expect.objectContaining({ name: 'الينبوع', aliases: [], kind: 'village', certainty: 'context' }),
  ]);
  expect(givenNames.map(({ common }) => common)).toEqual([false, true]);
  expect(functionWords).toEqual([{ word: 'من', function: 'preposition' }]);
  expect(commonWords).toEqual(['اجتماع', 'بيت']);
  expect(rules[0].makes).toEqual({ type: 'Person', span: 'person', jobTitle: 'before' });
  expect(rules[0].examples[0].roles).toEqual({ person: 'سامر العبدلات' });
});

test('a later row with the same key takes the place of the earlier one; new ones follow', () => {
  const { names } = load(EARLIER, {
    'names/places.tsv': [
      PLACES,
      'الواحة\t\ttown\tDZ\t\tarabic\t\tsure\t',
      'الوادى\t\tregion\tDZ\t\tarabic\t\tsure\t',
    ],
  });
  expect(names.map(({ name, kind }) => [name, kind])).toEqual([
    ['الوادى', 'region'],
    ['الينبوع', 'village'],
    ['الواحة', 'town'],
  ]);
});

test('the same name in another list is another row', () => {
  const { names, givenNames } = load(EARLIER, {
    'names/given-names.tsv': [GIVEN_NAMES, 'الوادي\tm\tarabic\t'],
  });
  expect([names.length, givenNames.length]).toEqual([2, 3]);
});

test('a later rule with the same id takes the place of the earlier one', () => {
  const other = 'patterns/person/aa.yaml';
  const { rules } = load(
    { ...EARLIER, [other]: ruleLines({ 1: 'id: person/aa' }) },
    { [RULE]: ruleLines({ 5: 'confidence: 0.5' }) },
  );
  expect(rules.map(({ id, confidence }) => [id, confidence])).toEqual([
    ['person/aa', 0.9],
    ['person/title-name', 0.5],
  ]);
});

test('pack.yaml removes rules and rows', () => {
  const pack = {
    'pack.yaml': [
      'says: What our desk does not want.',
      'remove:',
      '  - person/title-name',
      '  - الوادى',
      '  - given-names:سامر',
      '  - بيت',
    ],
  };
  const { names, givenNames, commonWords, rules } = load(EARLIER, pack);
  expect(names.map(({ name }) => name)).toEqual(['الينبوع']);
  expect(givenNames.map(({ name }) => name)).toEqual(['سلام']);
  expect(commonWords).toEqual(['اجتماع']);
  expect(rules).toEqual([]);
});

test('pack.yaml removes a form that is an alias and leaves its row', () => {
  for (const removed of ['الوديان', 'places:الوديان'])
    expect(load(EARLIER, { 'pack.yaml': [`remove: ["${removed}"]`] }).names[0]).toMatchObject({
      name: 'الوادي',
      aliases: [],
    });
  expect(defectsOf({ 'pack.yaml': ['remove: ["people:الوديان"]'] }, load(EARLIER))).toHaveLength(1);
});

test('a row may be removed and written anew by the same pack', () => {
  const { names } = load(EARLIER, {
    'pack.yaml': ['remove: [الوادي]'],
    'names/places.tsv': EARLIER['names/places.tsv'],
  });
  expect(names.map(({ name }) => name)).toEqual(['الينبوع', 'الوادي']);
});

test.each([
  [
    'remove: [person/title-nam]',
    '1:10 no earlier rule or row is "person/title-nam" — did you mean "person/title-name"?',
  ],
  [
    'remove: [عنابة]',
    '1:10 no earlier rule or row is "عنابة" — write a rule id, the first cell of a row, or an alias',
  ],
  [
    'remove: person/title-name',
    '1:9 "remove" is not a list — write each item on a line of its own, after a hyphen',
  ],
  ['remove: [7]', '1:10 an item of "remove" is not a text — write a rule id or a name'],
  ['removes: [person/title-name]', '1:1 the pack has an unknown key "removes" — did you mean "remove"?'],
])('pack.yaml with %s', (line, defect) => {
  expect(defectsOf({ 'pack.yaml': [line] }, load(EARLIER))).toEqual([`pack.yaml:${defect}`]);
});

test('a folder that is none, or holds nothing', () => {
  const empty = mkdtempSync(path.join(tmpdir(), 'isnad-pack-'));
  expect(linesOf(tmpdir(), () => loadPack([empty, `${empty}-absent`]))).toEqual([
    `${path.basename(empty)} the folder holds no rules — a pack holds at least one of names, words, patterns, pack.yaml`,
    `${path.basename(empty)}-absent no such folder — name a folder with rules`,
  ]);
  rmSync(empty, { recursive: true });
});

test('a pack that stands alone must have every list', () => {
  const folder = writePack(EARLIER);
  const missing = Object.values(LISTS)
    .map((schema) => schema.path)
    .filter((file) => !(file in EARLIER));
  expect(linesOf(folder, () => loadWholePack(folder))).toEqual(
    missing.map((file) => `${file} the list is missing — add it, with at least its header`),
  );
});

test('the digest is of what the pack says, not of where or how it stands', () => {
  const { digest } = load(EARLIER);
  expect(digest).toMatch(/^[0-9a-f]{64}$/u);
  expect(load(EARLIER).digest).toBe(digest);
  expect(load({ ...EARLIER, [RULE]: [...ruleLines().slice(2), ...ruleLines().slice(0, 2)] }).digest).toBe(
    digest,
  );
  expect(load({ ...EARLIER, [RULE]: ruleLines({ 5: 'confidence: 0.8' }) }).digest).not.toBe(digest);
  expect(load({ ...EARLIER, 'words/stopwords.tsv': [STOPWORDS, 'من\tparticle'] }).digest).not.toBe(digest);
});

test('the digest survives being written as JSON', () => {
  const knowledge = load(EARLIER);
  const read = JSON.parse(JSON.stringify(knowledge)) as Knowledge;
  expect(loadPack([], read).digest).toBe(knowledge.digest);
});
