/**
 * A small invented article with gold and a way to predict for it, for the tests of the evaluator. Spans are found
 * by their words, so that no offset is written down.
 */
import type { GoldDocument, GoldMention, GoldQuotation } from '../../check/gold.js';
import type { PredictedArticle, PredictedEntity, PredictedQuotation } from '../../check/predictions.js';
import { wordsOf } from '../../check/words.js';

export const TEXT = [
  '🙂 قالت سميرة الحداد لقناة النور إن الجسر سيفتح يوم الأحد القادم.',
  'وأكد مصدر أمني رفيع أن الطريق إلى صيدا آمن تماما.',
  'وأضافت الحداد: «لن نغلق المدارس هذا الشتاء» في بيروت أو في «دار الكتب».',
].join('\n');

/** Code points of a piece of the text. */
export function place(piece: string): {
  readonly start: number;
  readonly end: number;
  readonly text: string;
} {
  const unit = TEXT.indexOf(piece);
  if (unit < 0) throw new Error(`the test's article lacks "${piece}"`);
  const start = Array.from(TEXT.slice(0, unit)).length;
  return { start, end: start + Array.from(piece).length, text: piece };
}

const mention = (
  piece: string,
  type: GoldMention['type'],
  entity: string,
  optional?: boolean,
): GoldMention => ({
  ...place(piece),
  type,
  entity,
  optional,
});

const quotation = (
  piece: string,
  kind: string,
  speaker: string | null,
  optional?: boolean,
): GoldQuotation => ({
  ...place(piece),
  kind,
  speaker,
  optional,
});

export const GOLD: GoldDocument = {
  id: '7',
  file: '7_abc.txt',
  text: TEXT,
  words: wordsOf(TEXT),
  entities: {
    haddad: { type: 'Person', label: 'Haddad', names: ['سميرة الحدّاد', 'الحداد'] },
    nour: { type: 'Organization', label: 'Nour', names: ['النور'] },
    saida: { type: 'Place', label: 'Saida', names: ['صيدا'] },
    beirut: { type: 'Place', label: 'Beirut', names: ['بيروت'] },
    source: { type: 'Source', label: 'source', names: ['مصدر أمني رفيع'] },
  },
  mentions: [
    mention('سميرة الحداد', 'Person', 'haddad'),
    mention('النور', 'Organization', 'nour', true),
    mention('مصدر أمني رفيع', 'Source', 'source'),
    mention('صيدا', 'Place', 'saida'),
    mention('بيروت', 'Place', 'beirut'),
  ],
  quotations: [
    quotation('الجسر سيفتح يوم الأحد القادم', 'indirect', 'haddad'),
    quotation('الطريق إلى صيدا آمن تماما', 'indirect', 'source'),
    quotation('لن نغلق المدارس هذا الشتاء', 'direct', 'haddad'),
  ],
  notSpeech: [place('دار الكتب')],
};

export function entity(
  type: string,
  id: string,
  pieces: readonly string[],
  rest: object = {},
): PredictedEntity {
  return { type, id, occurrences: pieces.map(place), ...rest };
}

export function said(piece: string, rest: object = {}): PredictedQuotation {
  return { ...place(piece), ...rest };
}

export function prediction(
  mentions: readonly PredictedEntity[],
  quotations: readonly PredictedQuotation[] = [],
): PredictedArticle {
  return { identifier: '7_abc', mentions, quotations };
}
