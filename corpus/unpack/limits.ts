/**
 * How much a packed file may unpack to: an absolute bound, and a ratio to its packed size that no text reaches. What lies within
 * the bounds is given on to the byte, so that where a bomb is stopped depends on nothing but its content.
 */
import type { ReadOptions } from '../record.js';
import { InputDamage } from './damage.js';
import type { Pieces } from './pieces.js';

export type UnpackLimits = Pick<ReadOptions, 'unpackedBytes' | 'unpackedRatio'>;

export const UNPACKED_BYTES = 256 * 2 ** 30;
/** News packs to between a third and a thirtieth of its size. */
export const UNPACKED_RATIO = 100;
/** The ratio of small files says nothing: an empty page repeats itself as often as a bomb. */
export const JUDGED_FROM = 16 * 2 ** 20;

/** Counts what one packed thing unpacks to. */
export class Allowance {
  private unpacked = 0;
  private spent = false;

  /**
   * @param packed its size; of a stream, as much as was read of it when it is asked for
   * @param judgedFrom unpacked bytes from which on the ratio counts
   */
  constructor(
    private readonly name: string,
    private readonly limits: UnpackLimits,
    private readonly packed: () => number,
    private readonly judgedFrom: number = JUDGED_FROM,
  ) {}

  /** How many of so many further bytes are within the bounds. */
  take(count: number): number {
    const most =
      this.unpacked + count > this.judgedFrom ? Math.min(this.bytes(), this.byRatio()) : this.bytes();
    const taken = Math.max(0, Math.min(count, most - this.unpacked));
    this.unpacked += taken;
    this.spent ||= taken < count;
    return taken;
  }

  /** Whether more was asked for than the bounds allow. */
  get isSpent(): boolean {
    return this.spent;
  }

  refusal(): InputDamage {
    const { name } = this;
    const why =
      this.byRatio() < this.bytes()
        ? `more than ${this.ratio()} times its packed size; if it is no attack, allow more with --unpacked-ratio`
        : `more than ${this.bytes()} bytes; if it is no attack, allow more with --unpacked-bytes`;
    return new InputDamage('unpacking-limit', `${name}: unpacks to ${why}`);
  }

  private bytes(): number {
    return this.limits.unpackedBytes ?? UNPACKED_BYTES;
  }

  private ratio(): number {
    return this.limits.unpackedRatio ?? UNPACKED_RATIO;
  }

  private byRatio(): number {
    return Math.max(this.judgedFrom, Math.floor(this.packed() * this.ratio()));
  }
}

/** Gives pieces on as far as every allowance reaches, then throws. */
export async function* within(allowances: readonly Allowance[], bytes: Pieces): AsyncGenerator<Buffer> {
  for await (const piece of bytes) {
    for (const allowance of allowances) {
      const taken = allowance.take(piece.length);
      if (taken === piece.length) continue;
      if (taken > 0) yield piece.subarray(0, taken);
      throw allowance.refusal();
    }
    yield piece;
  }
}
