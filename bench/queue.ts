/**
 * What a queue costs for each shard: a run of many shards with next to nothing in them, completed by one worker of a queue
 * and by one thread of a plain run, in turn. Starts a Redis of its own with an append-only file, or takes one that is
 * named. Prints one line a round.
 *
 *   node dist/bench/queue.js [SHARDS] [ROUNDS] [REDIS_URL]
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { requestOf } from '../cli/corpus/run-options.js';
import { brokerAddress } from '../corpus/queue/address.js';
import { type Broker, reachBroker } from '../corpus/queue/broker.js';
import { ATTEMPTS, queueName } from '../corpus/queue/jobs.js';
import { queuedRun } from '../corpus/queue/queued-run.js';
import { enqueueMissing } from '../corpus/queue/start.js';
import { workQueue } from '../corpus/queue/work.js';
import { completeRun } from '../corpus/run/complete-run.js';
import { readManifest } from '../corpus/run/manifest.js';
import { openRun } from '../corpus/run/open-run.js';
import { createExtractor, VERSION } from '../index.js';

const [shards = '1000', rounds = '3', url] = process.argv.slice(2);
const folder = mkdtempSync(path.join(tmpdir(), 'isnad-bench-queue-'));
let redis: ChildProcess | undefined;
try {
  await bench();
} finally {
  redis?.kill();
  rmSync(folder, { recursive: true, force: true });
}

async function bench(): Promise<void> {
  const planned = await plan();
  const broker = await reached();
  for (let round = 0; round < Number(rounds); round++) {
    const plain = await timed(planned, `plain-${round}`, (out) =>
      completeRun(out, readManifest(out), { workers: 1 }).then(() => {}),
    );
    let enqueuing = 0;
    const queued = await timed(planned, `queue-${round}`, async (out) => {
      enqueuing = await enqueue(broker, out);
      await workQueue(out, broker, {
        concurrency: 1,
        stalledAfter: 30_000,
        untilDone: true,
        stop: new AbortController().signal,
        tell: console.error,
        progress: () => {},
      });
    });
    const each = (ms: number) => `${(ms / Number(shards)).toFixed(2)} ms a shard`;
    console.log(
      `plain ${each(plain)}; queue ${each(queued)}, of which enqueuing ${each(enqueuing)}; overhead ${each(queued - plain)}`,
    );
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
  const request = requestOf([texts], { out, shardBytes: 1 });
  await openRun(out, request, { version: VERSION, digest: createExtractor().digest });
  return out;
}

async function timed(planned: string, name: string, work: (out: string) => Promise<void>): Promise<number> {
  const out = path.join(folder, name);
  cpSync(planned, out, { recursive: true });
  const began = performance.now();
  await work(out);
  const took = performance.now() - began;
  rmSync(out, { recursive: true });
  return took;
}

async function enqueue(broker: Broker, out: string): Promise<number> {
  const run = queuedRun(out);
  const queue = broker.openQueue(queueName(run.id));
  const began = performance.now();
  await enqueueMissing(queue, run, ATTEMPTS);
  await queue.close();
  return performance.now() - began;
}

async function reached(): Promise<Broker> {
  if (url !== undefined) return reachBroker(brokerAddress({ redis: url }));
  const port = 17_391;
  const settings = ['--appendonly', 'yes', '--save', '', '--dir', folder, '--bind', '127.0.0.1'];
  redis = spawn('redis-server', ['--port', `${port}`, ...settings], { stdio: 'ignore' });
  await pause(1000);
  return reachBroker(brokerAddress({ redis: `redis://127.0.0.1:${port}` }));
}
