/**
 * Opens what a person named as the files that are in it, unpacked, as formats see them: most inputs are one file. A plain file
 * may be read from any byte. Holds a few pieces at a time.
 */
import { createReadStream } from 'node:fs';
import path from 'node:path';
import type { Entry } from './formats/format.js';
import { unreadable } from './input-error.js';
import { type ArticleFile, placeOf, STANDARD_INPUT } from './list.js';
import type { ReadOptions } from './record.js';
import { type Input, openInputs } from './unpack/inputs.js';

/** @throws InputError when the file itself cannot be read */
export async function* openEntries(file: ArticleFile, options: ReadOptions): AsyncGenerator<Entry> {
  for await (const input of openInputs(file.path, { ...options, name: placeOf(file) }))
    yield entryOf(input, file);
}

/** The bytes of a plain file from one of them on. */
export async function* bytesFrom(file: ArticleFile, from: number): AsyncGenerator<Buffer> {
  try {
    yield* createReadStream(file.path, { start: from, highWaterMark: 1 << 18 });
  } catch (error) {
    throw unreadable(file.path, error);
  }
}

function entryOf({ name, entry, path: plain, beginning, bytes }: Input, file: ArticleFile): Entry {
  return {
    place: name,
    name: entry === undefined ? unpackedName(file) : path.posix.basename(entry),
    isInArchive: entry !== undefined,
    ...(plain === undefined || plain === STANDARD_INPUT ? {} : { path: plain }),
    beginning,
    pieces: bytes,
  };
}

/** `news.jsonl` for `news.jsonl.gz`. */
function unpackedName(file: ArticleFile): string {
  if (file.path === STANDARD_INPUT) return file.identifier;
  return path.basename(file.path).replace(/(?<=.)\.(?:gz|bz2|zst)$/iu, '');
}
