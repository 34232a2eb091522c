/**
 * Judges whether a quotation was given the right speaker: it compares the predicted entities, or the words that
 * stand for the speaker, with the gold speaker. Takes one article's gold and prediction, gives a judge of pairs.
 */
import { foldName } from './fold.js';
import type { GoldDocument, GoldQuotation } from './gold.js';
import type { PredictedArticle, PredictedEntity, PredictedQuotation } from './predictions.js';
import { wordsIn, wordsOf } from './words.js';

export type SpeakerJudge = (gold: GoldQuotation, predicted: PredictedQuotation) => boolean;

/** Gives the judge of one article's speakers. */
export function speakerJudge(gold: GoldDocument, predicted: PredictedArticle): SpeakerJudge {
  const entities = new Map((predicted.mentions ?? []).map((entity) => [entity.id, entity]));
  return (row, quotation) => {
    const speakers = quotation.speaker ?? [];
    if (row.speaker === null) return speakers.length === 0;
    const key = row.speaker;
    const isSpeaker = (id: string) => isEntity(gold, key, entities.get(id));
    if (speakers.some(isSpeaker)) return true;
    if (gold.entities[key].type === 'Source' && coversName(gold, key, quotation.speakerText)) return true;
    return speakers.length === 0 && equalsName(gold, key, quotation.speakerText);
  };
}

function isEntity(gold: GoldDocument, key: string, entity: PredictedEntity | undefined): boolean {
  if (entity === undefined) return false;
  const names = [entity.name, ...(entity.alternateName ?? [])];
  return names.some((name) => equalsName(gold, key, name)) || liesOnMentions(gold, key, entity);
}

function liesOnMentions(gold: GoldDocument, key: string, entity: PredictedEntity): boolean {
  const own = new Set(
    gold.mentions.filter((mention) => mention.entity === key).flatMap((m) => wordNumbers(gold, m)),
  );
  const said = new Set((entity.occurrences ?? []).flatMap((occurrence) => wordNumbers(gold, occurrence)));
  const shared = [...said].filter((word) => own.has(word)).length;
  return shared * 2 > said.size;
}

function wordNumbers(
  gold: GoldDocument,
  span: { readonly start: number; readonly end: number },
): readonly number[] {
  const { first, after } = wordsIn(gold.words, span.start, span.end);
  return Array.from({ length: after - first }, (_, index) => first + index);
}

function equalsName(gold: GoldDocument, key: string, name: string | undefined): boolean {
  if (name === undefined) return false;
  const folded = foldName(name);
  return gold.entities[key].names.some((goldName) => foldName(goldName) === folded);
}

/** `مصدر أمني رفيع` covers `مصدر أمني`; so does `مصدر`, which is half of it. */
function coversName(gold: GoldDocument, key: string, speakerText: string | undefined): boolean {
  if (speakerText === undefined) return false;
  const said = new Set(wordsOf(foldName(speakerText)).forms);
  return gold.entities[key].names.some((name) => {
    const words = [...new Set(wordsOf(foldName(name)).forms)];
    return words.length > 0 && words.filter((word) => said.has(word)).length * 2 >= words.length;
  });
}
