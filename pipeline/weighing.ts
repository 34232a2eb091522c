/**
 * A record of whom the sieves weighed for each quotation, and why each candidate lost. Kept only when somebody asks
 * for it (`isnad explain`); reading articles by the thousand makes none.
 */
import type { Span } from './document.js';

/** Somebody who could have said it. */
export interface Candidate {
  readonly sieve: string;
  /** The name, where there is one. */
  readonly name?: string;
  /** The words that were weighed, where they stand at this quotation. */
  readonly span?: Span;
  /** Why it is somebody else; absent for who was taken. */
  readonly lost?: string;
}

export interface Weighing {
  /** What follows is weighed for the quotation of this number, from 0. */
  begin(quotation: number): void;
  weigh(candidate: Candidate): void;
  /** By number of the quotation. */
  readonly candidates: ReadonlyMap<number, readonly Candidate[]>;
}

/** An empty record for one article. */
export function createWeighing(): Weighing {
  const candidates = new Map<number, Candidate[]>();
  let current: Candidate[] = [];
  return {
    begin: (quotation) => {
      current = [];
      candidates.set(quotation, current);
    },
    weigh: (candidate) => {
      current.push(candidate);
    },
    candidates,
  };
}
