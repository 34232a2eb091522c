/**
 * Tokens to lines and sentences. A line is a paragraph, a heading, a byline, a date, a count or the remains of a web
 * page; a sentence ends at its mark or a wide gap, but not after an abbreviation or initial, nor inside quotation marks.
 */
import { ATTRIBUTION, FINITE_CUE, NAME, TIME } from './lookup/lexicon.js';
import type { Lookups } from './lookup/lookup.js';
import type { Marks } from './quote/marks.js';
import { NUMBER, PUNCT, type Tokens, WORD } from './tokenize.js';

export type LineKind = 'heading' | 'paragraph' | 'byline' | 'date' | 'remains';

/** A half-open range of tokens. */
export interface TokenSpan {
  readonly first: number;
  /** One past the last token. */
  readonly end: number;
}

export interface Line extends TokenSpan {
  readonly kind: LineKind;
}

export interface Sentence extends TokenSpan {
  /** Index in `lines`. */
  readonly line: number;
}

export interface Segments {
  readonly lines: readonly Line[];
  readonly sentences: readonly Sentence[];
  /** Sentence number of each token. */
  readonly sentenceOf: Int32Array;
}

export function segment(tokens: Tokens, marks: Marks, lookups: Lookups): Segments {
  const spans = lineSpans(tokens);
  const lines = spans.map(({ first, end }, i) => ({
    first,
    end,
    kind: lineKind(tokens, lookups, first, end, i, spans.length),
  }));
  const sentences: Sentence[] = [];
  const sentenceOf = new Int32Array(tokens.count);
  const close = (first: number, end: number, line: number): void => {
    sentenceOf.fill(sentences.length, first, end);
    sentences.push({ first, end, line });
  };
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index];
    let first = line.kind === 'paragraph' ? datelineEnd(tokens, lookups, line) : line.first;
    if (first > line.first) close(line.first, first, index);
    for (let token = first; token < line.end; token++) {
      if (token > first && isApart(tokens, token) && marks.inside[token] === 0) {
        close(first, token, index);
        first = token;
      }
      if (tokens.kind[token] !== PUNCT || !endsSentence(tokens, marks, token, line)) continue;
      close(first, token + 1, index);
      first = token + 1;
    }
    if (first < line.end) close(first, line.end, index);
  }
  return { lines, sentences, sentenceOf };
}

/** Three spaces or more before a token: the pieces of a page (links, captions) run into one line. */
export function isApart({ text, start, end }: Tokens, token: number): boolean {
  if (token === 0 || start[token] - end[token - 1] < WIDE_GAP) return false;
  for (let at = start[token] - WIDE_GAP; at < start[token]; at++) if (!SPACES.has(text[at])) return false;
  return true;
}

const SPACES: ReadonlySet<string> = new Set([' ', '\t', '\u00a0']);

const WIDE_GAP = 3;

/** One past a dateline: `تونس-`, `كييف –`, `دبي، الإمارات (CNN)--`, `موسكو-سانا`; the line's first token when there is none. */
function datelineEnd(tokens: Tokens, { bits }: Lookups, { first, end }: TokenSpan): number {
  let named = false;
  for (let token = first + 1; token < Math.min(end, first + LONGEST_DATELINE); token++) {
    named ||= (bits[token - 1] & NAME) !== 0;
    if (bits[token] & FINITE_CUE) return first;
    if (tokens.kind[token] !== PUNCT) continue;
    const mark = tokens.hash[token];
    if (mark === COMMA || OPENERS.has(mark)) continue;
    if (!DASHES.has(mark) || !named || bits[first] & FINITE_CUE) return first;
    let after = token;
    while (after + 1 < end && tokens.kind[after + 1] === PUNCT && DASHES.has(tokens.hash[after + 1])) after++;
    const bracketed = OPENERS.has(tokens.hash[token - 1]);
    return bracketed || token - first <= 3 ? after + 1 : first;
  }
  return first;
}

const LONGEST_DATELINE = 14;
const DASHES = new Set([0x2d, 0x2013, 0x2014, 0x2015]);
const OPENERS = new Set([0x28, 0x29, 0x2f]);

function lineSpans(tokens: Tokens): TokenSpan[] {
  const spans: TokenSpan[] = [];
  let first = 0;
  for (let token = 1; token <= tokens.count; token++)
    if (token === tokens.count || tokens.line[token] !== tokens.line[token - 1]) {
      if (token > first) spans.push({ first, end: token });
      first = token;
    }
  return spans;
}

/** Longer lines without an end mark are paragraphs whose writer forgot it. */
const LONGEST_HEADING = 24;

function lineKind(
  tokens: Tokens,
  lookups: Lookups,
  first: number,
  end: number,
  index: number,
  lines: number,
): LineKind {
  let words = 0;
  let numbers = 0;
  let months = 0;
  for (let token = first; token < end && words <= LONGEST_HEADING; token++) {
    const kind = tokens.kind[token];
    if (kind === WORD) words++;
    else if (kind === NUMBER) numbers++;
    if (lookups.bits[token] & TIME) months++;
  }
  if (words === 0) return numbers > 0 ? 'date' : 'remains';
  if (numbers > 0 && words <= 8 && words - months <= 1) return 'date';
  if (tokens.kind[first] === PUNCT && tokens.hash[first] === PLUS && words <= 2) return 'remains';
  if (words <= 10 && isByline(lookups, tokens, first, end)) return 'byline';
  const last = end - 1;
  const closed =
    tokens.kind[last] === PUNCT && (tokens.hash[last] === FULL_STOP || tokens.hash[last] === COMMA);
  if (index === 0 && lines > 1 && words <= LONGEST_HEADING) return 'heading';
  return words <= LONGEST_HEADING && !closed && lines > 1 ? 'heading' : 'paragraph';
}

/** `كتب: وكالات`, `بقلم فلان`, `وكالات/RT`. */
function isByline(lookups: Lookups, tokens: Tokens, first: number, end: number): boolean {
  if (tokens.kind[first] !== WORD) return false;
  const named = (lookups.bits[first] & ATTRIBUTION) !== 0;
  for (const { reading } of (named && lookups.words[first]) || [])
    if (reading.attribution?.kind === 'label' && BYLINES.has(reading.attribution.phrase)) return true;
  return end - first <= 6 && BYLINE_WORDS.has(text(tokens, first));
}

const BYLINES = new Set(['كتب', 'كتبت', 'بقلم', 'إعداد', 'تحرير', 'ترجمة', 'حوار', 'تصوير']);
const BYLINE_WORDS = new Set([...BYLINES, 'وكالات', 'مشاركة', 'المساهمون', 'متابعات', 'رصد']);

function text(tokens: Tokens, token: number): string {
  return tokens.text.slice(tokens.start[token], tokens.end[token]);
}

/** Whether a sentence ends at a mark. */
function endsSentence(tokens: Tokens, marks: Marks, token: number, line: TokenSpan): boolean {
  if (!ENDS.has(tokens.hash[token])) return false;
  if (token + 1 < line.end && tokens.kind[token + 1] === PUNCT && ENDS.has(tokens.hash[token + 1]))
    return false;
  if (marks.inside[token] !== 0) {
    const pair = marks.pairs[marks.inside[token] - 1];
    return token === pair.last && pair.close === -1;
  }
  if (tokens.hash[token] !== FULL_STOP || token + 1 >= line.end) return true;
  const before = token - 1;
  if (before < line.first || tokens.end[before] !== tokens.start[token]) return true;
  const abbreviation = tokens.foldLength[before] === 1 && tokens.kind[before] !== NUMBER;
  const gluedLatin =
    tokens.kind[before] === tokens.kind[token + 1] &&
    tokens.kind[before] !== WORD &&
    tokens.end[token] === tokens.start[token + 1];
  return !abbreviation && !gluedLatin;
}

const FULL_STOP = 0x2e;
const COMMA = 0x60c;
const PLUS = 0x2b;
const ENDS = new Set([0x2e, 0x21, 0x3f, 0x61f, 0x6d4]);
