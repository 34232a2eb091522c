/**
 * How much of their wording two texts share: twice the common word runs over the runs of both (Dice), 1 for the same
 * wording, 0 for none in common. wink-nlp counts the sets; what is ours is which hashes of two sketches may be compared.
 */
import similarity from 'wink-nlp/utilities/similarity.js';
import { MOST_HASHES, type Sketch } from './sketch.js';
import type { SketchPlace } from './sketch-files.js';

/** A sketch, where it stands, and its hashes as a set, which is made when it is first compared. */
export interface Compared {
  readonly sketch: Sketch;
  readonly place: SketchPlace;
  readonly set: () => ReadonlySet<number>;
}

export function toCompare(place: SketchPlace, sketch: Sketch): Compared {
  let set: ReadonlySet<number> | undefined;
  return {
    sketch,
    place,
    set: () => {
      set ??= new Set(sketch.hashes);
      return set;
    },
  };
}

/** The similarity of the texts of two sketches, to three places. */
export function similarityOf(a: Compared, b: Compared): number {
  const bound = Math.min(reach(a.sketch), reach(b.sketch));
  const shared = similarity.set.tversky(upTo(a, bound), upTo(b, bound));
  return Math.round(shared * 1000) / 1000;
}

/** Up to which hash a sketch has all that its text has. */
function reach({ runs, hashes }: Sketch): number {
  return runs > hashes.length ? hashes[MOST_HASHES - 1] : 0xffff_ffff;
}

function upTo({ sketch, set }: Compared, bound: number): ReadonlySet<number> {
  const { hashes } = sketch;
  if (hashes.length === 0 || hashes[hashes.length - 1] <= bound) return set();
  const within = new Set<number>();
  for (const hash of hashes) {
    if (hash > bound) break;
    within.add(hash);
  }
  return within;
}
