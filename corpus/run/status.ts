/**
 * How a run stands, for whoever looks from another terminal or machine: takes its folder, reads markers and the times of files,
 * never asks a process. Times are only told here; nothing that a run writes holds one.
 */
import { readdirSync, type Stats, statSync } from 'node:fs';
import path from 'node:path';
import { stagedFor } from '../staged-file.js';
import { type Manifest, shardCount } from './manifest.js';
import { markerFile, shardOf } from './names.js';
import { type RunSummary, summarize } from './summary.js';

export interface RunStatus extends RunSummary {
  /** Shards that somebody is writing, or was when it was stopped. */
  readonly begun: readonly number[];
  /** Seconds since anything was written in the folder; absent when nothing was. */
  readonly quiet?: number;
  /** Seconds between the first marker and the last, and bytes and articles that were done in them. */
  readonly pace?: Pace;
}

export interface Pace {
  readonly seconds: number;
  readonly bytesPerSecond: number;
  readonly articlesPerSecond: number;
}

/**
 * Looks at a run.
 * @param now in milliseconds
 */
export function statusOf(folder: string, manifest: Manifest, now: number): RunStatus {
  const summary = summarize(folder, manifest);
  const begun = new Set<number>();
  let last = 0;
  for (const name of readdirSync(folder)) {
    const shard = shardOf(stagedFor(name) ?? '');
    if (shard !== undefined) begun.add(shard);
    if (shard !== undefined || shardOf(name) !== undefined) last = Math.max(last, changed(folder, name));
  }
  return {
    ...summary,
    begun: [...begun].sort((a, b) => a - b),
    ...(last === 0 ? {} : { quiet: Math.max(0, (now - last) / 1000) }),
    ...paceOf(folder, manifest, summary),
  };
}

/** Markers tell when their shards were completed; the first of them when the second one's work was about to begin. */
function paceOf(
  folder: string,
  manifest: Manifest,
  { counts, complete }: RunSummary,
): { readonly pace?: Pace } {
  let first = Number.POSITIVE_INFINITY;
  let last = 0;
  for (let shard = 0; shard < shardCount(manifest); shard++) {
    const time = changed(folder, markerFile(shard));
    if (time === 0) continue;
    first = Math.min(first, time);
    last = Math.max(last, time);
  }
  const seconds = (last - first) / 1000;
  if (complete < 2 || seconds <= 0) return {};
  const share = (complete - 1) / complete / seconds;
  return {
    pace: { seconds, bytesPerSecond: counts.bytes * share, articlesPerSecond: counts.articles * share },
  };
}

/** 0 for what is gone again. */
function changed(folder: string, name: string): number {
  const stats: Stats | undefined = statSync(path.join(folder, name), { throwIfNoEntry: false });
  return stats?.mtimeMs ?? 0;
}
