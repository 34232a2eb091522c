/**
 * Headlines and interview turns: `Speaker: words` as a heading, or at the start of a paragraph, without a verb.
 * A label (`عاجل`), a place as dateline, or a byline before the colon opens nothing.
 */
import type { Layers } from '../layers.js';
import { ANONYMOUS, ATTRIBUTION } from '../lookup/lexicon.js';
import { SHAPE } from '../recognize/shapes.js';
import { titlePhraseAt } from '../resolve/titles.js';
import { isApart, type TokenSpan } from '../segment.js';
import { DOTS, foldedWord, NUMBER, PUNCT } from '../tokenize.js';
import { trimEnd } from './clause.js';
import type { Draft } from './drafts.js';
import { type Frame, isAddress, isClock } from './frames.js';
import { countWords } from './names-in-marks.js';

interface TokenRange {
  readonly first: number;
  readonly last: number;
}

/** What stands before the colon is no longer than this, in tokens. */
const LONGEST_LABEL = 9;

export function findHeadlines(layers: Layers, frames: ReadonlyMap<number, Frame>): Draft[] {
  const { segments } = layers;
  const drafts: Draft[] = [];
  for (const line of segments.lines) {
    if (line.kind !== 'heading' && line.kind !== 'paragraph') continue;
    const heading = line.kind === 'heading' || (segments.lines.length === 1 && isTitleLine(layers, line));
    for (let from = line.first; from < line.end; ) {
      const colon = colonAfter(layers, from, line.end);
      if (colon < 0) break;
      const draft = turnAt(layers, frames, from, colon, line.end, heading);
      if (draft !== undefined) drafts.push(draft);
      if (!heading) break;
      const next = nextSpeaker(layers, colon, line.end);
      if (next < 0) break;
      from = next;
    }
  }
  return drafts;
}

/** A text of one short line without a full stop is a title. */
function isTitleLine({ tokens }: Layers, { first, end }: TokenSpan): boolean {
  return end - first <= LONGEST_TITLE && tokens.hash[end - 1] !== FULL_STOP;
}

const LONGEST_TITLE = 24;
const FULL_STOP = 0x2e;

function colonAfter(layers: Layers, from: number, end: number): number {
  const { shapes } = layers;
  for (let token = from + 1; token < end && token <= from + LONGEST_LABEL; token++) {
    if (shapes[token] & SHAPE.Colon && !isClock(layers, token)) return isAddress(layers, token) ? -1 : token;
  }
  return -1;
}

function turnAt(
  layers: Layers,
  frames: ReadonlyMap<number, Frame>,
  from: number,
  colon: number,
  lineEnd: number,
  heading: boolean,
): Draft | undefined {
  const { tokens } = layers;
  let first = from;
  if (tokens.kind[first] === PUNCT && colon - first > 1) first++;
  const label =
    speakerLabel(layers, first, colon) ?? (heading ? surnameLabel(layers, first, colon) : undefined);
  if (label === undefined) return undefined;
  for (let token = first; token < colon; token++)
    if (frames.get(token)?.complement === colon) return undefined;
  const content = colon + 1;
  if (content >= lineEnd || isAppointment(layers, first, content, lineEnd)) return undefined;
  if (isMailAddress(layers, content, lineEnd) || (heading && isByline(layers, label, lineEnd)))
    return undefined;
  const end = heading ? speechEnd(layers, content, lineEnd) : pieceEnd(tokens, content, lineEnd);
  const last = trimEnd(layers, content, end - 1);
  const start =
    layers.shapes[content] & SHAPE.Open && layers.shapes[last] & SHAPE.Close ? content + 1 : content;
  const stop = start > content ? last - 1 : last;
  if (countWords(layers, start, stop) < 2) return undefined;
  const marked = start > content;
  return {
    kind: heading ? 'headline' : marked ? 'direct' : 'colon',
    first: start,
    last: stop,
    evidence: [
      {
        rule: heading ? 'quote/headline-colon' : 'quote/turn-colon',
        spans: { speaker: { start: tokens.start[label.first], end: tokens.end[label.last] } },
      },
    ],
    polarity: 'asserted',
    stance: 'neutral',
    label,
  };
}

/** `فلان الفلاني: عنوان المقال`, and the next line holds the same name alone: who wrote it. */
function isByline({ tokens }: Layers, { first, last }: TokenRange, lineEnd: number): boolean {
  const words = last - first + 1;
  const end = lineEnd + words;
  if (words < 2 || end > tokens.count) return false;
  for (let at = 0; at < words; at++) if (tokens.hash[lineEnd + at] !== tokens.hash[first + at]) return false;
  return end === tokens.count || tokens.line[end] !== tokens.line[lineEnd];
}

/** `لمراسلة الكاتب: name@example.org` */
function isMailAddress({ tokens }: Layers, content: number, end: number): boolean {
  for (let token = content; token < Math.min(end, content + LONGEST_USER); token++)
    if (tokens.hash[token] === AT_SIGN) return true;
  return false;
}

const AT_SIGN = 0x40;
/** A mail address has its sign within so many tokens. */
const LONGEST_USER = 4;

/** `وزير العدل: فلان الفلاني`, `الوزراء: …`: an office and who holds it, in a list. */
function isAppointment(
  { figures, lookups, shapes, tokens }: Layers,
  label: number,
  content: number,
  end: number,
): boolean {
  if (figures.at[label] !== 0 || !(shapes[label] & SHAPE.Title)) return false;
  const named = figures.at[content];
  const person = named !== 0 && figures.figures[named - 1].entity.type === 'Person';
  if (!person && titlePhraseAt(tokens, lookups, shapes, content) === undefined) return false;
  let last = content;
  while (person && last + 1 < end && figures.at[last + 1] === named) last++;
  if (person && last + 1 >= end) return true;
  for (let token = content + 1; token < Math.min(end, content + 2 * LONGEST_LABEL); token++)
    if (shapes[token] & SHAPE.Colon) return true;
  return false;
}

/** The words before the colon when they are a name or a title, with at most an outlet or a manner behind them. */
function speakerLabel(
  layers: Layers,
  first: number,
  colon: number,
): { first: number; last: number } | undefined {
  const { figures, shapes, tokens, lookups } = layers;
  const figure = figures.at[first] === 0 ? undefined : figures.figures[figures.at[first] - 1];
  let last = first;
  if (figure !== undefined) {
    if (figure.entity.type === 'Place') return undefined;
    while (last + 1 < colon && figures.at[last + 1] === figures.at[first]) last++;
  } else {
    const title = titlePhraseAt(tokens, lookups, shapes, first);
    if (title === undefined)
      return isBody(layers, first) && colon - first <= 5 ? { first, last: colon - 1 } : undefined;
    last = Math.min(title.last, colon - 1);
    while (last + 1 < colon && figures.at[last + 1] !== 0 && tokens.start[last + 1] <= tokens.end[last] + 1)
      last++;
  }
  return restIsManner(layers, last + 1, colon) ? { first, last } : undefined;
}

/**
 * `العطار لـ«الميزان»: …`, `الرواحي: لا نية …`: a name that no list knows, when it speaks to an outlet, or when what
 * follows is worded as speech. `النخيل: الشرطة تضبط …` is a place.
 */
function surnameLabel(
  layers: Layers,
  first: number,
  colon: number,
): { first: number; last: number } | undefined {
  const { tokens, shapes, lookups } = layers;
  const isName = (token: number): boolean =>
    (shapes[token] & (SHAPE.Unknown | SHAPE.Family | SHAPE.Given)) !== 0 &&
    !(lookups.bits[token] & ATTRIBUTION);
  if (!isName(first)) return undefined;
  let last = first;
  while (last + 1 < colon && last < first + 2 && isName(last + 1)) last++;
  const outlet = last + 1 < colon && /^(ل|لل...*)$/u.test(foldedWord(tokens, last + 1));
  if (outlet) return { first, last };
  return last + 1 === colon && OPENS_SPEECH.test(foldedWord(tokens, colon + 1)) ? { first, last } : undefined;
}

/** Negations, first persons and verbs to come: what a writer would not say of a place or a topic. */
const OPENS_SPEECH = /^(لا|لن|لم|لسنا|نحن|انا|سا...+|سن...+|لدينا|علينا|هدفنا|نريد|اريد|نرفض|ارفض|نسعي)$/u;

/** `مصدر عسكري`, `بلدية نابلس`, `لجنة الأطباء`: an unnamed source, or a body by its class noun. */
function isBody({ tokens, lookups, shapes }: Layers, token: number): boolean {
  if (shapes[token] & (SHAPE.OrgHead | SHAPE.OrgHeadOut)) return true;
  if (PORTFOLIO.test(foldedWord(tokens, token)) && shapes[token + 1] & SHAPE.Nisba) return true;
  return (lookups.bits[token] & ANONYMOUS) !== 0;
}

/** `الصحة القطرية`: a ministry by its portfolio and country. */
const PORTFOLIO = /^ال(خارجيه|داخليه|ماليه|دفاع|صحه|عدل|تربيه|طاقه|اقتصاد|زراعه|نقل)$/u;

/** Between speaker and colon: nothing, an outlet (`لـ«الميزان»`), or a participle (`متوعدا تركيا`). */
function restIsManner({ tokens, shapes, lookups }: Layers, from: number, colon: number): boolean {
  if (from >= colon) return true;
  if (tokens.kind[from] === NUMBER) return false;
  const word = foldedWord(tokens, from);
  if (/^(ل|لل)/u.test(word) || (shapes[from] & (SHAPE.Title | SHAPE.Nisba | SHAPE.Comma)) !== 0) return true;
  const cues = lookups.words[from]?.flatMap(({ reading }) => reading.cues) ?? [];
  return cues.some(({ form }) => form === 'participle' || form === 'imperfect') || MANNERS.has(word);
}

const MANNERS = new Set([
  'عن',
  'حول',
  'في',
  'من',
  'علي',
  'ردا',
  'بعد',
  'تعليقا',
  'خلال',
  'عبر',
  'مع',
  'باسم',
  'متوعدا',
  'مهددا',
]);

/** Where a paragraph, or its first piece before a wide gap, ends. */
function pieceEnd(tokens: Layers['tokens'], content: number, end: number): number {
  for (let token = content + 1; token < end; token++) if (isApart(tokens, token)) return token;
  return end;
}

/** A heading may hold two speakers: `X: … .. وY: …`. */
function nextSpeaker({ tokens, shapes }: Layers, colon: number, end: number): number {
  for (let token = colon + 1; token < end - 2; token++) {
    if (tokens.kind[token] !== DOTS && !isSemicolon(tokens.hash[token])) continue;
    for (let later = token + 1; later < Math.min(end, token + LONGEST_LABEL); later++)
      if (shapes[later] & SHAPE.Colon) return token + 1;
  }
  return -1;
}

function speechEnd(layers: Layers, content: number, end: number): number {
  const next = nextSpeaker(layers, content - 1, end);
  return next < 0 ? end : next - 1;
}

function isSemicolon(mark: number): boolean {
  return mark === 0x61b || mark === 0x7c;
}
