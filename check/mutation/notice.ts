/**
 * Who notices a mutant: what `isnad check` looks at, in the order of its costs, each compared with what it says of the whole pack. Takes a
 * pack with its articles once, gives a function for mutants. Nothing is written.
 */

import type { ReadArticle } from '../../corpus/read.js';
import { type Extractor, type Rule, serialize } from '../../index.js';
import { createFirings } from '../coverage/firings.js';
import { type Trial, tryAlone, tryAmongAll } from '../examples.js';
import type { RuleMutant } from './rule-mutants.js';

/** What noticed a mutant first; `nothing` for one that survives. */
export const NOTICES = ['examples alone', 'examples among all', 'articles', 'firings', 'nothing'] as const;
export type Notice = (typeof NOTICES)[number];

export interface Watched {
  readonly extractor: Extractor;
  readonly rules: readonly Rule[];
  readonly articles: readonly ReadArticle[];
}

/** Gives what notices a mutant of one of the rules. */
export function ruleNoticer({ extractor, rules, articles }: Watched): (mutant: RuleMutant) => Notice {
  const whole = new Map<string, { readonly alone: readonly Trial[]; readonly all: readonly Trial[] }>();
  const trialsOf = (rule: Rule) => {
    const known = whole.get(rule.id) ?? {
      alone: tryAlone(extractor, rule),
      all: tryAmongAll(extractor, rule),
    };
    whole.set(rule.id, known);
    return known;
  };
  const before = articles.map((article) => readOf(extractor, article));
  const total = firingsOf(before);
  return ({ rule: id, mutant }) => {
    const rule = rules.find((one) => one.id === id)!;
    // The examples of a rule go with its file.
    if (mutant !== undefined && fails(trialsOf(rule).alone, tryAlone(extractor, rule, mutant)))
      return 'examples alone';
    const others = rules.flatMap((one) => (one.id !== id ? [one] : mutant === undefined ? [] : [mutant]));
    const changed = extractor.withRules(others);
    const isMissed = (one: Rule) =>
      (one.id !== id || mutant !== undefined) && fails(trialsOf(one).all, tryAmongAll(changed, one));
    if (rules.some(isMissed)) return 'examples among all';
    const after = articles.map((article) => readOf(changed, article));
    if (after.some(({ line }, index) => line !== before[index].line)) return 'articles';
    // The file of firings has a row for each rule, whether it fires or not.
    return mutant === undefined || firingsOf(after) !== total ? 'firings' : 'nothing';
  };
}

function fails(whole: readonly Trial[], now: readonly Trial[]): boolean {
  return whole.some(({ passes }, at) => passes && !now[at].passes);
}

interface Read {
  readonly line: string;
  readonly rules: readonly (readonly [string, number])[];
}

function readOf(extractor: Extractor, { record: { article, problems } }: ReadArticle): Read {
  const document = extractor.extract(article, problems);
  const firings = createFirings();
  firings.add(document, []);
  return { line: serialize(document), rules: [...firings.rules] };
}

function firingsOf(reads: readonly Read[]): string {
  const counts = new Map<string, number>();
  for (const [rule, count] of reads.flatMap(({ rules }) => rules))
    counts.set(rule, (counts.get(rule) ?? 0) + count);
  return JSON.stringify([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}
