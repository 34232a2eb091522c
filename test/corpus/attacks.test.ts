/**
 * Inputs that were made to do harm: each gives records, articles or refused ones, in bounded time and memory; nothing outside of
 * the input is read, and nothing is an error.
 */

import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import fc from 'fast-check';
import { jsonLineRecords } from '../../corpus/formats/json-lines.js';
import { FORMAT_NAMES } from '../../corpus/formats/recognize.js';
import { folderOfInputs, recordsOf, textsOf } from './input.js';

const fileWith = folderOfInputs();
const kindsOf = async (name: string, content: string | Uint8Array, options = {}) =>
  (await recordsOf(fileWith(name, content), { allLanguages: true, ...options })).map((record) =>
    record.kind === 'refused' ? record.reason : record.kind,
  );

const ITEM = '<item><title>عنوان</title><description>متن الخبر هنا</description></item>';
const rss = (doctype: string, items: string) =>
  `<?xml version="1.0"?>${doctype}<rss version="2.0"><channel>${items}</channel></rss>`;

describe('entities', () => {
  test('that stand for one another are not expanded beyond bounds', async () => {
    const entities = Array.from({ length: 12 }, (_, at) => `<!ENTITY e${at + 1} "${`&e${at};`.repeat(12)}">`);
    const bomb = rss(
      `<!DOCTYPE rss [<!ENTITY e0 "ضحك">${entities.join('')}]>`,
      '<item><description>&e12;</description></item>',
    );
    const records = await recordsOf(fileWith('a.xml', bomb), { allLanguages: true });
    expect(JSON.stringify(records).length).toBeLessThan(10_000);
  });

  test('that are long and used often are refused', async () => {
    const bomb = rss(
      `<!DOCTYPE rss [<!ENTITY e "${'ضحك '.repeat(2000)}">]>`,
      `<item><description>${'&e;'.repeat(2000)}</description></item>`,
    );
    expect(await kindsOf('b.xml', bomb)).toEqual(['unpacking-limit']);
  });

  test('that stand outside are never fetched', async () => {
    let asked = 0;
    const server = createServer((_, response) => {
      asked++;
      response.end('سر');
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as AddressInfo;
    const secret = fileWith('secret.txt', 'كلمة السر').path;
    for (const place of [`file://${secret}`, `http://127.0.0.1:${port}/x`]) {
      for (const doctype of [
        `<!DOCTYPE rss [<!ENTITY x SYSTEM "${place}">]>`,
        `<!DOCTYPE rss [<!ENTITY % x SYSTEM "${place}"> %x;]>`,
        `<!DOCTYPE rss SYSTEM "${place}">`,
      ]) {
        for (const largest of [undefined, 1]) {
          const file = fileWith(
            'c.xml',
            rss(doctype, `<item><description>قبل &x; بعد</description></item>${ITEM}`),
          );
          const records = await recordsOf(file, { allLanguages: true, largestRecord: largest ?? 10_000 });
          expect(records.length).toBeGreaterThan(0);
          expect(JSON.stringify(records)).not.toContain('السر');
        }
      }
    }
    await new Promise((done) => server.close(done));
    expect(asked).toBe(0);
  });
});

test.each([
  ['deep.xml', `<rss><channel>${ITEM}<item>${'<b>'.repeat(100_000)}`],
  [
    'deep-whole.xml',
    `<rss><channel>${ITEM}<item>${'<b>'.repeat(100_000)}${'</b>'.repeat(100_000)}</item></channel></rss>`,
  ],
  ['deep.json', `${'{"text":'.repeat(100_000)}`],
  ['deep-array.json', `[{"text":"متن الخبر"},${'['.repeat(100_000)}${']'.repeat(100_000)}]`],
  ['deep.sgm', `<DOC><DOCNO>1</DOCNO><TEXT>${'<x>'.repeat(100_000)}متن</TEXT></DOC>`],
  ['deep.html.json', JSON.stringify({ text: `${'<div>'.repeat(100_000)}متن الخبر` })],
  [
    'attributes.xml',
    `<rss><channel><item ${Array.from({ length: 50_000 }, (_, at) => `a${at}="x"`).join(' ')}>`,
  ],
  ['deep-wiki.xml', `<mediawiki><page><title>ع</title><ns>0</ns><revision><text>${'{{[['.repeat(100_000)}`],
])('%s is bounded', async (name, content) => {
  const started = performance.now();
  const kinds = await kindsOf(name, content);
  expect(kinds.length).toBeGreaterThan(0);
  expect(performance.now() - started).toBeLessThan(20_000);
});

test('what is too deep in XML does not take with it what stands before', async () => {
  const content = `<rss><channel>${ITEM}<item>${'<b>'.repeat(1000)}`;
  expect(await kindsOf('before.xml', content)).toContain('malformed');
});

test('identifiers are words and never paths', async () => {
  const ids = [
    '../../etc/passwd',
    '/etc/passwd',
    'a\u0000b',
    '..',
    '__proto__',
    'constructor',
    'con',
    'x'.repeat(5000),
  ];
  const lines = ids.map((id) => JSON.stringify({ id, text: 'متن الخبر' })).join('\n');
  const records = await recordsOf(fileWith('ids.jsonl', lines));
  expect(records.map(({ identifier }) => identifier)).toEqual(ids);
  expect(new Set(records.map(({ record }) => record)).size).toBe(ids.length);
});

test('names of XML that objects have themselves are names', async () => {
  const content =
    '<root><constructor>x</constructor><row __proto__="1" constructor="2"><__proto__>y</__proto__><toString>z</toString>' +
    '<text>متن الخبر</text></row></root>';
  expect(textsOf(await recordsOf(fileWith('proto.xml', content)))).toEqual(['متن الخبر']);
  expect(({} as Record<string, unknown>).y).toBeUndefined();
});

test('a line of 200 MB is refused by its length, and never held', async () => {
  const piece = Buffer.alloc(1 << 20, 'س');
  async function* pieces(): AsyncGenerator<Buffer> {
    yield Buffer.from('{"text":"');
    for (let at = 0; at < 200; at++) yield piece;
    yield Buffer.from('"}\n{"text":"متن الخبر"}\n');
  }
  const entry = {
    place: 'x',
    name: 'x.jsonl',
    isInArchive: false,
    beginning: Buffer.from('{'),
    pieces: pieces(),
  };
  const before = process.memoryUsage();
  const readings = [];
  for await (const record of jsonLineRecords(entry, { largestRecord: 1 << 22 }))
    readings.push(await record.read());
  const after = process.memoryUsage();
  expect(readings).toMatchObject([
    { refused: 'too-large', because: expect.stringContaining('209715212 bytes') },
    { body: 'متن الخبر' },
  ]);
  expect(after.arrayBuffers + after.external - before.arrayBuffers - before.external).toBeLessThan(50e6);
});

const SAME = 'fixtures/corpora/same';
const SAMPLES = readdirSync(SAME)
  .filter((name) => !name.endsWith('.records.json'))
  .map((name) => [name, readFileSync(path.join(SAME, name))] as const);

test.each(SAMPLES)(
  '%s, cut anywhere, gives what is whole and says that the rest is missing',
  async (name, bytes) => {
    for (let part = 1; part < 12; part++) {
      const cut = bytes.subarray(0, Math.floor((bytes.length * part) / 12));
      const kinds = await kindsOf(name, cut);
      expect(kinds.length).toBeGreaterThan(0);
    }
  },
);

/** A damaged Parquet file may take all of its time, which is half a minute. */
const QUICK = SAMPLES.filter(([name]) => name !== 'table.parquet');

test.each(QUICK)('%s with wrong bytes harms nobody', async (name, bytes) => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 40 }),
      async (changes) => {
        const changed = Buffer.from(bytes);
        for (const [at, byte] of changes) changed[at] = byte;
        const records = await recordsOf(fileWith(name, changed)).catch((error: Error) => {
          // With many zeros among them they are the bytes of no text.
          expect(error.message).toMatch(/is of no known format/u);
          return [];
        });
        for (const record of records) {
          expect(record.record).toBeGreaterThanOrEqual(0);
          expect(record.identifier).not.toBe('');
        }
      },
    ),
    { numRuns: 25 },
  );
});

test.each(FORMAT_NAMES)('random bytes read as %s harm nobody', async (format) => {
  const piece = fc.oneof(
    fc.uint8Array({ maxLength: 60 }).map((bytes) => Buffer.from(bytes)),
    fc
      .constantFrom(
        '<DOC>',
        '</DOC>',
        '<item>',
        '<rss>',
        '</',
        '<!--',
        '<![CDATA[',
        '{',
        '[',
        '"',
        '\\',
        ',',
        '\n',
        '\t',
        'PAR1',
        '<page>',
      )
      .map((text) => Buffer.from(text)),
    fc
      .constantFrom('WARC/1.0\r\n', '<?xml ', '&#x0;', '&lt;', '<!DOCTYPE a [', 'id,text\n', '\0', 'متن')
      .map((text) => Buffer.from(text)),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 30 }), async (pieces) => {
      await recordsOf(fileWith('random', Buffer.concat(pieces)), { format });
    }),
    { numRuns: format === 'parquet' ? 5 : 60 },
  );
});
