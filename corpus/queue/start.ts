/**
 * Puts the shards of a run that are not done into its queue. Takes what the markers say and compares it with what the
 * queue holds, so that calling it again after any loss repairs the queue and changes nothing else.
 */
import type { Job } from 'bullmq';
import type { ShardJob, ShardQueue } from './broker.js';
import { jobId, jobOf } from './jobs.js';
import type { QueuedRun } from './queued-run.js';

export interface Enqueued {
  readonly added: number;
  /** Of the added ones, those that had failed before. */
  readonly again: number;
  /** Were in the queue already, waiting or being worked on. */
  readonly queued: number;
}

/** Enqueues what has no marker; failed shards get new attempts. */
export async function enqueueMissing(queue: ShardQueue, run: QueuedRun, attempts: number): Promise<Enqueued> {
  const wanted = new Map(run.missing().map((shard) => [jobId(run.id, shard), shard]));
  const finished = await finishedJobs(queue);
  const stale = finished.filter(({ id }) => wanted.has(id!));
  await inBatches(stale, (batch) => Promise.all(batch.map((job) => job.remove())));
  const again = stale.filter(({ failedReason }) => failedReason !== undefined).length;
  return { ...(await enqueueLost(queue, run, wanted, attempts)), again };
}

/** Enqueues what has no marker and is not in the queue in any state, as when the broker forgot it. */
export async function enqueueLost(
  queue: ShardQueue,
  run: QueuedRun,
  wanted: ReadonlyMap<string, number>,
  attempts: number,
): Promise<{ readonly added: number; readonly queued: number }> {
  const known = new Set(
    await queue.getRanges(['waiting', 'active', 'delayed', 'prioritized', 'failed'], 0, -1),
  );
  const lost = [...wanted].filter(([id]) => !known.has(id)).map(([, shard]) => shard);
  await inBatches(lost, (batch) => queue.addBulk(batch.map((shard) => jobOf(run.id, shard, attempts))));
  return { added: lost.length, queued: wanted.size - lost.length };
}

async function finishedJobs(queue: ShardQueue): Promise<Job<ShardJob>[]> {
  const jobs = await queue.getJobs(['completed', 'failed']);
  // A job that is removed meanwhile comes as nothing.
  return jobs.filter((job) => job?.id !== undefined);
}

const BATCH = 500;

async function inBatches<T>(
  items: readonly T[],
  work: (batch: readonly T[]) => Promise<unknown>,
): Promise<void> {
  for (let start = 0; start < items.length; start += BATCH) await work(items.slice(start, start + BATCH));
}
