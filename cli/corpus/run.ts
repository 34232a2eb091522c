/**
 * `isnad run`: reads a corpus into a folder, on all cores, and goes on where it was stopped when it is given again. Nothing is
 * printed to the standard output; how it goes, and what became of it, is told on the standard error.
 */
import os from 'node:os';
import { completeRun } from '../../corpus/run/complete-run.js';
import { openRun } from '../../corpus/run/open-run.js';
import { createExtractor, VERSION } from '../../index.js';
import { type RunOptions, settingsOf } from './run-options.js';

/**
 * Runs the command.
 * @throws InputError or PackError when it was asked wrongly, Failure when the disk refuses
 */
export async function runCommand(named: readonly string[], options: RunOptions): Promise<void> {
  const folder = options.out;
  const rules = options.rules ?? [];
  const { digest } = createExtractor({ rules });
  const request = { named, packs: rules, settings: settingsOf(options), isNew: options.new === true };
  const { manifest } = await openRun(folder, request, { version: VERSION, digest });
  const pool = { workers: options.workers ?? os.availableParallelism(), deadline: options.deadline };
  const { summary, failures } = await completeRun(folder, manifest, pool);
  process.stderr.write(`${JSON.stringify(summary, null, 1)}\n${JSON.stringify([...failures])}\n`);
}
