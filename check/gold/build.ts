/**
 * Turns an annotation into the stand-off gold of its text: names are marked, quoted words placed, speakers looked up.
 * Gives the gold and everything that is wrong with the annotation, at once. Reads and writes no file.
 */
import { createHash } from 'node:crypto';
import { decode } from '../../corpus/encoding/decode.js';
import type { Defect } from '../../packs/error.js';
import { nearest } from '../../packs/nearest.js';
import type { GoldEntity, GoldJson } from '../gold.js';
import type { Annotation, EntitySource, QuotationSource } from './annotation.js';
import { type Defects, defectsOf } from './defects.js';
import { cutsWords } from './forms.js';
import { markMentions } from './mentions.js';
import { byPosition, crosses, type GoldRows, goldJson, type MentionRow, type QuotationRow } from './rows.js';
import { placeStretch } from './stretches.js';

/** An annotation with where it stands and the text that it is about. */
export interface Sources {
  /** Where the annotation stands, for defects. */
  readonly place: string;
  readonly annotation: Annotation;
  /** The text's name, as the gold is to give it. */
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** The gold of one article. With a defect it is not to be used. */
export interface Built {
  readonly gold: GoldJson;
  readonly text: string;
  readonly defects: readonly Defect[];
}

/** Builds one article's gold, with offsets in code points. */
export function buildGold({ place, annotation, file, bytes }: Sources): Built {
  const { text } = decode(bytes);
  const { rows, defects } = buildRows(place, annotation, text);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const id = annotation.id ?? file.replace(/^.*\/|\.[^.]*$/gu, '');
  return { gold: goldJson({ id, file, sha256 }, text, rows), text, defects };
}

/** The same as rows, with offsets in UTF-16 units. */
export function buildRows(
  place: string,
  annotation: Annotation,
  text: string,
): { readonly rows: GoldRows; readonly defects: readonly Defect[] } {
  const defects = defectsOf(place);
  const { entities, quotations, notSpeech } = annotation;
  const mentions = markMentions(text, entities, defects);
  const rows = {
    entities: describeEntities(text, entities, mentions),
    mentions,
    quotations: placeQuotations(text, quotations, entities, defects),
    notSpeech: notSpeech.flatMap((stretch) => placeStretch(text, stretch, defects) ?? []).sort(byPosition),
  };
  return { rows, defects: defects.found.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0)) };
}

function describeEntities(
  text: string,
  entities: readonly EntitySource[],
  mentions: readonly MentionRow[],
): Readonly<Record<string, GoldEntity>> {
  const described = entities.map(({ key, type, label, forms }) => {
    const surfaces = mentions
      .filter(({ entity }) => entity === key)
      .map(({ start, end }) => text.slice(start, end));
    const names = new Set([...forms.map(({ words }) => words), ...surfaces]);
    return [key, { type, label: label ?? key, names: [...names] }] as const;
  });
  return Object.fromEntries(described);
}

function placeQuotations(
  text: string,
  quotations: readonly QuotationSource[],
  entities: readonly EntitySource[],
  defects: Defects,
): readonly QuotationRow[] {
  const placed: { readonly row: QuotationRow; readonly source: QuotationSource }[] = [];
  for (const source of quotations) {
    const { kind, cue, optional } = source;
    const speaker = speakerOf(source, entities, defects);
    if (cue !== undefined && !text.includes(cue))
      defects.report(source.place, `the cue "${cue}" is not in the text`, 'copy it from the text');
    const span = placeStretch(text, source, defects);
    if (span === undefined) continue;
    if (source.occurrence === undefined && cutsWords(text, span)) {
      const reason = `"${source.words}" begins or ends inside a word`;
      defects.report(source.place, reason, 'write whole words, or "occurrence: 1" when just this is meant');
    }
    const row = { ...span, kind, speaker, ...(cue && { cue }), ...(optional && { optional }) };
    placed.push({ row, source });
  }
  for (const [index, { row, source }] of placed.entries()) {
    const other = placed.slice(index + 1).find((later) => crosses(row, later.row));
    if (other === undefined) continue;
    const reason = `the quotation "${source.words}" crosses "${other.source.words}"`;
    defects.report(source.place, reason, 'nest one in the other, or part them');
  }
  return placed.map(({ row }) => row).sort(byPosition);
}

/** A speaker is named by key, or by any form that only one entity has. */
function speakerOf(
  { speaker, place }: QuotationSource,
  entities: readonly EntitySource[],
  defects: Defects,
): string | null {
  if (speaker === null || entities.some(({ key }) => key === speaker)) return speaker;
  const named = entities.filter(
    ({ label, forms }) => label === speaker || forms.some(({ words }) => words === speaker),
  );
  if (named.length === 1) return named[0].key;
  if (named.length > 1) {
    const keys = named.map(({ key }) => `"${key}"`).join(' or ');
    defects.report(place, `the speaker "${speaker}" is several entities`, `write ${keys}`);
    return null;
  }
  const known = entities.flatMap(({ key, forms }) => [key, ...forms.map(({ words }) => words)]);
  const close = nearest(speaker, known);
  const advice = close === undefined ? 'add it to the entities, or write null' : `did you mean "${close}"?`;
  defects.report(place, `the speaker "${speaker}" is no entity of this annotation`, advice);
  return null;
}
