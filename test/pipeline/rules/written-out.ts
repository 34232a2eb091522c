/**
 * A pattern written out: every way to repeat its elements and to choose among them as a pattern of its own, one token an
 * element, in the order in which our runner prefers them. None of compromise's peculiarities touches such patterns, so
 * that the first of them that compromise finds is what a match should be.
 */
import type { RawElement } from '../../../pipeline/rules/compromise.js';
import { type Outcome, type Theirs, theirOutcome } from './compromise-matcher.js';

/** The most that `+` may take (`docs/patterns.md`). */
const PLUS = 6;

/** All patterns that a pattern stands for; undefined when there are more than `most`. */
export function writtenOut(pattern: Theirs, most: number): readonly Theirs[] | undefined {
  let forms: RawElement[][] = [[]];
  for (const element of pattern) {
    const ways = waysOf(element);
    if (forms.length * ways.length > most) return undefined;
    forms = forms.flatMap((form) => ways.map((way) => [...form, ...way]));
  }
  const [{ start }, last] = [pattern[0], pattern[pattern.length - 1]];
  return forms
    .filter((form) => form.length > 0)
    .map((form) =>
      form.map((element, index) => ({
        ...element,
        ...(start && index === 0 ? { start } : {}),
        ...(last.end && index === form.length - 1 ? { end: true } : {}),
      })),
    );
}

/**
 * What the first form finds that fits. compromise leaves negatives out of groups, so that the group of a form with one is
 * read off the form instead.
 */
export function firstForm(
  forms: readonly Theirs[],
  terms: readonly object[],
  at: number,
): Outcome | undefined {
  for (const form of forms) {
    const found = theirOutcome(form, terms, at);
    if (found?.end === at + form.length)
      return form.some(({ negative }) => negative) ? placed(form, at) : found;
  }
  return undefined;
}

function waysOf(element: RawElement): RawElement[][] {
  const { optional, greedy, min, max, choices, operator, group, negative } = element;
  const least = optional ? 0 : (min ?? 1);
  const rows = operator === 'or' && choices !== undefined && !negative ? choices : [[single(element)]];
  const once = rows.map((row) => row.map((one) => (group === undefined ? one : { ...one, group })));
  const ways = (left: number, count: number): RawElement[][] => [
    ...(left > 0 ? once.flatMap((row) => ways(left - 1, count + 1).map((rest) => [...row, ...rest])) : []),
    ...(count >= least ? [[]] : []),
  ];
  return ways(max ?? (greedy ? PLUS : 1), 0);
}

function single(element: RawElement): RawElement {
  const { optional: _, greedy: _g, min: _m, max: _x, start: _s, end: _e, ...rest } = element;
  return rest;
}

function placed(form: Theirs, at: number): Outcome {
  const names = [...new Set(form.flatMap(({ group }) => group ?? []))];
  const range = (name: string) => ({
    start: at + form.findIndex(({ group }) => group === name),
    end: at + form.findLastIndex(({ group }) => group === name) + 1,
  });
  return { end: at + form.length, groups: Object.fromEntries(names.map((name) => [name, range(name)])) };
}
