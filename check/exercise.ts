/**
 * Which examples need which alternative of their rule: a rule is tried without it, and whatever then fails has exercised
 * it. Takes an extractor for the lists; judges nothing.
 */
import type { Extractor, Rule } from '../index.js';
import { type Alternative, alternativesOf } from './alternatives.js';
import { type Trial, tryAlone } from './examples.js';

export interface Exercise extends Alternative {
  /** Examples, or for `unless` near misses, that pass with the alternative and fail without it; from 1. */
  readonly exercisedBy: readonly number[];
}

/** Tries a rule without each of its alternatives, one at a time. */
export function exercise(lists: Extractor, rule: Rule): readonly Exercise[] {
  const alternatives = alternativesOf(rule);
  if (alternatives.length === 0) return [];
  const whole = tryAlone(lists, rule);
  return alternatives.map((alternative) => {
    const kind = alternative.part === 'match' ? 'example' : 'near miss';
    const without = tryAlone(lists, rule, alternative.without);
    const needs = whole.filter((trial, at) => trial.kind === kind && fails(trial, without[at]));
    return { ...alternative, exercisedBy: needs.map(({ number }) => number) };
  });
}

function fails(whole: Trial, without: Trial): boolean {
  return whole.passes && !without.passes;
}
