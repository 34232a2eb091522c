/** What sketches hold, how they are kept, and that damaged files are refused. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { shinglesOf } from '../../../corpus/duplicates/shingles.js';
import { similarityOf, toCompare } from '../../../corpus/duplicates/similarity.js';
import {
  decodeSketch,
  encodeSketch,
  MOST_HASHES,
  SKETCHES_HEAD,
  sketchOf,
} from '../../../corpus/duplicates/sketch.js';
import { SketchFiles } from '../../../corpus/duplicates/sketch-files.js';
import { startSketches } from '../../../corpus/duplicates/sketch-writer.js';
import { toJsonLd } from '../../../output/json-ld.js';
import { DOCUMENTS } from '../../output/documents.js';
import { anyText, runs } from '../../properties/texts.js';
import { anyWords, articleNumber, articleSketch, COPIES, numbers, WIRE } from './texts.js';

describe('word runs', () => {
  const same = (a: string, b: string) =>
    expect([...shinglesOf(a, 3).hashes]).toEqual([...shinglesOf(b, 3).hashes]);

  test('marks, diacritics, spellings and spaces play no part', () => {
    same('قال أحمد إن المدينةَ آمنة.', '«قال احمد\u200f  إن ؛ المدينه» امنة');
    same('\ufefb خوف عليه', 'لا خوف عليه');
  });

  test('each run counts once, and words and their order count', () => {
    expect(shinglesOf('نعم نعم نعم نعم نعم', 3)).toMatchObject({ words: 5, hashes: { length: 1 } });
    expect(shinglesOf('قال الوزير أمس', 3).hashes).not.toEqual(shinglesOf('الوزير قال أمس', 3).hashes);
    expect(shinglesOf('... !', 3)).toMatchObject({ words: 0, hashes: { length: 0 } });
    expect(shinglesOf('لا تعليق', 3)).toMatchObject({ words: 2, hashes: { length: 1 } });
  });

  test('any text has at most a run a word, ascending', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { words, hashes } = shinglesOf(text, 3);
        expect(hashes.length).toBeLessThanOrEqual(words);
        for (let index = 1; index < hashes.length; index++)
          expect(hashes[index]).toBeGreaterThan(hashes[index - 1]);
      }),
      runs(300),
    );
  });
});

test('a record gives its sketch again, of an article and of a quotation', () => {
  const article = articleNumber(7);
  for (const sketch of [
    articleSketch(7, WIRE),
    articleSketch(8, 'كلمة'),
    sketchOf('quotation', article, `${article}#quotation-12-40-indirect`, 'السد آمن ولا خوف عليه اليوم')!,
  ]) {
    expect(decodeSketch(encodeSketch(sketch), 0)).toEqual(sketch);
  }
});

test('a quotation of four words is too short to be anybody’s own', () => {
  const article = articleNumber(1);
  expect(sketchOf('quotation', article, `${article}#quotation-1`, 'السد آمن ولا خوف')).toBeUndefined();
  expect(sketchOf('quotation', article, `${article}#quotation-1`, 'السد آمن ولا خوف عليه')).toBeDefined();
  expect(sketchOf('article', article, article, '')).toBeUndefined();
});

test('a long text is judged by its sketch within a few hundredths of the truth', () => {
  const random = numbers(3);
  for (let round = 0; round < 30; round++) {
    const words = anyWords(random, 2000);
    const changed = words.map((word) => (random(100) < 6 ? `غير${random(1000)}` : word));
    const [a, b] = [words, changed].map((all) => all.join(' '));
    const [one, other] = [articleSketch(1, a), articleSketch(2, b)];
    expect(one.hashes).toHaveLength(MOST_HASHES);
    const sets = [a, b].map((text) => new Set(shinglesOf(text, 3).hashes));
    const shared = [...sets[0]].filter((hash) => sets[1].has(hash)).length;
    const truth = (2 * shared) / (sets[0].size + sets[1].size);
    const place = { file: 0, offset: 0 };
    expect(Math.abs(similarityOf(toCompare(place, one), toCompare(place, other)) - truth)).toBeLessThan(0.08);
  }
});

describe('files', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'isnad-sketches-'));
  const file = path.join(folder, 'part.sketches');
  afterAll(() => rmSync(folder, { recursive: true }));
  const readAll = (bytes: Uint8Array) => {
    writeFileSync(file, bytes);
    const files = new SketchFiles([file]);
    try {
      return [...files.all()].map((placed) => ({ placed, again: files.at(placed) }));
    } finally {
      files.close();
    }
  };

  test('what a shard leaves is read from front to end and place by place', () => {
    const pieces: Uint8Array[] = [];
    const writer = startSketches((ending) => {
      expect(ending).toBe('sketches');
      return { write: (piece) => pieces.push(piece as Uint8Array) };
    });
    for (const document of Object.values(DOCUMENTS)) writer.add(document);
    writer.end();
    const read = readAll(Buffer.concat(pieces));
    for (const { placed, again } of read) expect(again).toEqual(placed.sketch);
    const known = Object.values(DOCUMENTS).flatMap((document) => {
      const { id, quotations = [] } = toJsonLd(document);
      return [id, ...quotations.map((quotation) => quotation.id)];
    });
    for (const { placed } of read) expect(known).toContain(placed.sketch.id);
    expect(read.filter(({ placed }) => placed.sketch.of === 'article')).toHaveLength(5);
    expect(read.filter(({ placed }) => placed.sketch.of === 'quotation').length).toBeGreaterThan(4);
  });

  test('more sketches than a block holds', () => {
    const sketches = Array.from({ length: 3000 }, (_, number) =>
      articleSketch(number, `${COPIES[number % 3]} ${number}`),
    );
    const read = readAll(Buffer.concat([SKETCHES_HEAD, ...sketches.map(encodeSketch)]));
    expect(read.map(({ again }) => again)).toEqual(sketches);
  });

  test('a file that is cut at any byte within a record is refused, with its name', () => {
    const whole = Buffer.concat([SKETCHES_HEAD, encodeSketch(articleSketch(1, 'السد آمن ولا خوف عليه'))]);
    for (let length = 0; length < whole.length; length++) {
      if (length === SKETCHES_HEAD.length) continue;
      expect(() => readAll(whole.subarray(0, length))).toThrow(`${file}: is no whole file of sketches`);
    }
    expect(() => readAll(Buffer.from('{"id": 1}\n{"id": 2}\n'))).toThrow('is no whole file of sketches');
    expect(() => new SketchFiles([`${file}.gone`]).all().next()).toThrow('there is no such file or folder');
  });
});
