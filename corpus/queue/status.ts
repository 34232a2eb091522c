/** What a queue holds, beside what the run folder says is done. Looks only; the two differ while work goes on or when a queue was lost. */
import type { ShardQueue } from './broker.js';
import { type FailedShard, failedShards } from './failed.js';
import { jobId } from './jobs.js';
import type { QueuedRun } from './queued-run.js';

export interface QueueStatus {
  readonly waiting: number;
  readonly running: number;
  /** Failed, and will be tried again after a pause. */
  readonly delayed: number;
  readonly failed: number;
  /** Have no marker and stand nowhere in the queue. */
  readonly forgotten: number;
  readonly workers: number;
  /** The first of the failed ones. */
  readonly failures: readonly FailedShard[];
}

/** Asks the queue, and the run what is missing. */
export async function queueStatus(
  queue: ShardQueue,
  run: QueuedRun,
  mostFailures: number,
): Promise<QueueStatus> {
  const counts = await queue.getJobCounts('waiting', 'active', 'delayed', 'failed');
  const known = new Set(
    await queue.getRanges(['waiting', 'active', 'delayed', 'prioritized', 'failed'], 0, -1),
  );
  return {
    waiting: counts.waiting ?? 0,
    running: counts.active ?? 0,
    delayed: counts.delayed ?? 0,
    failed: counts.failed ?? 0,
    forgotten: run.missing().filter((shard) => !known.has(jobId(run.id, shard))).length,
    workers: await queue.getWorkersCount(),
    failures: await failedShards(queue, mostFailures),
  };
}
