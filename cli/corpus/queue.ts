/**
 * The commands `isnad queue start|work|status`: takes a run's folder and where its broker is, prints what the queue holds
 * beside what the folder says. The queue only says who does what; what is done stands in the folder.
 */
import path from 'node:path';
import { type BrokerAddress, brokerAddress } from '../../corpus/queue/address.js';
import { type Broker, reachBroker, type ShardQueue } from '../../corpus/queue/broker.js';
import { queueName } from '../../corpus/queue/jobs.js';
import { type QueuedRun, queuedRun } from '../../corpus/queue/queued-run.js';
import { enqueueMissing } from '../../corpus/queue/start.js';
import { type QueueStatus, queueStatus } from '../../corpus/queue/status.js';
import { type QueueCounts, workQueue } from '../../corpus/queue/work.js';
import { Failure } from '../failure.js';
import { print } from '../standard-output.js';
import { visible } from '../visible.js';

export interface QueueOptions {
  readonly redis?: string;
  readonly postgres?: string;
  readonly name?: string;
}

export interface StartOptions extends QueueOptions {
  readonly attempts: number;
}

export interface WorkCommandOptions extends QueueOptions {
  readonly concurrency: number;
  /** In seconds. */
  readonly stalledAfter: number;
  readonly untilDone?: boolean;
  readonly deadline?: number;
  readonly quiet?: boolean;
}

/** Enqueues what has no marker. */
export async function queueStartCommand(folder: string, options: StartOptions): Promise<void> {
  const run = queuedRun(folder);
  const broker = await reached(options);
  const { added, again, queued } = await withQueue(broker, run, options, (queue) =>
    enqueueMissing(queue, run, options.attempts),
  );
  const done = run.total - added - queued;
  const before = again === 0 ? '' : `, ${again} of which failed before`;
  await print(
    [
      ['enqueued', `${shards(added)}${before}`],
      ['in the queue', `${shards(queued)} before that`],
      ['done', `${done} of ${shards(run.total)}`],
      ['queue', `${options.name ?? queueName(run.id)} at ${broker.title}`],
    ]
      .map(row)
      .join(''),
  );
}

/** Works until it is told to stop, or until nothing is left to do. */
export async function queueWorkCommand(folder: string, options: WorkCommandOptions): Promise<void> {
  const run = queuedRun(folder);
  const broker = await reached(options);
  const stop = stopSignal();
  await workQueue(path.resolve(folder), broker, {
    ...options,
    stalledAfter: options.stalledAfter * 1000,
    untilDone: options.untilDone === true,
    stop: stop.signal,
    tell,
    progress: (counts) => {
      if (options.quiet !== true) tell(progress(counts));
    },
  });
  // What a process of its own still does is dropped with it.
  if (stop.signal.aborted) process.exit(stop.signal.reason);
  const missing = run.missing().length;
  if (missing === 0) return options.quiet ? undefined : tell(`all ${shards(run.total)} are done`);
  throw new Failure(
    `${folder}: ${shards(missing)} of ${run.total} used up ${missing === 1 ? 'its' : 'their'} attempts; isnad queue status ${folder} says why, isnad queue start ${folder} tries again`,
    1,
  );
}

/** Prints the queue beside the truth. */
export async function queueStatusCommand(
  folder: string,
  options: QueueOptions & { readonly json?: boolean },
): Promise<void> {
  const run = queuedRun(folder);
  const missing = run.missing().length;
  const truth = { shards: run.total, done: run.total - missing, missing };
  // What the files say is worth knowing when the broker is away, too.
  if (options.json !== true)
    await print([['done', `${truth.done} of ${shards(truth.shards)}`]].map(row).join(''));
  const broker = await reached(options);
  const status = await withQueue(broker, run, options, (queue) => queueStatus(queue, run, MOST_FAILURES));
  await print(
    options.json === true ? `${JSON.stringify({ ...truth, queue: status })}\n` : statusLines(folder, status),
  );
}

const MOST_FAILURES = 20;

function statusLines(folder: string, status: QueueStatus): string {
  const rows = [
    ['waiting', `${status.waiting}`],
    ['running', `${status.running}, at ${status.workers} ${status.workers === 1 ? 'worker' : 'workers'}`],
    ['to be retried', `${status.delayed}`],
    ['failed', `${status.failed}`],
    ...status.failures.map(({ shard, reason, attempts }) => [
      `  shard ${shard}`,
      `${visible(reason)} (${attempts} attempts)`,
    ]),
    ...(status.failed > status.failures.length ? [['', 'and more']] : []),
  ];
  const left = status.forgotten + status.failed;
  if (left > 0) {
    rows.push(['wait for nobody', `${shards(left)}; isnad queue start ${folder} enqueues them again`]);
  }
  return rows.map(row).join('');
}

/** Reaches the broker and says what a person should mend about it. */
async function reached(options: QueueOptions): Promise<Broker> {
  const address: BrokerAddress = brokerAddress(options, process.env);
  const broker = await reachBroker(address);
  for (const warning of broker.warnings) tell(`warning: ${broker.title}: ${warning}`);
  return broker;
}

async function withQueue<T>(
  broker: Broker,
  run: QueuedRun,
  { name }: QueueOptions,
  ask: (queue: ShardQueue) => Promise<T>,
): Promise<T> {
  const queue = broker.openQueue(name ?? queueName(run.id));
  // Each failure reaches whoever asked; this only keeps it from being one of the program.
  queue.on('error', () => {});
  try {
    return await ask(queue);
  } finally {
    await queue.close().catch(() => {});
  }
}

/** Aborts on the first signal, with the exit code that belongs to it; a second one ends the program at once. */
function stopSignal(): AbortController {
  const stop = new AbortController();
  for (const [signal, exitCode] of Object.entries({ SIGINT: 130, SIGTERM: 143, SIGHUP: 129 })) {
    process.on(signal, () => {
      if (stop.signal.aborted) process.exit(exitCode);
      tell('stopping: shards at work are finished or given back');
      stop.abort(exitCode);
    });
  }
  return stop;
}

/** The markers are not asked: on a shared disk that takes long. */
function progress({ waiting, active, delayed }: QueueCounts): string {
  return `${active} running, ${waiting} waiting, ${delayed} to be retried`;
}

function shards(count: number): string {
  return `${count} ${count === 1 ? 'shard' : 'shards'}`;
}

function row([label, value]: readonly string[]): string {
  return `${label!.padEnd(19)}${value}\n`;
}

function tell(line: string): void {
  process.stderr.write(`${visible(line)}\n`);
}
