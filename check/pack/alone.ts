/** What a rule does without any other: its examples and near misses, and its alternatives. Remembers what it was asked. */
import type { Extractor, Rule } from '../../index.js';
import { type Trial, tryAlone } from '../examples.js';
import { type Exercise, exercise } from '../exercise.js';

export interface AloneTrials {
  readonly trials: readonly Trial[];
  readonly exercises: readonly Exercise[];
}

/** Tries a rule alone, or says what it did when it was last tried with these lists. */
export function aloneTrials(lists: Extractor, rule: Rule, known: WeakMap<Rule, AloneTrials>): AloneTrials {
  const before = known.get(rule);
  if (before !== undefined) return before;
  const trials = { trials: tryAlone(lists, rule), exercises: exercise(lists, rule) };
  known.set(rule, trials);
  return trials;
}
