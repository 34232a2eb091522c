/**
 * The quotations of a document as rows of the output contract, in text order, one row each.
 * Takes the document's UTF-16 spans, gives objects with code-point offsets; links are the ids of the output.
 */
import type { Document, Entity, Party, Quotation } from '../pipeline/document.js';
import { wellFormed } from './code-points.js';
import type { JsonLdQuotation } from './json-ld-types.js';
import { decimal, ruleIds, spanObject, type Writing } from './writing.js';

/** Gives a row for each quotation. */
export function quotationRows(writing: Writing, document: Document): readonly JsonLdQuotation[] {
  return document.quotations.map((quotation, index) => quotationRow(writing, quotation, index));
}

function quotationRow(writing: Writing, quotation: Quotation, index: number): JsonLdQuotation {
  const { kind, resolution, abstention, cue, polarity, stance } = quotation;
  const text = writing.text.slice(quotation.start, quotation.end);
  const [start, end] = [writing.at(quotation.start), writing.at(quotation.end)];
  const row: Writable<JsonLdQuotation> = {
    type: 'Quotation',
    id: writing.ids.quotations[index],
    kind,
    text,
    start,
    end,
  } as Writable<JsonLdQuotation>;
  addSpeaker(row, writing, quotation);
  row.resolution = resolution;
  if (abstention) row.abstention = abstention;
  if (cue) row.cue = spanObject(writing, cue);
  addParty(row, writing, 'relay', quotation.relay);
  addParty(row, writing, 'addressee', quotation.addressee);
  addParty(row, writing, 'onBehalfOf', quotation.onBehalfOf);
  if (quotation.partOf !== undefined) row.partOf = writing.ids.quotations[quotation.partOf];
  if (quotation.continues !== undefined) row.continues = writing.ids.quotations[quotation.continues];
  // The contract gives marked parts to indirect rows only; a direct row is verbatim as a whole.
  if (kind === 'indirect' && quotation.verbatim !== undefined && quotation.verbatim.length > 0)
    row.verbatim = quotation.verbatim.map((span) => spanObject(writing, span));
  row.polarity = polarity;
  row.stance = stance;
  if (quotation.evidence.length > 0) row.evidence = ruleIds(quotation.evidence);
  row.confidence = decimal(quotation.confidence);
  return row;
}

/** A row while its keys are written, in the contract's order. */
type Writable<Row> = { -readonly [Key in keyof Row]: Row[Key] };

function addSpeaker(
  row: Writable<JsonLdQuotation>,
  writing: Writing,
  { speakers, speakerSpan }: Quotation,
): void {
  const unique = speakers.length > 1 ? [...new Set(speakers)] : speakers;
  const characters = unique.filter((entity) => entity.type !== 'Place');
  if (unique.length > 0) row.speaker = unique.map((entity) => idOf(writing, entity));
  if (characters.length > 0) row.spokenByCharacter = characters.map((entity) => idOf(writing, entity));
  if (speakerSpan === undefined) return;
  const words = spanObject(writing, speakerSpan);
  row.speakerText = words.text;
  row.speakerSpan = words;
}

type PartyRole = 'relay' | 'addressee' | 'onBehalfOf';

function addParty(
  row: Writable<JsonLdQuotation>,
  writing: Writing,
  role: PartyRole,
  party: Party | undefined,
): void {
  if (party === undefined) return;
  const id = party.entity === undefined ? undefined : idOf(writing, party.entity);
  row[role] = id ?? wellFormed(party.text);
  if (id !== undefined) row[`${role}Entity`] = id;
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
