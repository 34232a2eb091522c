/**
 * Writes a gold as brat's stand-off annotation: a span for each mention, quotation and stretch in marks, relations
 * for speakers, `Equiv` for mentions of one entity, notes for what brat has no place for. Offsets are code points.
 */
import type { GoldDocument, GoldSpan } from '../gold.js';
import { NOT_SPEECH, OPTIONAL, SPEAKER } from './brat-vocabulary.js';

/** The content of the `.ann` file. */
export function writeBrat(gold: GoldDocument): string {
  const points = Array.from(gold.text);
  const lines: string[] = [];
  const notes: string[] = [];
  const mentions = new Map<string, string[]>();
  let count = 0;
  const span = (type: string, row: GoldSpan, optional?: boolean): string => {
    count++;
    lines.push(`T${count}\t${type} ${rangesOf(points, row)}\t${oneLine(row.text)}`);
    if (optional) notes.push(`${OPTIONAL} T${count}`);
    return `T${count}`;
  };
  for (const row of gold.mentions) {
    const id = span(row.type, row, row.optional);
    mentions.set(row.entity, [...(mentions.get(row.entity) ?? []), id]);
  }
  for (const [key, { type, names }] of Object.entries(gold.entities)) {
    const place = mentions.has(key) ? undefined : placeOf(points, gold.text, names);
    if (place !== undefined) mentions.set(key, [span(type, place)]);
  }
  const quoted = gold.quotations.map((row) => ({
    row,
    id: span(`${row.kind[0].toUpperCase()}${row.kind.slice(1)}`, row, row.optional),
  }));
  for (const row of gold.notSpeech) span(NOT_SPEECH, row);
  return `${[...lines, ...linkLines(quoted, mentions), ...noteLines(gold, quoted, mentions), ...attributeLines(notes)].join('\n')}\n`;
}

interface Quoted {
  readonly row: GoldDocument['quotations'][number];
  readonly id: string;
}

function linkLines(quoted: readonly Quoted[], mentions: ReadonlyMap<string, readonly string[]>): string[] {
  const speakers = quoted.flatMap(({ row, id }) => {
    const to = row.speaker === null ? undefined : mentions.get(row.speaker)?.[0];
    return to === undefined ? [] : [`${SPEAKER} Arg1:${id} Arg2:${to}`];
  });
  const equivalent = [...mentions.values()].filter((ids) => ids.length > 1);
  return [
    ...speakers.map((link, index) => `R${index + 1}\t${link}`),
    ...equivalent.map((ids) => `*\tEquiv ${ids.join(' ')}`),
  ];
}

/** Cues, and what the spans do not say of entities: key, label, further names. */
function noteLines(
  { entities, mentions: surfaces }: GoldDocument,
  quoted: readonly Quoted[],
  mentions: ReadonlyMap<string, readonly string[]>,
): string[] {
  const ofEntities = Object.entries(entities).flatMap(([key, { label, names }]) => {
    const id = mentions.get(key)?.[0];
    if (id === undefined) return [];
    const own = surfaces.filter(({ entity }) => entity === key).map(({ text }) => text);
    const words = [
      ...(key === oneLine(own[0] ?? names[0]) ? [] : [`key: ${key}`]),
      ...(label === key ? [] : [`label: ${label}`]),
      ...names.filter((name) => own.length > 0 && !own.includes(name)).map((name) => `name: ${name}`),
    ];
    return words.map((line) => `${id}\t${oneLine(line)}`);
  });
  const ofCues = quoted.flatMap(({ row, id }) => (row.cue === undefined ? [] : [`${id}\tcue: ${row.cue}`]));
  return [...ofEntities, ...ofCues].map((note, index) => `#${index + 1}\tAnnotatorNotes ${note}`);
}

function attributeLines(attributes: readonly string[]): string[] {
  return attributes.map((attribute, index) => `A${index + 1}\t${attribute}`);
}

function oneLine(words: string): string {
  return words.trim().replace(/\s+/gu, ' ');
}

/** A span in pieces: brat ends one at each end of a line. */
function rangesOf(points: readonly string[], { start, end }: GoldSpan): string {
  const ranges: string[] = [];
  let from = start;
  for (let at = start; at <= end; at++) {
    const isBreak = at === end || points[at] === '\n' || points[at] === '\r';
    if (!isBreak) continue;
    if (from < at) ranges.push(`${from} ${at}`);
    from = at + 1;
  }
  return ranges.join(';');
}

/** The first place of an entity that is mentioned nowhere, such as a described source with a name in it. */
function placeOf(points: readonly string[], text: string, names: readonly string[]): GoldSpan | undefined {
  for (const name of names) {
    const at = text.indexOf(name);
    if (at < 0) continue;
    const start = Array.from(text.slice(0, at)).length;
    const end = start + Array.from(name).length;
    return { start, end, text: points.slice(start, end).join('') };
  }
  return undefined;
}
