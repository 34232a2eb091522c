/** A small crawl as WARC: pages under several packings, and all that a crawl holds beside them. Takes nothing, gives the same bytes each time. */
import { deflateRawSync, gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { WARCRecord, WARCSerializer } from 'warcio';
import { ARTICLE, OLD_PAGE } from './texts.js';

type Options = Parameters<typeof WARCRecord.create>[0];

export async function crawl(): Promise<Buffer> {
  const page = Buffer.from(OLD_PAGE.replace('windows-1256', 'utf-8'));
  const old = iconv.encode(OLD_PAGE.replace(/<META[^>]*>/u, ''), 'windows-1256');
  const records = [
    await record({ type: 'warcinfo' }, Buffer.from('software: invented\r\n')),
    await record(
      {
        type: 'request',
        url: address(1),
        statusline: 'GET /1 HTTP/1.1',
        httpHeaders: { Host: 'difaf.example' },
      },
      Buffer.alloc(0),
    ),
    await answer(1, 200, { 'Content-Type': 'text/html' }, page),
    await answer(
      2,
      200,
      {
        'Content-Type': 'text/html; charset=windows-1256',
        'Content-Encoding': 'gzip',
        'Transfer-Encoding': 'chunked',
      },
      chunks(gzipSync(old)),
    ),
    await answer(3, 404, { 'Content-Type': 'text/html' }, page),
    await answer(4, 200, { 'Content-Type': 'image/jpeg' }, Buffer.from([0xff, 0xd8, 0xff])),
    await answer(
      5,
      200,
      { 'Content-Type': 'text/html', 'Content-Encoding': 'deflate' },
      deflateRawSync(page),
    ),
    await answer(6, 200, { 'content-type': 'text/html', 'content-encoding': 'gzip' }, page),
    await answer(
      7,
      200,
      { 'Content-Type': 'text/html' },
      Buffer.from('<html><body><script>1</script></body></html>'),
    ),
    await record(
      { type: 'conversion', url: address(8), warcHeaders: { 'Content-Type': 'text/plain' } },
      Buffer.from(ARTICLE),
    ),
  ];
  return Buffer.concat(records);
}

function address(page: number): string {
  return `https://difaf.example/${page}`;
}

function answer(
  page: number,
  status: number,
  httpHeaders: Record<string, string>,
  body: Buffer,
): Promise<Buffer> {
  return record(
    { type: 'response', url: address(page), statusline: `HTTP/1.1 ${status} Answer`, httpHeaders },
    body,
  );
}

/** The ids of records, which are random, are made out of their number in the file. */
async function record(options: NonNullable<Options>, body: Buffer): Promise<Buffer> {
  async function* content(): AsyncGenerator<Uint8Array> {
    yield body;
  }
  const id = `<urn:uuid:00000000-0000-4000-8000-${String(body.length).padStart(12, '0')}>`;
  const warcHeaders = { ...(options.warcHeaders as Record<string, string>), 'WARC-Record-ID': id };
  const made = WARCRecord.create({ date: '2004-02-01T10:00:00Z', ...options, warcHeaders }, content());
  return Buffer.from(await WARCSerializer.serialize(made, { gzip: false }));
}

function chunks(body: Buffer): Buffer {
  const half = body.length >> 1;
  const chunk = (data: Buffer) =>
    Buffer.concat([Buffer.from(`${data.length.toString(16)}\r\n`), data, Buffer.from('\r\n')]);
  return Buffer.concat([chunk(body.subarray(0, half)), chunk(body.subarray(half)), chunk(Buffer.alloc(0))]);
}
