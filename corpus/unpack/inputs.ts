/**
 * What a person named, as streams of unpacked bytes: a file gives one input, an archive one for each file in it, packings
 * within packings are unpacked up to a depth. Holds a few pieces at a time, fetches nothing and writes nothing.
 */
import { createReadStream, statSync } from 'node:fs';
import { InputError, unreadable } from '../input-error.js';
import { STANDARD_INPUT } from '../list.js';
import { InputDamage } from './damage.js';
import { Allowance, JUDGED_FROM, type UnpackLimits, within } from './limits.js';
import { packingOf, TELLING, unpackStream, unreadPacking } from './packing.js';
import { gather, type Pieces, peek } from './pieces.js';

/** Unpacked bytes whose beginning is known. */
export interface Input {
  /** For messages and ids: as it was named, and behind a slash the name in the archive. Never a path. */
  readonly name: string;
  /** Its name in the archive that holds it. */
  readonly entry?: string;
  /** The file itself where nothing is packed, for formats that are read from their end. */
  readonly path?: string;
  /** The first unpacked bytes, at most `BEGINNING` of them. */
  readonly beginning: Buffer;
  /**
   * All unpacked bytes, from the first; to be read once. Damage and limits are thrown as `InputDamage` behind all that is
   * sound, and become the refused record that ends the input.
   */
  readonly bytes: Pieces;
}

export const BEGINNING = 1 << 16;
/** `.zip` of `.zip` of `.gz` is seen; more is an attack. */
const MOST_PACKINGS = 4;
/** An archive that is itself packed is held in memory, since its directory stands at its end. */
const LARGEST_PACKED_ARCHIVE = 64 * 2 ** 20;
/** Each file of an archive is judged by itself; together they are only when they overlap, as they do in a bomb. */
const ARCHIVE_JUDGED_FROM = 16 * JUDGED_FROM;
const READING = { highWaterMark: 1 << 18 };

/**
 * Opens a file, or `-` for the standard input. Each input is to be read, or left, before the next one is asked for.
 * @param name what messages and ids call it; the path when absent
 * @throws InputError when the file itself cannot be read
 */
export async function* openInputs(
  path: string,
  { name = path, ...limits }: UnpackLimits & { readonly name?: string } = {},
): AsyncGenerator<Input> {
  const reading: Reading = { limits, packed: 0, streams: [], archives: [] };
  for (let depth = 0; depth < MOST_PACKINGS; depth++) {
    reading.streams.push(new Allowance(name, limits, () => reading.packed));
    reading.archives.push(new Allowance(name, limits, () => reading.packed, ARCHIVE_JUDGED_FROM));
  }
  const bytes = countedBytes(path, name, reading);
  try {
    yield* unpacked({ name, path, bytes }, 0, reading);
  } finally {
    await bytes.return(undefined);
  }
}

interface Reading {
  readonly limits: UnpackLimits;
  /** By depth, since what a packing unpacks to may be packed itself. */
  readonly streams: Allowance[];
  readonly archives: Allowance[];
  /** Bytes of the file, or as many as were read where that is not known. */
  packed: number;
}

type Opened = Omit<Input, 'beginning'>;

async function* countedBytes(path: string, name: string, reading: Reading): AsyncGenerator<Buffer> {
  try {
    const stats = path === STANDARD_INPUT ? undefined : statSync(path);
    if (stats?.isDirectory()) throw new InputError(`${name}: is a folder; name a file in it`);
    const size = stats?.isFile() ? stats.size : undefined;
    if (size !== undefined) reading.packed = size;
    for await (const piece of path === STANDARD_INPUT ? process.stdin : createReadStream(path, READING)) {
      if (size === undefined) reading.packed += piece.length;
      yield piece;
    }
  } catch (error) {
    throw error instanceof InputError ? error : unreadable(name, error);
  }
}

async function* unpacked(opened: Opened, depth: number, reading: Reading): AsyncGenerator<Input> {
  const { beginning, bytes, failure } = await peek(opened.bytes, BEGINNING);
  if (failure !== undefined && !(failure.error instanceof InputDamage)) throw failure.error;
  const packing = packingOf(beginning);
  const unread = unreadPacking(beginning.subarray(0, TELLING));
  const { name, entry } = opened;
  if (unread !== undefined) yield failing(opened, new InputDamage('malformed', `${name}: is ${unread}`));
  else if (packing === undefined) {
    try {
      yield { ...opened, beginning, bytes };
    } finally {
      await close(bytes);
    }
  } else if (depth === MOST_PACKINGS)
    yield failing(
      opened,
      new InputDamage('unpacking-limit', `${name}: is packed more than ${depth} times; unpack it first`),
    );
  else {
    const allowance = packing === 'zip' ? reading.archives[depth] : reading.streams[depth];
    if (packing === 'zip') yield* fromArchive({ ...opened, bytes }, allowance, depth, reading);
    else
      yield* unpacked(
        { name, entry, bytes: within([allowance], unpackStream(name, packing, bytes)) },
        depth + 1,
        reading,
      );
  }
}

async function* fromArchive(
  archive: Opened,
  allowance: Allowance,
  depth: number,
  reading: Reading,
): AsyncGenerator<Input> {
  const { zippedFiles } = await import('./zip.js');
  const { name, path } = archive;
  try {
    const place = path !== undefined && path !== STANDARD_INPUT ? path : await held(archive);
    for await (const file of zippedFiles(place, name, reading.limits)) {
      const opened = {
        name: `${name}/${file.name}`,
        entry: file.name,
        bytes: within([allowance], file.bytes),
      };
      yield* unpacked(opened, depth + 1, reading);
      if (allowance.isSpent) return;
    }
  } catch (error) {
    if (!(error instanceof InputDamage)) throw error;
    yield failing(archive, error);
  }
}

async function held({ name, bytes }: Opened): Promise<Buffer> {
  const archive = await gather(bytes, LARGEST_PACKED_ARCHIVE);
  if (archive !== undefined) return archive;
  const most = `${LARGEST_PACKED_ARCHIVE / 2 ** 20} MiB`;
  throw new InputDamage(
    'unpacking-limit',
    `${name}: is a zip archive of more than ${most} that comes packed or from a pipe; save it as a file`,
  );
}

/** Whoever leaves an input half read need not close it. */
async function close(bytes: Pieces): Promise<void> {
  await bytes[Symbol.asyncIterator]().return?.();
}

/** An input that has nothing to give but the reason. */
function failing({ name, entry }: Opened, damage: InputDamage): Input {
  // biome-ignore lint/correctness/useYield: it fails before there is anything to give.
  async function* fail(): AsyncGenerator<Buffer> {
    throw damage;
  }
  return { name, entry, beginning: Buffer.alloc(0), bytes: fail() };
}
