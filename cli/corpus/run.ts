/**
 * `isnad run`: reads a corpus into a folder, on all cores, and goes on where it was stopped when it is given again. This process only
 * watches over the one that works, and therefore loads nothing of what that needs.
 */
import type { RunOptions } from './run-options.js';
import { isSupervised, supervise } from './supervise.js';

/**
 * Runs the command.
 * @throws InputError or PackError when it was asked wrongly, Failure when shards could not be completed
 */
export async function runCommand(named: readonly string[], options: RunOptions): Promise<void> {
  if (!isSupervised()) return supervise(options.out);
  await (await import('./run-work.js')).workRun(named, options);
}
