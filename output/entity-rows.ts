/** Describes entities with their occurrences. Takes UTF-16 units, gives code points. */
import type { Entity, Mention } from '../pipeline/document.js';
import { wellFormed } from './code-points.js';
import type { JsonLdEntity, JsonLdOccurrence } from './json-ld-types.js';
import { KEYS } from './keys.js';
import type { Row } from './row.js';
import { describeSpan } from './span-rows.js';
import { decimal, distinct, NONE, ruleIds, type Writing } from './writing.js';

export function describeEntity(row: Row<JsonLdEntity>, { ids }: Writing, entity: Entity): void {
  const { name, wikidata } = entity;
  row.word(KEYS.type, entity.type);
  row.word(KEYS.id, ids.entities.get(entity)!);
  row.text(KEYS.name, wellFormed(name));
  row.texts(KEYS.alternateName, formsOf(entity.alternateNames, name));
  row.text(KEYS.canonicalName, entity.canonicalName || undefined);
  row.texts(KEYS.sameAs, wikidata ? [`http://www.wikidata.org/entity/${wikidata}`] : NONE);
  row.texts(KEYS.jobTitle, formsOf(entity.jobTitles));
  row.rows(KEYS.occurrences, inOrder(entity.mentions), describeOccurrence);
}

function describeOccurrence(row: Row<JsonLdOccurrence>, writing: Writing, mention: Mention): void {
  describeSpan(row, writing, mention);
  row.texts(KEYS.evidence, ruleIds(mention.evidence));
  row.word(KEYS.confidence, decimal(mention.confidence));
}

/** Each form once, without the name itself. */
export function formsOf(written: readonly string[], name = ''): readonly string[] {
  if (written.length === 0) return NONE;
  return distinct(written)
    .filter((form) => form !== '' && form !== name)
    .map(wellFormed);
}

/** The pipeline gives mentions in text order; another caller's are put so. */
function inOrder(mentions: readonly Mention[]): readonly Mention[] {
  for (let next = 1; next < mentions.length; next++)
    if (mentions[next - 1].start > mentions[next].start)
      return mentions.toSorted((a, b) => a.start - b.start || a.end - b.end);
  return mentions;
}
