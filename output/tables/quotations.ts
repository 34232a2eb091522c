/**
 * The tables `quotations` (a row for each thing said, with its first speaker and what its source says of the article, so
 * that it can be read alone) and `quotation_speakers` (a row for each speaker, for those who count).
 */
import type { Document, Entity, Party, Quotation } from '../../pipeline/document.js';
import { wellFormed } from '../code-points.js';
import { distinct, rounded, ruleIds, type Writing } from '../writing.js';
import { said } from './articles.js';
import { dayOf } from './day.js';
import { spanColumns, wordsOf } from './span-columns.js';
import { always, type Column, count, date, documentTable, number, type Table, text, texts } from './table.js';

interface QuotationRow {
  readonly document: Document;
  readonly writing: Writing;
  readonly quotation: Quotation;
  readonly id: string;
  readonly speakers: readonly Entity[];
}

interface SpeakerRow extends QuotationRow {
  readonly speaker: Entity;
  /** From 1. */
  readonly place: number;
}

const KEYS: readonly Column<QuotationRow>[] = [
  always(text('article_id', 'the article, in `articles`', ({ writing }) => writing.ids.article)),
  always(
    text('quotation_id', 'the id of the quotation, `id` in the JSON-LD; key of `quotations`', ({ id }) => id),
  ),
];

const CONTENT: readonly Column<QuotationRow>[] = [
  always(
    text('kind', '`direct`, `mixed`, `indirect`, `colon` or `headline`', ({ quotation }) => quotation.kind),
  ),
  always(text('text', 'what was said', (row) => wordsOf(row, row.quotation))),
  ...spanColumns<QuotationRow>('', 'what was said', ({ quotation }) => quotation, true),
];

const SPEAKER: readonly Column<QuotationRow>[] = [
  text('speaker_id', 'the first speaker, in `entities`', ({ writing, speakers }) =>
    writing.ids.entities.get(speakers[0]),
  ),
  text('speaker_type', 'type of the first speaker', ({ speakers }) => speakers[0]?.type),
  text('speaker_name', 'name of the first speaker in this article', ({ speakers }) => nameOf(speakers[0])),
  text(
    'speaker_canonical_name',
    'its name in the lists',
    ({ speakers }) => speakers[0]?.canonicalName || undefined,
  ),
  text('speaker_wikidata', 'its Wikidata id', ({ speakers }) => speakers[0]?.wikidata || undefined),
  always(count('speakers', 'number of its rows in `quotation_speakers`', ({ speakers }) => speakers.length)),
  text('speaker_text', 'the words that stand for the speaker here', (row) =>
    wordsOf(row, row.quotation.speakerSpan),
  ),
  ...spanColumns<QuotationRow>(
    'speaker_',
    'the words for the speaker',
    ({ quotation }) => quotation.speakerSpan,
  ),
  always(
    text('resolution', 'how these words stand for the speaker', ({ quotation }) => quotation.resolution),
  ),
  text('abstention', 'why there is no speaker', ({ quotation }) => quotation.abstention || undefined),
  text('cue', 'the word or phrase that announces it', (row) => wordsOf(row, row.quotation.cue)),
  ...spanColumns<QuotationRow>('cue_', 'the cue', ({ quotation }) => quotation.cue),
];

const PARTIES: readonly Column<QuotationRow>[] = [
  ...partyColumns('relay', 'who passed it on', ({ relay }) => relay),
  ...partyColumns('addressee', 'to whom it was said', ({ addressee }) => addressee),
  ...partyColumns('on_behalf_of', 'for whom a spokesperson speaks', ({ onBehalfOf }) => onBehalfOf),
];

const JUDGEMENT: readonly Column<QuotationRow>[] = [
  text('part_of', 'the row that encloses this one', ({ writing, quotation }) =>
    rowId(writing, quotation.partOf),
  ),
  text('continues', 'the first piece, of which this is a later one', ({ writing, quotation }) =>
    rowId(writing, quotation.continues),
  ),
  always(
    text(
      'polarity',
      '`asserted`, `denied`, `questioned`, `conditional` or `future`',
      ({ quotation }) => quotation.polarity,
    ),
  ),
  always(
    text('stance', "the speaker's attitude, as the cue tells it", ({ quotation }) =>
      wellFormed(quotation.stance),
    ),
  ),
  texts('evidence', 'ids of rules and sieves, in order', ({ quotation }) => ruleIds(quotation.evidence)),
  always(
    number('confidence', 'from 0 to 1, of content and speaker together', ({ quotation }) =>
      rounded(quotation.confidence),
    ),
  ),
];

const ARTICLE: readonly Column<QuotationRow>[] = [
  text('publisher', 'as in `articles`', ({ document }) => said(document, 'publisher')),
  date('day', 'as in `articles`', ({ document }) => dayOf(document.article.datePublished)),
  text('url', 'as in `articles`', ({ document }) => said(document, 'url')),
];

const QUOTATIONS: Table<QuotationRow> = {
  name: 'quotations',
  meaning: 'something said, with the first of its speakers',
  columns: [...KEYS, ...CONTENT, ...SPEAKER, ...PARTIES, ...JUDGEMENT, ...ARTICLE],
};

const SPEAKERS: Table<SpeakerRow> = {
  name: 'quotation_speakers',
  meaning: 'one speaker of one quotation; `الوزيران` gives two rows',
  columns: [
    ...KEYS,
    always(
      count('place', 'number of the speaker among those of the quotation, from 1', ({ place }) => place),
    ),
    always(
      text('entity_id', 'the speaker, in `entities`', ({ writing, speaker }) =>
        writing.ids.entities.get(speaker),
      ),
    ),
    always(text('type', 'type of the speaker', ({ speaker }) => speaker.type)),
    always(text('name', 'name of the speaker in this article', ({ speaker }) => nameOf(speaker))),
    text('canonical_name', 'its name in the lists', ({ speaker }) => speaker.canonicalName || undefined),
    text('wikidata', 'its Wikidata id', ({ speaker }) => speaker.wikidata || undefined),
  ],
};

/** An entity's id, and the name or words. */
function partyColumns(
  name: string,
  meaning: string,
  partyOf: (quotation: Quotation) => Party | undefined,
): readonly Column<QuotationRow>[] {
  const entityOf = ({ quotation }: QuotationRow) => partyOf(quotation)?.entity;
  return [
    text(`${name}_id`, `${meaning}, in \`entities\``, (row) => {
      const entity = entityOf(row);
      return entity && row.writing.ids.entities.get(entity);
    }),
    text(name, 'its name, or the words of the text', (row) => {
      const words = partyOf(row.quotation)?.text;
      return nameOf(entityOf(row)) ?? (words && wellFormed(words));
    }),
  ];
}

function nameOf(entity: Entity | undefined): string | undefined {
  return entity && wellFormed(entity.name);
}

function rowId({ ids }: Writing, index: number | undefined): string | undefined {
  return index === undefined ? undefined : ids.quotations[index];
}

function quotationsOf(document: Document, writing: Writing): readonly QuotationRow[] {
  return document.quotations.map((quotation, index) => ({
    document,
    writing,
    quotation,
    id: writing.ids.quotations[index],
    speakers: distinct(quotation.speakers),
  }));
}

export const quotations = documentTable(QUOTATIONS, quotationsOf);

export const quotationSpeakers = documentTable(SPEAKERS, (document, writing) =>
  quotationsOf(document, writing).flatMap((row) =>
    row.speakers.map((speaker, index) => ({ ...row, speaker, place: index + 1 })),
  ),
);
