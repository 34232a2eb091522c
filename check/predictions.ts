/**
 * Predictions: what an extractor said about articles, as JSON-LD output objects, of which only the scored keys
 * are looked at. Takes a saved output (`.ndjsonld`, one object a line), gives its articles, and pairs them with
 * gold documents by identifier. All offsets are Unicode code points, end exclusive.
 */
import { readFileSync } from 'node:fs';
import type { GoldDocument } from './gold.js';

export interface PredictedSpan {
  readonly start: number;
  readonly end: number;
}

export interface PredictedEntity {
  readonly type: string;
  readonly id?: string;
  readonly name?: string;
  readonly alternateName?: readonly string[];
  readonly occurrences?: readonly PredictedSpan[];
}

export interface PredictedQuotation extends PredictedSpan {
  readonly kind?: string;
  /** Ids of entities of this article. */
  readonly speaker?: readonly string[];
  readonly speakerText?: string;
  /** A decimal, written as a string. */
  readonly confidence?: string;
}

/** The scored part of one output object. */
export interface PredictedArticle {
  readonly identifier: string;
  readonly mentions?: readonly PredictedEntity[];
  readonly quotations?: readonly PredictedQuotation[];
}

/** A gold document and what was predicted for it; nothing when the output does not hold it. */
export interface GoldPair {
  readonly gold: GoldDocument;
  readonly predicted?: PredictedArticle;
}

/**
 * Reads a saved output, skipping empty lines.
 * @throws Error with one line that names file, line and reason
 */
export function readPredictions(file: string): readonly PredictedArticle[] {
  return parsePredictions(readFileSync(file, 'utf8'), file);
}

/** Reads the lines of an output; `place` names it in errors. */
export function parsePredictions(lines: string, place: string): readonly PredictedArticle[] {
  const articles: PredictedArticle[] = [];
  for (const [index, line] of lines.split('\n').entries()) {
    if (line.trim() !== '') articles.push(parseLine(line, `${place}:${index + 1}`));
  }
  return articles;
}

/**
 * Finds for each gold document its prediction, whose identifier is the gold's id or the name of its text file
 * without the extension.
 * @throws Error when two predictions claim one gold document, since no choice between them would be honest
 */
export function pairWithGold(
  gold: readonly GoldDocument[],
  predictions: readonly PredictedArticle[],
): readonly GoldPair[] {
  const claims = new Map<string, PredictedArticle[]>();
  for (const article of predictions) {
    claims.set(article.identifier, [...(claims.get(article.identifier) ?? []), article]);
  }
  return gold.map((document) => {
    const names = new Set([stem(document.file), document.id]);
    const found = [...names].flatMap((name) => claims.get(name) ?? []);
    if (found.length > 1) {
      const identifiers = found.map((article) => article.identifier).join(', ');
      throw new Error(
        `gold ${document.id}: ${found.length} predictions claim it (${identifiers}); keep one of them`,
      );
    }
    return { gold: document, predicted: found[0] };
  });
}

function stem(file: string): string {
  return file.replace(/\.[^.]+$/u, '');
}

function parseLine(line: string, place: string): PredictedArticle {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    throw new Error(`${place}: is not JSON (${(error as Error).message}); give one output object a line`);
  }
  if (typeof (value as PredictedArticle | null)?.identifier !== 'string') {
    throw new Error(`${place}: has no "identifier"; give the output objects of an extraction`);
  }
  return value as PredictedArticle;
}
