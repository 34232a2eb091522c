/**
 * Which rules only repeat what others find: without such a rule the same is found in every article in which it fires. A rule is
 * tried until an article shows what it is for, so that few are tried for long; and on so many articles at most.
 */

import type { ReadArticle } from '../../corpus/read.js';
import { type Document, type Evidence, type Extractor, type Rule, toJsonLd } from '../../index.js';

export interface Repeats {
  add(article: ReadArticle, document: Document): void;
  /** Articles in which a rule fired and changed nothing but the evidence, by id; only rules that never changed more. */
  readonly repeating: ReadonlyMap<string, number>;
}

/** Enough to believe it. */
const MOST = 200;

export function createRepeats(extractor: Extractor, rules: readonly Rule[], most: number = MOST): Repeats {
  const repeating = new Map<string, number>();
  const waiting = new Set(rules.map(({ id }) => id));
  const without = new Map<string, Extractor>();
  const tryWithout = (id: string, { record }: ReadArticle, document: Document) => {
    const other = without.get(id) ?? extractor.withRules(rules.filter((rule) => rule.id !== id));
    without.set(id, other);
    const times = repeating.get(id) ?? 0;
    if (gistOf(other.extract(record.article, record.problems)) === gistOf(document)) {
      repeating.set(id, times + 1);
      if (times + 1 < most) return;
    } else repeating.delete(id);
    waiting.delete(id);
    without.delete(id);
  };
  return {
    add: (article, document) => {
      if (waiting.size === 0) return;
      for (const id of firedIn(document)) if (waiting.has(id)) tryWithout(id, article, document);
    },
    repeating,
  };
}

function firedIn({ entities }: Document): ReadonlySet<string> {
  const flat = (evidence: readonly Evidence[]): readonly string[] =>
    evidence.flatMap(({ rule, because = [] }) => [rule, ...flat(because)]);
  return new Set(entities.flatMap(({ mentions }) => mentions.flatMap(({ evidence }) => flat(evidence))));
}

/** What is found, without why and how surely. */
function gistOf(document: Document): string {
  const { mentions, quotations } = toJsonLd(document);
  return JSON.stringify({ mentions, quotations }, (key, value) =>
    key === 'evidence' || key === 'confidence' ? undefined : value,
  );
}
