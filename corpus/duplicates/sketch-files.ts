/**
 * Reads files of sketches, from front to end or one sketch at a known place. What is held in memory is one block of a
 * file, whatever its size.
 */
import { closeSync, openSync, readSync } from 'node:fs';
import { InputError, unreadable } from '../input-error.js';
import { decodeSketch, LARGEST_SKETCH, recordLength, SKETCHES_HEAD, type Sketch } from './sketch.js';

/** Where a sketch stands. */
export interface SketchPlace {
  /** Number of the file. */
  readonly file: number;
  readonly offset: number;
}

export interface PlacedSketch extends SketchPlace {
  readonly sketch: Sketch;
}

const BLOCK = 1 << 20;

export class SketchFiles {
  private readonly names: readonly string[];
  private readonly descriptors = new Map<number, number>();
  private readonly record = Buffer.alloc(LARGEST_SKETCH);

  constructor(names: readonly string[]) {
    this.names = names;
  }

  /**
   * All sketches, file after file.
   * @throws InputError for a file that cannot be read, is none of sketches, or ends within one
   */
  *all(): Generator<PlacedSketch> {
    for (let file = 0; file < this.names.length; file++) yield* this.within(file);
  }

  /** The sketch at a place that `all` gave. */
  at({ file, offset }: SketchPlace): Sketch {
    const length = readSync(this.descriptor(file), this.record, 0, LARGEST_SKETCH, offset);
    const whole = recordLength(this.record.subarray(0, length), 0) ?? Number.POSITIVE_INFINITY;
    if (whole > length) throw this.damaged(file);
    return decodeSketch(this.record, 0);
  }

  close(): void {
    for (const descriptor of this.descriptors.values()) closeSync(descriptor);
    this.descriptors.clear();
  }

  private *within(file: number): Generator<PlacedSketch> {
    const block = Buffer.alloc(BLOCK);
    let offset = SKETCHES_HEAD.length;
    if (!this.read(file, block, 0).subarray(0, offset).equals(SKETCHES_HEAD)) throw this.damaged(file);
    for (
      let bytes = this.read(file, block, offset);
      bytes.length > 0;
      bytes = this.read(file, block, offset)
    ) {
      let at = 0;
      for (let length = recordLength(bytes, at); length !== undefined && at + length <= bytes.length; ) {
        yield { file, offset: offset + at, sketch: decodeSketch(bytes, at) };
        at += length;
        length = recordLength(bytes, at);
      }
      if (at === 0) throw this.damaged(file);
      offset += at;
    }
  }

  private read(file: number, block: Buffer, offset: number): Buffer {
    return block.subarray(0, readSync(this.descriptor(file), block, 0, block.length, offset));
  }

  /** Few files are open at once, since a system allows only so many. */
  private descriptor(file: number): number {
    const open = this.descriptors.get(file);
    if (open !== undefined) return open;
    if (this.descriptors.size >= MOST_OPEN) this.close();
    try {
      const descriptor = openSync(this.names[file], 'r');
      this.descriptors.set(file, descriptor);
      return descriptor;
    } catch (error) {
      throw unreadable(this.names[file], error);
    }
  }

  private damaged(file: number): InputError {
    return new InputError(`${this.names[file]}: is no whole file of sketches; run its shard again`);
  }
}

const MOST_OPEN = 200;
