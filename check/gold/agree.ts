/**
 * How far two annotators agree: one's gold is scored as if an extractor had said it, by the other's, and the other way
 * round. Takes the golds of both; gives the scores of both directions, kappa by word, and every disagreement.
 */
import type { GoldDocument, GoldMention, GoldQuotation } from '../gold.js';
import { type ArticleMistakes, listMistakes } from '../mistakes.js';
import type { PredictedArticle } from '../predictions.js';
import { type Scores, score } from '../score.js';
import { contentIn, jaccard, sameWords, wordsIn } from '../words.js';
import { type Kappas, kappas } from './kappa.js';

export interface Agreement {
  readonly articles: number;
  /** Ids of articles that only one of them annotated; they count nowhere. */
  readonly only: { readonly a: readonly string[]; readonly b: readonly string[] };
  /** B's annotations, with A's taken for the truth. */
  readonly byA: Scores;
  /** A's annotations, with B's taken for the truth. */
  readonly byB: Scores;
  readonly kappa: Kappas;
  /** Where they differ, as mistakes of B. */
  readonly disagreements: readonly ArticleMistakes[];
}

/**
 * Compares the articles that both have, told by their ids.
 * @throws Error with one line when there are none, or when the two read different texts
 */
export function agreement(a: readonly GoldDocument[], b: readonly GoldDocument[]): Agreement {
  const ofB = new Map(b.map((gold) => [gold.id, gold]));
  const ofA = new Set(a.map(({ id }) => id));
  const pairs = a.flatMap((one) => {
    const other = ofB.get(one.id);
    return other === undefined ? [] : [[one, other] as const];
  });
  if (pairs.length === 0)
    throw new Error('the two have no article in common; articles are told by their ids');
  const torn = pairs.find(([one, other]) => one.text !== other.text);
  if (torn !== undefined)
    throw new Error(`${torn[0].id}: the two annotated different texts; let both annotate one`);
  const [first, second] = [pairs.map(([one]) => one), pairs.map(([, other]) => other)];
  const saidByB = pairs.map(([one, other]) => asPrediction(other, one));
  const saidByA = pairs.map(([one, other]) => asPrediction(one, other));
  return {
    articles: pairs.length,
    only: {
      a: a.filter(({ id }) => !ofB.has(id)).map(({ id }) => id),
      b: b.filter(({ id }) => !ofA.has(id)).map(({ id }) => id),
    },
    byA: score(first, saidByB),
    byB: score(second, saidByA),
    kappa: kappas(pairs),
    disagreements: listMistakes(first, saidByB),
  };
}

/** A gold as an extractor would have said it. What is optional in it counts only where the judge asks for it. */
function asPrediction(gold: GoldDocument, judge: GoldDocument): PredictedArticle {
  const said = gold.mentions.filter((mention) => !mention.optional || isAskedFor(mention, judge));
  const mentions = Object.entries(gold.entities)
    .filter(([, { type }]) => type !== 'Source')
    .map(([id, { type, names }]) => ({
      id,
      type,
      name: names[0],
      alternateName: names,
      occurrences: said.filter(({ entity }) => entity === id),
    }));
  const quotations = gold.quotations
    .filter((quotation) => !quotation.optional || isLike(quotation, judge))
    .map(({ start, end, kind, speaker }) => ({ start, end, kind, ...speakerIn(gold, speaker) }));
  return { identifier: gold.id, mentions, quotations };
}

function speakerIn(gold: GoldDocument, key: string | null): { speaker?: string[]; speakerText?: string } {
  if (key === null) return {};
  const { type, names } = gold.entities[key];
  return type === 'Source' ? { speakerText: names[0] } : { speaker: [key] };
}

function isAskedFor({ start, end, type }: GoldMention, { words, mentions }: GoldDocument): boolean {
  const range = wordsIn(words, start, end);
  return mentions.some(
    (other) =>
      other.type === type && !other.optional && sameWords(range, wordsIn(words, other.start, other.end)),
  );
}

/** The share of words from which the evaluator takes two quotations for one. */
const ALIKE = 0.8;

function isLike({ start, end }: GoldQuotation, { words, quotations }: GoldDocument): boolean {
  const content = contentIn(words, start, end);
  return quotations.some((other) => jaccard(content, contentIn(words, other.start, other.end)) >= ALIKE);
}
