/**
 * The files in a zip archive, each with the bytes that it unpacks to. Names of entries are names and never paths. An entry
 * that cannot be read (encrypted, packed in a rare way, damaged) has bytes that fail and does not disturb the others.
 */
import { crc32 } from 'node:zlib';
import { type Entry, fromBufferPromise, getFileNameLowLevel, openPromise, type ZipFile } from 'yauzl';
import { unreadable } from '../input-error.js';
import { InputDamage } from './damage.js';
import { Allowance, type UnpackLimits, within } from './limits.js';
import { type StreamPacking, unpackStream } from './packing.js';
import type { Pieces } from './pieces.js';

/** A file in an archive; its bytes are to be read before the next one is asked for. */
export interface ZippedFile {
  /** As the archive has it, made unique and without control characters. */
  readonly name: string;
  readonly bytes: Pieces;
}

/**
 * Gives the files of an archive in the order of its directory; folders and hidden files are left out.
 * @param place a path, or the whole archive
 * @param name of the archive, for messages
 * @throws InputDamage when the archive's directory cannot be read, behind all files before the damage
 */
export async function* zippedFiles(
  place: string | Buffer,
  name: string,
  limits: UnpackLimits,
): AsyncGenerator<ZippedFile> {
  const archive = await openArchive(place, name);
  const taken = new Set<string>();
  try {
    for await (const entry of damagedAs(name, archive.eachEntry())) {
      const plain = nameOf(entry);
      if (isHidden(plain)) continue;
      const own = toldApart(plain, taken);
      taken.add(own);
      yield { name: own, bytes: bytesOf(archive, entry, `${name}/${own}`, limits) };
    }
  } finally {
    archive.close();
  }
}

/** Names are decoded and judged here, since one bad name must not end the archive. */
const OPTIONS = { autoClose: false, decodeStrings: false, validateEntrySizes: false };

async function openArchive(place: string | Buffer, name: string): Promise<ZipFile> {
  try {
    return typeof place === 'string'
      ? await openPromise(place, OPTIONS)
      : await fromBufferPromise(place, OPTIONS);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw code === undefined ? damaged(name, error) : unreadable(name, error);
  }
}

async function* damagedAs(name: string, entries: AsyncIterable<Entry>): AsyncGenerator<Entry> {
  try {
    yield* entries;
  } catch (error) {
    throw damaged(name, error);
  }
}

function damaged(name: string, error: unknown): InputDamage {
  const { message } = error as Error;
  return /truncated|EOF/u.test(message)
    ? new InputDamage('truncated', `${name}: the zip archive ends too early; fetch it again`)
    : new InputDamage('truncated', `${name}: the zip archive is damaged (${message}); fetch it again`);
}

const UTF_8 = 0x800;

/** Many archives hold UTF-8 without saying so. */
function nameOf(entry: Entry): string {
  const raw = entry.fileNameRaw;
  const flags = isUtf8(raw) ? entry.generalPurposeBitFlag | UTF_8 : entry.generalPurposeBitFlag;
  const name = getFileNameLowLevel(flags, raw, entry.extraFields, false);
  return name.toWellFormed().replaceAll(/\p{Cc}/gu, '\uFFFD');
}

function isUtf8(bytes: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Folders, and what no folder shows: `.DS_Store`, `__MACOSX/`. */
function isHidden(name: string): boolean {
  return name.endsWith('/') || name.split('/').some((part) => /^(?:\.[^.]|__MACOSX$)/u.test(part));
}

function toldApart(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  let time = 2;
  while (taken.has(`${name} (${time})`)) time++;
  return `${name} (${time})`;
}

const METHODS: ReadonlyMap<number, StreamPacking | 'stored'> = new Map([
  [0, 'stored'],
  [8, 'deflate'],
  [12, 'bzip2'],
  [93, 'zstd'],
]);

async function* bytesOf(
  archive: ZipFile,
  entry: Entry,
  name: string,
  limits: UnpackLimits,
): AsyncGenerator<Buffer> {
  const method = METHODS.get(entry.compressionMethod);
  if (entry.isEncrypted())
    throw new InputDamage('malformed', `${name}: is encrypted; unpack the archive with its password first`);
  if (method === undefined)
    throw new InputDamage(
      'malformed',
      `${name}: is packed with method ${entry.compressionMethod}, which is not read; unpack the archive first`,
    );
  const packed = packedBytes(archive, entry, name);
  const unpacked = method === 'stored' ? packed : unpackStream(name, method, packed);
  const allowance = new Allowance(name, limits, () => entry.compressedSize);
  yield* checked(entry, name, within([allowance], unpacked));
}

async function* packedBytes(archive: ZipFile, entry: Entry, name: string): AsyncGenerator<Buffer> {
  try {
    yield* await archive.openReadStreamPromise(entry, { decodeFileData: false });
  } catch (error) {
    throw damaged(name, error);
  }
}

async function* checked(entry: Entry, name: string, bytes: Pieces): AsyncGenerator<Buffer> {
  let length = 0;
  let sum = 0;
  for await (const piece of bytes) {
    length += piece.length;
    sum = crc32(piece, sum);
    yield piece;
  }
  if (length !== entry.uncompressedSize || sum !== entry.crc32)
    throw damaged(
      name,
      new Error(length === entry.uncompressedSize ? 'its check sum is wrong' : 'its size is wrong'),
    );
}
