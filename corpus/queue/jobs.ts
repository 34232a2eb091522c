/**
 * How shards are named and kept in a queue. A job is named by run and shard, so that adding it twice is adding it once.
 */
import type { ShardJob } from './broker.js';

/** The queue of a run. Another copy of the same run on the same broker needs a name of its own. */
export function queueName(runId: string): string {
  return `isnad-${shortened(runId)}`;
}

export function jobId(runId: string, shard: number): string {
  return `${shortened(runId)}-shard-${shard}`;
}

/** What the queue is told about a shard. */
export function jobOf(runId: string, shard: number, attempts: number) {
  return {
    name: `shard ${shard}`,
    data: { shard } satisfies ShardJob,
    opts: {
      jobId: jobId(runId, shard),
      attempts,
      backoff: { type: 'exponential', delay: FIRST_PAUSE },
      // The truth about what is done stands in the run folder; the last ones are kept for whoever watches.
      removeOnComplete: { count: 1000 },
      stackTraceLimit: 1,
    },
  };
}

/** The variable by which a worker tells its processes what to work on, as JSON. */
export const PROCESS_TASK = 'ISNAD_PROCESS_TASK';

export interface ProcessTask {
  readonly folder: string;
  /** Seconds that one article may take. */
  readonly deadline?: number;
}

/** Before the second attempt; it doubles before each further one. */
const FIRST_PAUSE = 1000;

/** No colon may stand in these names, and a whole hash is long to read. */
function shortened(runId: string): string {
  return runId.replace(/^.*:/u, '').slice(0, 16);
}
