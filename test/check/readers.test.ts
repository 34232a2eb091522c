/**
 * Reading gold, predictions and CoNLL: what is wrong is said in one line with place, reason and advice.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { conllDocuments, parseConll, scoreConll } from '../../check/conll.js';
import { readGold } from '../../check/gold.js';
import { parsePredictions } from '../../check/predictions.js';
import { conllTable } from '../../check/table.js';

const folder = mkdtempSync(path.join(tmpdir(), 'isnad-gold-'));
afterAll(() => rmSync(folder, { recursive: true }));

const GOLD = { id: '1', file: '1.txt', entities: {}, mentions: [], quotations: [], notSpeech: [] };

function written(gold: object, text = '\uFEFF😀 نص'): string {
  writeFileSync(path.join(folder, '1.json'), JSON.stringify(gold));
  writeFileSync(path.join(folder, '1.txt'), text);
  return folder;
}

test('gold is read with code points, without the byte order mark', () => {
  const [document] = readGold(written({ ...GOLD, notSpeech: [{ start: 2, end: 4, text: 'نص' }] }));
  expect([document.text, document.words.starts]).toEqual(['😀 نص', [2]]);
});

test.each([
  [{ ...GOLD, notSpeech: [{ start: 1, end: 3, text: 'نص' }] }, /1\.json: at 1–3 the text has " ن"/u],
  [{ ...GOLD, file: '2.txt' }, /2\.txt is absent; name the folder/u],
  [{ ...GOLD, sha256: '00' }, /not the text that was annotated/u],
  [{ id: '1' }, /has no "file"/u],
  [
    { ...GOLD, quotations: [{ start: 2, end: 4, text: 'نص', speaker: 'x' }] },
    /"x" is not among its entities/u,
  ],
])('gold is refused: %#', (gold, message) => {
  expect(() => readGold(written(gold))).toThrow(message);
});

test('predictions are lines with identifiers', () => {
  expect(parsePredictions('{"identifier":"a"}\n\n{"identifier":"b"}\n', 'x')).toHaveLength(2);
  expect(() => parsePredictions('{"identifier":"a"}\n{', 'out.ndjsonld')).toThrow(
    /^out\.ndjsonld:2: is not JSON/u,
  );
  expect(() => parsePredictions('{}', 'out.ndjsonld')).toThrow(/^out\.ndjsonld:1: has no "identifier"/u);
});

const CORPUS = [
  'زار\tO',
  'سامر\tB-PERS',
  'العلي\tI-PERS',
  '(بيروت\tI-LOC',
  'وبنك\tI-ORG',
  'الضفاف I-ORG',
  'دوري\tB-MISC',
  '',
  '😀\tO',
  'وصيدا\tB-LOC',
].join('\r\n');

describe('CoNLL', () => {
  const sentences = parseConll(CORPUS, 'x.conll');
  test('is read leniently, its words kept', () => {
    const [document] = conllDocuments(sentences);
    expect(document.text).toBe('زار سامر العلي (بيروت وبنك الضفاف دوري\n😀 وصيدا');
    expect(document.mentions.map(({ type, text }) => [type, text])).toEqual([
      ['Person', 'سامر العلي'],
      ['Place', '(بيروت'],
      ['Organization', 'وبنك الضفاف'],
      ['Place', 'وصيدا'],
    ]);
    expect(conllDocuments(sentences, 1)).toHaveLength(2);
  });
  test('counts whole written words; a prediction on MISC is a false positive', () => {
    const find = (text: string, piece: string, type: string) => {
      const start = Array.from(text.slice(0, text.indexOf(piece))).length;
      return { start, end: start + Array.from(piece).length, type };
    };
    const scores = scoreConll(sentences, (text) => [
      find(text, 'بيروت', 'Place'),
      find(text, 'صيدا', 'Place'),
      find(text, 'دوري', 'Organization'),
      find(text, 'سامر', 'Person'),
    ]);
    expect(scores.mentions.Place).toMatchObject({ tp: 2, fp: 0, fn: 0 });
    expect(scores.mentions.micro).toMatchObject({ tp: 2, fp: 2, fn: 2 });
    expect(conllTable(scores)).toContain('2 sentences, 9 words, in 1 documents');
  });
  test('says which line is wrong', () => {
    expect(() => parseConll('كلمة\tO\nكلمة', 'x.conll')).toThrow(/^x\.conll:2: /u);
  });
});
