/** Golds go to brat and to CoNLL and come back, and what others annotated comes in, or is refused with its line. */
import { writeBrat } from '../../../check/gold/brat-export.js';
import { importBrat } from '../../../check/gold/brat-import.js';
import { buildRows } from '../../../check/gold/build.js';
import { importConll, writeConll } from '../../../check/gold/conll-exchange.js';
import { describeRows } from '../../../check/gold/describe.js';
import { loadGold } from '../../../check/gold/files.js';
import { parseAnnotation } from '../../../check/gold/parse.js';
import { type GoldRows, rowsOf } from '../../../check/gold/rows.js';
import { writeAnnotation } from '../../../check/gold/write.js';
import type { GoldDocument } from '../../../check/gold.js';
import { isShared, SHARED } from './articles.js';

const GOLDS = [
  ...loadGold(['fixtures/gold'], 'fixtures/articles'),
  ...(isShared ? loadGold([`${SHARED}/gold/news`], `${SHARED}/news`) : []),
].map((gold) => [gold.file, gold] as const);

/** The order of entities and of their names means nothing. */
function sorted(rows: GoldRows): GoldRows {
  const entities = Object.entries(rows.entities)
    .map(([key, entity]) => [key, { ...entity, names: [...entity.names].sort() }] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return { ...rows, entities: Object.fromEntries(entities) };
}

describe('brat', () => {
  test.each(GOLDS)('%s comes back as it went', (_file, gold) => {
    const { rows, defects, leftOut } = importBrat('x.ann', writeBrat(gold), gold.text);
    expect([...defects, ...leftOut]).toEqual([]);
    expect(sorted(rows)).toEqual(sorted(rowsOf(gold, gold.text)));
  });

  const TEXT = 'قالت هالة منصور من زهران: "لن نبيع\nالميناء". وزارت جامعة زهران.';
  const SAID = 'T1\tPER 5 15\tهالة منصور\nT2\tLOC 19 24\tزهران\nT3\tQuotation 27 34;35 42\tلن نبيع الميناء\n';
  const linesOf = (text: string, rows: GoldRows): string =>
    writeAnnotation(describeRows(text, rows)).replace(/ *#.*\n/gu, '');

  test('annotations of others come in, with other names of types and pieces at line ends', () => {
    const { rows, defects, leftOut } = importBrat(
      'x.ann',
      `${SAID}T4\tDate 0 4\tقالت\nR1\tSpeaker Arg1:T3 Arg2:T1\nN1\tReference T1 Wikipedia:1\tx\n`,
      TEXT,
    );
    expect(defects).toEqual([]);
    expect(leftOut).toEqual(['spans of type Date']);
    expect(linesOf(TEXT, rows)).toBe(
      'entities:\n  هالة منصور:\n    type: Person\n    forms:\n      - هالة منصور\n  زهران:\n    type: Place\n    forms:\n      - زهران\n' +
        '    only:\n      زهران: [1]\nquotations:\n  - kind: direct\n    speaker: هالة منصور\n    words: "لن نبيع\\nالميناء"\nnotSpeech: []\n',
    );
  });

  test('a speaker may be the role of an event', () => {
    const { rows } = importBrat('x.ann', `${SAID}E1\tQuotation:T3 Speaker:T1\n`, TEXT);
    expect(rows.quotations[0].speaker).toBe('هالة منصور');
  });

  test('of names inside names the longer one is kept, and that is told', () => {
    const inner = `${SAID}T5\tORG 51 62\tجامعة زهران\nT6\tLOC 57 62\tزهران\n`;
    const { rows, leftOut } = importBrat('x.ann', inner, TEXT);
    expect(leftOut).toEqual(['1 name inside longer names']);
    expect(rows.mentions.map(({ entity }) => entity)).toEqual(['هالة منصور', 'زهران', 'جامعة زهران']);
  });

  test.each([
    ['T1\tPER 5 15\tهالة حداد', '1: T1 is not "هالة حداد": the text has "هالة منصور" there'],
    ['T1\tPER 5 900\tهالة', '1: T1 is not "هالة": the text ends before'],
    ['T1\tPER 5 9;19 24\tهالة زهران', '1: T1 has pieces with words between them'],
    ['\nT1\tPER five\tهالة', '2: T1 has no range "start end"'],
  ])('%j is refused', (lines, expected) => {
    const { defects } = importBrat('x.ann', lines, TEXT);
    expect(defects.map(({ line, reason }) => `${line}: ${reason}`)).toEqual([expected]);
  });
});

describe('CoNLL', () => {
  /** Required names as types and words, without particles and signs. */
  const named = ({ mentions }: Pick<GoldDocument, 'mentions'>): readonly string[] =>
    mentions.filter(({ type, optional }) => type !== 'Source' && !optional).map(({ type }) => type);

  test.each(GOLDS)('%s keeps its required names, and comes back word for word', (_file, gold) => {
    const lines = writeConll(gold);
    const articles = importConll('x.conll', lines);
    expect(articles).toHaveLength(1);
    const [{ text, rows }] = articles;
    expect(rows.mentions.map(({ type }) => type)).toEqual(named(gold));
    const again = buildRows(
      'x.yaml',
      parseAnnotation('x.yaml', writeAnnotation(describeRows(text, rows))).annotation,
      text,
    );
    expect(again.defects).toEqual([]);
    expect(sorted(again.rows)).toEqual(sorted(rows));
  });

  const FILE =
    '-DOCSTART- O\n\nزار\tO\nسامر\tB-PER\nالعبدلات\tI-PER\nبيروت\tB-LOC\nعمان\tB-LOC\n\nأمس\tO\n-DOCSTART- O\n\nسامر\tI-ORG\nمنتج\tB-MISC\n';

  test('each article of a file has its text and its names', () => {
    const articles = importConll('x.conll', FILE);
    expect(articles.map(({ text }) => text)).toEqual(['زار سامر العبدلات بيروت عمان\nأمس', 'سامر منتج']);
    expect(
      articles.map(({ rows }) => Object.entries(rows.entities).map(([key, { type }]) => `${key} ${type}`)),
    ).toEqual([['سامر العبدلات Person', 'بيروت Place', 'عمان Place'], ['سامر Organization']]);
  });

  test('an error names the line of the file', () => {
    expect(() => importConll('x.conll', `${FILE}سامر\n`)).toThrow(
      /^x\.conll:14: "سامر" is no word with a tag/u,
    );
  });

  test('what is written is read as the same names by the evaluator, neighbours apart', () => {
    const [{ text, rows }] = importConll(
      'x.conll',
      FILE.slice(FILE.indexOf('زار'), FILE.lastIndexOf('-DOC')),
    );
    const { rows: built } = buildRows('x.yaml', describeRows(text, rows), text);
    expect(built.mentions.map(({ start, end }) => text.slice(start, end))).toEqual([
      'سامر العبدلات',
      'بيروت',
      'عمان',
    ]);
  });
});
