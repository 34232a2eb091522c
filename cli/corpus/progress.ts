/**
 * How a run goes, on the standard error: a bar on a terminal, elsewhere a line every half minute, or JSON for a program. It counts
 * what is complete and looks at what the threads are at; it keeps numbers only.
 */
import type { SingleBar } from 'cli-progress';
import type { RunListener } from '../../corpus/run/complete-run.js';
import { type Manifest, readShard, shardCount } from '../../corpus/run/manifest.js';
import { type Marker, total } from '../../corpus/run/marker.js';
import type { ShardFailure } from '../../corpus/run/shard-failure.js';
import type { ShardPool } from '../../corpus/run/shard-pool.js';
import type { Watch } from '../../corpus/run/watch.js';
import { visible } from '../visible.js';
import { duration } from './numbers.js';

export interface Progress extends RunListener {
  /** Clears the bar. */
  end(): void;
}

export interface ProgressOptions {
  readonly quiet?: boolean;
  readonly logJson?: boolean;
}

/** What is told, in numbers. */
interface Standing {
  readonly shards: number;
  readonly complete: number;
  readonly working: readonly number[];
  readonly articles: number;
  readonly problems: number;
  /** Of all bytes of the inputs, 0 to 1. */
  readonly share: number;
  readonly bytesPerSecond: number;
  readonly secondsLeft?: number;
}

/** Makes one that fits the standard error and what was asked for. */
export async function progressOf(
  folder: string,
  manifest: Manifest,
  options: ProgressOptions,
): Promise<Progress> {
  const standing = new Course(folder, manifest);
  if (options.logJson) return telling(standing, LINES, (now) => logJson('progress', { ...now }), logFailure);
  if (options.quiet)
    return telling(
      standing,
      LINES,
      () => {},
      () => {},
    );
  if (process.stderr.isTTY) return onBar(standing, await makeBar());
  return telling(standing, LINES, (now) => process.stderr.write(`${lineOf(now)}\n`), sayFailure);
}

/** One JSON object on a line of the standard error. */
export function logJson(event: string, facts: object): void {
  process.stderr.write(`${JSON.stringify({ event, ...facts })}\n`);
}

const LINES = 30_000;
const FRAMES = 200;

/** The course of a run, as far as this program works it. */
class Course {
  private readonly folder: string;
  private readonly manifest: Manifest;
  private readonly began = performance.now();
  private pool: ShardPool | undefined;
  private complete = 0;
  private articles = 0;
  private problems = 0;
  /** Bytes of inputs as they lie on the disk: complete, and those of them that this program worked. */
  private done = 0;
  private worked = 0;
  /** Unpacked bytes that this program worked. */
  private read = 0;
  /** Of shards on their way. */
  private readonly sizes = new Map<number, number>();

  constructor(folder: string, manifest: Manifest) {
    this.folder = folder;
    this.manifest = manifest;
  }

  started(pool: ShardPool): void {
    this.pool = pool;
  }

  completed({ shard, counts }: Marker, isOld: boolean): void {
    const bytes = this.bytesOf(shard);
    this.sizes.delete(shard);
    this.complete++;
    this.articles += counts.articles;
    this.problems += total(counts.problems) + total(counts.quarantined);
    this.done += bytes;
    if (isOld) return;
    this.worked += bytes;
    this.read += counts.bytes;
  }

  get now(): Standing {
    const active = [...(this.pool?.active ?? [])];
    const sum = (of: 'articles' | 'problems' | 'bytes') =>
      active.reduce((all, [, watch]) => all + watch[of], 0);
    const { bytes } = this.manifest.inputs;
    const seconds = (performance.now() - this.began) / 1000;
    const left = bytes - this.done;
    return {
      shards: shardCount(this.manifest),
      complete: this.complete,
      working: active.map(([shard]) => shard),
      articles: this.articles + sum('articles'),
      problems: this.problems + sum('problems'),
      share: bytes === 0 ? 1 : Math.min(1, (this.done + this.begun(active)) / bytes),
      bytesPerSecond: (this.read + sum('bytes')) / seconds,
      ...(this.worked === 0 ? {} : { secondsLeft: (left / this.worked) * seconds }),
    };
  }

  /** Bytes of shards on their way. What is packed unpacks to more, as much as what is complete did. */
  private begun(active: readonly (readonly [number, Watch])[]): number {
    const scale = this.read === 0 ? 1 : this.worked / this.read;
    return active.reduce((sum, [shard, { bytes }]) => sum + Math.min(this.bytesOf(shard), bytes * scale), 0);
  }

  private bytesOf(shard: number): number {
    const known = this.sizes.get(shard);
    if (known !== undefined) return known;
    const { slices } = readShard(this.folder, this.manifest, shard);
    const bytes = slices.reduce((sum, slice) => sum + slice.bytes, 0);
    this.sizes.set(shard, bytes);
    return bytes;
  }
}

function telling(
  course: Course,
  pause: number,
  tell: (now: Standing) => void,
  tellFailure: (shard: number, failure: ShardFailure) => void,
): Progress {
  const timer = setInterval(() => tell(course.now), pause);
  timer.unref();
  return {
    started: (pool) => course.started(pool),
    completed: (marker, isOld) => course.completed(marker, isOld),
    failed: tellFailure,
    end: () => clearInterval(timer),
  };
}

function onBar(course: Course, bar: SingleBar): Progress {
  const payload = (now: Standing) => ({ line: factsOf(now).join(' · ') });
  bar.start(1000, 0, payload(course.now));
  const show = (now: Standing) => bar.update(Math.floor(now.share * 1000), payload(now));
  const told = telling(course, FRAMES, show, (shard, failure) => {
    bar.stop();
    sayFailure(shard, failure);
    bar.start(1000, Math.floor(course.now.share * 1000), payload(course.now));
  });
  return {
    ...told,
    end: () => {
      told.end();
      show(course.now);
      bar.stop();
    },
  };
}

async function makeBar(): Promise<SingleBar> {
  const { default: progress } = await import('cli-progress');
  return new progress.SingleBar({
    stream: process.stderr,
    format: '{bar} {percentage} % · {line}',
    barCompleteChar: '━',
    barIncompleteChar: '─',
    barsize: 24,
    hideCursor: true,
    emptyOnZero: true,
    fps: 5,
    // What is typed meanwhile, Ctrl-C above all, is not the bar's.
    gracefulExit: false,
  });
}

function lineOf(now: Standing): string {
  return [`${Math.floor(now.share * 100)} %`, ...factsOf(now)].join(', ');
}

function factsOf(now: Standing): readonly string[] {
  const { articles, bytesPerSecond, secondsLeft, problems, complete, shards, working } = now;
  return [
    `${articles} articles`,
    `${(bytesPerSecond / 1e6).toFixed(1)} MB/s`,
    ...(secondsLeft === undefined ? [] : [`${duration(secondsLeft)} left`]),
    `${problems} problems`,
    `${complete} of ${shards} shards${working.length === 0 ? '' : `, now ${working.slice(0, 4).join(' ')}`}`,
  ];
}

function sayFailure(shard: number, { message }: ShardFailure): void {
  process.stderr.write(`isnad: shard ${shard} could not be completed: ${visible(message.split('\n')[0])}\n`);
}

function logFailure(shard: number, failure: ShardFailure): void {
  logJson('shard-failed', { shard, ...failure });
}
