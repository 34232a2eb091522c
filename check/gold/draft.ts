/**
 * A draft annotation from what the extractor found in an article, to be corrected by hand. Takes a document with
 * UTF-16 offsets; gives its rows as a gold would have them, and the annotation with comments where it is unsure.
 */

import type { Document, Entity, Evidence, Quotation } from '../../index.js';
import { characterFault } from '../../packs/text.js';
import type { GoldEntity, GoldType } from '../gold.js';
import type { Annotation } from './annotation.js';
import { describeRows } from './describe.js';
import { findForm } from './forms.js';
import { markedWithoutSpeech } from './marked.js';
import { byPosition, type GoldRows, type MentionRow, overlap, type QuotationRow, same } from './rows.js';

/** Below this a draft says how sure it is. */
const UNSURE = 0.85;

/** The draft of a document's annotation. */
export function draftAnnotation(document: Document): Annotation {
  const { text } = document.article;
  const keys = keysOf(document.entities);
  const annotation = describeRows(text, documentRows(document));
  const doubts = new Map([...keys].map(([entity, key]) => [key, doubtsOf(entity)]));
  const quotations = document.quotations.toSorted(byPosition);
  return {
    notes: ['A draft from the current output: correct it, then run isnad gold build.'],
    ...annotation,
    entities: annotation.entities.map((entity) => ({ ...entity, notes: doubts.get(entity.key) ?? [] })),
    quotations: annotation.quotations.map((row, index) => ({
      ...row,
      notes: notesOf(quotations[index], keys),
    })),
  };
}

/** What the document says, as gold rows: speakers that are only described become entities of type Source. */
export function documentRows(document: Document): GoldRows {
  const { text } = document.article;
  const keys = keysOf(document.entities);
  const entities = new Map<string, GoldEntity>();
  for (const [entity, key] of keys) {
    const { type, name, canonicalName } = entity;
    entities.set(key, { type, label: canonicalName ?? name, names: namesOf(text, entity) });
  }
  const mentions: MentionRow[] = [...keys].flatMap(([entity, key]) =>
    entity.mentions.map(({ start, end }) => ({ start, end, type: entity.type as GoldType, entity: key })),
  );
  const quotations = document.quotations
    .toSorted(byPosition)
    .map((quotation) => quotationRow(text, quotation, keys, entities, mentions));
  return {
    entities: Object.fromEntries(entities),
    mentions: mentions.sort(byPosition),
    quotations,
    notSpeech: markedWithoutSpeech(text, quotations),
  };
}

function quotationRow(
  text: string,
  quotation: Quotation,
  keys: ReadonlyMap<Entity, string>,
  entities: Map<string, GoldEntity>,
  mentions: MentionRow[],
): QuotationRow {
  const { start, end, kind, cue } = quotation;
  const speaker = keys.get(quotation.speakers[0]) ?? describedSpeaker(text, quotation, entities, mentions);
  return { start, end, kind, speaker, ...(cue && { cue: text.slice(cue.start, cue.end) }) };
}

/** A speaker who is only described becomes an entity; its words are marked where no name stands in them. */
function describedSpeaker(
  text: string,
  { speakerSpan, speakers }: Quotation,
  entities: Map<string, GoldEntity>,
  mentions: MentionRow[],
): string | null {
  if (speakerSpan === undefined || speakers.length > 0) return null;
  const words = text.slice(speakerSpan.start, speakerSpan.end);
  let key = words;
  for (let number = 2; entities.get(key) && entities.get(key)?.type !== 'Source'; number++) {
    key = `${words} (${number})`;
  }
  entities.set(key, { type: 'Source', label: key, names: [words] });
  const mention = { start: speakerSpan.start, end: speakerSpan.end, type: 'Source' as const, entity: key };
  if (!mentions.some((other) => overlap(other, mention))) mentions.push(mention);
  return key;
}

/** Each entity under its name; a second one of the same name gets a number. */
function keysOf(entities: readonly Entity[]): ReadonlyMap<Entity, string> {
  const keys = new Map<Entity, string>();
  const used = new Set<string>();
  for (const entity of entities) {
    // Letters that may not be typed (a presentation form of ع) would make a key of escapes.
    const name = characterFault(entity.name) ? entity.name.normalize('NFKC') : entity.name;
    let key = name;
    for (let number = 2; used.has(key); number++) key = `${name} (${number})`;
    used.add(key);
    keys.set(entity, key);
  }
  return keys;
}

/** Its forms in text order, with the article restored where only that finds them, then those that have it not. */
function namesOf(text: string, { mentions }: Entity): readonly string[] {
  const surfaces = mentions.map(({ start, end }) => text.slice(start, end));
  const plain = mentions.flatMap(({ name }, index) => (name === surfaces[index] ? findForm(text, name) : []));
  const forms = mentions.map((mention, index) => {
    const restored = () => findForm(text, mention.name).some((span) => same(span, mention));
    const isPlain = plain.some((span) => same(span, mention));
    return !isPlain && restored() ? mention.name : surfaces[index];
  });
  return [...new Set([...forms, ...surfaces])];
}

/** The least sure of an entity's mentions. */
function doubtsOf({ mentions }: Entity): readonly string[] {
  const least = mentions.toSorted((a, b) => a.confidence - b.confidence)[0];
  return least.confidence < UNSURE ? [`confidence ${least.confidence}: ${ruleOf(least.evidence)}`] : [];
}

function notesOf(quotation: Quotation, keys: ReadonlyMap<Entity, string>): readonly string[] {
  const { confidence, evidence, speakers, abstention } = quotation;
  const others = speakers.slice(1).map((speaker) => keys.get(speaker));
  return [
    ...(confidence < UNSURE
      ? [`confidence ${confidence}: ${evidence.map(({ rule }) => rule).join(', ')}`]
      : []),
    ...(others.length > 0 ? [`spoken together with ${others.join(', ')}`] : []),
    ...(abstention === undefined ? [] : [`nobody found: ${abstention}`]),
  ];
}

function ruleOf(evidence: readonly Evidence[]): string {
  return evidence[evidence.length - 1]?.rule ?? '';
}
