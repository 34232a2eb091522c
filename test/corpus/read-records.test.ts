/**
 * The door to corpora: records, their numbers and ids are the same however an input is cut, and nothing that stands in a
 * file is an error.
 */
import fc from 'fast-check';
import { folderOfInputs, rangesOf, recordsOf, textsOf } from './input.js';

const fileWith = folderOfInputs();

test('a plain text is one record, untouched, and has no record number', async () => {
  expect(await recordsOf(fileWith('خبر.txt', '\n نص الخبر\r\n'))).toEqual([
    {
      kind: 'article',
      record: 0,
      identifier: 'خبر',
      bytes: 19,
      article: { identifier: 'خبر', source: 'خبر.txt', text: '\n نص الخبر\r\n' },
      problems: [],
    },
  ]);
});

test('a line of JSON is a record; its number is that of its line', async () => {
  const file = fileWith('a.jsonl', '{"id":7,"title":"عنوان","text":"متن"}\n\n{"text":"بلا معرف"}\r\nليس\n');
  expect(await recordsOf(file)).toMatchObject([
    {
      record: 0,
      identifier: '7',
      article: { source: 'a.jsonl', record: 0, headline: 'عنوان', text: 'عنوان\n\nمتن' },
    },
    { record: 2, identifier: 'a-2', article: { text: 'بلا معرف' } },
    { record: 3, identifier: 'a-3', kind: 'refused', reason: 'malformed' },
  ]);
});

const LINES = fc.array(
  fc.oneof(
    fc
      .record({ id: fc.integer(), text: fc.string({ unit: 'grapheme' }) })
      .map((value) => JSON.stringify(value)),
    fc.constantFrom('', ' ', '{', 'null', '\ufeff{"text":"متن"}', '[1]', `{"text":"${'طويل '.repeat(200)}"}`),
  ),
  { minLength: 1, maxLength: 30 },
);

test('JSON Lines give the same records in any ranges', async () => {
  await fc.assert(
    fc.asyncProperty(
      LINES,
      fc.integer({ min: 1, max: 600 }),
      fc.constantFrom('\n', '\r\n'),
      async (lines, size, end) => {
        const file = fileWith('cut.jsonl', lines.join(end));
        const options = { format: 'jsonl', largestRecord: 300 };
        const whole = await recordsOf(file, options);
        const ranges = await rangesOf(file, size, options);
        const parts = await Promise.all(ranges.map((range) => recordsOf(file, options, range)));
        expect(parts.flat()).toEqual(whole);
        const some = await recordsOf(file, options, { unit: 'records', from: 1, to: 5 });
        expect(some).toEqual(whole.filter(({ record }) => record >= 1 && record < 5));
      },
    ),
    { numRuns: 60 },
  );
});

test('a line that is longer than a record may be is refused by its length', async () => {
  const file = fileWith('long.jsonl', `{"text":"${'س'.repeat(1000)}"}\n{"text":"قصير"}\n`);
  const records = await recordsOf(file, { largestRecord: 100 });
  expect(records[0]).toMatchObject({ kind: 'refused', reason: 'too-large', bytes: 2012 });
  expect(textsOf(records)).toEqual(['قصير']);
});
