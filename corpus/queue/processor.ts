/**
 * What a worker's process of its own does with a job: one shard of the run folder that its environment names. Asked to
 * stop, it gives the shard back to the queue; when its worker is gone, it goes too.
 */
import type { SandboxedJob } from 'bullmq';
import type { Marker } from '../run/marker.js';
import { ShardPool } from '../run/shard-pool.js';
import type { ShardJob } from './broker.js';
import { PROCESS_TASK, type ProcessTask } from './jobs.js';
import { reasonOf } from './queue-error.js';

const { folder, deadline }: ProcessTask = JSON.parse(process.env[PROCESS_TASK]!);
// Rules and lists are opened once, not for every shard.
const pool = new ShardPool(folder, { workers: 1, deadline });

process.on('disconnect', () => process.exit());

/** BullMQ calls it with each job and shows what it gives. */
export default async function processShard(
  job: SandboxedJob<ShardJob>,
  token: string,
  signal: AbortSignal,
): Promise<Pick<Marker['counts'], 'records' | 'articles'>> {
  signal.addEventListener('abort', () => pool.close(), { once: true });
  const outcome = await pool.complete(job.data.shard);
  if ('marker' in outcome) {
    const { records, articles } = outcome.marker.counts;
    return { records, articles };
  }
  if (outcome.failure.kind !== 'stopped') throw new Error(reasonOf(outcome.failure));
  await job.moveToWait(token);
  // BullMQ knows its own errors by their names when they come from another process.
  throw Object.assign(new Error('given back'), { name: 'WaitingError' });
}
