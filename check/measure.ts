/**
 * Precision, recall and F from counts, as percentages with one decimal.
 */
import type { Counts } from './quotations.js';

export interface Measure extends Counts {
  readonly P: number;
  readonly R: number;
  readonly F: number;
}

/** Precision, recall and F of counts. */
export function measure(counts: Counts): Measure {
  const { tp, fp, fn } = counts;
  return { P: percent(tp, tp + fp), R: percent(tp, tp + fn), F: oneDecimal(fOf(counts)), tp, fp, fn };
}

/** F as an unrounded percentage; 0 when there is nothing to count. */
export function fOf({ tp, fp, fn }: Counts): number {
  return share(2 * tp, 2 * tp + fp + fn);
}

/** A share as an unrounded percentage; 0 of nothing is 0. */
export function share(part: number, whole: number): number {
  return whole === 0 ? 0 : (100 * part) / whole;
}

/** A share as a percentage with one decimal. */
export function percent(part: number, whole: number): number {
  return oneDecimal(share(part, whole));
}

/** Rounds to one decimal, an exact half to the even digit (81.25 to 81.2), as the reference scores do. */
export function oneDecimal(value: number): number {
  const isHalf = Number.isInteger(value * 4) && !Number.isInteger(value * 2);
  if (!isHalf) return Number(value.toFixed(1));
  const below = Math.floor(value * 10);
  return (below % 2 === 0 ? below : below + 1) / 10;
}
