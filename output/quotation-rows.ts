/** Describes quotations. Takes UTF-16 units, gives code points; links are the ids of the output. */
import type { Entity, Party, Quotation } from '../pipeline/document.js';
import { wellFormed } from './code-points.js';
import type { JsonLdQuotation } from './json-ld-types.js';
import { KEYS } from './keys.js';
import { fixed, type Row } from './row.js';
import { describeSpan } from './span-rows.js';
import { decimal, distinct, NONE, ruleIds, type Writing } from './writing.js';

const TYPE = fixed(KEYS.type, 'Quotation');

export function describeQuotation(
  row: Row<JsonLdQuotation>,
  writing: Writing,
  quotation: Quotation,
  index: number,
): void {
  const { text, at, ids } = writing;
  const { start, end, kind } = quotation;
  row.fixed(TYPE);
  row.word(KEYS.id, ids.quotations[index]);
  row.word(KEYS.kind, kind);
  row.text(KEYS.text, text.slice(start, end));
  row.count(KEYS.start, at(start));
  row.count(KEYS.end, at(end));
  describeSpeaker(row, writing, quotation);
  row.row(KEYS.cue, quotation.cue, describeSpan);
  describeParty(row, writing, 'relay', quotation.relay);
  describeParty(row, writing, 'addressee', quotation.addressee);
  describeParty(row, writing, 'onBehalfOf', quotation.onBehalfOf);
  row.word(KEYS.partOf, idOfRow(writing, quotation.partOf));
  row.word(KEYS.continues, idOfRow(writing, quotation.continues));
  // The contract gives marked parts to indirect rows only; a direct row is verbatim as a whole.
  row.rows(KEYS.verbatim, (kind === 'indirect' && quotation.verbatim) || NONE, describeSpan);
  row.word(KEYS.polarity, quotation.polarity);
  row.text(KEYS.stance, quotation.stance);
  row.texts(KEYS.evidence, ruleIds(quotation.evidence));
  row.word(KEYS.confidence, decimal(quotation.confidence));
}

function describeSpeaker(
  row: Row<JsonLdQuotation>,
  writing: Writing,
  { speakers, speakerSpan, resolution, abstention }: Quotation,
): void {
  if (speakers.length > 0) {
    const each = distinct(speakers);
    const characters = each.filter((entity) => entity.type !== 'Place');
    row.texts(
      KEYS.speaker,
      each.map((entity) => idOf(writing, entity)),
    );
    row.texts(
      KEYS.spokenByCharacter,
      characters.map((entity) => idOf(writing, entity)),
    );
  }
  if (speakerSpan !== undefined) {
    row.text(KEYS.speakerText, writing.text.slice(speakerSpan.start, speakerSpan.end));
    row.row(KEYS.speakerSpan, speakerSpan, describeSpan);
  }
  row.word(KEYS.resolution, resolution);
  row.text(KEYS.abstention, abstention || undefined);
}

type PartyRole = 'relay' | 'addressee' | 'onBehalfOf';

function describeParty(
  row: Row<JsonLdQuotation>,
  writing: Writing,
  role: PartyRole,
  party: Party | undefined,
): void {
  if (party === undefined) return;
  const id = party.entity === undefined ? undefined : idOf(writing, party.entity);
  row.text(KEYS[role], id ?? wellFormed(party.text));
  row.word(KEYS[`${role}Entity`], id);
}

function idOfRow({ ids }: Writing, index: number | undefined): string | undefined {
  return index === undefined ? undefined : ids.quotations[index];
}

function idOf(writing: Writing, entity: Entity): string {
  const id = writing.ids.entities.get(entity);
  if (id === undefined) {
    throw new Error(
      `${writing.ids.article}: "${entity.name}" speaks but is not among the article's entities; add it`,
    );
  }
  return id;
}
