/**
 * Compares what was found in one article before and after, and gives every difference with what stands on each side, still
 * without its causes. Differences come in the order mentions, entities, quotations, each in text order.
 */
import type { Change } from './difference.js';
import type { Findings, FoundEntity, FoundMention, FoundQuotation, FoundThing } from './findings.js';
import { pairSpans } from './pair-spans.js';

/** A difference whose causes are not known yet. */
export interface RawDifference {
  readonly change: Change;
  readonly before?: FoundThing;
  readonly after?: FoundThing;
  readonly note?: string;
}

/** Any mention that shares a letter is the same, moved; of a quotation a third must be common. */
const MENTION_OVERLAP = 0;
const QUOTATION_OVERLAP = 1 / 3;

export function compareFindings(before: Findings, after: Findings): readonly RawDifference[] {
  const mentions = pairSpans(before.mentions, after.mentions, MENTION_OVERLAP);
  const entities = pairEntities(before.entities, mentions.pairs);
  return [
    ...inTextOrder([
      ...mentions.pairs.flatMap(([one, other]) => compareMention(one, other, entities)),
      ...alone(mentions.before, mentions.after),
    ]),
    ...inTextOrder(compareEntities(before, after, entities)),
    ...inTextOrder(compareQuotations(before, after, entities)),
  ];
}

/** For each entity that stands on both sides what it is on the other, and whose mentions the rest have. */
interface EntityPairs {
  readonly after: ReadonlyMap<FoundEntity, FoundEntity>;
  readonly taken: ReadonlySet<FoundEntity>;
  /** Of an entity without a partner, the one that now has its mentions, or had them. */
  readonly joined: ReadonlyMap<FoundEntity, FoundEntity>;
}

/** Entities are the same when they share mentions; the more they share, the sooner. */
function pairEntities(
  before: readonly FoundEntity[],
  mentions: readonly (readonly [FoundMention, FoundMention])[],
): EntityPairs {
  const shared = new Map<FoundEntity, Map<FoundEntity, number>>();
  for (const [one, other] of mentions) {
    const counts = shared.get(one.entity) ?? new Map<FoundEntity, number>();
    counts.set(other.entity, (counts.get(other.entity) ?? 0) + 1);
    shared.set(one.entity, counts);
  }
  const rows = before.flatMap((one) =>
    [...(shared.get(one) ?? [])].map(([other, count]) => ({ one, other, count })),
  );
  rows.sort((a, b) => b.count - a.count);
  const after = new Map<FoundEntity, FoundEntity>();
  const taken = new Set<FoundEntity>();
  const joined = new Map<FoundEntity, FoundEntity>();
  for (const { one, other } of rows) {
    if (after.has(one) || taken.has(other)) continue;
    after.set(one, other);
    taken.add(other);
  }
  for (const { one, other } of rows) {
    if (!after.has(one) && !joined.has(one)) joined.set(one, other);
    if (!taken.has(other) && !joined.has(other)) joined.set(other, one);
  }
  return { after, taken, joined };
}

function compareMention(
  before: FoundMention,
  after: FoundMention,
  entities: EntityPairs,
): readonly RawDifference[] {
  if (before.type !== after.type) return [{ change: 're-typed', before, after }];
  if (!sameSpan(before, after)) return [{ change: 'moved', before, after }];
  const partner = entities.after.get(before.entity);
  if (partner !== undefined && partner !== after.entity && entities.taken.has(after.entity)) {
    const note = `of ${before.entity.name} → of ${after.entity.name}`;
    return [{ change: 'changed', before, after, note }];
  }
  return explainedOtherwise(before, after);
}

function explainedOtherwise(before: FoundThing, after: FoundThing): readonly RawDifference[] {
  const notes = [
    ...(sameList(before.rules, after.rules)
      ? []
      : [`by ${listOf(before.rules)} → by ${listOf(after.rules)}`]),
    ...(before.confidence === after.confidence
      ? []
      : [`confidence ${before.confidence} → ${after.confidence}`]),
  ];
  return notes.length === 0 ? [] : [{ change: 're-explained', before, after, note: notes.join('; ') }];
}

function compareEntities(before: Findings, after: Findings, entities: EntityPairs): readonly RawDifference[] {
  const paired = before.entities.flatMap((one): readonly RawDifference[] => {
    const other = entities.after.get(one);
    if (other === undefined) {
      const joined = entities.joined.get(one);
      const note = joined === undefined ? undefined : `its mentions are now of ${joined.name}`;
      return [{ change: 'lost', before: one, note }];
    }
    if (one.type !== other.type) return [{ change: 're-typed', before: one, after: other }];
    const note = changedDetails(one.details, other.details);
    return note === '' ? [] : [{ change: 'changed', before: one, after: other, note }];
  });
  const gained = after.entities
    .filter((entity) => !entities.taken.has(entity))
    .map((entity): RawDifference => {
      const joined = entities.joined.get(entity);
      const note = joined === undefined ? undefined : `its mentions were of ${joined.name}`;
      return { change: 'gained', after: entity, note };
    });
  return [...paired, ...gained];
}

function compareQuotations(
  before: Findings,
  after: Findings,
  entities: EntityPairs,
): readonly RawDifference[] {
  const { pairs, ...left } = pairSpans(before.quotations, after.quotations, QUOTATION_OVERLAP);
  const partners = new Map(pairs);
  const isPartner = (one: number, other: number) => {
    const quotation = before.quotations[one];
    return one < 0 || other < 0 ? one === other : partners.get(quotation) === after.quotations[other];
  };
  return [
    ...pairs.flatMap(([one, other]) => compareQuotation(one, other, entities, isPartner)),
    ...alone(left.before, left.after),
  ];
}

/** A quotation can be moved, re-attributed and changed at once. */
function compareQuotation(
  before: FoundQuotation,
  after: FoundQuotation,
  entities: EntityPairs,
  isPartner: (one: number, other: number) => boolean,
): readonly RawDifference[] {
  const isAttributedAnew = !sameSpeakers(before, after, entities);
  const links = (['partOf', 'continues'] as const).filter((link) => !isPartner(before[link], after[link]));
  const details = [
    changedDetails(before.details, after.details, isAttributedAnew ? OF_SPEAKER : []),
    ...links.map((link) => (link === 'partOf' ? 'encloses it: another one' : 'carries on another one')),
  ].filter((note) => note !== '');
  const differences: RawDifference[] = [];
  if (!sameSpan(before, after)) differences.push({ change: 'moved', before, after });
  if (isAttributedAnew) {
    const note = `${speakerOf(before) ?? 'nobody'} → ${speakerOf(after) ?? 'nobody'}`;
    differences.push({ change: 're-attributed', before, after, note });
  }
  if (details.length > 0) differences.push({ change: 'changed', before, after, note: details.join('; ') });
  return differences.length > 0 ? differences : explainedOtherwise(before, after);
}

/** What follows from who speaks. */
const OF_SPEAKER: readonly string[] = ['words for the speaker', 'resolution', 'abstention'];

function sameSpeakers(before: FoundQuotation, after: FoundQuotation, entities: EntityPairs): boolean {
  if (before.speakers.length !== after.speakers.length) return false;
  if (before.speakers.length === 0) return before.speakerText === after.speakerText;
  return before.speakers.every((speaker) => after.speakers.includes(entities.after.get(speaker)!));
}

/** Who speaks, in words; undefined when nobody is known. */
export function speakerOf({ speakers, speakerText }: FoundQuotation): string | undefined {
  return speakers.length > 0 ? speakers.map(({ name }) => name).join('، ') : speakerText;
}

function changedDetails(
  before: FoundEntity['details'],
  after: FoundEntity['details'],
  except: readonly string[] = [],
): string {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names
    .filter((name) => before[name] !== after[name] && !except.includes(name))
    .map((name) => `${name} ${before[name] ?? 'none'} → ${after[name] ?? 'none'}`)
    .join('; ');
}

function alone(before: readonly FoundThing[], after: readonly FoundThing[]): readonly RawDifference[] {
  return [
    ...before.map((thing): RawDifference => ({ change: 'lost', before: thing })),
    ...after.map((thing): RawDifference => ({ change: 'gained', after: thing })),
  ];
}

function inTextOrder(differences: readonly RawDifference[]): readonly RawDifference[] {
  const startOf = ({ before, after }: RawDifference) => (before ?? after)!.start;
  return differences.toSorted((a, b) => startOf(a) - startOf(b));
}

function sameSpan(a: FoundThing, b: FoundThing): boolean {
  return a.start === b.start && a.end === b.end;
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}

function listOf(rules: readonly string[]): string {
  return rules.length === 0 ? 'nothing' : rules.join(', ');
}
