/**
 * Counts what the comparisons of one article say, and sums the counts of several.
 * Takes a gold document and a prediction, gives plain numbers from which every score is computed, so that a
 * bootstrap only adds.
 */
import type { GoldDocument, GoldQuotation } from './gold.js';
import {
  compareMentions,
  MENTION_TYPES,
  type MentionComparison,
  type MentionType,
  mentionsOf,
} from './mentions.js';
import type { PredictedArticle, PredictedQuotation } from './predictions.js';
import { type Counts, compareQuotations, type QuotationComparison } from './quotations.js';
import { keyOf, wordsIn } from './words.js';

export const QUOTATION_MEASURES = [
  'jaccard>=.8',
  'strict',
  'joint with speaker',
  'coverage>.3',
  'coverage>.8',
] as const;
export type QuotationMeasure = (typeof QUOTATION_MEASURES)[number];

/** What was found of the gold rows of a kind, and what of the predictions of that kind was right. */
export interface KindCounts {
  readonly gold: number;
  readonly found: number;
  readonly speakerRight: number;
  /** Predictions of this kind that count: those paired with a required row and the spurious ones. */
  readonly said: number;
  readonly saidRight: number;
  readonly saidSpeakerRight: number;
}

/** All counts of one article, or of several together. */
export interface ArticleCounts {
  readonly tokens: number;
  readonly mentions: Readonly<Record<MentionType, Counts>>;
  readonly quotations: Readonly<Record<QuotationMeasure, Counts>>;
  /** Paired required rows and those among them with the right speaker. */
  readonly speakers: { readonly paired: number; readonly right: number };
  /** By kind; `indirect?` holds the optional rows. */
  readonly byKind: Readonly<Record<string, KindCounts>>;
  readonly notSpeech: { readonly taken: number; readonly total: number };
}

const NOTHING: Counts = { tp: 0, fp: 0, fn: 0 };

/** Counts one article. An article without a prediction is counted as one in which nothing was found. */
export function countArticle(gold: GoldDocument, article: PredictedArticle | undefined): ArticleCounts {
  const predicted = article ?? { identifier: gold.id };
  const mentions = compareMentions(gold, mentionsOf(predicted));
  const quotations = compareQuotations(gold, predicted);
  const required = quotations.pairs.filter((pair) => !pair.gold.optional);
  return {
    tokens: gold.words.starts.length,
    mentions: mentionCounts(mentions),
    quotations: quotationCounts(quotations),
    speakers: { paired: required.length, right: required.filter((pair) => pair.speakerRight).length },
    byKind: kindCounts(gold.quotations, quotations),
    notSpeech: notSpeechCounts(gold, predicted),
  };
}

/** Adds true positives, false positives and false negatives. */
export function sumCounts(counts: readonly Counts[]): Counts {
  return counts.reduce(
    (sum, one) => ({ tp: sum.tp + one.tp, fp: sum.fp + one.fp, fn: sum.fn + one.fn }),
    NOTHING,
  );
}

export function mentionCounts(
  comparisons: Readonly<Record<MentionType, MentionComparison>>,
): Readonly<Record<MentionType, Counts>> {
  const count = (type: MentionType): Counts => {
    const { found, missed, spurious } = comparisons[type];
    return { tp: found.length, fp: spurious.length, fn: missed.length };
  };
  return Object.fromEntries(MENTION_TYPES.map((type) => [type, count(type)])) as Record<MentionType, Counts>;
}

function quotationCounts(comparison: QuotationComparison): Readonly<Record<QuotationMeasure, Counts>> {
  const required = comparison.pairs.filter((pair) => !pair.gold.optional);
  const withFaults = (faults: number): Counts => ({
    tp: required.length - faults,
    fp: comparison.spurious.length + faults,
    fn: comparison.missed.length + faults,
  });
  return {
    'jaccard>=.8': withFaults(0),
    strict: withFaults(required.filter((pair) => !pair.sameWords).length),
    'joint with speaker': withFaults(required.filter((pair) => !pair.speakerRight).length),
    'coverage>.3': comparison.coverage.over30,
    'coverage>.8': comparison.coverage.over80,
  };
}

function kindCounts(
  rows: readonly GoldQuotation[],
  comparison: QuotationComparison,
): Readonly<Record<string, KindCounts>> {
  const required = comparison.pairs.filter((pair) => !pair.gold.optional);
  const said = [...required.map((pair) => pair.predicted), ...comparison.spurious];
  const labels = [...new Set([...rows.map(kindLabel), ...said.map(kindOf)])].sort();
  return Object.fromEntries(
    labels.map((label) => {
      const pairs = comparison.pairs.filter((pair) => kindLabel(pair.gold) === label);
      const right = required.filter((pair) => kindOf(pair.predicted) === label);
      return [
        label,
        {
          gold: rows.filter((row) => kindLabel(row) === label).length,
          found: pairs.length,
          speakerRight: pairs.filter((pair) => pair.speakerRight).length,
          said: said.filter((row) => kindOf(row) === label).length,
          saidRight: right.length,
          saidSpeakerRight: right.filter((pair) => pair.speakerRight).length,
        },
      ];
    }),
  );
}

function kindOf({ kind }: PredictedQuotation): string {
  return kind ?? 'no kind';
}

function kindLabel(row: GoldQuotation): string {
  return row.optional ? `${row.kind}?` : row.kind;
}

function notSpeechCounts(gold: GoldDocument, predicted: PredictedArticle): ArticleCounts['notSpeech'] {
  const key = ({ start, end }: { readonly start: number; readonly end: number }) =>
    keyOf(wordsIn(gold.words, start, end));
  const said = new Set((predicted.quotations ?? []).map(key));
  return { taken: gold.notSpeech.filter((span) => said.has(key(span))).length, total: gold.notSpeech.length };
}
