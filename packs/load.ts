/**
 * Folders of rules to the knowledge that an extractor is made from, or a `PackError` with every defect of all of them.
 * Reads files; compiles and caches nothing.
 */
import type { Knowledge } from '../pipeline/knowledge.js';
import { digestOf } from './digest.js';
import { type Defect, PackError } from './error.js';
import { readFolder } from './folder.js';
import type { Contents } from './lists.js';
import { merge, NOTHING, remove } from './merge.js';

/**
 * Loads packs in order, each over the earlier ones. A list that a pack does not have is empty.
 * @param base the pack that they are laid over
 * @throws PackError with every defect when a pack is broken
 */
export function loadPack(folders: readonly string[], base: Contents = NOTHING): Knowledge {
  return load(folders, base, false);
}

/**
 * Loads one pack that stands alone and so must have every list.
 * @throws PackError with every defect when the pack is broken
 */
export function loadWholePack(folder: string): Knowledge {
  return load([folder], NOTHING, true);
}

function load(folders: readonly string[], base: Contents, whole: boolean): Knowledge {
  const defects: Defect[] = [];
  let contents = base;
  for (const folder of folders) {
    const pack = readFolder(folder, whole);
    const left = remove(contents, pack.remove);
    contents = merge(left.contents, pack.contents);
    defects.push(...pack.defects, ...left.defects);
  }
  if (defects.length > 0) throw new PackError(defects);
  const { digest: _, ...rest } = { digest: '', ...contents };
  return { digest: digestOf(rest), ...rest };
}
