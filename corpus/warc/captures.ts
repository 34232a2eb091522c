/**
 * The captures of a WARC file (ISO 28500) that may hold an article: pages and plain texts that a server answered with, that were stored
 * as they are, or that were converted. Takes unpacked bytes, frames them by warcio and holds one body at a time; all else is
 * skipped unread.
 */
import { AsyncIterReader, WARCParser, type WARCRecord } from 'warcio';
import { InputDamage } from '../unpack/damage.js';
import { inPiecesFrom, type Pieces } from '../unpack/pieces.js';
import { type HttpHead, httpHead } from './http-head.js';

/** What was captured at an address. */
export interface Capture {
  readonly address?: string;
  /** When it was captured. */
  readonly date?: string;
  /** With parameters. */
  readonly contentType: string;
  /** Of an answer. */
  readonly head?: HttpHead;
  /** The body as it was sent; absent where it is larger than asked for. */
  readonly sent?: Buffer;
  /** Of the body. */
  readonly length: number;
  /** Bytes of the capture, and of all that was skipped since the one before. */
  readonly bytes: number;
}

/**
 * Gives captures in order.
 * @param name of the file, for messages
 * @param largest bytes of a body that are held
 * @throws InputDamage where the file ends within a record or is no WARC from there on
 */
export async function* captures(bytes: Pieces, name: string, largest: number): AsyncGenerator<Capture> {
  const watch: Watch = { inHead: 0, hasEnded: false };
  const source = watched(inPiecesFrom(SMALLEST_PIECE, bytes), name, watch);
  const parser = new WARCParser(new AsyncIterReader(source, null), { parseHttp: false });
  let passed = 0;
  while (true) {
    watch.inHead = 1;
    const record = await parser.parse();
    if (record === null) return;
    watch.inHead = 0;
    const length = lengthOf(record, name, watch);
    const read = await readRecord(record, largest);
    if (read.length < length) throw cut(name);
    passed += length;
    if (!read.isWanted) continue;
    yield { ...factsOf(record, read), bytes: passed };
    passed = 0;
  }
}

/** warcio misses the end of a head that is divided among pieces of a few bytes. */
const SMALLEST_PIECE = 1 << 16;
/** A head is never as long; without a bound a file that is no WARC would be read into memory. */
const LONGEST_HEAD = 4 * 2 ** 20;

/** How far the parser has read into a head, 0 outside of one; and whether there is no more. */
interface Watch {
  inHead: number;
  hasEnded: boolean;
}

async function* watched(bytes: Pieces, name: string, watch: Watch): AsyncGenerator<Buffer> {
  for await (const piece of bytes) {
    if (watch.inHead > LONGEST_HEAD) throw noWarc(name);
    if (watch.inHead > 0) watch.inHead += piece.length;
    yield piece;
  }
  watch.hasEnded = true;
}

function lengthOf({ warcHeaders }: WARCRecord, name: string, { hasEnded }: Watch): number {
  const { statusline, headers } = warcHeaders;
  const length = Number(headers.get('Content-Length') ?? Number.NaN);
  if (statusline.startsWith('WARC/') && Number.isSafeInteger(length) && length >= 0) return length;
  throw hasEnded ? cut(name) : noWarc(name);
}

function cut(name: string): InputDamage {
  return new InputDamage('truncated', `${name}: ends too early, within a record; fetch it again`);
}

function noWarc(name: string): InputDamage {
  return new InputDamage(
    'malformed',
    `${name}: a record does not begin as WARC demands; fetch the file again`,
  );
}

interface Read {
  readonly isWanted: boolean;
  readonly head?: HttpHead;
  /** Absent where it is too large. */
  readonly block?: Buffer;
  /** Bytes that there were. */
  readonly length: number;
}

/** Reads a record to its end, and holds it as long as it may be an article. */
async function readRecord(record: WARCRecord, largest: number): Promise<Read> {
  const isAnswer = record.warcType === 'response';
  let held: Buffer[] = [];
  let length = 0;
  let head: HttpHead | undefined;
  let isWanted = isAnswer || (STORED.has(record.warcType) && isText(record.warcContentType ?? ''));
  for await (const piece of record.reader) {
    length += piece.length;
    if (!isWanted) continue;
    held.push(Buffer.from(piece));
    if (isAnswer && head === undefined) {
      head = httpHead(Buffer.concat(held));
      isWanted = head === undefined ? length <= LONGEST_HTTP_HEAD : isPage(head);
    }
    const isHead = isAnswer && head === undefined;
    if (!isWanted || (length > largest && !isHead)) held = [];
  }
  const block = length > largest ? undefined : Buffer.concat(held);
  return { isWanted: isWanted && (!isAnswer || head !== undefined), head, block, length };
}

const STORED: ReadonlySet<string> = new Set(['resource', 'conversion']);
const LONGEST_HTTP_HEAD = 2 ** 20;

function isPage({ status, headers }: HttpHead): boolean {
  return status >= 200 && status < 300 && isText(headers.get('content-type') ?? 'text/html');
}

function isText(contentType: string): boolean {
  return /^\s*(?:text\/(?:html|plain)|application\/xhtml\+xml)\s*(?:;|$)/iu.test(contentType);
}

function factsOf(record: WARCRecord, { head, block, length }: Read): Omit<Capture, 'bytes'> {
  const address = record.warcTargetURI?.replace(/^<|>$/gu, '');
  const contentType = head === undefined ? record.warcContentType : head.headers.get('content-type');
  return {
    address,
    date: record.warcDate ?? undefined,
    contentType: contentType ?? 'text/html',
    head,
    sent: block?.subarray(head?.length ?? 0),
    length: length - (head?.length ?? 0),
  };
}
