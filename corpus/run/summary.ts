/**
 * What became of a run so far, from its markers alone, so that it is the same wherever it is asked. Holds numbers only, and
 * none of a clock.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { publishFile } from '../staged-file.js';
import { type Manifest, shardCount } from './manifest.js';
import { isComplete, readMarker, type ShardCounts } from './marker.js';
import { SUMMARY } from './names.js';
import { Tally } from './tally.js';

export interface RunSummary {
  readonly run: string;
  readonly shards: number;
  readonly complete: number;
  /** Shards without a marker. */
  readonly missing: number;
  readonly inputs: Manifest['inputs'];
  readonly counts: ShardCounts;
  /** Records at which the clock or the memory guard struck. */
  readonly struck: number;
}

/**
 * Adds up what the markers say.
 * @throws Error when a shard says that it lost a record, which nothing but a fault of this program brings about
 */
export function summarize(folder: string, manifest: Manifest): RunSummary {
  const tally = new Tally();
  let complete = 0;
  let struck = 0;
  for (let shard = 0; shard < shardCount(manifest); shard++) {
    const marker = readMarker(folder, manifest.run, shard);
    if (marker === undefined) continue;
    if (!isComplete(marker.counts)) throw new Error(`${folder}: shard ${shard} lost a record`);
    complete++;
    struck += marker.struck?.length ?? 0;
    tally.add(marker.counts);
  }
  const shards = shardCount(manifest);
  const { run, inputs } = manifest;
  return { run, shards, complete, missing: shards - complete, inputs, counts: tally.counts, struck };
}

/**
 * Writes the summary into the run's folder. Of several that complete a run at the same time the first to end clears away what
 * the others have not finished: its summary is theirs as well.
 */
export function writeSummary(folder: string, summary: RunSummary): void {
  const file = path.join(folder, SUMMARY);
  try {
    publishFile(file, `${JSON.stringify(summary, null, 2)}\n`);
  } catch (error) {
    const isCleared = (error as NodeJS.ErrnoException).code === 'ENOENT' && summary.missing === 0;
    if (!isCleared || !existsSync(file)) throw error;
  }
}

/** Shards without a marker, in order. */
export function* missingShards(folder: string, manifest: Manifest): Generator<number> {
  for (let shard = 0; shard < shardCount(manifest); shard++) {
    if (readMarker(folder, manifest.run, shard) === undefined) yield shard;
  }
}
