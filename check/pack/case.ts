/** What a check of a pack gives: one case for each thing that was looked at, with what is wrong with it, if anything. */

/** What is checked, in this order. */
export const CHECKS = {
  files: 'files with lists and rules',
  example: 'examples, alone and among all rules',
  'near miss': 'near misses, alone and among all rules',
  alternative: 'alternatives of patterns, each needed by an example',
  below: 'examples and near misses of the rules under the pack',
  firing: 'rules that fire in the articles',
  winning: 'rules that no other rule always beats',
  counts: 'how often what fires, as it is kept',
  expectation: 'articles with the output that they must give',
  gold: 'figures over the gold, none under its floor',
} as const;

export type CheckName = keyof typeof CHECKS;

export interface Case {
  readonly check: CheckName;
  /** The same in every run: `person/kunya example 2 alone`. */
  readonly name: string;
  readonly file: string;
  readonly line?: number;
  readonly fault?: Fault;
}

export interface Fault {
  /** Of a warning a check does not fail. */
  readonly level: 'failure' | 'warning';
  readonly reason: string;
  readonly advice: string;
  /** Lines that show it: the sentence, or the rows that were lost. */
  readonly details?: readonly string[];
}

/** A case with a fault. */
export type Faulty = Case & { readonly fault: Fault };

export function isFaulty(one: Case): one is Faulty {
  return one.fault !== undefined;
}

export function isFailure(one: Case): boolean {
  return one.fault?.level === 'failure';
}
