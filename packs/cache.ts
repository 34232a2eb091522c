/**
 * Compiled packs of the user's own, kept between runs: reading, checking and compiling a large pack takes seconds,
 * opening its image milliseconds. A cache only saves time: what cannot be read or written is built anew in silence.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import type { PackImage } from '../pipeline/lookup/image.js';
import { readImageFile, writeImageFile } from './image-file.js';

/** Images that are kept; the oldest goes. */
const MOST = 8;

/**
 * The folder of the cache: `ISNAD_CACHE`, or `isnad` in the system's folder for caches; undefined when `ISNAD_CACHE`
 * is empty, and nothing is kept.
 */
export function cacheFolder(environment: NodeJS.ProcessEnv = process.env): string | undefined {
  const { ISNAD_CACHE: own, XDG_CACHE_HOME: caches } = environment;
  if (own !== undefined) return own === '' ? undefined : own;
  return path.join(caches || path.join(homedir(), '.cache'), 'isnad');
}

/** Parts of a pack's folder; anything else there is not the pack's. */
const PARTS = ['pack.yaml', 'names', 'words', 'patterns'];
/** The parts that its lists depend on. */
export const LIST_PARTS: readonly string[] = ['pack.yaml', 'names', 'words'];

/**
 * A name for everything that a compiled pack depends on: the program, what lies below, and every file of the folders.
 * @param parts those that count, when not all do
 */
export function cacheKey(
  basis: string,
  folders: readonly string[],
  parts: readonly string[] = PARTS,
): string {
  const hash = createHash('sha256').update(basis);
  for (const folder of folders) {
    hash.update('\0pack\0');
    for (const file of filesOf(folder, parts)) {
      const bytes = readFileSync(path.join(folder, file));
      hash.update(`${file}\0${bytes.length}\0`).update(bytes);
    }
  }
  return hash.digest('hex');
}

function filesOf(folder: string, parts: readonly string[]): string[] {
  return parts
    .map((part) => path.join(folder, part))
    .filter((part) => existsSync(part))
    .flatMap((part) =>
      statSync(part).isDirectory()
        ? readdirSync(part, { recursive: true }).map((name) => path.join(part, String(name)))
        : [part],
    )
    .filter((file) => statSync(file).isFile())
    .map((file) => path.relative(folder, file))
    .sort();
}

/** The image kept under a key. */
export function recall(key: string): PackImage | undefined {
  const folder = cacheFolder();
  return folder === undefined ? undefined : readImageFile(path.join(folder, `${key}.pack`));
}

/** Keeps an image under a key. */
export function keep(key: string, image: Int32Array): void {
  const folder = cacheFolder();
  if (folder === undefined) return;
  try {
    mkdirSync(folder, { recursive: true });
    writeImageFile(path.join(folder, `${key}.pack`), image);
    for (const old of oldest(folder)) rmSync(old, { force: true });
  } catch {
    // The disk is full or not ours: the pack is compiled again next time.
  }
}

function oldest(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.pack'))
    .map((name) => path.join(folder, name))
    .map((file) => ({ file, time: statSync(file).mtimeMs }))
    .sort((a, b) => b.time - a.time)
    .slice(MOST)
    .map(({ file }) => file);
}
