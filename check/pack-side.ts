/**
 * One rule pack as a side of a comparison: takes folders, gives its contents and an extractor. A folder that has every list stands
 * alone, as the built-in pack's own folder does; any other is laid over the built-in pack, as for every command.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { createExtractor, type Extractor, type Knowledge } from '../index.js';
import { loadBuiltin } from '../packs/builtin.js';
import { changesBetween, type PackChange } from '../packs/changes.js';
import { loadPack, loadWholePack } from '../packs/load.js';
import { LISTS } from '../packs/schemas.js';

export interface PackSide {
  readonly knowledge: Knowledge;
  readonly extractor: Extractor;
}

/**
 * Loads the packs of a side in order, each over the earlier ones; none at all is the built-in pack alone.
 * @throws PackError with every defect when a pack is broken
 */
export function openSide(folders: readonly string[], builtin: Knowledge = loadBuiltin()): PackSide {
  if (folders.length === 0) return { knowledge: builtin, extractor: createExtractor() };
  const [first, ...rest] = folders;
  if (!isWhole(first))
    return { knowledge: loadPack(folders, builtin), extractor: createExtractor({ rules: folders }) };
  const whole = loadWholePack(first);
  // The folder that the built-in pack was made from need not be compiled again.
  if (rest.length === 0 && whole.digest === builtin.digest)
    return { knowledge: builtin, extractor: createExtractor() };
  const knowledge = rest.length === 0 ? whole : loadPack(rest, whole);
  return { knowledge, extractor: createExtractor({ knowledge }) };
}

export interface SidePair {
  readonly before: PackSide;
  readonly after: PackSide;
  readonly changes: readonly PackChange[];
}

/** Whether a folder has every list, and so stands alone. */
export function isWhole(folder: string): boolean {
  return Object.values(LISTS).every(({ path: file }) => existsSync(path.join(folder, file)));
}

/** Two sides and what differs between them; where only their rules do, they share their lists and all that is remembered of words. */
export function openSides(before: readonly string[], after: readonly string[]): SidePair {
  const builtin = loadBuiltin();
  const one = openSide(before, builtin);
  const other = openSide(after, builtin);
  const changes = changesBetween(one.knowledge, other.knowledge);
  if (changes.some(({ list }) => list !== 'rules')) return { before: one, after: other, changes };
  const extractor = one.extractor.withRules(other.knowledge.rules);
  return { before: one, after: { knowledge: other.knowledge, extractor }, changes };
}
