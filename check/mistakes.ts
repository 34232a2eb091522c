/**
 * Lists every mistake of predictions against gold documents, as data: what was missed, spurious, of the wrong
 * type, with other boundaries, or given to the wrong speaker. Takes what the evaluator takes and lists exactly
 * what it counts; `errors.ts` prints it. All offsets are Unicode code points, end exclusive.
 */
import type { GoldDocument, GoldMention, GoldQuotation } from './gold.js';
import { compareMentions, mentionsOf, type PredictedMention } from './mentions.js';
import {
  type PredictedArticle,
  type PredictedQuotation,
  type PredictedSpan,
  pairWithGold,
} from './predictions.js';
import { compareQuotations, type QuotationPair } from './quotations.js';
import { contentIn, jaccard, sameWords, sharedWords, type WordRange, wordsIn } from './words.js';

export const MISTAKE_KINDS = [
  'mention missed',
  'mention spurious',
  'mention of wrong type',
  'mention with other boundaries',
  'quotation missed',
  'quotation spurious',
  'quotation with other boundaries',
  'speaker wrong',
] as const;
export type MistakeKind = (typeof MISTAKE_KINDS)[number];

/** One mistake and where it is. A mention of wrong type or with other boundaries counts once as missed, once as spurious. */
export interface Mistake extends PredictedSpan {
  readonly kind: MistakeKind;
  /** Type of the mention or kind of the quotation. */
  readonly label: string;
  /** What was expected and what was said, where the span does not tell. */
  readonly note?: string;
}

/** The mistakes in one article. */
export interface ArticleMistakes {
  readonly gold: GoldDocument;
  readonly mistakes: readonly Mistake[];
}

/**
 * Lists the mistakes of each gold document, in the order of the gold.
 * @throws Error when two predictions claim one gold document
 */
export function listMistakes(
  gold: readonly GoldDocument[],
  predictions: readonly PredictedArticle[],
): readonly ArticleMistakes[] {
  return pairWithGold(gold, predictions).map((pair) => {
    const predicted = pair.predicted ?? { identifier: pair.gold.id };
    const mistakes = [
      ...mentionMistakes(pair.gold, mentionsOf(predicted)),
      ...quotationMistakes(pair.gold, predicted),
    ];
    return { gold: pair.gold, mistakes };
  });
}

/** Lists the mistakes in the mentions of one document. */
export function mentionMistakes(
  gold: GoldDocument,
  predicted: readonly PredictedMention[],
): readonly Mistake[] {
  const comparisons = Object.values(compareMentions(gold, predicted));
  const missed = comparisons.flatMap((comparison) => comparison.missed);
  const rest = new Set(comparisons.flatMap((comparison) => comparison.spurious));
  const mistakes: Mistake[] = [];
  const unmatched = missed.filter((mention) => {
    const partner = [...rest].find((other) => isMistaken(gold, mention, other));
    if (partner === undefined) return true;
    rest.delete(partner);
    mistakes.push(mistaken(gold, mention, partner));
    return false;
  });
  mistakes.push(...unmatched.map((mention) => at('mention missed', mention, mention.type)));
  mistakes.push(...[...rest].map((mention) => at('mention spurious', mention, mention.type)));
  return mistakes.sort(inTextOrder);
}

/** Same words under another type, or some of the same words under the same type. */
function isMistaken(gold: GoldDocument, mention: GoldMention, other: PredictedMention): boolean {
  const [a, b] = [wordRange(gold, mention), wordRange(gold, other)];
  return mention.type === other.type ? sharedWords(a, b) > 0 : sameWords(a, b);
}

function mistaken(gold: GoldDocument, mention: GoldMention, other: PredictedMention): Mistake {
  if (mention.type !== other.type) {
    return at('mention of wrong type', mention, mention.type, `said to be ${other.type}`);
  }
  const note = difference(gold, wordRange(gold, mention), wordRange(gold, other));
  return at('mention with other boundaries', mention, mention.type, note);
}

function quotationMistakes(gold: GoldDocument, predicted: PredictedArticle): readonly Mistake[] {
  const { pairs, missed, spurious } = compareQuotations(gold, predicted);
  const required = pairs.filter((pair) => !pair.gold.optional);
  return [
    ...missed.map((row) => at('quotation missed', row, row.kind, nearest(gold, row, predicted))),
    ...spurious.map((row) => at('quotation spurious', row, row.kind ?? 'quotation')),
    ...required
      .filter((pair) => !pair.sameWords)
      .map((pair) =>
        at('quotation with other boundaries', pair.gold, pair.gold.kind, contentDifference(gold, pair)),
      ),
    ...required
      .filter((pair) => !pair.speakerRight)
      .map((pair) => at('speaker wrong', pair.gold, pair.gold.kind, speakers(gold, pair, predicted))),
  ].sort(inTextOrder);
}

function nearest(gold: GoldDocument, row: GoldQuotation, predicted: PredictedArticle): string | undefined {
  const content = contentRange(gold, row);
  const likeness = (other: PredictedQuotation) => jaccard(content, contentRange(gold, other));
  const best = (predicted.quotations ?? []).toSorted((a, b) => likeness(b) - likeness(a))[0];
  if (best === undefined || likeness(best) === 0) return undefined;
  const share = Math.round(likeness(best) * 100);
  return `nearest has ${share} % of the words: ${difference(gold, content, contentRange(gold, best))}`;
}

function contentDifference(gold: GoldDocument, pair: QuotationPair): string {
  return difference(gold, contentRange(gold, pair.gold), contentRange(gold, pair.predicted));
}

/** Which words the prediction lacks or adds at either side. */
function difference(gold: GoldDocument, wanted: WordRange, said: WordRange): string {
  const words = (first: number, after: number) => gold.words.forms.slice(first, after).join(' ');
  const parts = [
    wanted.first < said.first && `lacks at the start "${words(wanted.first, said.first)}"`,
    said.first < wanted.first && `adds at the start "${words(said.first, wanted.first)}"`,
    said.after < wanted.after && `lacks at the end "${words(said.after, wanted.after)}"`,
    wanted.after < said.after && `adds at the end "${words(wanted.after, said.after)}"`,
  ];
  return parts.filter((part) => part !== false).join('; ') || 'the same words';
}

function speakers(gold: GoldDocument, pair: QuotationPair, predicted: PredictedArticle): string {
  const { speaker, speakerText } = pair.predicted;
  const nameOf = (id: string) => predicted.mentions?.find((entity) => entity.id === id)?.name ?? id;
  const names = (speaker ?? []).map(nameOf).join(', ');
  const said = [names, speakerText && `words "${speakerText}"`].filter((part) => part).join(', ');
  const key = pair.gold.speaker;
  const wanted =
    key === null ? 'nobody' : `${gold.entities[key].names[0] ?? key} (${gold.entities[key].type})`;
  return `gold: ${wanted}; said: ${said || 'nobody'}`;
}

function wordRange(gold: GoldDocument, span: PredictedSpan): WordRange {
  return wordsIn(gold.words, span.start, span.end);
}

function contentRange(gold: GoldDocument, span: PredictedSpan): WordRange {
  return contentIn(gold.words, span.start, span.end);
}

function at(kind: MistakeKind, span: PredictedSpan, label: string, note?: string): Mistake {
  return { kind, start: span.start, end: span.end, label, note };
}

function inTextOrder(a: Mistake, b: Mistake): number {
  return a.start - b.start || a.end - b.end;
}
