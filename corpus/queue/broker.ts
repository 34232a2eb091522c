/**
 * Connects to the server that keeps a queue: takes its address, gives queues and workers on it, or one line that says
 * why it cannot be reached. A first failure is an error at once; a broker that goes away later is waited for.
 */
import type { Queue, Worker, WorkerOptions } from 'bullmq';
import { type BrokerAddress, printable } from './address.js';
import { findPostgresDriver, loadBullmq, loadRedisDriver } from './packages.js';
import { QueueError, reasonOf } from './queue-error.js';

/** What a job says: which shard. Where the run folder stands is for each worker to know, since mount points differ. */
export interface ShardJob {
  readonly shard: number;
}

export type ShardQueue = Queue<ShardJob, unknown, string>;
export type ShardWorker = Worker<ShardJob, unknown, string>;

export interface Broker {
  /** For messages. */
  readonly title: string;
  /** What a person should mend about this broker, one line each. */
  readonly warnings: readonly string[];
  readonly openQueue: (name: string) => ShardQueue;
  /** Starts working at once; `processor` is the file that runs in processes of its own. */
  readonly openWorker: (
    name: string,
    processor: URL,
    options: Omit<WorkerOptions, 'connection'>,
  ) => ShardWorker;
}

const PATIENCE = 5000;

/** Reaches a broker, or throws a `QueueError`. */
export async function reachBroker(address: BrokerAddress): Promise<Broker> {
  const bullmq = await loadBullmq();
  return address.kind === 'redis' ? reachRedis(address, bullmq) : reachPostgres(address, bullmq);
}

async function reachRedis(address: BrokerAddress, bullmq: typeof import('bullmq')): Promise<Broker> {
  const Redis = await loadRedisDriver();
  const client = new Redis(address.url, {
    lazyConnect: true,
    connectTimeout: PATIENCE,
    retryStrategy: () => null,
    maxRetriesPerRequest: 0,
  });
  // What went wrong is said by the call that fails.
  let last: unknown;
  client.on('error', (error) => {
    last = error;
  });
  try {
    await client.connect();
    const warnings = redisWarnings(await client.info());
    return brokerOf(address, bullmq, warnings, { url: address.url }, bullmq.createRedisBackend);
  } catch (error) {
    throw unreachable(address, last ?? error);
  } finally {
    client.disconnect();
  }
}

async function reachPostgres(address: BrokerAddress, bullmq: typeof import('bullmq')): Promise<Broker> {
  await findPostgresDriver();
  const connection = { connectionString: address.url, connectionTimeoutMillis: PATIENCE, migrate: true };
  const probe = new bullmq.PostgresConnection(connection);
  probe.on('error', () => {});
  try {
    await probe.waitUntilReady();
  } catch (error) {
    throw unreachable(address, error);
  } finally {
    await probe.close();
  }
  return brokerOf(address, bullmq, [], { ...connection, migrate: undefined }, bullmq.createPostgresBackend);
}

/** Both backends behave alike behind BullMQ's classes; only their types differ. */
function brokerOf(
  address: BrokerAddress,
  { Queue, Worker }: typeof import('bullmq'),
  warnings: readonly string[],
  connection: object,
  backend: unknown,
): Broker {
  return {
    title: printable(address),
    warnings,
    // Whoever asks a queue learns at once that the broker is away; a worker waits for it.
    openQueue: (name) =>
      new Queue<ShardJob>(
        name,
        { connection: { ...connection, maxRetriesPerRequest: 1 } },
        backend as never,
      ) as ShardQueue,
    openWorker: (name, processor, options) =>
      new Worker<ShardJob>(name, processor, { ...options, connection }, backend as never) as ShardWorker,
  };
}

/** What Redis itself says about how it keeps what it is told. */
function redisWarnings(info: string): string[] {
  const setting = (key: string) => new RegExp(`^${key}:(.*)$`, 'mu').exec(info)?.[1]?.trim();
  const policy = setting('maxmemory_policy') ?? 'noeviction';
  return [
    ...(setting('aof_enabled') === '0'
      ? ['Redis keeps no append-only file, so a crash of it loses queued shards; set appendonly yes']
      : []),
    ...(policy === 'noeviction'
      ? []
      : [
          `Redis may throw queued shards away when its memory is full (${policy}); set maxmemory-policy noeviction`,
        ]),
  ];
}

function unreachable(address: BrokerAddress, error: unknown): QueueError {
  return new QueueError(
    `${printable(address)}: the broker cannot be reached (${reasonOf(error)}); start it, or name another with --redis or --postgres`,
  );
}
