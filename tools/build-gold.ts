/**
 * Takes our own articles (`fixtures/articles/NNN-slug.txt`) and the annotations written for them by hand
 * (`fixtures/gold/NNN-slug.yaml`, names and quoted words as substrings, never offsets), and gives the stand-off
 * gold (`fixtures/gold/NNN-slug.json`, offsets in code points, end exclusive).
 * Says everything that is wrong with every annotation at once, and then writes nothing.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';

const Positions = z.array(z.int().positive()).min(1);

const EntitySource = z.strictObject({
  type: z.enum(['Person', 'Organization', 'Place', 'Source']),
  label: z.string().min(1),
  /** Every spelling in the article, without proclitics; each is marked wherever it stands as a word. */
  forms: z.array(z.string().min(1)).min(1),
  /** Form → which of its occurrences (from 1) name something else or nothing. */
  except: z.record(z.string(), Positions).optional(),
  /** `true` for every mention, or form → which of its occurrences. */
  optional: z.union([z.literal(true), z.record(z.string(), Positions)]).optional(),
});

const Words = z.strictObject({ words: z.string().min(1), occurrence: z.int().positive().optional() });

const QuotationSource = Words.extend({
  kind: z.enum(['direct', 'mixed', 'indirect', 'colon', 'headline']),
  speaker: z.string().nullable(),
  cue: z.string().min(1).optional(),
  optional: z.literal(true).optional(),
});

const Annotation = z.strictObject({
  entities: z.record(z.string().regex(/^[a-z0-9_]+$/), EntitySource),
  quotations: z.array(QuotationSource),
  notSpeech: z.array(Words),
});

type EntitySource = z.infer<typeof EntitySource>;
type QuotationSource = z.infer<typeof QuotationSource>;

/** A half-open range of UTF-16 units of the article. */
interface Span {
  readonly start: number;
  readonly end: number;
}

interface Mention extends Span {
  readonly entity: string;
  readonly type: EntitySource['type'];
  readonly optional: boolean;
}

/** The gold of one article, in the form of its JSON file, or what is wrong with its annotation. */
export interface Built {
  readonly gold: Readonly<Record<string, unknown>>;
  readonly defects: readonly string[];
}

/**
 * Builds one article's gold.
 *
 * @param file name of the article's file, e.g. `001-levant.txt`
 * @param bytes the file's content, UTF-8
 * @param source the parsed annotation
 * @returns the gold, with offsets in code points, and every defect found; with a defect the gold is not to be used
 */
export function buildGold(file: string, bytes: Uint8Array, source: unknown): Built {
  const shape = Annotation.safeParse(source);
  if (!shape.success) {
    return {
      gold: {},
      defects: shape.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`),
    };
  }
  const defects: string[] = [];
  const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  const { entities, quotations, notSpeech } = shape.data;
  const mentions = markMentions(text, entities, defects);
  const row = rowWriter(text);
  const gold = {
    id: file.slice(0, 3),
    file,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    offsets: 'code points, end exclusive',
    entities: describeEntities(text, entities, mentions),
    mentions: mentions.map(({ start, end, type, entity, optional }) =>
      row({ start, end }, { type, entity, ...(optional && { optional }) }),
    ),
    quotations: placeQuotations(text, quotations, entities, defects).map(({ span, quotation }) => {
      const { kind, speaker, cue, optional } = quotation;
      return row(span, { kind, speaker, ...(cue && { cue }), ...(optional && { optional }) });
    }),
    notSpeech: notSpeech
      .map((words, index) => place(text, words, `notSpeech.${index}`, defects))
      .sort(byPosition)
      .map((span) => row(span, {})),
  };
  return { gold, defects };
}

const WORD = '[\\p{L}\\p{N}\\u064B-\\u065F\\u0670\\u0640]';
const PROCLITICS = '\\u0623?[\\u0648\\u0641]?[\\u0628\\u0644\\u0643\\u0633]?\\u0640*';
const WITH_ARTICLE = /^\u0627\u0644/;

/**
 * Where a form stands as a word, alone or behind proclitics, in text order.
 * The ل of لِ swallows the alef of the article, so that `الكرملين` is found as `لكرملين` in `للكرملين`.
 *
 * @returns spans in UTF-16 units, proclitics left out
 */
export function findForm(text: string, form: string): Span[] {
  const spans = matches(text, `(?<!${WORD})(?:${PROCLITICS})(${escapePattern(form)})(?!${WORD})`);
  if (!WITH_ARTICLE.test(form)) return spans;
  const bare = form.slice(2);
  const joined = bare.startsWith('\u0644') ? bare : `\u0644${bare}`;
  const behindLam = matches(
    text,
    `(?<!${WORD})\\u0623?[\\u0648\\u0641]?\\u0644(${escapePattern(joined)})(?!${WORD})`,
  );
  return [...spans, ...behindLam].sort(byPosition);
}

function matches(text: string, pattern: string): Span[] {
  return [...text.matchAll(new RegExp(pattern, 'dgu'))].map((match) => {
    const [start, end] = match.indices?.[1] ?? [0, 0];
    return { start, end };
  });
}

function escapePattern(literal: string): string {
  return literal.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

function byPosition(a: Span, b: Span): number {
  return a.start - b.start || b.end - a.end;
}

/** All mentions, the longest first where forms compete: a form inside a longer name is not marked. */
function markMentions(text: string, entities: Record<string, EntitySource>, defects: string[]): Mention[] {
  const found = Object.entries(entities).flatMap(([id, entity]) => mentionsOf(text, id, entity, defects));
  found.sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  const kept: Mention[] = [];
  for (const mention of found) {
    const rival = kept.find((other) => mention.start < other.end && other.start < mention.end);
    if (!rival) {
      kept.push(mention);
    } else if (!inside(mention, rival) || (same(mention, rival) && mention.entity !== rival.entity)) {
      const words = `"${text.slice(mention.start, mention.end)}" (${mention.entity})`;
      const others = `"${text.slice(rival.start, rival.end)}" (${rival.entity})`;
      defects.push(`entities: ${words} overlaps ${others}: except one of them`);
    }
  }
  for (const id of Object.keys(entities)) {
    if (!kept.some((mention) => mention.entity === id)) defects.push(`entities.${id}: is never mentioned`);
  }
  return kept.sort(byPosition);
}

function mentionsOf(text: string, id: string, entity: EntitySource, defects: string[]): Mention[] {
  const flagged = [...Object.keys(entity.except ?? {}), ...Object.keys(flags(entity))];
  for (const form of flagged) {
    if (!entity.forms.includes(form)) defects.push(`entities.${id}: "${form}" is flagged but is not a form`);
  }
  return entity.forms.flatMap((form) => {
    const spans = findForm(text, form);
    if (spans.length === 0) defects.push(`entities.${id}: "${form}" is not in the text as a word`);
    const except = entity.except?.[form] ?? [];
    const optional = flags(entity)[form] ?? [];
    for (const position of [...except, ...optional]) {
      if (position > spans.length)
        defects.push(`entities.${id}: "${form}" stands ${spans.length} times, not ${position}`);
    }
    return spans
      .map((span, index) => ({
        ...span,
        entity: id,
        type: entity.type,
        optional: entity.optional === true || optional.includes(index + 1),
        excepted: except.includes(index + 1),
      }))
      .filter((mention) => !mention.excepted);
  });
}

function flags(entity: EntitySource): Record<string, number[]> {
  return typeof entity.optional === 'object' ? entity.optional : {};
}

function inside(inner: Span, outer: Span): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

function same(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}

function describeEntities(
  text: string,
  entities: Record<string, EntitySource>,
  mentions: readonly Mention[],
) {
  const described = Object.entries(entities).map(([id, { type, label, forms }]) => {
    const surfaces = mentions.filter((mention) => mention.entity === id);
    const names = new Set([...forms, ...surfaces.map(({ start, end }) => text.slice(start, end))]);
    return [id, { type, label, names: [...names] }] as const;
  });
  return Object.fromEntries(described);
}

function placeQuotations(
  text: string,
  quotations: readonly QuotationSource[],
  entities: Record<string, EntitySource>,
  defects: string[],
) {
  const placed = quotations.map((quotation, index) => {
    const at = `quotations.${index}`;
    const { speaker, cue } = quotation;
    if (speaker !== null && !(speaker in entities)) defects.push(`${at}: unknown speaker "${speaker}"`);
    if (cue && !text.includes(cue)) defects.push(`${at}: the cue "${cue}" is not in the text`);
    const span = place(text, quotation, at, defects);
    if (cutsWord(text, span.start, true) || cutsWord(text, span.end, false)) {
      defects.push(`${at}: "${quotation.words}" begins or ends inside a word`);
    }
    return { span, quotation };
  });
  for (const [index, { span }] of placed.entries()) {
    const crossing = placed.findIndex((other) => crosses(span, other.span));
    if (crossing > index)
      defects.push(`quotations.${index}: crosses quotations.${crossing}: nest them or part them`);
  }
  return placed.sort((a, b) => byPosition(a.span, b.span));
}

/** Content may begin behind a proclitic (`بإخفاء`), but not elsewhere inside a word. */
function cutsWord(text: string, at: number, behindProclitic: boolean): boolean {
  const before = new RegExp(`${WORD}*$`, 'u').exec(text.slice(0, at))?.[0] ?? '';
  if (before === '' || !new RegExp(`^${WORD}`, 'u').test(text.slice(at))) return false;
  return !(behindProclitic && new RegExp(`^${PROCLITICS}$`, 'u').test(before));
}

function crosses(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end && !inside(a, b) && !inside(b, a);
}

/** The span of some words; words that stand in the text more than once must say which occurrence is meant. */
function place(
  text: string,
  { words, occurrence }: z.infer<typeof Words>,
  at: string,
  defects: string[],
): Span {
  const starts: number[] = [];
  for (let start = text.indexOf(words); start >= 0; start = text.indexOf(words, start + 1))
    starts.push(start);
  const start = starts[(occurrence ?? 1) - 1];
  if (start === undefined) {
    const times =
      starts.length === 0 ? 'is not in the text' : `stands ${starts.length} times, not ${occurrence}`;
    defects.push(`${at}: "${words}" ${times}`);
  } else if (starts.length > 1 && occurrence === undefined) {
    defects.push(`${at}: "${words}" stands ${starts.length} times: say which with occurrence`);
  }
  return { start: start ?? 0, end: (start ?? 0) + words.length };
}

/** Writes a span and its words with offsets in code points. */
function rowWriter(text: string) {
  const points = new Uint32Array(text.length + 1);
  let count = 0;
  for (let unit = 0; unit < text.length; unit += 1) {
    points[unit] = count;
    const trail = (text.charCodeAt(unit + 1) & 0xfc00) === 0xdc00;
    if (!(trail && (text.charCodeAt(unit) & 0xfc00) === 0xd800)) count += 1;
  }
  points[text.length] = count;
  return (span: Span, rest: object) => ({
    start: points[span.start],
    end: points[span.end],
    text: text.slice(span.start, span.end),
    ...rest,
  });
}

/** Builds (or with `--check` only compares) the gold of every article under a fixtures folder; gives the exit code. */
function main(args: readonly string[]): number {
  const check = args.includes('--check');
  const folder =
    args.find((arg) => !arg.startsWith('--')) ?? fileURLToPath(new URL('../../fixtures', import.meta.url));
  const names = readdirSync(join(folder, 'articles'))
    .filter((name) => name.endsWith('.txt'))
    .sort();
  const results = names.map((name) => {
    const slug = basename(name, '.txt');
    const yaml = join(folder, 'gold', `${slug}.yaml`);
    if (!existsSync(yaml)) return { slug, json: '', defects: ['has no annotation: write it'] };
    const { gold, defects } = buildGold(
      name,
      readFileSync(join(folder, 'articles', name)),
      parse(readFileSync(yaml, 'utf8')),
    );
    return { slug, json: `${JSON.stringify(gold, null, 1)}\n`, defects };
  });
  const complaints = results.flatMap(({ slug, defects }) =>
    defects.map((defect) => `${slug}.yaml: ${defect}`),
  );
  if (check && complaints.length === 0) {
    for (const { slug, json } of results) {
      const path = join(folder, 'gold', `${slug}.json`);
      if (!existsSync(path) || readFileSync(path, 'utf8') !== json)
        complaints.push(`${slug}.json: is stale: build it`);
    }
  }
  for (const complaint of complaints) console.error(complaint);
  if (complaints.length > 0) return 1;
  if (!check) {
    for (const { slug, json } of results) writeFileSync(join(folder, 'gold', `${slug}.json`), json);
  }
  console.log(`${names.length} articles`);
  return 0;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  process.exitCode = main(process.argv.slice(2));
