/** Everything that is wrong with an annotation, gathered with its places, so that a person hears of all of it at once. */
import type { Defect } from '../../packs/error.js';
import type { Place } from './annotation.js';

export interface Defects {
  readonly found: readonly Defect[];
  /** Notes a defect at a place of the annotation's file. */
  report(place: Place | undefined, reason: string, advice: string): void;
}

/** An empty collection for one file. */
export function defectsOf(file: string): Defects {
  const found: Defect[] = [];
  return { found, report: (place, reason, advice) => found.push({ file, ...place, reason, advice }) };
}
