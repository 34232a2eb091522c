/** Crawls: captures out of WARC files in pieces of any size, cut at every byte, or with records that lie about themselves. */
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { InputDamage } from '../../../corpus/unpack/damage.js';
import { JUDGED_FROM } from '../../../corpus/unpack/limits.js';
import { bodyOf } from '../../../corpus/warc/body.js';
import { type Capture, captures } from '../../../corpus/warc/captures.js';
import { httpHead } from '../../../corpus/warc/http-head.js';
import { crawl } from '../../../tools/corpora/crawl.js';

const CRAWL = await crawl();
const ADDRESSES = [1, 2, 5, 6, 7, 8].map((page) => `https://difaf.example/${page}`);

interface Got {
  readonly all: readonly Capture[];
  readonly reason?: string;
}

async function read(bytes: Buffer, size = bytes.length + 1, largest = 2 ** 20): Promise<Got> {
  async function* pieces(): AsyncGenerator<Buffer> {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }
  const all: Capture[] = [];
  try {
    for await (const capture of captures(pieces(), 'crawl', largest)) all.push(capture);
    return { all };
  } catch (error) {
    if (!(error instanceof InputDamage)) throw error;
    return { all, reason: error.reason };
  }
}

test.each([1, 7, 100, 1_000_000])('captures in pieces of %d bytes', async (size) => {
  const { all, reason } = await read(CRAWL, size);
  expect([all.map(({ address }) => address), reason]).toEqual([ADDRESSES, undefined]);
});

test('all bytes of bodies and of what is skipped are counted', async () => {
  const { all } = await read(CRAWL);
  const sum = all.reduce((bytes, capture) => bytes + capture.bytes, 0);
  const lengths = [...CRAWL.toString('latin1').matchAll(/^Content-Length: (\d+)\r$/gmu)].map(([, length]) =>
    Number(length),
  );
  expect(sum).toBe(lengths.reduce((total, length) => total + length, 0));
});

test('a file that is cut anywhere gives what was before, and ends as truncated', async () => {
  const ends: number[] = [];
  for (let at = CRAWL.indexOf('WARC/1.0', 1); at >= 0; at = CRAWL.indexOf('WARC/1.0', at + 1)) ends.push(at);
  for (let length = 9; length < CRAWL.length; length += 13) {
    const { all, reason } = await read(CRAWL.subarray(0, length));
    expect(all.map(({ address }) => address)).toEqual(ADDRESSES.slice(0, all.length));
    // Between two records nothing is missing that anybody could know of; and two letters count as a line end.
    const isBetween = [...ends, CRAWL.length].some((end) => length <= end + 2 && length >= end - 4);
    if (!isBetween) expect([length, reason]).toEqual([length, 'truncated']);
  }
}, 60_000);

test('a body that is too large is counted and not held', async () => {
  const { all } = await read(CRAWL, 64, 700);
  expect(all.map(({ sent }) => sent === undefined)).toEqual([true, false, false, true, false, false]);
  expect(all[0].length).toBeGreaterThan(700);
});

test.each([
  ['no WARC', 'HTTP/1.1 200 OK\r\n\r\nنص'],
  ['no length', 'WARC/1.0\r\nWARC-Type: response\r\n\r\nنص\r\n\r\nWARC/1.0\r\n\r\n'],
  ['a length that is none', 'WARC/1.0\r\nWARC-Type: response\r\nContent-Length: -5\r\n\r\nنص\r\n\r\n'],
  ['a length of everything', 'WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 9007199254740991\r\n\r\nنص'],
])('%s is refused', async (_, text) => {
  const { all, reason } = await read(Buffer.from(text));
  expect(all).toEqual([]);
  expect(['malformed', 'truncated']).toContain(reason);
});

test('a head without an end is not read into memory', async () => {
  let given = 0;
  async function* endless(): AsyncGenerator<Buffer> {
    yield Buffer.from('WARC/1.0\r\n');
    for (; given < 400; given++) yield Buffer.alloc(2 ** 20, 0x61);
  }
  const reading = async () => {
    for await (const _ of captures(endless(), 'crawl', 100)) throw new Error('nothing is in it');
  };
  await expect(reading()).rejects.toThrow(/does not begin as WARC demands/u);
  expect(given).toBeLessThan(20);
});

const head = (headers: string) => httpHead(Buffer.from(`HTTP/1.1 200 OK\r\n${headers}\r\n\r\n`))!;
const TEXT = Buffer.from('قال الوزير إن الجسر جاهز.');
const body = (sent: Buffer, headers: string) => bodyOf(sent, head(headers), {}, 2 ** 26);

test.each([
  [
    'chunks',
    Buffer.from(`5\r\n${'a'.repeat(5)}\r\n3;x=1\r\nbbb\r\n0\r\n\r\n`),
    'Transfer-Encoding: chunked',
    'aaaaabbb',
  ],
  ['chunks that were joined before', Buffer.from('نص'), 'Transfer-Encoding: chunked', 'نص'],
  ['a chunk that is cut', Buffer.from('ff\r\nabc'), 'Transfer-Encoding: chunked', 'abc'],
  ['gzip', gzipSync(TEXT), 'Content-Encoding: gzip', TEXT.toString()],
  ['gzip that was undone before', TEXT, 'Content-Encoding: gzip', TEXT.toString()],
  ['brotli', brotliCompressSync(TEXT), 'content-encoding: br', TEXT.toString()],
  ['brotli that was undone before', TEXT, 'content-encoding: br', TEXT.toString()],
  ['gzip twice', gzipSync(gzipSync(TEXT)), 'Content-Encoding: gzip, gzip', TEXT.toString()],
  ['an unknown packing', TEXT, 'Content-Encoding: identity', TEXT.toString()],
  ['nothing', Buffer.alloc(0), 'Content-Encoding: gzip', ''],
])('a body of %s', (_, sent, headers, text) => {
  expect(body(sent, headers).toString()).toBe(text);
});

test('a body that is a bomb is refused', () => {
  const bomb = gzipSync(Buffer.alloc(JUDGED_FROM + 1));
  expect(() => body(bomb, 'Content-Encoding: gzip')).toThrow(InputDamage);
});

test('heads', () => {
  expect(httpHead(Buffer.from('HTTP/1.1 200'))).toBeUndefined();
  expect(httpHead(Buffer.from('HTTP/1.0 404 No\n__proto__: x\nContent-Type: a\n\nنص'))).toEqual({
    status: 404,
    headers: new Map([
      ['__proto__', 'x'],
      ['content-type', 'a'],
    ]),
    length: 'HTTP/1.0 404 No\n__proto__: x\nContent-Type: a\n\n'.length,
  });
});
