/**
 * A file that a person named, or `-`, as a stream of unpacked bytes: gzip, bzip2 and zstd are known by their first bytes. Its
 * beginning can be looked at before it is read. Holds a few pieces at a time, whatever the size of the file.
 */
import { createReadStream, type Stats, statSync } from 'node:fs';
import path from 'node:path';
import { InputError, unreadable } from '../corpus/input-error.js';
import { InputDamage } from '../corpus/unpack/damage.js';
import { packingOf, TELLING, unpackStream, unreadPacking } from '../corpus/unpack/packing.js';
import { type Pieces, peek } from '../corpus/unpack/pieces.js';

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
  readonly bytes: Pieces;
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
  const packed = await peek(raw, TELLING);
  const unpacked = await peek(told(name, unpack(name, packed.beginning, packed.bytes)), BEGINNING);
  if (unpacked.failure !== undefined) throw unpacked.failure.error;
  return {
    name,
    title: named === '-' ? name : path.basename(named),
    day: stats?.isFile() ? stats.mtime.toISOString().slice(0, 10) : undefined,
    beginning: unpacked.beginning,
    bytes: unpacked.bytes,
    progress,
  };
}

const READING = { highWaterMark: 1 << 18 };

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

function unpack(name: string, beginning: Buffer, bytes: Pieces): Pieces {
  const packing = packingOf(beginning);
  const unread =
    packing === 'zip' ? 'a zip archive; unpack it and name the file in it' : unreadPacking(beginning);
  if (unread !== undefined) throw new InputError(`${name}: is ${unread}`);
  return packing === undefined || packing === 'zip' ? bytes : unpackStream(name, packing, bytes);
}

/** Whatever fails on the way is told with the source's name. */
async function* told(name: string, bytes: Pieces): AsyncGenerator<Buffer> {
  try {
    yield* bytes;
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw error instanceof InputDamage ? new InputError(error.message) : unreadable(name, error);
  }
}
