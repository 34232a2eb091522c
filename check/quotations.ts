/**
 * Compares predicted quotations with gold quotations by the words of their content.
 * Takes both for one article; pairs them one to one, greedily, the most alike first; gives the pairs with whether
 * the words are the same and the speaker right, and what was missed and spurious.
 */
import type { GoldDocument, GoldQuotation } from './gold.js';
import type { PredictedArticle, PredictedQuotation } from './predictions.js';
import { type SpeakerJudge, speakerJudge } from './speaker.js';
import { contentIn, jaccard, sameWords, sharedWords, sizeOf, type WordRange } from './words.js';

/** A gold row, required or optional, and the prediction that it was paired with. */
export interface QuotationPair {
  readonly gold: GoldQuotation;
  readonly predicted: PredictedQuotation;
  readonly sameWords: boolean;
  readonly speakerRight: boolean;
}

export interface Counts {
  readonly tp: number;
  readonly fp: number;
  readonly fn: number;
}

/** What became of the quotations of one article. */
export interface QuotationComparison {
  readonly pairs: readonly QuotationPair[];
  /** Required rows without a pair. */
  readonly missed: readonly GoldQuotation[];
  readonly spurious: readonly PredictedQuotation[];
  /** Looser counts, by how much of a required row a prediction must cover. */
  readonly coverage: { readonly over30: Counts; readonly over80: Counts };
}

const PAIRED = 0.8;
const NEAR_OPTIONAL = 0.5;

interface Row<Q> {
  readonly quotation: Q;
  readonly content: WordRange;
}

/** Compares the quotations of one article. */
export function compareQuotations(gold: GoldDocument, predicted: PredictedArticle): QuotationComparison {
  const content = <Q extends { readonly start: number; readonly end: number }>(quotation: Q): Row<Q> => ({
    quotation,
    content: contentIn(gold.words, quotation.start, quotation.end),
  });
  const rows = gold.quotations.map(content);
  const said = (predicted.quotations ?? []).map(content);
  const partners = pairRows(rows, said);
  const taken = new Set(partners.values());
  const optional = rows.filter((row) => row.quotation.optional);
  const isSpurious = (row: Row<PredictedQuotation>, index: number) =>
    !taken.has(index) && optional.every((other) => jaccard(other.content, row.content) < NEAR_OPTIONAL);
  return {
    pairs: describePairs(rows, said, partners, speakerJudge(gold, predicted)),
    missed: rows
      .filter((row, index) => !row.quotation.optional && !partners.has(index))
      .map((row) => row.quotation),
    spurious: said.filter(isSpurious).map((row) => row.quotation),
    coverage: { over30: countCoverage(rows, said, 0.3), over80: countCoverage(rows, said, 0.8) },
  };
}

/** Gives for the number of each paired gold row the number of its prediction. */
function pairRows(rows: readonly Row<unknown>[], said: readonly Row<unknown>[]): ReadonlyMap<number, number> {
  const candidates: { readonly row: number; readonly prediction: number; readonly likeness: number }[] = [];
  for (const [row, gold] of rows.entries()) {
    for (const [prediction, other] of said.entries()) {
      const likeness = jaccard(gold.content, other.content);
      if (likeness >= PAIRED) candidates.push({ row, prediction, likeness });
    }
  }
  candidates.sort((a, b) => b.likeness - a.likeness || b.row - a.row || b.prediction - a.prediction);
  const partners = new Map<number, number>();
  const taken = new Set<number>();
  for (const { row, prediction } of candidates) {
    if (partners.has(row) || taken.has(prediction)) continue;
    partners.set(row, prediction);
    taken.add(prediction);
  }
  return partners;
}

function describePairs(
  rows: readonly Row<GoldQuotation>[],
  said: readonly Row<PredictedQuotation>[],
  partners: ReadonlyMap<number, number>,
  isRight: SpeakerJudge,
): readonly QuotationPair[] {
  return [...partners]
    .sort(([a], [b]) => a - b)
    .map(([row, prediction]) => ({
      gold: rows[row].quotation,
      predicted: said[prediction].quotation,
      sameWords: sameWords(rows[row].content, said[prediction].content),
      speakerRight: isRight(rows[row].quotation, said[prediction].quotation),
    }));
}

/** Each required row in turn takes the unused prediction that covers it best, if it covers enough. */
function countCoverage(
  rows: readonly Row<GoldQuotation>[],
  said: readonly Row<PredictedQuotation>[],
  threshold: number,
): Counts {
  const required = rows.filter((row) => !row.quotation.optional);
  const optional = rows.filter((row) => row.quotation.optional);
  const unused = new Set(said);
  let tp = 0;
  for (const row of required) {
    let best: Row<PredictedQuotation> | undefined;
    let bestShared = 0;
    for (const candidate of unused) {
      const shared = sharedWords(row.content, candidate.content);
      if (shared > bestShared) [best, bestShared] = [candidate, shared];
    }
    if (best === undefined || bestShared / sizeOf(row.content) <= threshold) continue;
    tp++;
    unused.delete(best);
  }
  const isFree = (row: Row<PredictedQuotation>) =>
    optional.every((other) => sharedWords(other.content, row.content) === 0);
  return { tp, fp: [...unused].filter(isFree).length, fn: required.length - tp };
}
