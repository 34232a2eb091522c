/**
 * The rules as data, for commands that say what a rule says: the built-in pack with the user's packs over it.
 */
import type { Knowledge } from '../index.js';
import { loadBuiltin } from '../packs/builtin.js';
import { loadPack } from '../packs/load.js';

/**
 * Loads the packs in order.
 * @throws PackError with every defect when a pack is broken
 */
export function knowledgeOf(folders: readonly string[] = []): Knowledge {
  const builtin = loadBuiltin();
  return folders.length === 0 ? builtin : loadPack(folders, builtin);
}
