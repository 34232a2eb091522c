/** Takes so many bytes at a time from pieces of any size; holds what is asked for and the piece that it ends in. */
import type { Pieces } from './pieces.js';

export class ByteReader {
  private readonly iterator: AsyncIterator<Buffer>;
  private held: Buffer = Buffer.alloc(0);

  /** @param tooEarly what is thrown where the bytes end within what is asked for */
  constructor(
    bytes: Pieces,
    private readonly tooEarly: () => Error,
  ) {
    this.iterator = bytes[Symbol.asyncIterator]();
  }

  async isAtEnd(): Promise<boolean> {
    while (this.held.length === 0) if (!(await this.more())) return true;
    return false;
  }

  async take(count: number): Promise<Buffer> {
    while (this.held.length < count) if (!(await this.more())) throw this.tooEarly();
    const taken = this.held.subarray(0, count);
    this.held = this.held.subarray(count);
    return taken;
  }

  /** At least one byte, and at most so many. */
  async some(most: number): Promise<Buffer> {
    while (this.held.length === 0) if (!(await this.more())) throw this.tooEarly();
    return this.take(Math.min(most, this.held.length));
  }

  async skip(count: number): Promise<void> {
    let left = count;
    while (this.held.length < left) {
      left -= this.held.length;
      this.held = Buffer.alloc(0);
      if (!(await this.more())) throw this.tooEarly();
    }
    this.held = this.held.subarray(left);
  }

  private async more(): Promise<boolean> {
    const { done, value } = await this.iterator.next();
    if (done) return false;
    this.held = this.held.length === 0 ? value : Buffer.concat([this.held, value]);
    return true;
  }
}
