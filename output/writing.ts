/**
 * What every part of the output shares: the text with its ids and offsets, and the small forms of values.
 */
import type { Document, Evidence } from '../pipeline/document.js';
import { readText, type ToCodePoints } from './code-points.js';
import { type Identifiers, nameAll } from './identifiers.js';

/** How the output is to be. */
export interface JsonLdOptions {
  /** `inline` (default) puts the context into the object; `file` names `context.jsonld`, to stand beside the output. */
  readonly context?: 'inline' | 'file';
  /** Adds the text itself as `articleBody`. */
  readonly withText?: boolean;
  /** IRI of the extractor: a digest of version, rules and options. */
  readonly generatedBy?: string;
}

/** What every part of the output needs: the text, the way to code points, the ids. */
export interface Writing {
  readonly text: string;
  readonly at: ToCodePoints;
  readonly ids: Identifiers;
  readonly options: JsonLdOptions;
}

/** Prepares a document for whatever it is to be written as. */
export function writingOf(document: Document, options: JsonLdOptions): Writing {
  const { text, at } = readText(document.article.text);
  return { text, at, ids: nameAll(document, at), options };
}

/** The rules and sieves of a statement, in order, each once. */
export function ruleIds(evidence: readonly Evidence[]): readonly string[] {
  if (evidence.length === 1) return [evidence[0].rule];
  return evidence.length === 0 ? NONE : distinct(evidence.map(({ rule }) => rule));
}

/** An empty list, of whatever it holds none. */
export const NONE: readonly never[] = [];

/** Each value once, in order. */
export function distinct<Value>(values: readonly Value[]): readonly Value[] {
  return values.length < 2 ? values : [...new Set(values)];
}

/** A decimal of XML Schema with at most three places: `0.98`, `1.0`. */
export function decimal(value: number): string {
  return DECIMALS[thousandths(value)];
}

/** The same as a number. */
export function rounded(value: number): number {
  return thousandths(value) / 1000;
}

function thousandths(value: number): number {
  return Math.round(Math.min(1, Math.max(0, value)) * 1000);
}

const DECIMALS: readonly string[] = Array.from({ length: 1001 }, (_, share) => {
  const written = String(share / 1000);
  return written.includes('.') ? written : `${written}.0`;
});
