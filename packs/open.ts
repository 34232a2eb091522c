/** Packs made ready for texts: the built-in one as it was compiled, the user's compiled at first use and then kept. */
import type { Knowledge } from '../pipeline/knowledge.js';
import { buildImage } from '../pipeline/lookup/build-image.js';
import { openImage, type PackImage } from '../pipeline/lookup/image.js';
import { loadBuiltin, openBuiltin } from './builtin.js';
import { cacheKey, keep, recall } from './cache.js';
import { PackError } from './error.js';
import type { Contents } from './lists.js';
import { loadPack } from './load.js';

/**
 * Opens the built-in pack with the packs of these folders laid over it.
 * @param version of the program: another one compiles anew
 * @throws PackError with every defect when a pack is broken
 */
export function openPacks(folders: readonly string[], version: string): PackImage {
  const builtin = openBuiltin();
  if (folders.length === 0) return builtin;
  const key = keyOf(`${version}\0${builtin.digest}`, folders);
  const kept = key === undefined ? undefined : recall(key);
  if (kept !== undefined) return kept;
  const image = buildImage(loadPack(folders, loadBuiltin()));
  if (key !== undefined) keep(key, image);
  return opened(image);
}

/** Makes a loaded pack ready. */
export function openPack(knowledge: Knowledge): PackImage {
  return opened(buildImage(knowledge));
}

/**
 * Makes the lists of a pack ready, without its rules.
 * @param key names the state of all files that the lists come from (`cacheKey`); the image is kept under it
 */
export function openLists(contents: Contents, key: string): PackImage {
  const kept = recall(key);
  if (kept !== undefined) return kept;
  const image = buildImage({ ...contents, rules: [], digest: key });
  keep(key, image);
  return opened(image);
}

/** Undefined when a file cannot be read: loading the pack says which and why. */
function keyOf(basis: string, folders: readonly string[]): string | undefined {
  try {
    return cacheKey(basis, folders);
  } catch {
    return undefined;
  }
}

function opened(image: Int32Array): PackImage {
  const pack = openImage(image);
  if (pack === undefined)
    throw new PackError([{ file: 'rules', reason: 'the pack is too large', advice: 'take rows out' }]);
  return pack;
}
