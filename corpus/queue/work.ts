/**
 * A worker: takes shards from a run's queue and runs each in a process of its own, until it is told to stop or, when so
 * asked, until every shard has its marker. A shard whose worker died is run again by another; what the broker forgot is
 * enqueued again. It never asks the queue whether something is done: the markers say so.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { Job } from 'bullmq';
import { completeRun } from '../run/complete-run.js';
import type { Broker, ShardJob, ShardQueue, ShardWorker } from './broker.js';
import { ATTEMPTS } from './defaults.js';
import { jobId, PROCESS_TASK, type ProcessTask, queueName } from './jobs.js';
import { type Outage, outage } from './outage.js';
import { reasonOf } from './queue-error.js';
import { checkOwnRules, type QueuedRun, queuedRun } from './queued-run.js';
import { enqueueLost } from './start.js';

export interface WorkOptions {
  /** QueuedRun at a time. */
  readonly concurrency: number;
  /** After so many milliseconds without a sign of its worker a shard is run again. */
  readonly stalledAfter: number;
  readonly untilDone: boolean;
  /** Seconds that one article may take. */
  readonly deadline?: number;
  /** The queue's name, when it is not the one that the run gives it. */
  readonly name?: string;
  readonly stop: AbortSignal;
  /** Gets lines for a person. */
  readonly tell: (line: string) => void;
  /** Is called every half minute. */
  readonly progress: (counts: QueueCounts) => void;
}

export type QueueCounts = Readonly<Record<(typeof STATES)[number], number>>;

const STATES = ['waiting', 'active', 'delayed'] as const;

/** Works on a run's queue. Throws a `QueueError` when the broker stays away. */
export async function workQueue(folder: string, broker: Broker, options: WorkOptions): Promise<void> {
  const run = queuedRun(folder);
  checkOwnRules(folder, run);
  const name = options.name ?? queueName(run.id);
  const queue = broker.openQueue(name);
  const worker = startWorker(folder, name, broker, options);
  const state = outage(broker.title, options.tell);
  queue.on('error', state.failed);
  worker.on('error', state.failed);
  worker.on('failed', (job, error) => tellFailed(job, error, options.tell));
  worker.on('stalled', (id) => options.tell(`${id}: its worker died or hangs; it is run again`));
  try {
    await watch(queue, run, state, options);
    // Whoever comes last writes the summary; when two do, they write the same.
    if (options.untilDone && !options.stop.aborted && run.missing().length === 0) {
      await completeRun(folder, run.manifest, { workers: 1 });
    }
  } finally {
    await closeGently(worker);
    await Promise.race([queue.close().catch(() => {}), pause(GOODBYE, undefined, { ref: false })]);
  }
}

function startWorker(folder: string, name: string, broker: Broker, options: WorkOptions): ShardWorker {
  const task: ProcessTask = { folder, deadline: options.deadline };
  return broker.openWorker(name, new URL('./processor.js', import.meta.url), {
    concurrency: options.concurrency,
    lockDuration: options.stalledAfter,
    stalledInterval: options.stalledAfter,
    // That a worker is killed is no fault of its shard.
    maxStalledCount: 1000,
    runRetryDelay: 1000,
    workerForkOptions: { env: { ...process.env, [PROCESS_TASK]: JSON.stringify(task) } },
  });
}

const POLL = 500;
const BETWEEN_REPORTS = 30_000;

/** Comes back when the worker is told to stop, or nothing is left to do for one that works until all is done. */
async function watch(queue: ShardQueue, run: QueuedRun, state: Outage, options: WorkOptions): Promise<void> {
  for (let reported = Date.now(); !options.stop.aborted; ) {
    await pause(POLL, undefined, { signal: options.stop }).catch(() => {});
    state.check();
    try {
      const counts = (await queue.getJobCounts(...STATES)) as QueueCounts;
      state.answered();
      if (options.untilDone && isIdle(counts) && !(await enqueueForgotten(queue, run))) return;
      if (Date.now() - reported < BETWEEN_REPORTS) continue;
      reported = Date.now();
      options.progress(counts);
    } catch (error) {
      if (!state.failed(error)) throw error;
    }
  }
}

function isIdle(counts: QueueCounts): boolean {
  return STATES.every((state) => (counts[state] ?? 0) === 0);
}

/** Enqueues shards that have no marker and are not in the queue; gives whether there were any. */
async function enqueueForgotten(queue: ShardQueue, run: QueuedRun): Promise<boolean> {
  const wanted = new Map(run.missing().map((shard) => [jobId(run.id, shard), shard]));
  if (wanted.size === 0) return false;
  const { added } = await enqueueLost(queue, run, wanted, ATTEMPTS);
  return added > 0;
}

function tellFailed(job: Job<ShardJob> | undefined, error: Error, tell: (line: string) => void): void {
  if (job === undefined) return;
  const { attemptsMade, opts, data } = job;
  const next = attemptsMade < (opts.attempts ?? 1) ? 'it will be tried again' : 'it is given up';
  tell(`shard ${data.shard}: ${reasonOf(error)}; attempt ${attemptsMade}, ${next}`);
}

const TO_FINISH = 2500;
const TO_GIVE_BACK = 1500;
const GOODBYE = 500;

/**
 * Takes no further shard, waits a little for those at work, then has them given back to the queue. What does not even
 * do that is left: its process ends with this one, and its shard is run again when its lock has expired.
 */
async function closeGently(worker: ShardWorker): Promise<void> {
  const closing = worker.close().catch(() => {});
  const isClosed = closing.then(() => true);
  if (await Promise.race([isClosed, pause(TO_FINISH, false, { ref: false })])) return;
  worker.cancelAllJobs('stopping');
  await Promise.race([closing, pause(TO_GIVE_BACK, undefined, { ref: false })]);
}
