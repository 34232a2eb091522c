/**
 * What an annotation says of a text, as spans: the stand-off gold while it is being made.
 * Offsets are UTF-16 units, end exclusive; `goldJson` writes them as code points and `rowsOf` reads those back.
 */
import type { GoldEntity, GoldJson, GoldQuotation, GoldSpan, GoldType } from '../gold.js';

/** A half-open range of UTF-16 units of the article. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface MentionRow extends Span {
  readonly type: GoldType;
  readonly entity: string;
  readonly optional?: boolean;
}

export interface QuotationRow extends Span {
  readonly kind: string;
  readonly speaker: string | null;
  readonly cue?: string;
  readonly optional?: boolean;
}

/** All rows of an article, each kind in text order. */
export interface GoldRows {
  readonly entities: Readonly<Record<string, GoldEntity>>;
  readonly mentions: readonly MentionRow[];
  readonly quotations: readonly QuotationRow[];
  readonly notSpeech: readonly Span[];
}

/** Text order, the longer span first. */
export function byPosition(a: Span, b: Span): number {
  return a.start - b.start || b.end - a.end;
}

export function inside(inner: Span, outer: Span): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

export function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

export function same(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}

export function crosses(a: Span, b: Span): boolean {
  return overlap(a, b) && !inside(a, b) && !inside(b, a);
}

/** What a gold file says of its text besides the rows. */
export interface GoldHead {
  readonly id: string;
  readonly file: string;
  readonly sha256: string;
}

/** The content of a gold file; offsets in code points. */
export function goldJson(head: GoldHead, text: string, rows: GoldRows): GoldJson {
  const points = pointsOf(text);
  const row = <Rest extends object>(span: Span, rest: Rest): GoldSpan & Rest => ({
    start: points[span.start],
    end: points[span.end],
    text: text.slice(span.start, span.end),
    ...rest,
  });
  return {
    ...head,
    offsets: 'code points, end exclusive',
    entities: rows.entities,
    mentions: rows.mentions.map(({ type, entity, optional, ...span }) =>
      row(span, { type, entity, ...(optional && { optional }) }),
    ),
    quotations: rows.quotations.map(({ kind, speaker, cue, optional, ...span }) =>
      row(span, { kind, speaker, ...(cue && { cue }), ...(optional && { optional }) }),
    ),
    notSpeech: rows.notSpeech.map((span) => row(span, {})),
  };
}

/** The rows of a gold; offsets in UTF-16 units again. */
export function rowsOf(gold: Pick<GoldJson, keyof GoldRows>, text: string): GoldRows {
  const units = unitsOf(text);
  const spanOf = ({ start, end }: GoldSpan): Span => ({ start: units[start], end: units[end] });
  const quotation = ({ kind, speaker, cue, optional }: GoldQuotation) => ({
    kind,
    speaker,
    ...(cue && { cue }),
    ...(optional && { optional }),
  });
  return {
    entities: gold.entities,
    mentions: gold.mentions.map((row) => ({
      ...spanOf(row),
      type: row.type,
      entity: row.entity,
      ...(row.optional && { optional: row.optional }),
    })),
    quotations: gold.quotations.map((row) => ({ ...spanOf(row), ...quotation(row) })),
    notSpeech: gold.notSpeech.map(spanOf),
  };
}

/** By UTF-16 unit: how many code points stand before it. */
function pointsOf(text: string): Uint32Array {
  const points = new Uint32Array(text.length + 1);
  let count = 0;
  for (let unit = 0; unit < text.length; unit++) {
    points[unit] = count;
    const trail = (text.charCodeAt(unit + 1) & 0xfc00) === 0xdc00;
    if (!(trail && (text.charCodeAt(unit) & 0xfc00) === 0xd800)) count++;
  }
  points[text.length] = count;
  return points;
}

/** By code point: the UTF-16 unit where it begins; the last one is the text's length. */
function unitsOf(text: string): readonly number[] {
  const units: number[] = [0];
  for (const point of text) units.push(units[units.length - 1] + point.length);
  return units;
}
