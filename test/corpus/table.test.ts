/** CSV and TSV: cells that span lines, every delimiter, rows that are no rows, and any cut of the bytes. */
import fc from 'fast-check';
import { rowsOf } from '../../corpus/delimited.js';
import { folderOfInputs, rangesOf, recordsOf, textsOf } from './input.js';

const fileWith = folderOfInputs();

test.each([
  ['a.csv', 'id,title,body\n1,ع,"قال: ""نعم"",\r\nثم انصرف"\n'],
  ['a.txt', '\ufeffid;title;body\r\n1;ع;"قال: ""نعم"",\r\nثم انصرف"\r\n'],
  ['a.tsv', 'id\ttitle\tbody\n1\tع\t"قال: ""نعم"",\r\nثم انصرف"\n'],
  ['a.data', 'id|title|body\n1|ع|"قال: ""نعم"",\r\nثم انصرف"'],
])('%s: a cell in quotation marks holds anything', async (name, content) => {
  const [record, ...others] = await recordsOf(fileWith(name, content));
  expect(others).toEqual([]);
  expect(record).toMatchObject({
    identifier: '1',
    article: { headline: 'ع', text: 'ع\n\nقال: "نعم",\r\nثم انصرف' },
  });
});

test('in TSV a mark at the beginning of a cell is a mark where nothing is quoted', async () => {
  const content = 'id\ttext\n1\t"نعم" قال الوزير\n2\tلا\n';
  expect(textsOf(await recordsOf(fileWith('b.tsv', content)))).toEqual(['"نعم" قال الوزير', 'لا']);
});

test('rows with too few cells, too many, none, and a mark left open', async () => {
  const content = 'text,title,date\nمتن\n\nمتن,ع,2024-03-05,\nمتن,ع,x,زائد\n,ع,x\n"متن\nآخر';
  const records = await recordsOf(fileWith('c.csv', content));
  expect(records.map((record) => (record.kind === 'refused' ? record.reason : record.kind))).toEqual([
    ...['article', 'article', 'malformed', 'no-text', 'malformed'],
  ]);
  expect(records.at(-1)).toMatchObject({
    message: expect.stringMatching(/c\.csv: record 4: line 7: a quotation mark is not closed; check/u),
  });
});

test('columns that options name, and a header of prose that is none', async () => {
  const file = fileWith('d.csv', 'رقم الخبر,ما قيل\n9,متن\n');
  const records = await recordsOf(file, { fields: { text: 'ما قيل', id: 'رقم الخبر' } });
  expect(records).toMatchObject([{ identifier: '9', article: { text: 'متن' } }]);
  const prose = 'قال الوزير, في بيان, إن النص جاهز\nوأضاف\n';
  expect(await recordsOf(fileWith('e.txt', prose))).toMatchObject([
    { identifier: 'e', article: { text: prose } },
  ]);
});

test('a row without end is given up at a bound, and the next is read', async () => {
  const file = fileWith('f.csv', `id,text\n1,${'س'.repeat(500)}\n2,متن\n`);
  const records = await recordsOf(file, { largestRecord: 100 });
  expect(records.map(({ kind }) => kind)).toEqual(['refused', 'article']);
});

const CELL = fc.oneof(
  fc.string({ unit: fc.constantFrom('س', ',', '"', '\n', '\r\n', ' ', '😀', ';', '\t', 'a') }),
  fc.constantFrom('', 'متن'),
);
const quote = (cell: string) => `"${cell.replaceAll('"', '""')}"`;

test('rows are the same in pieces of any size, and records in any ranges', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(CELL, CELL), { maxLength: 12 }),
      fc.integer({ min: 1, max: 40 }),
      async (rows, size) => {
        const content = ['id,text', ...rows.map((cells) => cells.map(quote).join(','))].join('\n');
        const file = fileWith('g.csv', content);
        const whole = await recordsOf(file);
        expect(whole).toHaveLength(rows.length);
        const parts = await Promise.all(
          (await rangesOf(file, size)).map((range) => recordsOf(file, {}, range)),
        );
        expect(parts.flat()).toEqual(whole);
        expect(await cellsOf(pieces(content, size))).toEqual(await cellsOf(pieces(content, content.length)));
      },
    ),
    { numRuns: 80 },
  );
});

async function cellsOf(texts: AsyncIterable<string>): Promise<readonly (readonly string[])[]> {
  const found: (readonly string[])[] = [];
  for await (const rows of rowsOf(texts, { delimiter: ',' })) found.push(...rows.map(({ cells }) => cells));
  return found;
}

async function* pieces(text: string, size: number): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}
