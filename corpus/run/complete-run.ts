/**
 * Completes a run on this machine: works every shard that has no marker, as many at a time as there are workers, in the order of
 * the inputs. Takes the folder of an opened run, gives what became of it. It may be stopped at any moment and begun again.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import PQueue from 'p-queue';
import { CONTEXT_FILE, contextFile } from '../../output/context.js';
import { publishFile } from '../staged-file.js';
import { removeStaged } from './leftovers.js';
import { type Manifest, shardCount } from './manifest.js';
import { type Marker, readMarker } from './marker.js';
import { failureOf, type ShardFailure } from './shard-failure.js';
import { type PoolOptions, ShardPool } from './shard-pool.js';
import { type RunSummary, summarize, writeSummary } from './summary.js';

/** Who wants to know how it goes. */
export interface RunListener {
  /** The threads have begun. */
  started?(pool: ShardPool): void;
  /** A shard is complete; `isOld` when it was so before. */
  completed?(marker: Marker, isOld: boolean): void;
  failed?(shard: number, failure: ShardFailure): void;
}

export interface RunOutcome {
  readonly summary: RunSummary;
  readonly failures: ReadonlyMap<number, ShardFailure>;
  /** Unpacked bytes of the shards that were completed now. */
  readonly worked: number;
}

/**
 * Completes a run as far as it can.
 * @param signal stops it: shards on their way are dropped, those that are complete stay
 */
export async function completeRun(
  folder: string,
  manifest: Manifest,
  options: PoolOptions,
  listener: RunListener = {},
  signal: AbortSignal = new AbortController().signal,
): Promise<RunOutcome> {
  if (!existsSync(path.join(folder, CONTEXT_FILE)))
    publishFile(path.join(folder, CONTEXT_FILE), contextFile());
  const { failures, worked } = await workAll(folder, manifest, options, listener, signal);
  const summary = summarize(folder, manifest);
  if (!signal.aborted) writeSummary(folder, summary);
  if (summary.missing === 0) removeStaged(folder);
  return { summary, failures, worked };
}

async function workAll(
  folder: string,
  manifest: Manifest,
  options: PoolOptions,
  listener: RunListener,
  signal: AbortSignal,
): Promise<Omit<RunOutcome, 'summary'>> {
  let worked = 0;
  const failures = new Map<number, ShardFailure>();
  const queue = new PQueue({ concurrency: options.workers });
  const full = new AbortController();
  const stop = AbortSignal.any([signal, full.signal]);
  const pool = lazyPool(folder, options, listener, stop);
  const fail = (shard: number, failure: ShardFailure) => {
    if (failure.kind === 'stopped') return;
    failures.set(shard, failure);
    listener.failed?.(shard, failure);
    // What one shard could not write the next cannot either.
    if (failure.kind === 'disk') full.abort();
  };
  const work = async (shard: number) => {
    if (stop.aborted) return;
    const outcome = await pool.get().complete(shard);
    if ('failure' in outcome) return fail(shard, outcome.failure);
    worked += outcome.marker.counts.bytes;
    listener.completed?.(outcome.marker, false);
  };
  try {
    for (let shard = 0; shard < shardCount(manifest) && !stop.aborted; shard++) {
      const marker = readMarker(folder, manifest.run, shard);
      if (marker !== undefined) listener.completed?.(marker, true);
      else {
        await queue.onSizeLessThan(1);
        queue.add(() => work(shard)).catch((error) => fail(shard, failureOf(error)));
      }
    }
    await queue.onIdle();
  } finally {
    await pool.close();
  }
  return { failures, worked };
}

/** Threads that are begun when the first shard needs them, and ended when the run stops. */
function lazyPool(folder: string, options: PoolOptions, listener: RunListener, stop: AbortSignal) {
  let pool: ShardPool | undefined;
  const close = async () => {
    stop.removeEventListener('abort', close);
    await pool?.close();
  };
  stop.addEventListener('abort', close);
  return {
    get: () => {
      if (pool === undefined) {
        pool = new ShardPool(folder, options);
        listener.started?.(pool);
      }
      return pool;
    },
    close,
  };
}
