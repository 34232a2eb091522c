/**
 * The inverted index: for each of the smallest hashes of a sketch a posting that says where the sketch stands. Postings
 * are sorted on disk, in runs of bounded size that are then read side by side, so that memory does not grow with the
 * corpus. They come out by hash, and among equal ones by what else their sketches hold, never by place.
 */
import path from 'node:path';
import { mixed } from './shingles.js';
import type { Sketch } from './sketch.js';
import type { PlacedSketch, SketchPlace } from './sketch-files.js';
import { mergedRuns, writeRun } from './sorted-runs.js';

/** Hashes of a sketch that are indexed. Texts with two thirds of their runs in common share none once in 40 million. */
export const INDEXED = 16;

export interface Posting extends SketchPlace {
  readonly hash: number;
  /** The sketch's next indexed hash, or the first behind the last: texts that share both stand side by side. */
  readonly next: number;
}

/** Integers of a posting: hash, next, two of what names the sketch, file, offset. */
const WIDTH = 6;
/** Postings that are sorted in memory at once, 24 MB. */
const IN_MEMORY = 1 << 20;

/** Collects postings, then gives them in order. */
export class Postings {
  private readonly scratch: string;
  private readonly inMemory: number;
  private readonly runs: string[] = [];
  private chunk: Uint32Array;
  private count = 0;

  /** @param scratch an empty folder for the sorted runs, which whoever made it removes */
  constructor(scratch: string, inMemory = IN_MEMORY) {
    this.scratch = scratch;
    this.inMemory = inMemory;
    this.chunk = new Uint32Array(inMemory * WIDTH);
  }

  add({ sketch, file, offset }: PlacedSketch): void {
    const { hashes } = sketch;
    const indexed = Math.min(INDEXED, hashes.length);
    const [high, low] = nameOf(sketch);
    for (let index = 0; index < indexed; index++) {
      if (this.count === this.inMemory) this.flush();
      const next = hashes[(index + 1) % indexed];
      this.chunk.set([hashes[index], next, high, low, file, offset], this.count * WIDTH);
      this.count++;
    }
  }

  /** All postings, in order. */
  *sorted(): Generator<Posting> {
    this.flush();
    this.chunk = new Uint32Array();
    for (const [hash, next, , , file, offset] of mergedRuns(this.runs, WIDTH))
      yield { hash, next, file, offset };
  }

  private flush(): void {
    if (this.count === 0) return;
    const run = path.join(this.scratch, String(this.runs.length));
    writeRun(run, this.chunk, this.count, WIDTH);
    this.runs.push(run);
    this.count = 0;
  }
}

/** 64 bits that name a sketch, so that equal hashes are ordered in the same way however the corpus was cut. */
function nameOf({ article, id }: Sketch): readonly [number, number] {
  let fragment = 0;
  for (let index = article.length; index < id.length; index++)
    fragment = mixed(fragment ^ id.charCodeAt(index));
  const digits = article.slice(-32);
  return [
    (Number.parseInt(digits.slice(0, 8), 16) ^ fragment) >>> 0,
    (Number.parseInt(digits.slice(8, 16), 16) ^ mixed(fragment)) >>> 0,
  ];
}
