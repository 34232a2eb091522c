/**
 * Compares predicted mentions with gold mentions, type by type, as sets of words: an attached proclitic never
 * matters and duplicates count once. Takes both for one article, gives what was found, missed and spurious.
 */
import type { GoldDocument, GoldMention } from './gold.js';
import type { PredictedArticle, PredictedSpan } from './predictions.js';
import { keyOf, sharedWords, type WordRange, type WordTable, wordsIn } from './words.js';

export const MENTION_TYPES = ['Person', 'Organization', 'Place'] as const;
export type MentionType = (typeof MENTION_TYPES)[number];

export interface PredictedMention extends PredictedSpan {
  readonly type: string;
}

/** What became of the mentions of one type in one article. */
export interface MentionComparison {
  readonly found: readonly GoldMention[];
  readonly missed: readonly GoldMention[];
  readonly spurious: readonly PredictedMention[];
}

/** Compares the mentions of every scored type. */
export function compareMentions(
  gold: Pick<GoldDocument, 'words' | 'mentions'>,
  predicted: readonly PredictedMention[],
): Readonly<Record<MentionType, MentionComparison>> {
  const excused = gold.mentions
    .filter((mention) => mention.optional || mention.type === 'Source')
    .map((mention) => rangeOf(gold.words, mention));
  const compare = (type: MentionType) => compareType(gold, predicted, excused, type);
  return { Person: compare('Person'), Organization: compare('Organization'), Place: compare('Place') };
}

/** Every occurrence of every entity of an output object. */
export function mentionsOf(article: PredictedArticle | undefined): readonly PredictedMention[] {
  return (article?.mentions ?? []).flatMap((entity) =>
    (entity.occurrences ?? []).map(({ start, end }) => ({ type: entity.type, start, end })),
  );
}

function compareType(
  gold: Pick<GoldDocument, 'words' | 'mentions'>,
  predicted: readonly PredictedMention[],
  excused: readonly WordRange[],
  type: MentionType,
): MentionComparison {
  const ofType = gold.mentions.filter((mention) => mention.type === type);
  const required = byWords(
    gold.words,
    ofType.filter((mention) => !mention.optional),
  );
  const said = byWords(
    gold.words,
    predicted.filter((mention) => mention.type === type),
  );
  // An optional mention of the same words is excused already by the words that it shares.
  const isSpurious = (key: string, mention: PredictedMention) =>
    !required.has(key) && !excused.some((range) => sharedWords(range, rangeOf(gold.words, mention)) > 0);
  return {
    found: [...required].filter(([key]) => said.has(key)).map(([, mention]) => mention),
    missed: [...required].filter(([key]) => !said.has(key)).map(([, mention]) => mention),
    spurious: [...said].filter(([key, mention]) => isSpurious(key, mention)).map(([, mention]) => mention),
  };
}

function byWords<M extends PredictedSpan>(words: WordTable, mentions: readonly M[]): ReadonlyMap<string, M> {
  const sets = new Map<string, M>();
  for (const mention of mentions) {
    const key = keyOf(rangeOf(words, mention));
    if (!sets.has(key)) sets.set(key, mention);
  }
  return sets;
}

function rangeOf(words: WordTable, span: PredictedSpan): WordRange {
  return wordsIn(words, span.start, span.end);
}
