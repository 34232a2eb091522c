/**
 * Reads brat's stand-off annotation of a text into rows, and says what it could not use. Takes the content of an
 * `.ann` file (offsets in code points) and the text; gives rows with offsets in UTF-16 units.
 */
import type { Defect } from '../../packs/error.js';
import type { GoldEntity, GoldType } from '../gold.js';
import { type BratFile, type BratSpan, readBrat } from './brat-lines.js';
import { BRAT_ENTITIES, BRAT_QUOTATIONS, NOT_SPEECH, OPTIONAL, SPEAKER } from './brat-vocabulary.js';
import { byPosition, type GoldRows, type MentionRow, overlap, type QuotationRow, type Span } from './rows.js';

export interface Imported {
  readonly rows: GoldRows;
  readonly defects: readonly Defect[];
  /** What was left out, for a person to know. */
  readonly leftOut: readonly string[];
}

/** Reads an annotation. */
export function importBrat(place: string, content: string, text: string): Imported {
  const file = readBrat(place, content);
  const placed = placeSpans(file, text);
  const groups = groupsOf(file, placed);
  const { mentions, leftOut } = settled(
    [...placed].flatMap(([span, at]) => mentionOf(span, at, groups, file)),
  );
  const unknown = [...new Set(file.spans.filter(isUnknown).map(({ type }) => type))];
  return {
    rows: {
      entities: entitiesOf(file, groups, placed, text),
      mentions,
      quotations: quotationsOf(file, placed, groups),
      notSpeech: [...placed].flatMap(([span, at]) => (span.type === NOT_SPEECH ? [at] : [])).sort(byPosition),
    },
    defects: file.defects.found,
    leftOut: [...leftOut, ...unknown.map((type) => `spans of type ${type}`)],
  };
}

type Placed = ReadonlyMap<BratSpan, Span>;

function isUnknown({ type }: BratSpan): boolean {
  return (
    !BRAT_ENTITIES.has(type.toLowerCase()) && !BRAT_QUOTATIONS.has(type.toLowerCase()) && type !== NOT_SPEECH
  );
}

/** Pieces with only white space between them are one span, since brat ends a piece at the end of a line. */
function placeSpans({ spans, defects }: BratFile, text: string): Placed {
  const units = [0];
  for (const point of text) units.push(units[units.length - 1] + point.length);
  const placed = new Map<BratSpan, Span>();
  for (const span of spans) {
    const { id, ranges, words, line } = span;
    const at = { start: units[ranges[0][0]], end: units[ranges[ranges.length - 1][1]] };
    const found = at.end === undefined ? undefined : text.slice(at.start, at.end);
    if (found !== undefined && oneLine(found) === oneLine(words)) placed.set(span, at);
    else if (ranges.length > 1)
      defects.report(
        { line, column: 1 },
        `${id} has pieces with words between them`,
        'make a span of each piece',
      );
    else {
      const there = found === undefined ? 'the text ends before' : `the text has "${oneLine(found)}" there`;
      const advice = 'give the text that was annotated; offsets are code points';
      defects.report({ line, column: 1 }, `${id} is not "${words}": ${there}`, advice);
    }
  }
  return placed;
}

function oneLine(words: string): string {
  return words.trim().replace(/\s+/gu, ' ');
}

/** By id of a span: the key of its entity. Spans that brat calls equivalent, or that are written alike, are one. */
function groupsOf(file: BratFile, placed: Placed): ReadonlyMap<string, string> {
  const spans = [...placed.keys()].filter(({ type }) => BRAT_ENTITIES.has(type.toLowerCase()));
  const keys = new Map<string, string>();
  const types = new Map<string, GoldType>();
  for (const span of spans) {
    if (keys.has(span.id)) continue;
    const together = file.equivalent.find((ids) => ids.includes(span.id)) ?? [span.id];
    const type = BRAT_ENTITIES.get(span.type.toLowerCase())!;
    const said = together.flatMap((id) => noted(file, id, 'key'))[0];
    let key = said ?? oneLine(span.words);
    for (let number = 2; types.has(key) && types.get(key) !== type; number++) {
      key = `${oneLine(span.words)} (${number})`;
    }
    types.set(key, type);
    for (const id of together) keys.set(id, key);
  }
  return keys;
}

function noted({ notes }: BratFile, id: string, what: string): readonly string[] {
  return notes.flatMap(({ about, words }) =>
    about === id && words.startsWith(`${what}: `) ? [words.slice(what.length + 2)] : [],
  );
}

function entitiesOf(
  file: BratFile,
  groups: ReadonlyMap<string, string>,
  placed: Placed,
  text: string,
): Readonly<Record<string, GoldEntity>> {
  const entities = new Map<string, GoldEntity>();
  for (const [{ id, type }, at] of placed) {
    const key = groups.get(id);
    if (key === undefined) continue;
    const before = entities.get(key);
    const names = [...(before?.names ?? []), ...noted(file, id, 'name'), text.slice(at.start, at.end)];
    const label = noted(file, id, 'label')[0] ?? before?.label ?? key;
    const ours = before?.type ?? BRAT_ENTITIES.get(type.toLowerCase())!;
    entities.set(key, { type: ours, label, names: [...new Set(names)] });
  }
  return Object.fromEntries(entities);
}

function mentionOf(
  { id }: BratSpan,
  at: Span,
  groups: ReadonlyMap<string, string>,
  file: BratFile,
): readonly MentionRow[] {
  const entity = groups.get(id);
  if (entity === undefined) return [];
  const { type } = file.spans.find((span) => span.id === id)!;
  const mention = { ...at, type: BRAT_ENTITIES.get(type.toLowerCase())!, entity };
  return [isOptional(file, id) ? { ...mention, optional: true } : mention];
}

/** Mentions do not overlap: of two the longer one is kept, and of a name and a described source the name. */
function settled(mentions: readonly MentionRow[]): {
  readonly mentions: readonly MentionRow[];
  readonly leftOut: readonly string[];
} {
  const order = (a: MentionRow, b: MentionRow): number =>
    Number(a.type === 'Source') - Number(b.type === 'Source') || b.end - b.start - (a.end - a.start);
  const kept: MentionRow[] = [];
  let lost = 0;
  for (const mention of mentions.toSorted(order)) {
    if (!kept.some((other) => overlap(other, mention))) kept.push(mention);
    else if (mention.type !== 'Source') lost++;
  }
  return {
    mentions: kept.sort(byPosition),
    leftOut: lost === 0 ? [] : [`${lost} ${lost === 1 ? 'name' : 'names'} inside longer names`],
  };
}

function quotationsOf(
  file: BratFile,
  placed: Placed,
  groups: ReadonlyMap<string, string>,
): readonly QuotationRow[] {
  const rows = [...placed].flatMap(([{ id, type }, at]) => {
    const kind = BRAT_QUOTATIONS.get(type.toLowerCase());
    if (kind === undefined) return [];
    const link = file.links.find(({ type: role, from }) => role === SPEAKER && from === id);
    const speaker = (link && groups.get(link.to)) ?? null;
    const cue = noted(file, id, 'cue')[0];
    const optional = isOptional(file, id);
    return [{ ...at, kind, speaker, ...(cue && { cue }), ...(optional && { optional }) }];
  });
  return rows.sort(byPosition);
}

function isOptional({ attributes }: BratFile, id: string): boolean {
  return attributes.some(({ name, about }) => name === OPTIONAL && about === id);
}
