/**
 * What a worker lets its launcher see while it is busy: at which record it is and how much it has done. The numbers stand in
 * memory that both threads have, since a worker that loops answers no message.
 */
import type { Fate } from './fate.js';

/** What the worker is doing. */
export const READING = 0;
export const EXTRACTING = 1;
export const CLOSING = 2;

export type Phase = typeof READING | typeof EXTRACTING | typeof CLOSING;

const STEPS = 0;
const PHASE = 1;
const SLICE = 2;
const PROBLEMS = 3;
const RECORD = 0;
const ARTICLES = 1;
const BYTES = 2;

const COUNTS = 4;
const LARGE = 3;

/** Where a record stands in a shard: the number of its slice, and its own number in the input. */
export interface RecordAt {
  readonly slice: number;
  readonly record: number;
}

/** One attempt at a shard, seen from both sides. */
export class Watch {
  readonly memory: SharedArrayBuffer;
  private readonly counts: Int32Array;
  private readonly large: Float64Array;

  constructor(memory = new SharedArrayBuffer(LARGE * 8 + COUNTS * 4)) {
    this.memory = memory;
    this.large = new Float64Array(memory, 0, LARGE);
    this.counts = new Int32Array(memory, LARGE * 8, COUNTS);
  }

  /** The worker goes on to something else. */
  enter(phase: Phase, { slice, record }: RecordAt): void {
    this.counts[SLICE] = slice;
    this.large[RECORD] = record;
    Atomics.store(this.counts, PHASE, phase);
    Atomics.add(this.counts, STEPS, 1);
  }

  /** The worker is done with a record of so many bytes. */
  count(fate: Fate, bytes: number): void {
    this.large[BYTES] += bytes;
    if (fate.kind === 'extracted') {
      this.large[ARTICLES]++;
      this.counts[PROBLEMS] += fate.document.problems.length;
    }
    if (fate.kind === 'quarantined') this.counts[PROBLEMS]++;
  }

  /** Changes whenever the worker goes on. */
  get steps(): number {
    return Atomics.load(this.counts, STEPS);
  }

  get phase(): Phase {
    return Atomics.load(this.counts, PHASE) as Phase;
  }

  get at(): RecordAt {
    return { slice: this.counts[SLICE], record: this.large[RECORD] };
  }

  get articles(): number {
    return this.large[ARTICLES];
  }

  get bytes(): number {
    return this.large[BYTES];
  }

  get problems(): number {
    return this.counts[PROBLEMS];
  }
}
