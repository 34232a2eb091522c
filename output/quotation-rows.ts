/**
 * The quotations of a document as rows of the output contract, in text order, one row each.
 * Takes the document's UTF-16 spans, gives objects with code-point offsets; links are the ids of the output.
 */
import type { Document, Entity, Party, Quotation } from '../pipeline/document.js';
import { wellFormed } from './code-points.js';
import type { JsonLdQuotation } from './json-ld-types.js';
import { decimal, ruleIds, some, spanObject, type Writing } from './writing.js';

/** Gives a row for each quotation. */
export function quotationRows(writing: Writing, document: Document): readonly JsonLdQuotation[] {
  return document.quotations.map((quotation, index) => quotationRow(writing, quotation, index));
}

function quotationRow(writing: Writing, quotation: Quotation, index: number): JsonLdQuotation {
  const { kind, resolution, abstention, cue, polarity, stance } = quotation;
  const { text, start, end } = spanObject(writing, quotation);
  return {
    type: 'Quotation',
    id: writing.ids.quotations[index],
    kind,
    text,
    start,
    end,
    ...speakerKeys(writing, quotation),
    resolution,
    ...(abstention ? { abstention } : {}),
    ...(cue ? { cue: spanObject(writing, cue) } : {}),
    ...partyKeys(writing, 'relay', quotation.relay),
    ...partyKeys(writing, 'addressee', quotation.addressee),
    ...partyKeys(writing, 'onBehalfOf', quotation.onBehalfOf),
    ...rowKey(writing, 'partOf', quotation.partOf),
    ...rowKey(writing, 'continues', quotation.continues),
    // The contract gives marked parts to indirect rows only; a direct row is verbatim as a whole.
    ...some(
      'verbatim',
      kind === 'indirect' ? (quotation.verbatim ?? []).map((span) => spanObject(writing, span)) : [],
    ),
    polarity,
    stance,
    ...some('evidence', ruleIds(quotation.evidence)),
    confidence: decimal(quotation.confidence),
  };
}

type SpeakerKeys = Pick<JsonLdQuotation, 'speaker' | 'spokenByCharacter' | 'speakerText' | 'speakerSpan'>;

function speakerKeys(writing: Writing, { speakers, speakerSpan }: Quotation): SpeakerKeys {
  const unique = [...new Set(speakers)];
  const characters = unique.filter((entity) => entity.type !== 'Place');
  const span = speakerSpan && spanObject(writing, speakerSpan);
  return {
    ...some(
      'speaker',
      unique.map((entity) => idOf(writing, entity)),
    ),
    ...some(
      'spokenByCharacter',
      characters.map((entity) => idOf(writing, entity)),
    ),
    ...(span ? { speakerText: span.text, speakerSpan: span } : {}),
  };
}

type PartyRole = 'relay' | 'addressee' | 'onBehalfOf';

function partyKeys(writing: Writing, role: PartyRole, party: Party | undefined): Partial<JsonLdQuotation> {
  if (party === undefined) return {};
  if (party.entity === undefined) return { [role]: wellFormed(party.text) };
  const id = idOf(writing, party.entity);
  return { [role]: id, [`${role}Entity`]: id };
}

function rowKey(
  writing: Writing,
  key: 'partOf' | 'continues',
  row: number | undefined,
): Partial<JsonLdQuotation> {
  return row === undefined ? {} : { [key]: writing.ids.quotations[row] };
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
