/**
 * A file that a person named, or `-`, as a stream of unpacked bytes: gzip and bzip2 are known by their first bytes. Its
 * beginning can be looked at before it is read. Holds a few pieces at a time, whatever the size of the file.
 */
import { createReadStream, type Stats, statSync } from 'node:fs';
import path from 'node:path';
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { InputError, unreadable } from '../corpus/input-error.js';
import { unpackBzip2 } from './bzip2.js';

/** A source that is open and whose beginning is known. */
export interface Source {
  /** As it was named, for messages. */
  readonly name: string;
  /** Its file's name, for those who read the pack. */
  readonly title: string;
  /** The day on which the file was last changed, as `2026-11-22`; absent for the standard input. */
  readonly day?: string;
  /** The first unpacked bytes. */
  readonly beginning: Buffer;
  /** All unpacked bytes, from the first; to be read once. */
  readonly bytes: AsyncIterable<Buffer>;
  /** How much of the file was read, packed as it is. */
  readonly progress: { done: number; readonly size?: number };
}

const BEGINNING = 1 << 16;

/**
 * Opens a source.
 * @throws InputError when it cannot be read or is packed in a way that is not known
 */
export async function openSource(named: string): Promise<Source> {
  const name = named === '-' ? 'standard input' : named;
  const stats = named === '-' ? undefined : look(named);
  const progress: Source['progress'] = { done: 0, size: stats?.isFile() ? stats.size : undefined };
  const raw = told(
    name,
    countedBytes(named === '-' ? process.stdin : createReadStream(named, READING), progress),
  );
  const packed = await peek(raw, 4);
  const unpacked = await peek(told(name, unpack(name, packed.beginning, packed.bytes)), BEGINNING);
  return {
    name,
    title: named === '-' ? name : path.basename(named),
    day: stats?.isFile() ? stats.mtime.toISOString().slice(0, 10) : undefined,
    ...unpacked,
    progress,
  };
}

const READING = { highWaterMark: 1 << 18 };
const READING_PACKED = { chunkSize: 1 << 18 };

function look(named: string): Stats {
  let stats: Stats;
  try {
    stats = statSync(named);
  } catch (error) {
    throw unreadable(named === '' ? "''" : named, error);
  }
  if (stats.isDirectory()) throw new InputError(`${named}: is a folder; name a file in it`);
  return stats;
}

async function* countedBytes(
  stream: AsyncIterable<Buffer>,
  progress: Source['progress'],
): AsyncGenerator<Buffer> {
  for await (const piece of stream) {
    progress.done += piece.length;
    yield piece;
  }
}

function unpack(name: string, beginning: Buffer, bytes: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  const starts = (...magic: readonly number[]) => magic.every((byte, at) => beginning[at] === byte);
  // What fails on the way is thrown to whoever reads the result.
  if (starts(0x1f, 0x8b)) return pipeline(Readable.from(bytes), createGunzip(READING_PACKED), () => {});
  if (starts(0x42, 0x5a, 0x68)) return unpackBzip2(bytes);
  const unknown = PACKED.find(({ magic }) => starts(...magic));
  if (unknown !== undefined) throw new InputError(`${name}: is ${unknown.says}`);
  return bytes;
}

const PACKED: readonly { readonly magic: readonly number[]; readonly says: string }[] = [
  { magic: [0x50, 0x4b, 0x03, 0x04], says: 'a zip archive; unpack it and name the file in it' },
  {
    magic: [0xfd, 0x37, 0x7a, 0x58],
    says: 'packed with xz; unpack it, or pipe it in: xz -dc FILE | isnad names import -',
  },
  {
    magic: [0x28, 0xb5, 0x2f, 0xfd],
    says: 'packed with zstd; unpack it, or pipe it in: zstd -dc FILE | isnad names import -',
  },
];

/** Reads until so many bytes are there, and gives them beside the whole. */
async function peek(
  bytes: AsyncIterable<Buffer>,
  count: number,
): Promise<{ beginning: Buffer; bytes: AsyncIterable<Buffer> }> {
  const iterator = bytes[Symbol.asyncIterator]();
  const first: Buffer[] = [];
  let length = 0;
  while (length < count) {
    const { done, value } = await iterator.next();
    if (done) break;
    first.push(value);
    length += value.length;
  }
  const beginning = Buffer.concat(first);
  async function* all(): AsyncGenerator<Buffer> {
    if (beginning.length > 0) yield beginning;
    yield* { [Symbol.asyncIterator]: () => iterator };
  }
  return { beginning: beginning.subarray(0, count), bytes: all() };
}

/** Whatever fails on the way is told with the source's name. */
async function* told(name: string, bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  try {
    yield* bytes;
  } catch (error) {
    if (error instanceof InputError) throw error;
    const { code, name: kind, message } = error as NodeJS.ErrnoException;
    if (code === 'Z_BUF_ERROR')
      throw new InputError(`${name}: the packed file ends too early; fetch it again`);
    if (code?.startsWith('Z_') || kind === 'Bzip2Error')
      throw new InputError(`${name}: the packed file is damaged (${message}); fetch it again`);
    throw unreadable(name, error);
  }
}
