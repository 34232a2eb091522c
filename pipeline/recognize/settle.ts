/**
 * Overlaps settled, here and nowhere else: the leftmost candidate wins, then the longest, then the better ranked.
 * A listed full name keeps its end against a rule that runs on into unknown words.
 */
import { type Candidate, HEADED } from './candidates.js';

export function settle(candidates: readonly Candidate[]): Candidate[] {
  const order = inOrder(candidates) ? candidates : [...candidates].sort(compare);
  const kept: Candidate[] = [];
  for (const candidate of order) {
    const before = kept.at(-1);
    if (before === undefined || candidate.start >= before.end) kept.push(candidate);
    else if (
      candidate.end > before.end &&
      candidate.rank > before.rank &&
      candidate.end - candidate.start > before.end - before.start
    ) {
      kept.pop();
      kept.push(candidate);
    }
  }
  return kept;
}

/** Settled candidates with further ones; mostly there are none. */
export function settleMore(settled: Candidate[], ...more: readonly (readonly Candidate[])[]): Candidate[] {
  return more.every(({ length }) => length === 0) ? settled : settle([settled, ...more].flat());
}

function inOrder(candidates: readonly Candidate[]): boolean {
  for (let i = 1; i < candidates.length; i++) if (compare(candidates[i - 1], candidates[i]) > 0) return false;
  return true;
}

function compare(a: Candidate, b: Candidate): number {
  return a.start - b.start || better(a, b);
}

/** Negative when `a` should win over `b` at the same start. */
function better(a: Candidate, b: Candidate): number {
  const aListed = isFullName(a);
  const bListed = isFullName(b);
  if (aListed !== bListed && a.type === 'Person' && b.type === 'Person' && !(aListed ? b : a).furtherName)
    return aListed ? -1 : 1;
  if (yields(a, b)) return 1;
  if (yields(b, a)) return -1;
  return b.end - a.end || b.rank - a.rank || b.confidence - a.confidence;
}

/** In `رئيس شركة دورنيكسا سامر الخوري` the rule that reads a person from the company's name on is wrong. */
function yields(a: Candidate, b: Candidate): boolean {
  return b.rank === HEADED && a.type === 'Person' && a.row === undefined;
}

function isFullName(candidate: Candidate): boolean {
  return candidate.row !== undefined && candidate.last > candidate.first;
}
