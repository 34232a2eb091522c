/**
 * How often rules, sieves and list rows fire: a rule or sieve fires for each finding whose evidence names it, a row for each place in a
 * text that is read as it. Counts articles one by one and holds nothing of them. A row is known by its list and its folded key.
 */
import type { Document, Evidence, MetRow } from '../../index.js';

export interface Firings {
  add(document: Document, met: readonly MetRow[]): void;
  /** By id of rule or sieve. */
  readonly rules: ReadonlyMap<string, number>;
  /** By list and folded key: `people:…`. */
  readonly rows: ReadonlyMap<string, number>;
}

export function createFirings(): Firings {
  const rules = new Map<string, number>();
  const rows = new Map<string, number>();
  return {
    add: (document, met) => {
      for (const evidence of evidenceOf(document))
        for (const rule of new Set(evidence.map((one) => one.rule))) count(rules, rule);
      for (const { list, key } of met) count(rows, `${list}:${key}`);
    },
    rules,
    rows,
  };
}

function count(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}

/** The evidence of each finding. */
function evidenceOf({ entities, quotations }: Document): readonly (readonly Evidence[])[] {
  return [...entities.flatMap(({ mentions }) => mentions), ...quotations].map(({ evidence }) => evidence);
}
