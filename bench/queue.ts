/**
 * What a queue costs for each shard: all shards of a run that is complete are enqueued and worked, so that what takes time is
 * the queue, the way to the worker's process and back, and a look at the marker. Beside it what the same shards cost in a
 * plain run with one thread. Starts a Redis of its own with an append-only file, or takes one that is named.
 *
 *   node dist/bench/queue.js [SHARDS] [ROUNDS] [REDIS_URL]
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { brokerAddress } from '../corpus/queue/address.js';
import { type Broker, reachBroker } from '../corpus/queue/broker.js';
import { ATTEMPTS } from '../corpus/queue/defaults.js';
import { queueName } from '../corpus/queue/jobs.js';
import { queuedRun } from '../corpus/queue/queued-run.js';
import { enqueueMissing } from '../corpus/queue/start.js';
import { workQueue } from '../corpus/queue/work.js';
import { completeRun } from '../corpus/run/complete-run.js';
import { readManifest } from '../corpus/run/manifest.js';
import { openRun } from '../corpus/run/open-run.js';
import { DEFAULT_SETTINGS } from '../corpus/run/settings.js';
import { createExtractor, VERSION } from '../index.js';

const [shards = '1000', rounds = '3', url] = process.argv.slice(2);
const folder = mkdtempSync(path.join(tmpdir(), 'isnad-bench-queue-'));
const SETTINGS = { ...DEFAULT_SETTINGS, shardBytes: 1 };

const QUIET = {
  concurrency: 1,
  stalledAfter: 30_000,
  untilDone: true,
  tell: console.error,
  progress: () => {},
};

let redis: ChildProcess | undefined;
try {
  await bench();
} finally {
  redis?.kill();
  rmSync(folder, { recursive: true, force: true });
}

async function bench(): Promise<void> {
  const out = await plan();
  const broker = await reached();
  const each = (ms: number) => `${(ms / Number(shards)).toFixed(2)} ms a shard`;
  const plain = await timed(() => completeRun(out, readManifest(out), { workers: 1 }));
  console.log(`plain run: ${each(plain)}`);
  for (let round = 0; round < Number(rounds); round++) {
    const enqueuing = await timed(() => enqueueAll(broker, out));
    const working = await timed(() =>
      workQueue(out, broker, { ...QUIET, stop: new AbortController().signal }),
    );
    console.log(`queue: ${each(enqueuing + working)}, of which enqueuing ${each(enqueuing)}`);
  }
}

/** A run of texts with one short sentence each, one a shard. */
async function plan(): Promise<string> {
  const texts = path.join(folder, 'in');
  mkdirSync(texts);
  for (let n = 0; n < Number(shards); n++) {
    writeFileSync(path.join(texts, `${n}.txt`), `قال الوزير إن الجسر رقم ${n} جاهز.\n`);
  }
  const out = path.join(folder, 'planned');
  await openRun(
    out,
    { named: [texts], packs: [], settings: SETTINGS, isNew: false },
    { version: VERSION, digest: createExtractor().digest },
  );
  return out;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** Enqueues the shards as `isnad queue start` would if they had no markers. */
async function enqueueAll(broker: Broker, out: string): Promise<void> {
  const { id, total } = queuedRun(out);
  const queue = broker.openQueue(queueName(id));
  await queue.obliterate({ force: true });
  const numbers = Array.from({ length: total }, (_, shard) => shard);
  await enqueueMissing(queue, { ...queuedRun(out), missing: () => numbers }, ATTEMPTS);
  await queue.close();
}

async function reached(): Promise<Broker> {
  if (url !== undefined) return reachBroker(brokerAddress({ redis: url }));
  const port = 17_391;
  const settings = ['--appendonly', 'yes', '--save', '', '--dir', folder, '--bind', '127.0.0.1'];
  redis = spawn('redis-server', ['--port', `${port}`, ...settings], { stdio: 'ignore' });
  await pause(1000);
  return reachBroker(brokerAddress({ redis: `redis://127.0.0.1:${port}` }));
}
