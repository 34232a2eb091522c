/**
 * A set of word hashes that may say yes to a stranger and never no to a member: one bit for each hash, so that most
 * tokens of a text are told from the words of all rules without a look into a map.
 */

/** 2^16 bits: with a thousand words one token in sixty passes without reason. */
const SIZE = 2048;

export class WordFilter {
  private readonly bits = new Int32Array(SIZE);

  constructor(hashes: Iterable<number>) {
    for (const hash of hashes) this.bits[(hash >>> 5) & (SIZE - 1)] |= 1 << (hash & 31);
  }

  mayHave(hash: number): boolean {
    return ((this.bits[(hash >>> 5) & (SIZE - 1)] >>> (hash & 31)) & 1) === 1;
  }
}
