/**
 * What was found in one article, as the comparison wants it: takes an output object, and perhaps what its evidence rests on,
 * gives mentions, entities and quotations that point at each other. All offsets are Unicode code points.
 */
import type {
  JsonLdArticle,
  JsonLdEntity,
  JsonLdOccurrence,
  JsonLdQuotation,
} from '../../output/json-ld-types.js';

interface Found {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Ids of the evidence. */
  readonly rules: readonly string[];
  /** Rules and list rows of the evidence and of all that it rests on; the rules alone when nobody knows more. */
  readonly roots: readonly string[];
  readonly confidence?: string;
}

export interface FoundMention extends Found {
  readonly subject: 'mention';
  readonly type: string;
  readonly entity: FoundEntity;
}

/** Stands where its first mention stands. */
export interface FoundEntity extends Found {
  readonly subject: 'entity';
  readonly id: string;
  readonly type: string;
  readonly name: string;
  /** Everything else that is said of it, as text. */
  readonly details: Readonly<Record<string, string>>;
  readonly mentions: readonly FoundMention[];
}

export interface FoundQuotation extends Found {
  readonly subject: 'quotation';
  readonly kind: string;
  readonly speakers: readonly FoundEntity[];
  readonly speakerText?: string;
  /** The quotation that encloses it, and the one of which it is a later piece, by index. */
  readonly partOf: number;
  readonly continues: number;
  readonly details: Readonly<Record<string, string>>;
}

export type FoundThing = FoundMention | FoundEntity | FoundQuotation;

export interface Findings {
  readonly mentions: readonly FoundMention[];
  readonly entities: readonly FoundEntity[];
  readonly quotations: readonly FoundQuotation[];
}

/** What the evidence of mentions and quotations rests on: by `rootKey` of their spans. */
export type Roots = ReadonlyMap<string, readonly string[]>;

export function rootKey(subject: 'mention' | 'quotation', start: number, end: number): string {
  return `${subject} ${start} ${end}`;
}

/** Reads an output object. */
export function findingsOf(article: JsonLdArticle, roots: Roots = NO_ROOTS): Findings {
  const entities = (article.mentions ?? []).map((entity) => entityOf(entity, roots));
  const byId = new Map(entities.map((entity) => [entity.id, entity]));
  const rows = article.quotations ?? [];
  const indexOf = new Map(rows.map(({ id }, index) => [id, index]));
  return {
    entities,
    mentions: entities.flatMap(({ mentions }) => mentions).sort(inTextOrder),
    quotations: rows.map((row) => quotationOf(row, byId, indexOf, roots)),
  };
}

const NO_ROOTS: Roots = new Map();
const NONE: readonly never[] = [];

function entityOf(row: JsonLdEntity, roots: Roots): FoundEntity {
  const mentions: FoundMention[] = [];
  const [first] = row.occurrences;
  const entity: FoundEntity = {
    subject: 'entity',
    id: row.id,
    type: row.type,
    name: row.name,
    start: first.start,
    end: first.end,
    text: first.text,
    rules: first.evidence ?? NONE,
    roots: rootsOf('mention', first, roots),
    details: given({
      name: row.name,
      'canonical name': row.canonicalName,
      link: row.sameAs?.join(' '),
      titles: row.jobTitle?.join('، '),
    }),
    mentions,
  };
  for (const occurrence of row.occurrences) mentions.push(mentionOf(occurrence, entity, roots));
  return entity;
}

function mentionOf(row: JsonLdOccurrence, entity: FoundEntity, roots: Roots): FoundMention {
  const { start, end, text, evidence: rules = NONE, confidence } = row;
  const { type } = entity;
  return {
    subject: 'mention',
    type,
    entity,
    start,
    end,
    text,
    rules,
    roots: rootsOf('mention', row, roots),
    confidence,
  };
}

function quotationOf(
  row: JsonLdQuotation,
  byId: ReadonlyMap<string, FoundEntity>,
  indexOf: ReadonlyMap<string, number>,
  roots: Roots,
): FoundQuotation {
  const { start, end, text, kind, speakerText, evidence: rules = NONE, confidence } = row;
  const party = (value: string | undefined) =>
    value === undefined ? undefined : (byId.get(value)?.name ?? value);
  return {
    subject: 'quotation',
    kind,
    start,
    end,
    text,
    rules,
    roots: rootsOf('quotation', row, roots),
    confidence,
    speakers: (row.speaker ?? NONE).flatMap((id) => byId.get(id) ?? NONE),
    speakerText,
    partOf: row.partOf === undefined ? -1 : (indexOf.get(row.partOf) ?? -1),
    continues: row.continues === undefined ? -1 : (indexOf.get(row.continues) ?? -1),
    details: given({
      kind,
      polarity: row.polarity,
      stance: row.stance,
      cue: row.cue && `${row.cue.text} (${row.cue.start})`,
      'words for the speaker': row.speakerSpan && `${row.speakerText} (${row.speakerSpan.start})`,
      resolution: row.resolution,
      abstention: row.abstention,
      relay: party(row.relay),
      addressee: party(row.addressee),
      'on behalf of': party(row.onBehalfOf),
      verbatim: row.verbatim?.map((part) => `${part.start}–${part.end}`).join(' '),
    }),
  };
}

function rootsOf(
  subject: 'mention' | 'quotation',
  row: { readonly start: number; readonly end: number; readonly evidence?: readonly string[] },
  roots: Roots,
): readonly string[] {
  return roots.get(rootKey(subject, row.start, row.end)) ?? row.evidence ?? NONE;
}

function given(values: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> {
  const known = Object.entries(values).filter(([, value]) => value !== undefined && value !== '');
  return Object.fromEntries(known) as Record<string, string>;
}

function inTextOrder(a: FoundMention, b: FoundMention): number {
  return a.start - b.start || a.end - b.end;
}
