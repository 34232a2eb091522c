/** The shards of a queue that used up their attempts, with what was wrong, as `status` and a finished worker list them. */
import type { ShardQueue } from './broker.js';
import { reasonOf } from './queue-error.js';

export interface FailedShard {
  readonly shard: number;
  readonly reason: string;
  readonly attempts: number;
}

/** The first `most` of them, by number. */
export async function failedShards(queue: ShardQueue, most: number): Promise<FailedShard[]> {
  const jobs = await queue.getFailed(0, most - 1);
  return jobs
    .filter((job) => job?.data !== undefined)
    .map(({ data, failedReason, attemptsMade }) => ({
      shard: data.shard,
      reason: reasonOf({ message: failedReason }),
      attempts: attemptsMade,
    }))
    .sort((a, b) => a.shard - b.shard);
}
