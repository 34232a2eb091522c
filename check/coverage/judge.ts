/**
 * Which findings in an article are right, by the metrics of the evaluation: a mention with the words and the type of the gold, a
 * quotation with its words, a speaker of a quotation that was found. Takes gold and document, gives for each rule, sieve and list row of
 * their evidence how often it was right and wrong. What the gold leaves open counts as neither.
 */
import { type Document, type Evidence, type Mention, type Quotation, toJsonLd } from '../../index.js';
import type { GoldDocument } from '../gold.js';
import { compareMentions, type PredictedMention } from '../mentions.js';
import type { PredictedArticle, PredictedQuotation } from '../predictions.js';
import { compareQuotations } from '../quotations.js';
import { wordsIn } from '../words.js';

export interface Verdict {
  readonly name: string;
  readonly isRight: boolean;
}

/** Judges the findings of one article. A finding gives a verdict for each name of its evidence. */
export function judge(gold: GoldDocument, document: Document): readonly Verdict[] {
  const output = toJsonLd(document) as PredictedArticle & ReturnType<typeof toJsonLd>;
  return [...judgeMentions(gold, document, output), ...judgeQuotations(gold, document, output)];
}

type Output = ReturnType<typeof toJsonLd>;

function judgeMentions(gold: GoldDocument, document: Document, output: Output): readonly Verdict[] {
  const said = document.entities.flatMap((entity, index) =>
    inOrder(entity.mentions).map((mention, at) => {
      const { start, end } = output.mentions![index].occurrences[at];
      return { mention, predicted: { type: entity.type, start, end } };
    }),
  );
  const predicted = said.map((one) => one.predicted);
  const comparisons = Object.values(compareMentions(gold, predicted));
  const wrong = new Set<PredictedMention>(comparisons.flatMap(({ spurious }) => spurious));
  const key = ({ type, start, end }: PredictedMention) => {
    const { first, after } = wordsIn(gold.words, start, end);
    return `${type} ${first} ${after}`;
  };
  const found = new Set(comparisons.flatMap((comparison) => comparison.found.map(key)));
  const wrongKeys = new Set([...wrong].map(key));
  return said.flatMap(({ mention, predicted: one }) => {
    if (found.has(key(one))) return verdicts(mention.evidence, true);
    return wrongKeys.has(key(one)) ? verdicts(mention.evidence, false) : [];
  });
}

function judgeQuotations(gold: GoldDocument, document: Document, output: Output): readonly Verdict[] {
  const { pairs, spurious } = compareQuotations(gold, output as PredictedArticle);
  const rows = (output.quotations ?? []) as readonly PredictedQuotation[];
  const quotationOf = (row: PredictedQuotation): Quotation => document.quotations[rows.indexOf(row)];
  return [
    ...pairs
      .filter((pair) => !pair.gold.optional)
      .flatMap(({ predicted, speakerRight }) => {
        const { words, speaker } = parted(quotationOf(predicted).evidence);
        return [...verdicts(words, true), ...verdicts(speaker, speakerRight)];
      }),
    ...spurious.flatMap((row) => verdicts(parted(quotationOf(row).evidence).words, false)),
  ];
}

/** The evidence for the words, and that for who says them, which comes last. */
function parted(evidence: readonly Evidence[]): Readonly<Record<'words' | 'speaker', readonly Evidence[]>> {
  const isSpeaker = ({ rule }: Evidence) => rule.startsWith('speaker/');
  return { words: evidence.filter((one) => !isSpeaker(one)), speaker: evidence.filter(isSpeaker) };
}

function verdicts(evidence: readonly Evidence[], isRight: boolean): Verdict[] {
  const names = new Set(evidence.flatMap(({ rule, rows = [] }) => [rule, ...rows]));
  return [...names].map((name) => ({ name, isRight }));
}

/** As the output has them. */
function inOrder(mentions: readonly Mention[]): readonly Mention[] {
  return mentions.toSorted((a, b) => a.start - b.start || a.end - b.end);
}
