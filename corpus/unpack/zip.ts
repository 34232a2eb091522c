/**
 * The files in a zip archive, each with the bytes that it unpacks to. Names of entries are names and never paths. An archive that was
 * cut has lost its directory and is read from its front as far as it goes.
 */
import { createReadStream } from 'node:fs';
import { type Entry, fromBufferPromise, openPromise, type ZipFile } from 'yauzl';
import { unreadable } from '../input-error.js';
import { InputDamage } from './damage.js';
import type { UnpackLimits } from './limits.js';
import {
  cutArchive,
  damagedArchive,
  Names,
  unpackedFile,
  type ZipHead,
  type ZippedFile,
} from './zip-entry.js';
import { filesByHeads } from './zip-heads.js';

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
  if (archive === undefined) {
    yield* filesByHeads(bytesOf(place, name), name, limits);
    return;
  }
  const names = new Names();
  try {
    for await (const entry of damagedAs(name, archive.eachEntry())) {
      const head = headOf(entry);
      const own = names.nameOf(head);
      if (own === undefined) continue;
      if (DOCUMENT.has(own)) throw new InputDamage('malformed', `${name}: is ${A_DOCUMENT}`);
      const place = `${name}/${own}`;
      yield { name: own, bytes: unpackedFile(head, place, packedBytes(archive, entry, place), limits) };
    }
  } finally {
    archive.close();
  }
}

/** Documents and books are archives whose first file says so; their parts are no articles. */
const DOCUMENT: ReadonlySet<string> = new Set(['[Content_Types].xml', 'mimetype']);
const A_DOCUMENT = 'a document of an office program or a book; save it as text or HTML';

/** Names are decoded and judged elsewhere, since one bad name must not end the archive. */
const OPTIONS = { autoClose: false, decodeStrings: false, validateEntrySizes: false };

/** Nothing for an archive whose directory is not found. */
async function openArchive(place: string | Buffer, name: string): Promise<ZipFile | undefined> {
  try {
    return typeof place === 'string'
      ? await openPromise(place, OPTIONS)
      : await fromBufferPromise(place, OPTIONS);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) return undefined;
    throw unreadable(name, error);
  }
}

async function* bytesOf(place: string | Buffer, name: string): AsyncGenerator<Buffer> {
  if (typeof place !== 'string') {
    yield place;
    return;
  }
  try {
    yield* createReadStream(place);
  } catch (error) {
    throw unreadable(name, error);
  }
}

async function* damagedAs(name: string, entries: AsyncIterable<Entry>): AsyncGenerator<Entry> {
  try {
    yield* entries;
  } catch (error) {
    throw damageOf(name, error);
  }
}

function damageOf(name: string, error: unknown): InputDamage {
  const { message } = error as Error;
  return /truncated|EOF/u.test(message) ? cutArchive(name) : damagedArchive(name, message);
}

function headOf(entry: Entry): ZipHead {
  return {
    flags: entry.generalPurposeBitFlag,
    method: entry.compressionMethod,
    sum: entry.crc32,
    packedSize: entry.compressedSize,
    size: entry.uncompressedSize,
    name: entry.fileNameRaw,
    extra: entry.extraFieldRaw,
  };
}

async function* packedBytes(archive: ZipFile, entry: Entry, name: string): AsyncGenerator<Buffer> {
  try {
    yield* await archive.openReadStreamPromise(entry, { decodeFileData: false });
  } catch (error) {
    throw damageOf(name, error);
  }
}
