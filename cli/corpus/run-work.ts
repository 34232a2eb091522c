/**
 * The work of `isnad run`, in the process that its supervisor started: plans the run or goes on with it. Nothing is printed to the
 * standard output; how it goes, and what became of it, is told on the standard error.
 */
import os from 'node:os';
import { completeRun, type RunOutcome } from '../../corpus/run/complete-run.js';
import { type Manifest, shardCount } from '../../corpus/run/manifest.js';
import { openRun, type RunRequest } from '../../corpus/run/open-run.js';
import { createExtractor, VERSION } from '../../index.js';
import { Failure, unwritable } from '../failure.js';
import { visible } from '../visible.js';
import { duration, size } from './numbers.js';
import { planningLine } from './planning.js';
import { logJson, progressOf } from './progress.js';
import { type RunOptions, requestOf } from './run-options.js';
import { summaryLines } from './run-summary.js';
import { failureOf } from './shard-failure.js';
import { untilStopped } from './stopping.js';
import { tellBegun } from './supervise.js';

/**
 * Does what the command was asked for.
 * @throws InputError or PackError when it was asked wrongly, Failure when shards could not be completed
 */
export async function workRun(named: readonly string[], options: RunOptions): Promise<void> {
  const folder = options.out;
  const stopping = untilStopped(folder);
  try {
    const request = requestOf(named, options);
    if (options.planOnly === true) return await plan(folder, request, options);
    const outcome = await work(folder, request, options, stopping.signal);
    if (stopping.exitCode !== undefined) process.exitCode = stopping.exitCode;
    else report(folder, outcome, options);
  } catch (error) {
    throw isOfSystem(error) ? unwritable(folder, error) : error;
  } finally {
    process.removeAllListeners('disconnect');
    process.disconnect?.();
  }
}

interface TimedOutcome extends RunOutcome {
  readonly seconds: number;
}

async function open(folder: string, request: RunRequest, options: RunOptions): Promise<Manifest> {
  const { digest } = createExtractor({ rules: request.packs });
  const line = planningLine(options);
  try {
    const { manifest, isResumed } = await openRun(folder, request, { version: VERSION, digest }, line.tell);
    if (options.logJson) logJson('opened', { run: manifest.run, isResumed, inputs: manifest.inputs });
    return manifest;
  } finally {
    line.end();
  }
}

/** The shards are for other machines. */
async function plan(folder: string, request: RunRequest, options: RunOptions): Promise<void> {
  const last = shardCount(await open(folder, request, options)) - 1;
  if (options.quiet === true || options.logJson === true) return;
  const shards =
    last < 0 ? 'no shards' : `the shards 0 to ${last}; isnad run-shard ${folder} N completes one`;
  process.stderr.write(visible(`${folder}: planned, with ${shards}\n`));
}

async function work(
  folder: string,
  request: RunRequest,
  options: RunOptions,
  signal: AbortSignal,
): Promise<TimedOutcome> {
  const began = performance.now();
  const manifest = await open(folder, request, options);
  const progress = await progressOf(folder, manifest, options);
  const { deadline, workers = os.availableParallelism() } = options;
  tellBegun();
  try {
    const outcome = await completeRun(folder, manifest, { workers, deadline }, progress, signal);
    return { ...outcome, seconds: (performance.now() - began) / 1000 };
  } finally {
    progress.end();
  }
}

function report(folder: string, outcome: TimedOutcome, options: RunOptions): void {
  const { summary, failures, worked, seconds } = outcome;
  if (options.logJson) logJson('summary', { ...summary, seconds });
  else if (!options.quiet) {
    const pace = `${duration(seconds)}${worked === 0 ? '' : `, ${size(worked / seconds)}/s`}`;
    const rows = [['time', pace] as const, ['result', folder] as const];
    process.stderr.write(visible(summaryLines(summary, rows)));
  }
  if (summary.missing === 0) return;
  const [first] = failures;
  const others = failures.size > 1 ? `${failures.size} shards could not be completed; the first: ` : '';
  if (first === undefined)
    throw new Failure(`${folder}: ${summary.missing} shards are missing; run again`, 1);
  const { message } = failureOf(`${folder}: shard ${first[0]}`, first[1]);
  throw new Failure(`${others}${message}; the same command goes on from here`, 1);
}

function isOfSystem(error: unknown): boolean {
  return (error as Error).name === 'Error' && /^E[A-Z]+$/u.test((error as NodeJS.ErrnoException).code ?? '');
}
