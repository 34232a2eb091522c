/** `isnad run-shard`: completes one shard of a run, in one thread; what launchers of every kind call. */
import { type PoolOptions, runShard } from '../../corpus/run/shard-pool.js';
import { failureOf } from './shard-failure.js';

export type RunShardOptions = Pick<PoolOptions, 'deadline'>;

/**
 * Runs the command.
 * @throws InputError when there is no such shard, Failure when it could not be completed
 */
export async function runShardCommand(
  folder: string,
  shard: number,
  options: RunShardOptions,
): Promise<void> {
  const outcome = await runShard(folder, shard, options);
  if ('failure' in outcome) throw failureOf(`${folder}: shard ${shard}`, outcome.failure);
}
