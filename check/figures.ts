/**
 * The figures that floors are set for. Takes gold and predictions, gives percentages with one decimal and no intervals,
 * which would take longer than all the rest.
 */
import { countArticle, sumCounts } from './count.js';
import type { GoldDocument } from './gold.js';
import { fOf, oneDecimal, percent } from './measure.js';
import { type PredictedArticle, pairWithGold } from './predictions.js';

export const FIGURES = {
  mentions: 'F of mentions',
  content: 'F of quotations, Jaccard of their words at least 0.8',
  joint: 'F of quotations with the right speaker',
  speaker: 'accuracy of the speaker on quotations that were found',
} as const;

export type Figures = Readonly<Record<keyof typeof FIGURES, number>>;

/** Computes the figures. */
export function figuresOf(gold: readonly GoldDocument[], predictions: readonly PredictedArticle[]): Figures {
  const counts = pairWithGold(gold, predictions).map((pair) => countArticle(pair.gold, pair.predicted));
  const sum = (name: 'jaccard>=.8' | 'joint with speaker') =>
    oneDecimal(fOf(sumCounts(counts.map(({ quotations }) => quotations[name]))));
  const speakers = counts.map((one) => one.speakers);
  const total = (key: 'paired' | 'right') => speakers.reduce((so, one) => so + one[key], 0);
  return {
    mentions: oneDecimal(fOf(sumCounts(counts.flatMap(({ mentions }) => Object.values(mentions))))),
    content: sum('jaccard>=.8'),
    joint: sum('joint with speaker'),
    speaker: percent(total('right'), total('paired')),
  };
}
