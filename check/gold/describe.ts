/**
 * The annotation that says what rows say: names by their forms with what has to be left out, quoted words by
 * themselves. Building it gives the same rows. Takes rows with UTF-16 offsets and their text.
 */
import type { Annotation, EntitySource, Positions, Stretch } from './annotation.js';
import { placesOf } from './forms.js';
import { type GoldRows, inside, type MentionRow, overlap, type Span, same } from './rows.js';
import { stretchOf } from './stretches.js';

/** Describes rows; `notes` of what is uncertain are left to whoever knows. */
export function describeRows(text: string, rows: GoldRows): Annotation {
  return {
    entities: Object.keys(rows.entities).map((key) => describeEntity(text, rows, key)),
    quotations: rows.quotations.map(({ kind, speaker, cue, optional, ...span }) => ({
      kind,
      speaker,
      ...(cue !== undefined && { cue }),
      ...stretchOf(text, span),
      ...(optional && { optional: true as const }),
    })),
    notSpeech: rows.notSpeech.map((span) => stretchOf(text, span)),
  };
}

function describeEntity(text: string, rows: GoldRows, key: string): EntitySource {
  const { type, label, names } = rows.entities[key];
  const own = rows.mentions.filter(({ entity }) => entity === key);
  const forms = formsOf(text, names, own);
  const isAll = own.length > 0 && own.every(({ optional }) => optional);
  const occurrences = forms.map((form) => ({ form, spans: placesOf(text, form) }));
  const doubtful = own.filter(({ optional }) => optional);
  const flags = occurrences.map(({ form, spans }) => flagsOf(text, form, spans, own, isMarked(rows, type)));
  return {
    key,
    type,
    ...(label !== key && { label }),
    forms,
    only: flags.flatMap(({ only }) => only ?? []),
    except: flags.flatMap(({ except }) => except ?? []),
    optional:
      isAll ||
      occurrences.flatMap(({ form, spans }) => numbered(text, form, spans, (span) => has(doubtful, span))),
  };
}

/** The names that the text has as words, and single places for mentions that are none. */
function formsOf(text: string, names: readonly string[], own: readonly Span[]): readonly Stretch[] {
  const covered: Span[] = [];
  const forms: Stretch[] = [];
  for (const words of names) {
    const spans = placesOf(text, { words });
    const found = own.filter((span) => has(spans, span));
    // What another form finds already need not be said: `لكرملين` beside `الكرملين`.
    if (spans.length === 0 || (found.length > 0 && found.every((span) => has(covered, span)))) continue;
    covered.push(...found);
    forms.push({ words });
  }
  for (const span of own) {
    if (has(covered, span)) continue;
    const words = text.slice(span.start, span.end);
    forms.push({ words, occurrence: occurrenceOf(text, words, span.start) });
  }
  // Words of a source that stand in no place of their own are still what it is called.
  return forms.length > 0 ? forms : names.map((words) => ({ words, occurrence: 1 }));
}

function occurrenceOf(text: string, words: string, start: number): number {
  let number = 1;
  for (let at = text.indexOf(words); at >= 0 && at < start; at = text.indexOf(words, at + 1)) number++;
  return number;
}

/** Whether a place that is not meant would be marked all the same: unless a longer name takes it. */
function isMarked(rows: GoldRows, type: EntitySource['type']): (span: Span) => boolean {
  const rank = (mention: MentionRow): boolean => mention.type !== 'Source' || type === 'Source';
  return (span) =>
    !rows.mentions.some(
      (mention) =>
        (rank(mention) && inside(span, mention) && !same(span, mention)) ||
        (type === 'Source' && mention.type !== 'Source' && overlap(span, mention)),
    );
}

interface Flags {
  readonly only?: Positions;
  readonly except?: Positions;
}

/** Says which occurrences of a form are meant, in whichever way is shorter. */
function flagsOf(
  text: string,
  form: Stretch,
  spans: readonly Span[],
  own: readonly Span[],
  marked: (span: Span) => boolean,
): Flags {
  const wanted = numbered(text, form, spans, (span) => has(own, span))[0];
  const unwanted = numbered(text, form, spans, (span) => !has(own, span) && marked(span))[0];
  if (unwanted === undefined) return {};
  if (wanted === undefined || unwanted.numbers.length < wanted.numbers.length) return { except: unwanted };
  return { only: wanted };
}

/** The occurrences of a form for which something holds; none when it never does. All are shown, so that they can be told apart. */
function numbered(
  text: string,
  { words }: Stretch,
  spans: readonly Span[],
  holds: (span: Span) => boolean,
): readonly Positions[] {
  const numbers = spans.flatMap((span, index) => (holds(span) ? [index + 1] : []));
  if (numbers.length === 0) return [];
  const notes = spans.slice(0, SHOWN).map((span, index) => `${index + 1} ${surroundings(text, span)}`);
  return [{ form: words, numbers, notes: spans.length > 1 ? notes : [] }];
}

const SHOWN = 9;
const AROUND = 25;

function surroundings(text: string, { start, end }: Span): string {
  const before = text.slice(Math.max(0, start - AROUND), start);
  return `… ${before}⟦${text.slice(start, end)}⟧${text.slice(end, end + AROUND)} …`;
}

function has(spans: readonly Span[], span: Span): boolean {
  return spans.some((other) => same(other, span));
}
