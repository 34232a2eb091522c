/**
 * What a quotation's confidence is worth: for each bin of it, how many quotations have it, and how many of them have
 * the right words and the right speaker. Takes gold and predictions; leaves out what only optional rows are like,
 * as the scores do. Predictions without confidence give no bins.
 */
import type { GoldDocument } from './gold.js';
import { percent } from './measure.js';
import { type PredictedArticle, type PredictedQuotation, pairWithGold } from './predictions.js';
import { compareQuotations } from './quotations.js';

export interface Bin {
  /** Confidence from here, up to the next bin. */
  readonly from: number;
  readonly count: number;
  /** Percentages of the count. */
  readonly content: number;
  readonly 'content and speaker': number;
}

/** Lower bounds, the highest first. */
const BOUNDS = [0.9, 0.8, 0.7, 0.6, 0.5, 0];

/** The bins that hold a quotation, the most confident first. */
export function calibrate(
  gold: readonly GoldDocument[],
  predictions: readonly PredictedArticle[],
): readonly Bin[] {
  const judged = pairWithGold(gold, predictions).flatMap((pair) =>
    pair.predicted === undefined ? [] : judge(pair.gold, pair.predicted),
  );
  return BOUNDS.flatMap((from, index) => {
    const below = BOUNDS[index - 1] ?? Number.POSITIVE_INFINITY;
    const inBin = judged.filter(({ confidence }) => confidence >= from && confidence < below);
    if (inBin.length === 0) return [];
    const share = (isRight: (one: Judged) => boolean): number =>
      percent(inBin.filter(isRight).length, inBin.length);
    return [
      {
        from,
        count: inBin.length,
        content: share(({ words }) => words),
        'content and speaker': share(({ speaker }) => speaker),
      },
    ];
  });
}

interface Judged {
  readonly confidence: number;
  readonly words: boolean;
  readonly speaker: boolean;
}

function judge(gold: GoldDocument, predicted: PredictedArticle): readonly Judged[] {
  const { pairs, spurious } = compareQuotations(gold, predicted);
  const right = pairs.map((pair) => ({
    confidence: confidenceOf(pair.predicted),
    words: true,
    speaker: pair.speakerRight,
  }));
  const wrong = spurious.map((row) => ({ confidence: confidenceOf(row), words: false, speaker: false }));
  return [...right, ...wrong].filter(({ confidence }) => !Number.isNaN(confidence));
}

function confidenceOf({ confidence }: PredictedQuotation): number {
  return Number(confidence ?? Number.NaN);
}

/** The bins as lines for a reader; nothing when there are none. */
export function calibrationTable(bins: readonly Bin[]): string {
  if (bins.length === 0) return '';
  const line = (label: string, cells: readonly (string | number)[]): string =>
    label.padEnd(20) + cells.map((cell) => String(cell).padStart(10)).join('');
  const rows = bins.map(({ from, count, content, 'content and speaker': both }) =>
    line(`${from.toFixed(1)} and more`, [count, content.toFixed(1), both.toFixed(1)]),
  );
  return ['', line('by confidence', ['count', 'content', 'speaker']), ...rows, ''].join('\n');
}
