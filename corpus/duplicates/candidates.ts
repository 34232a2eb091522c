/**
 * Pairs worth comparing: sketches that share an indexed hash. A hash that few have gives all its pairs; of one that many
 * have, each sketch is paired with its 16 neighbours in the order of the index, where texts that share more stand side by
 * side, so that the work grows with the corpus and not with its square. Whether a pair is given does not depend on any
 * limit of similarity.
 */
import { INDEXED, type Posting } from './postings.js';
import { type Compared, toCompare } from './similarity.js';
import type { Sketch } from './sketch.js';
import type { SketchPlace } from './sketch-files.js';

/** With how many of the sketches before it in the same list a sketch is paired. */
export const NEIGHBOURS = 16;

/** Postings after which whoever takes the pairs may see to other things. */
const AT_ONCE = 1 << 16;

/** Gives pairs of different sketches, most of them once, and now and then nothing. */
export function* candidates(
  postings: Iterable<Posting>,
  read: (place: SketchPlace) => Sketch,
): Generator<readonly [Compared, Compared] | undefined> {
  const crowded = new CrowdedHashes();
  let hash = -1;
  let length = 0;
  let first: SketchPlace | undefined;
  let window: Compared[] = [];
  let seen = 0;
  for (const posting of postings) {
    if (++seen % AT_ONCE === 0) yield undefined;
    if (posting.hash !== hash) {
      [hash, length, first, window] = [posting.hash, 0, posting, []];
    }
    length++;
    // Most hashes stand in one text only, which then need not be read.
    if (length === 1) continue;
    if (length === 2) window.push(toCompare(first!, read(first!)));
    if (length === NEIGHBOURS + 2) crowded.add(hash);
    const present = toCompare(posting, read(posting));
    for (const before of window)
      if (isNew(before.sketch, present.sketch, hash, crowded)) yield [before, present];
    window.push(present);
    if (window.length > NEIGHBOURS) window.shift();
  }
}

/**
 * Whether a pair was not given before: a smaller hash in common gave it, unless so many have that hash that the two may
 * not have been neighbours there. They were when their next hash was the same as well.
 */
function isNew({ hashes: a }: Sketch, { hashes: b }: Sketch, hash: number, crowded: CrowdedHashes): boolean {
  let left = 0;
  let right = 0;
  while (a[left] < hash && b[right] < hash) {
    const difference = a[left] - b[right];
    if (difference === 0 && (!crowded.has(a[left]) || next(a, left) === next(b, right))) return false;
    if (difference <= 0) left++;
    if (difference >= 0) right++;
  }
  return true;
}

function next(hashes: Uint32Array, place: number): number {
  const after = place + 1;
  return hashes[after === INDEXED || after === hashes.length ? 0 : after];
}

/** Remembers hashes in 2 MB; now and then it takes another for one of them, which costs a comparison. */
class CrowdedHashes {
  private readonly bits = new Uint8Array(1 << 21);

  add(hash: number): void {
    this.bits[(hash & 0xffffff) >>> 3] |= 1 << (hash & 7);
  }

  has(hash: number): boolean {
    return (this.bits[(hash & 0xffffff) >>> 3] & (1 << (hash & 7))) !== 0;
  }
}
