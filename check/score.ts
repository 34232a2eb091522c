/**
 * Scores predictions against gold documents: pure, so that it scores any saved output.
 * Takes gold and predictions, gives every figure that the project reports, each F with its 95 % interval by
 * bootstrap over articles.
 */
import { bootstrap, type Interval } from './bootstrap.js';
import {
  type ArticleCounts,
  countArticle,
  type KindCounts,
  QUOTATION_MEASURES,
  type QuotationMeasure,
  sumCounts,
} from './count.js';
import type { GoldDocument } from './gold.js';
import { fOf, type Measure, measure, oneDecimal, percent, share } from './measure.js';
import { MENTION_TYPES, type MentionType } from './mentions.js';
import { type PredictedArticle, pairWithGold } from './predictions.js';
import type { Counts } from './quotations.js';

export type MentionRow = MentionType | 'micro';

/** Recall by the kind of the gold; precision, and so F, by the kind of the prediction. */
export interface KindScore {
  readonly gold: number;
  readonly found: number;
  readonly recall: number;
  readonly 'speaker right': number;
  /** Not of optional rows, which no prediction names. */
  readonly precision?: number;
  readonly F?: number;
  /** F where the speaker must be right too. */
  readonly 'joint F'?: number;
}

/** All scores; percentages with one decimal. */
export interface Scores {
  readonly documents: number;
  /** Ids of gold documents without a prediction; all that is in them counts as missed. */
  readonly missing: readonly string[];
  /** Words of the gold texts. */
  readonly tokens: number;
  readonly mentions: Readonly<Record<MentionRow, Measure>>;
  readonly quotations: Readonly<Record<QuotationMeasure, Measure>>;
  readonly 'speaker accuracy on found': number;
  readonly 'by kind': Readonly<Record<string, KindScore>>;
  /** As `7/13`. */
  readonly 'names in marks taken for speech': string;
  /** 95 % intervals of each F and of the speaker accuracy. */
  readonly intervals: {
    readonly mentions: Readonly<Record<MentionRow, Interval>>;
    readonly quotations: Readonly<Record<QuotationMeasure, Interval>>;
    readonly 'speaker accuracy on found': Interval;
  };
}

/**
 * Scores predictions against gold documents.
 * @throws Error when two predictions claim one gold document, or there is no gold document
 */
export function score(gold: readonly GoldDocument[], predictions: readonly PredictedArticle[]): Scores {
  if (gold.length === 0)
    throw new Error('there is no gold document to score against; give a folder of gold files');
  const pairs = pairWithGold(gold, predictions);
  const counts = pairs.map((pair) => countArticle(pair.gold, pair.predicted));
  const { paired, right } = sumSpeakers(counts);
  return {
    documents: gold.length,
    missing: pairs.filter((pair) => pair.predicted === undefined).map((pair) => pair.gold.id),
    tokens: counts.reduce((sum, one) => sum + one.tokens, 0),
    mentions: mapRows(sumMentions(counts.map((one) => one.mentions)), measure),
    quotations: mapRows(sumQuotations(counts), measure),
    'speaker accuracy on found': percent(right, paired),
    'by kind': kindScores(counts),
    'names in marks taken for speech': notSpeech(counts),
    intervals: intervals(counts),
  };
}

/** Sums the counts of each type over articles, and all of them as `micro`. */
export function sumMentions(
  articles: readonly Readonly<Record<MentionType, Counts>>[],
): Readonly<Record<MentionRow, Counts>> {
  const sums = Object.fromEntries(
    MENTION_TYPES.map((type) => [type, sumCounts(articles.map((article) => article[type]))]),
  ) as Record<MentionType, Counts>;
  return { ...sums, micro: sumCounts(Object.values(sums)) };
}

/** Applies a function to each row of a record. */
export function mapRows<Key extends string, From, To>(
  rows: Readonly<Record<Key, From>>,
  change: (row: From) => To,
): Readonly<Record<Key, To>> {
  const entries = Object.entries(rows) as [Key, From][];
  return Object.fromEntries(entries.map(([key, row]) => [key, change(row)])) as Record<Key, To>;
}

function sumQuotations(counts: readonly ArticleCounts[]): Readonly<Record<QuotationMeasure, Counts>> {
  return Object.fromEntries(
    QUOTATION_MEASURES.map((name) => [name, sumCounts(counts.map((one) => one.quotations[name]))]),
  ) as Record<QuotationMeasure, Counts>;
}

function sumSpeakers(counts: readonly ArticleCounts[]): ArticleCounts['speakers'] {
  return {
    paired: counts.reduce((sum, one) => sum + one.speakers.paired, 0),
    right: counts.reduce((sum, one) => sum + one.speakers.right, 0),
  };
}

function kindScores(counts: readonly ArticleCounts[]): Readonly<Record<string, KindScore>> {
  const labels = [...new Set(counts.flatMap((one) => Object.keys(one.byKind)))].sort();
  return Object.fromEntries(
    labels.map((label) => {
      const sum = (of: (kind: KindCounts) => number) =>
        counts.reduce((total, one) => total + (one.byKind[label] ? of(one.byKind[label]) : 0), 0);
      const gold = sum((kind) => kind.gold);
      const found = sum((kind) => kind.found);
      const right = sum((kind) => kind.speakerRight);
      const row = { gold, found, recall: percent(found, gold), 'speaker right': right };
      if (label.endsWith('?')) return [label, row];
      const said = sum((kind) => kind.said);
      const saidRight = sum((kind) => kind.saidRight);
      const jointly = sum((kind) => kind.saidSpeakerRight);
      return [
        label,
        {
          ...row,
          precision: percent(saidRight, said),
          F: harmonic(saidRight, said, found, gold),
          'joint F': harmonic(jointly, said, right, gold),
        },
      ];
    }),
  );
}

/** The harmonic mean of a precision and a recall, in per cent. */
function harmonic(saidRight: number, said: number, found: number, gold: number): number {
  const [precision, recall] = [share(saidRight, said), share(found, gold)];
  return oneDecimal(share(2 * precision * recall, precision + recall) / 100);
}

function notSpeech(counts: readonly ArticleCounts[]): string {
  const taken = counts.reduce((sum, one) => sum + one.notSpeech.taken, 0);
  const total = counts.reduce((sum, one) => sum + one.notSpeech.total, 0);
  return `${taken}/${total}`;
}

function intervals(counts: readonly ArticleCounts[]): Scores['intervals'] {
  const found = bootstrap(counts.length, (times) => {
    const drawn = counts.flatMap((one, index) => new Array<ArticleCounts>(times[index]).fill(one));
    const { paired, right } = sumSpeakers(drawn);
    const measures = [
      ...Object.values(sumMentions(drawn.map((one) => one.mentions))),
      ...Object.values(sumQuotations(drawn)),
    ];
    return [...measures.map(fOf), share(right, paired)];
  }).map(([low, high]): Interval => [oneDecimal(low), oneDecimal(high)]);
  const rows: readonly MentionRow[] = [...MENTION_TYPES, 'micro'];
  const afterMentions = found.slice(rows.length);
  return {
    mentions: Object.fromEntries(rows.map((row, index) => [row, found[index]])) as Record<
      MentionRow,
      Interval
    >,
    quotations: Object.fromEntries(
      QUOTATION_MEASURES.map((name, index) => [name, afterMentions[index]]),
    ) as Record<QuotationMeasure, Interval>,
    'speaker accuracy on found': found[found.length - 1],
  };
}
