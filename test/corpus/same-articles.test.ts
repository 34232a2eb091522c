/**
 * Three articles in every format: whatever the format, their text, headline and date are the same, and so is whatever else the
 * format can say. A document that is read as a stream is read as one that is held in memory.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { RawRecord, Reading } from '../../corpus/formats/format.js';
import { xmlRecords } from '../../corpus/formats/xml/xml.js';
import { articleAt } from '../../corpus/list.js';
import type { Article } from '../../index.js';
import { OUTLET, SAMPLES } from '../../tools/corpora/same.js';
import { rangesOf, recordsOf } from './input.js';

const FOLDER = 'fixtures/corpora/same';
const NAMES = readdirSync(FOLDER).filter((name) => !name.endsWith('.records.json'));

const WANTED = SAMPLES.map(({ id, title, paragraphs, date, url, author }) => ({
  identifier: id,
  text: `${title}\n\n${paragraphs.join('\n')}`,
  headline: title,
  datePublished: date,
  url,
  publisher: OUTLET,
  author,
}));

/** What a format has no place for. */
const UNSAID: Readonly<Record<string, readonly (keyof Article)[]>> = {
  'plain-1.txt': ['identifier', 'headline', 'datePublished', 'url', 'publisher', 'author'],
  'consortium.sgm': ['url', 'publisher', 'author'],
  'newsml-1.xml': ['url'],
  'tei-newspaper.xml': ['url', 'publisher', 'author'],
  'mediawiki.xml': ['url', 'author'],
};

test('there is a file of every format', () => {
  expect(NAMES.length).toBeGreaterThanOrEqual(24);
});

test.each(NAMES)('%s', async (name) => {
  const records = await recordsOf(articleAt(path.join(FOLDER, name)));
  const [, only] = /-(\d)\.(?:txt|xml)$/u.exec(name.replace('newsml-1', 'newsml')) ?? [];
  const wanted = only === undefined ? WANTED : [WANTED[Number(only) - 1]];
  const unsaid = UNSAID[name.replace(/-[23]\.txt$/u, '-1.txt')] ?? [];
  const said = (article: object) =>
    Object.fromEntries(
      Object.keys(WANTED[0]).flatMap((key) =>
        unsaid.includes(key as keyof Article) ? [] : [[key, article[key as keyof typeof article]]],
      ),
    );
  expect(records.map((record) => (record.kind === 'article' ? said(record.article) : record))).toEqual(
    wanted.map(said),
  );
});

test.each(NAMES)('%s: any range gives its records as the whole does', async (name) => {
  const file = articleAt(path.join(FOLDER, name));
  const whole = await recordsOf(file);
  const parts = await Promise.all((await rangesOf(file, 500)).map((range) => recordsOf(file, {}, range)));
  expect(parts.flat()).toEqual(whole);
});

test.each(NAMES.filter((name) => name.endsWith('.xml') && name !== 'mediawiki.xml'))(
  '%s as a stream',
  async (name) => {
    const bytes = readFileSync(path.join(FOLDER, name));
    const inMemory = await readingsOf(bytes, bytes.length);
    expect(inMemory.length).toBeGreaterThan(0);
    for (const size of [1, 7, bytes.length]) expect(await readingsOf(bytes, size, 0)).toEqual(inMemory);
  },
);

/** @param largest what is read whole */
async function readingsOf(bytes: Buffer, size: number, largest?: number): Promise<readonly Reading[]> {
  async function* pieces(): AsyncGenerator<Buffer> {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }
  const entry = { place: 'x', name: 'x.xml', isInArchive: false, beginning: bytes, pieces: pieces() };
  const records: RawRecord[] = [];
  for await (const record of xmlRecords(entry, {}, largest)) records.push(record);
  return Promise.all(records.map((record) => record.read()));
}
