/**
 * A set of word hashes that may say yes to a stranger and never no to a member: one bit for each hash, so that most
 * tokens of a text are told from the words of all rules without a look into a map.
 */

/** The highest bits of a hash are mixed best; with a thousand words one token in a hundred passes without reason. */
const BITS = 17;

export class WordFilter {
  private readonly bits = new Int32Array(1 << (BITS - 5));

  constructor(hashes: Iterable<number>) {
    for (const hash of hashes) {
      const place = hash >>> (32 - BITS);
      this.bits[place >>> 5] |= 1 << (place & 31);
    }
  }

  mayHave(hash: number): boolean {
    const place = hash >>> (32 - BITS);
    return ((this.bits[place >>> 5] >>> (place & 31)) & 1) === 1;
  }
}
