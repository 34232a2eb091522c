/**
 * Removes files of a run: those on their way that nobody will finish, or, when a run is to begin anew, all that it wrote.
 * It touches nothing but names that a run gives.
 */
import { existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { stagedFor, syncFolder } from '../staged-file.js';
import { readManifest, shardCount } from './manifest.js';
import { isRunFile, MANIFEST, shardOf } from './names.js';

/** Removes what was left unfinished in a run's folder: all of it, or what one attempt or the attempts at one shard left. */
export function removeStaged(
  folder: string,
  of: { readonly token?: string; readonly shard?: number } = {},
): void {
  const { token = '', shard } = of;
  const isOf = (name: string) => shard === undefined || shardOf(stagedFor(name) ?? '') === shard;
  remove(folder, (name) => name.endsWith(`${token}.tmp`) && isStaged(name) && isOf(name));
}

/** Whether a file is a run's on its way. */
export function isStaged(name: string): boolean {
  const target = stagedFor(name);
  return target !== undefined && (isRunFile(target) || target === 'shards' || shardOf(target) !== undefined);
}

/**
 * Removes all that a run wrote. The manifest goes last, so that a removal that was cut short is taken up again; markers go
 * first, so that none is believed whose part is gone.
 */
export function clearRun(folder: string): void {
  const count = shardCount(readManifest(folder));
  const isPart = (name: string) => (shardOf(name) ?? count) < count;
  remove(folder, (name) => isPart(name) && /^part-\d+\.json$/u.test(name));
  remove(folder, (name) => isPart(name) || isStaged(name));
  remove(folder, (name) => isRunFile(name) && name !== MANIFEST);
  remove(folder, (name) => name === MANIFEST);
}

function remove(folder: string, isMeant: (name: string) => boolean): void {
  // A folder that somebody took away has nothing left to remove.
  const names = existsSync(folder) ? readdirSync(folder).filter(isMeant) : [];
  for (const name of names) rmSync(path.join(folder, name), { force: true });
  if (names.length > 0) syncFolder(folder);
}
