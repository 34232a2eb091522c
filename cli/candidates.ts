/**
 * Prints whom the sieves weighed for a quotation: who was taken, and why each of the others lost. Offsets that are
 * printed are code points.
 */
import type { Candidate } from '../index.js';
import type { Explained } from './evidence-tree.js';
import { isolated } from './visible.js';

/** A heading and a line each; nothing when nobody was weighed. */
export function candidateLines(candidates: readonly Candidate[], explained: Explained): readonly string[] {
  if (candidates.length === 0) return [];
  return ['  weighed', ...candidates.map((one) => `  ${lineOf(one, explained)}`)];
}

function lineOf({ sieve, name, span, lost }: Candidate, { text, at }: Explained): string {
  const place = span === undefined ? '' : ` ${at(span.start)}–${at(span.end)}`;
  const words = name ?? (span === undefined ? '' : text.slice(span.start, span.end));
  return `${lost === undefined ? '+' : '-'} ${isolated(words)}${place} by ${sieve}: ${lost ?? 'taken'}`;
}
