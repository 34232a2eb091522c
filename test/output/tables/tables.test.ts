/** That tables say what the documents hold, in both forms, and that their keys and offsets hold together. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { parquetMetadata } from 'hyparquet';
import { toJsonLd } from '../../../output/json-ld.js';
import { csvCell } from '../../../output/tables/csv.js';
import { dayOf } from '../../../output/tables/day.js';
import { DOCUMENT_TABLES } from '../../../output/tables/document-tables.js';
import { parquetRows as startParquet } from '../../../output/tables/parquet.js';
import type { Document } from '../../../pipeline/document.js';
import { anyText, runs } from '../../properties/texts.js';
import { anyDocument } from '../any-document.js';
import { DOCUMENTS } from '../documents.js';
import { csvRows, parquetRows, queried, type Row, written } from './written.js';

const ALL = Object.values(DOCUMENTS);
const NAMES = DOCUMENT_TABLES.map(({ table }) => table.name);

/** What was said before the apostrophe came. */
const restored = (cell: string) => cell.replace(/^'/u, '');

describe('every table, from the hand-made documents', () => {
  test.each(NAMES)('%s is the same in CSV and Parquet', async (name) => {
    const options = { withText: true };
    const cells = csvRows((await written('csv', ALL, options)).get(`${name}.csv`)!);
    const rows = await parquetRows((await written('parquet', ALL, options)).get(`${name}.parquet`)!);
    expect(cells).toHaveLength(rows.length);
    for (let index = 0; index < rows.length; index++) {
      const asText = Object.fromEntries(
        Object.entries(rows[index]).map(([key, value]) => [key, shown(value)]),
      );
      const asRead = Object.fromEntries(
        Object.entries(cells[index]).map(([key, cell]) => [key, restored(cell)]),
      );
      expect(asRead).toEqual(asText);
    }
  });

  test('offsets of both units give the words', async () => {
    const files = await written('parquet', ALL, { withText: true });
    const texts = new Map(
      (await parquetRows(files.get('articles.parquet')!)).map((row) => [row.article_id, row.text as string]),
    );
    const rows = [
      ...(await parquetRows(files.get('mentions.parquet')!)),
      ...(await parquetRows(files.get('quotations.parquet')!)),
    ];
    expect(rows.length).toBeGreaterThan(20);
    for (const row of rows) {
      const text = texts.get(row.article_id)!;
      expect(text.slice(row.start_utf16 as number, row.end_utf16 as number)).toBe(row.text);
      expect([...text].slice(row.start_codepoint as number, row.end_codepoint as number).join('')).toBe(
        row.text,
      );
    }
    expect(rows.some((row) => row.start_codepoint !== row.start_utf16)).toBe(true);
  });

  test('keys join, and are those of the JSON-LD', async () => {
    const files = await written('parquet', ALL);
    const idsIn = async (name: string, column: string) =>
      (await parquetRows(files.get(`${name}.parquet`)!)).map((row) => row[column]);
    const objects = ALL.map((document) => toJsonLd(document));
    expect(await idsIn('articles', 'article_id')).toEqual(objects.map(({ id }) => id));
    expect(await idsIn('entities', 'entity_id')).toEqual(
      objects.flatMap(({ mentions = [] }) => mentions.map(({ id }) => id)),
    );
    expect(await idsIn('quotations', 'quotation_id')).toEqual(
      objects.flatMap(({ quotations = [] }) => quotations.map(({ id }) => id)),
    );
    const known = new Set(await idsIn('entities', 'entity_id'));
    for (const name of ['mentions', 'quotation_speakers'])
      for (const id of await idsIn(name, 'entity_id')) expect(known).toContain(id);
  });
});

/** A value of Parquet as CSV has it. */
function shown(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return JSON.stringify(value);
  return value instanceof Date ? value.toISOString().slice(0, 10) : String(value);
}

test('two speakers give two rows, and a place may be one', async () => {
  const files = await written('parquet', [DOCUMENTS.plain]);
  const rows = await parquetRows(files.get('quotation_speakers.parquet')!);
  const last = rows.slice(-2).map(({ place, type, name }) => ({ place, type, name }));
  expect(last).toEqual([
    { place: 1, type: 'Place', name: 'القاهرة' },
    { place: 2, type: 'Organization', name: 'وكالة الضفاف' },
  ]);
});

test('DuckDB reads both forms with their types, joins them, and accepts files without rows', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'isnad-tables-'));
  try {
    for (const form of ['csv', 'parquet'] as const)
      for (const [part, documents] of [
        ['full', ALL],
        ['none', []],
      ] as const)
        for (const [ending, bytes] of await written(form, documents))
          writeFileSync(path.join(folder, `${part}.${ending}`), bytes);
    const join = (read: (name: string) => string) =>
      queried(`select q.quotation_id, e.name, a.day::text as day
        from ${read('quotations')} q join ${read('articles')} a using (article_id)
        join ${read('entities')} e on e.entity_id = q.speaker_id order by all`);
    const rows = await join((name) => `'${folder}/*.${name}.parquet'`);
    expect(rows.length).toBeGreaterThan(20);
    expect(rows[0].day).toBe('2021-05-04');
    expect(await join((name) => `read_csv('${folder}/full.${name}.csv')`)).toEqual(rows);
    const types = await queried(`describe from '${folder}/full.quotations.parquet'`);
    expect(types.find(({ column_name }) => column_name === 'evidence')?.column_type).toBe('VARCHAR[]');
    expect(types.find(({ column_name }) => column_name === 'day')?.column_type).toBe('DATE');
    expect(types.find(({ column_name }) => column_name === 'confidence')?.column_type).toBe('DOUBLE');
    for (const name of NAMES)
      expect(await queried(`select count(*)::int as rows from '${folder}/none.${name}.parquet'`)).toEqual([
        { rows: 0 },
      ]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('the same documents give the same bytes, in any order of forms', async () => {
  for (const form of ['parquet', 'csv'] as const) {
    const first = await written(form, ALL);
    const second = await written(form, ALL);
    expect([...second.keys()]).toEqual([...first.keys()]);
    for (const [ending, bytes] of first) expect(second.get(ending)!.equals(bytes)).toBe(true);
  }
});

test('row groups are bounded by their weight, whatever the rows', () => {
  const pieces: Buffer[] = [];
  const column = { name: 'text', type: 'text', meaning: 'any', of: () => '' } as const;
  const writer = startParquet(
    { columns: [column] },
    { write: (piece) => pieces.push(Buffer.from(piece as Uint8Array)) },
  );
  for (let row = 0; row < 40; row++) writer.add(['س'.repeat(1_000_000)]);
  expect(Buffer.concat(pieces).length).toBeGreaterThan(0);
  writer.end();
  const { row_groups: groups } = parquetMetadata(new Uint8Array(Buffer.concat(pieces)).buffer);
  expect(groups.map(({ num_rows }) => Number(num_rows))).toEqual([8, 8, 8, 8, 8]);
});

describe('cells of CSV', () => {
  test.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    ' =1',
    '\u200f=1',
    '\u200b\u202b +1',
    '\u0000=1',
    '\uff1d1',
    '\uff20x',
    "'quoted'",
    "''",
    "=cmd|' /C calc'!A0",
  ])('%j begins with an apostrophe', (value) => {
    const cell = csvCell(value);
    const [row] = csvRows(Buffer.from(`\ufeffa,b\r\n${cell},x\r\n`));
    expect(row).toEqual({ a: `'${value}`, b: 'x' });
  });

  test.each(['قال إن', '«=1»', '1-2', '', 'a=b'])('%j stays', (value) => {
    expect(csvCell(value)).toBe(value);
  });

  test('any text can be had again', () => {
    fc.assert(
      fc.property(anyText, anyText, (a, b) => {
        const [row] = csvRows(Buffer.from(`\ufeffa,b\r\n${csvCell(a)},${csvCell(b)}\r\n`, 'utf8'));
        expect([restored(row.a), restored(row.b)]).toEqual([a.toWellFormed(), b.toWellFormed()]);
      }),
      runs(200),
    );
  });
});

test('any document gives as many rows as it holds things, in both forms', async () => {
  await fc.assert(
    fc.asyncProperty(anyDocument, async (document: Document) => {
      const counts = {
        articles: 1,
        entities: document.entities.length,
        mentions: document.entities.flatMap(({ mentions }) => mentions).length,
        quotations: document.quotations.length,
        problems: document.problems.length,
      };
      const cells = await written('csv', [document]);
      const files = await written('parquet', [document]);
      for (const [name, count] of Object.entries(counts)) {
        expect(csvRows(cells.get(`${name}.csv`)!)).toHaveLength(count);
        const rows: Row[] = await parquetRows(files.get(`${name}.parquet`)!);
        expect(rows).toHaveLength(count);
      }
    }),
    runs(40),
  );
}, 60_000);

test.each([
  ['2021-05-04', '2021-05-04'],
  ['2021-05-04T23:10:00+03:00', '2021-05-04'],
  ['2024-02-29', '2024-02-29'],
  ['2023-02-29', undefined],
  ['2021-13-01', undefined],
  ['2021-05-041', undefined],
  ['04/05/2021', undefined],
  ['', undefined],
  [undefined, undefined],
])('the day of %j is %j', (date, day) => {
  expect(dayOf(date)).toBe(day);
});
