/**
 * Threads that complete shards, guarded: a record that runs past the deadline, eats the memory of its thread or ends it is
 * struck out, and its shard is worked again with that record in quarantine. Takes numbers of shards, gives what became of
 * them; the threads open rules and lists once.
 */
import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import { newToken } from '../staged-file.js';
import { workApart } from './apart.js';
import { removeStaged } from './leftovers.js';
import { readManifest, readShard } from './manifest.js';
import { readMarker } from './marker.js';
import { overdue } from './overdue.js';
import { failureOf, type ShardFailure, type ShardOutcome } from './shard-failure.js';
import { isSame, type StruckRecord, strike } from './struck.js';
import { shardsWithTrails } from './trail.js';
import { CLOSING, EXTRACTING, type Phase, READING, type RecordAt, Watch } from './watch.js';
import type { ShardTask } from './work-shard.js';
import type { WorkerData } from './worker.js';

export interface PoolOptions {
  readonly workers: number;
  /** Seconds that one article may take. */
  readonly deadline?: number;
  /** Megabytes of objects that a thread may hold. */
  readonly heap?: number;
  /** Address of another module with `createExtractor`, for tests of the guard. */
  readonly extractor?: string;
  /** Nothing but one shard is worked in this process. */
  readonly isApart?: boolean;
  /** What tells its files on their way apart from those of others; a new one for each attempt when absent. */
  readonly token?: string;
}

export const DEADLINE = 60;
/** Several times what the largest article within the default budget needs. */
const HEAP = 512;
/** Attempts at a shard that its records end, before it is given up. */
const MOST_ATTEMPTS = 200;
const WORKER = fileURLToPath(new URL('./worker.js', import.meta.url));

/** An attempt at a shard that did not end by itself, and where. */
interface Cut extends RecordAt {
  readonly reason: StruckRecord['reason'];
  readonly message: string;
  readonly phase: Phase;
}

export class ShardPool {
  /** Shards that are being worked now. */
  readonly active = new Map<number, Watch>();
  private readonly folder: string;
  private readonly run: string;
  private readonly options: PoolOptions;
  private readonly threads: Piscina<ShardTask, ShardOutcome>;
  private readonly closing = new AbortController();
  /** Shards at which a whole process died, or was killed, before. */
  private readonly deadly: ReadonlySet<number>;

  /** @throws InputError when the folder holds no run */
  constructor(folder: string, options: PoolOptions) {
    const { workers, heap = HEAP, extractor, isApart = false } = options;
    this.folder = folder;
    this.run = readManifest(folder).run;
    this.options = options;
    this.deadly = isApart ? new Set() : shardsWithTrails(folder);
    this.threads = new Piscina({
      filename: WORKER,
      minThreads: workers,
      maxThreads: workers,
      // A thread that waited on a lock between shards could not finish what it reads asynchronously.
      atomics: 'disabled',
      workerData: { folder, extractor } satisfies WorkerData,
      resourceLimits: { maxOldGenerationSizeMb: heap },
    });
    // Whoever waits for a shard is told; a thread that ends while it has none is made anew.
    this.threads.on('error', () => {});
  }

  /** Completes one shard. Never throws: what went wrong is a value. */
  async complete(shard: number): Promise<ShardOutcome> {
    try {
      return await this.attemptAll(shard);
    } catch (error) {
      return { failure: failureOf(error as Error) };
    }
  }

  /** Ends all threads, whatever they are at. What they had not finished is removed. */
  async close(): Promise<void> {
    this.closing.abort();
    await this.threads.destroy();
  }

  private async attemptAll(shard: number): Promise<ShardOutcome> {
    let before: RecordAt | undefined;
    for (let attempts = 0; attempts < MOST_ATTEMPTS; attempts++) {
      const ending = await (this.deadly.has(shard) ? this.attemptApart(shard) : this.attempt(shard));
      if (this.closing.signal.aborted && !('marker' in ending))
        return failed('stopped', 'stopped before it was complete');
      if ('marker' in ending) return ending;
      if ('failure' in ending) return this.completedElsewhere(shard) ?? ending;
      const { reason, message, phase, ...at } = ending;
      if (phase === CLOSING) return failed('fault', `its thread ended while it was written: ${message}`);
      // A thread may also have been full of what came before: a record is struck out when it fills a second one.
      const isFirst = reason === 'memory' && (before === undefined || !isSame(before, at));
      before = at;
      if (isFirst) continue;
      strike(this.folder, shard, { ...at, reason, message, ...(phase === READING ? { unread: true } : {}) });
    }
    return failed('fault', `was stopped ${MOST_ATTEMPTS} times by its records; please report it`);
  }

  private async attempt(shard: number): Promise<ShardOutcome | Cut> {
    const { deadline = DEADLINE, token = newToken() } = this.options;
    const watch = new Watch();
    const overtime = new AbortController();
    const stop = overdue(watch, deadline, () => overtime.abort());
    this.active.set(shard, watch);
    try {
      const task = { shard, token, memory: watch.memory };
      const outcome = await this.threads.run(task, { signal: overtime.signal });
      return 'failure' in outcome ? throwing(outcome, watch) : outcome;
    } catch (error) {
      removeStaged(this.folder, { token });
      if (overtime.signal.aborted) return cut(watch, overran(deadline));
      const end = ended(error as NodeJS.ErrnoException);
      return watch.steps === 0
        ? failed('fault', `its thread did not start: ${end.message}`)
        : cut(watch, end);
    } finally {
      stop();
      this.active.delete(shard);
    }
  }

  private async attemptApart(shard: number): Promise<ShardOutcome | Cut> {
    this.active.set(shard, new Watch());
    try {
      const { folder, options } = this;
      const ending = await workApart({ folder, shard, options }, this.closing.signal);
      if (!('death' in ending)) return ending;
      const { at, death } = ending;
      if (at === undefined) return failed('fault', `its process ended before it came to a record (${death})`);
      return {
        ...at,
        reason: 'memory',
        message: `ended its process (${death}); please report it with this article`,
      };
    } finally {
      this.active.delete(shard);
    }
  }

  /** Another launcher may have completed the shard meanwhile. */
  private completedElsewhere(shard: number): ShardOutcome | undefined {
    const marker = readMarker(this.folder, this.run, shard);
    return marker === undefined ? undefined : { marker };
  }
}

/**
 * Completes one shard in a thread of its own. Idempotent: a shard that is complete already costs next to nothing.
 * @throws InputError when the folder holds no run, or the run no such shard
 */
export async function runShard(
  folder: string,
  shard: number,
  options: Partial<PoolOptions> = {},
): Promise<ShardOutcome> {
  const manifest = readManifest(folder);
  readShard(folder, manifest, shard);
  const marker = readMarker(folder, manifest.run, shard);
  if (marker !== undefined) return { marker };
  const pool = new ShardPool(folder, { ...options, workers: 1 });
  try {
    return await pool.complete(shard);
  } finally {
    await pool.close();
  }
}

function failed(kind: ShardFailure['kind'], message: string): { readonly failure: ShardFailure } {
  return { failure: { kind, message } };
}

type Reason = Pick<Cut, 'reason' | 'message'>;

function cut({ at, phase }: Watch, reason: Reason): Cut {
  return { ...at, phase, ...reason };
}

/** What fails at one record of an article is the record's matter; anything else is the shard's. */
function throwing(outcome: { readonly failure: ShardFailure }, watch: Watch): ShardOutcome | Cut {
  const { kind, message } = outcome.failure;
  if (kind !== 'fault' || watch.phase !== EXTRACTING) return outcome;
  return cut(watch, {
    reason: 'threw',
    message: `writing it failed (${message}); please report it with this article`,
  });
}

function overran(seconds: number): Reason {
  return {
    reason: 'deadline',
    message: `took longer than ${seconds} s and was stopped; please report it with this article, or raise --deadline`,
  };
}

function ended({ code, message }: NodeJS.ErrnoException): Reason {
  if (code === 'ERR_WORKER_OUT_OF_MEMORY') {
    return {
      reason: 'memory',
      message: 'needed more memory than a thread has; please report it with this article',
    };
  }
  return { reason: 'threw', message: `ended its thread (${message}); please report it with this article` };
}
