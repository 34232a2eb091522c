/** The tables `entities` (a row for whoever an article names) and `mentions` (a row for each place where it does). */
import type { Document, Entity, Mention } from '../../pipeline/document.js';
import { wellFormed } from '../code-points.js';
import { formsOf } from '../entity-rows.js';
import { spanId } from '../identifiers.js';
import { rounded, ruleIds, type Writing } from '../writing.js';
import { spanColumns, wordsOf } from './span-columns.js';
import { always, type Column, count, documentTable, number, type Table, text, texts } from './table.js';

interface EntityRow {
  readonly writing: Writing;
  readonly entity: Entity;
}

interface MentionRow extends EntityRow {
  readonly mention: Mention;
}

const KEYS: readonly Column<EntityRow>[] = [
  always(text('article_id', 'the article, in `articles`', ({ writing }) => writing.ids.article)),
  always(
    text('entity_id', 'the id of the entity, `id` in the JSON-LD; key of `entities`', ({ writing, entity }) =>
      writing.ids.entities.get(entity),
    ),
  ),
  always(text('type', '`Person`, `Organization` or `Place`', ({ entity }) => entity.type)),
];

const ENTITIES: Table<EntityRow> = {
  name: 'entities',
  meaning: 'somebody or something that an article names; entities are local to their article',
  columns: [
    ...KEYS,
    always(text('name', 'the fullest form in this article', ({ entity }) => wellFormed(entity.name))),
    text(
      'canonical_name',
      "the name of the list's row, when linked to one",
      ({ entity }) => entity.canonicalName || undefined,
    ),
    text(
      'wikidata',
      'the Wikidata id (`Q58217`), when linked and the list is certain',
      ({ entity }) => entity.wikidata || undefined,
    ),
    texts('alternate_names', 'the other forms in this article', ({ entity }) =>
      formsOf(entity.alternateNames, entity.name),
    ),
    texts('job_titles', 'titles that the article gives a person, as written there', ({ entity }) =>
      formsOf(entity.jobTitles),
    ),
    always(count('mentions', 'number of its rows in `mentions`', ({ entity }) => entity.mentions.length)),
  ],
};

const MENTIONS: Table<MentionRow> = {
  name: 'mentions',
  meaning: 'a place of the text that names an entity',
  columns: [
    ...KEYS,
    always(
      text(
        'mention_id',
        'the id of the mention: the article and its offsets in code points',
        ({ writing, mention }) =>
          spanId(writing.ids.article, writing.at(mention.start), writing.at(mention.end)),
      ),
    ),
    always(
      text('text', 'the words, without attached particles and titles', (row) => wordsOf(row, row.mention)),
    ),
    ...spanColumns<MentionRow>('', 'the mention', ({ mention }) => mention, true),
    texts('evidence', 'ids of rules and sieves, in order', ({ mention }) => ruleIds(mention.evidence)),
    always(number('confidence', 'from 0 to 1', ({ mention }) => rounded(mention.confidence))),
  ],
};

const entitiesOf = (document: Document, writing: Writing): readonly EntityRow[] =>
  document.entities.map((entity) => ({ writing, entity }));

export const entities = documentTable(ENTITIES, entitiesOf);

export const mentions = documentTable(MENTIONS, (document, writing) =>
  entitiesOf(document, writing).flatMap((row) => row.entity.mentions.map((mention) => ({ ...row, mention }))),
);
