/**
 * A set of word hashes that may say yes to a stranger and never no to a member: one bit for each hash, so that most
 * tokens of a text are told from the words of all rules without a look into a map.
 */

/** With a thousand words one token in a hundred passes without reason. */
const BITS = 17;
/** The last letter of a word is in the lowest bits of its hash alone: one more multiplication carries it to the highest. */
const MIXER = 0x9e3779b1 | 0;

export class WordFilter {
  private readonly bits = new Int32Array(1 << (BITS - 5));

  constructor(hashes: Iterable<number>) {
    for (const hash of hashes) {
      const place = placeOf(hash);
      this.bits[place >>> 5] |= 1 << (place & 31);
    }
  }

  mayHave(hash: number): boolean {
    const place = placeOf(hash);
    return ((this.bits[place >>> 5] >>> (place & 31)) & 1) === 1;
  }
}

function placeOf(hash: number): number {
  return Math.imul(hash, MIXER) >>> (32 - BITS);
}
