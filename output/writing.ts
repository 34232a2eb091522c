/**
 * What every part of the output shares: the text with its ids and offsets, and the small forms of values.
 */
import type { Evidence, Span } from '../pipeline/document.js';
import type { ToCodePoints } from './code-points.js';
import { type Identifiers, spanId } from './identifiers.js';
import type { JsonLdSpan } from './json-ld-types.js';

/** What every part of the output needs: the text, the way to code points, the ids. */
export interface Writing {
  readonly text: string;
  readonly at: ToCodePoints;
  readonly ids: Identifiers;
}

const SELECTOR = ['TextPositionSelector', 'TextQuoteSelector'] as const;

/** A span of UTF-16 units as an object of the output. */
export function spanObject({ text, at, ids }: Writing, span: Span): JsonLdSpan {
  const [start, end] = [at(span.start), at(span.end)];
  return {
    type: SELECTOR,
    id: spanId(ids.article, start, end),
    start,
    end,
    text: text.slice(span.start, span.end),
  };
}

/** A property with an array, or nothing when the array is empty. */
export function some<Key extends string, Value>(
  key: Key,
  values: readonly Value[],
): { readonly [K in Key]?: readonly Value[] } {
  return (values.length === 0 ? {} : { [key]: values }) as { readonly [K in Key]?: readonly Value[] };
}

/** The rules and sieves of a statement, in order, each once. */
export function ruleIds(evidence: readonly Evidence[]): readonly string[] {
  if (evidence.length === 1) return [evidence[0].rule];
  return [...new Set(evidence.map(({ rule }) => rule))];
}

/** A decimal of XML Schema with at most three places: `0.98`, `1.0`. */
export function decimal(value: number): string {
  return DECIMALS[Math.round(Math.min(1, Math.max(0, value)) * 1000)];
}

const DECIMALS: readonly string[] = Array.from({ length: 1001 }, (_, thousandths) => {
  const rounded = String(thousandths / 1000);
  return rounded.includes('.') ? rounded : `${rounded}.0`;
});
