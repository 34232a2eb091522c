/** What a queue wants to know of a run: its id, and which shards have no marker. */
import { createExtractor } from '../../index.js';
import { type Manifest, readManifest, shardCount } from '../run/manifest.js';
import { pathOf } from '../run/place.js';
import { checkRules } from '../run/same-input.js';
import { missingShards } from '../run/summary.js';

export interface QueuedRun {
  readonly manifest: Manifest;
  readonly id: string;
  readonly total: number;
  /** Numbers of the shards without a marker, in order. Looks at every marker. */
  readonly missing: () => readonly number[];
}

/** @throws InputError when the folder holds no run */
export function queuedRun(folder: string): QueuedRun {
  const manifest = readManifest(folder);
  return {
    manifest,
    id: manifest.run,
    total: shardCount(manifest),
    missing: () => [...missingShards(folder, manifest)],
  };
}

/**
 * Makes sure that this machine has the rules of the run before it takes its first shard: it would fail at every one, and
 * use up the attempts that other machines should have.
 * @throws InputError or PackError when it has others
 */
export function checkOwnRules(folder: string, { manifest }: QueuedRun): void {
  const packs = manifest.packs.map((pack) => pathOf(folder, pack));
  checkRules(folder, manifest, createExtractor({ rules: packs }).digest);
}
