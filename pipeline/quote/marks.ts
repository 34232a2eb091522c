/**
 * Quotation marks, paired and repaired, paragraph by paragraph: every style, nested, glued, reversed, closed by
 * another style's mark, or never closed. Takes the tokens; gives pairs and problems; says nothing about what is quoted.
 * One short stack a paragraph, so that any number of open marks costs linear time.
 */
import type { Problem } from '../document.js';
import { problem } from '../problem.js';
import { PUNCT, QUOTE, type Tokens, WORD } from '../tokenize.js';

/** A marked stretch: its content is tokens `first` to `last` (empty when `last` < `first`). */
export interface MarkPair {
  readonly open: number;
  /** The closing mark, or -1 when the writer forgot it: then the content ends with a sentence or its paragraph. */
  readonly close: number;
  readonly first: number;
  readonly last: number;
  /** 0 for a mark that stands in no other. */
  readonly depth: number;
}

export interface Marks {
  /** In order of their opening marks. */
  readonly pairs: readonly MarkPair[];
  readonly problems: readonly Problem[];
  /** By token: 1 + index of the innermost pair that the token stands in, else 0. */
  readonly inside: Int32Array;
  /** By token: 1 + index of the pair that it opens, else 0. */
  readonly opened: Int32Array;
}

interface OpenMark {
  readonly token: number;
  readonly family: number;
  readonly reversed: boolean;
}

/** Deeper nesting than this is not writing but damage. */
const DEEPEST = 3;

export function pairMarks(tokens: Tokens): Marks {
  const pairs: MarkPair[] = [];
  const problems: Problem[] = [];
  let open: OpenMark[] = [];
  for (let token = 0; token < tokens.count; token++) {
    if (
      open.length > 0 &&
      tokens.line[token] !== tokens.line[token - 1] &&
      !(open.length === 1 && goesOn(tokens, token, open[0]))
    ) {
      closeAll(tokens, open, token - 1, pairs, problems);
      open = [];
    }
    if (tokens.kind[token] === QUOTE) open = meet(tokens, token, open, pairs, problems);
  }
  closeAll(tokens, open, tokens.count - 1, pairs, problems);
  if (pairs.length > 1) pairs.sort((a, b) => a.open - b.open);
  const opened = new Int32Array(tokens.count + 1);
  pairs.forEach((pair, index) => {
    opened[pair.open] = index + 1;
  });
  return { pairs, problems, inside: innermost(tokens, pairs), opened };
}

/** Settles one mark against those that are open; gives what is open after it. */
function meet(
  tokens: Tokens,
  token: number,
  open: OpenMark[],
  pairs: MarkPair[],
  problems: Problem[],
): OpenMark[] {
  const mark = STYLES.get(tokens.hash[token]) ?? AMBIGUOUS;
  const context = contextOf(tokens, token);
  const top = open.at(-1);
  if (top === undefined) {
    if (mark.side === 'close' && !context.canOpen && !(context.loose && opensReversed(tokens, token, mark)))
      return stray(tokens, token, open, problems);
    if (!context.canOpen && !context.loose && context.canClose) return stray(tokens, token, open, problems);
    const reversed = mark.side === 'close';
    if (reversed) problems.push(markProblem(tokens, token, 'reversed-quotation-mark'));
    return [{ token, family: mark.family, reversed }];
  }
  const closing = closes(mark, context, top, open);
  if (closing > 0) {
    const rest = open.slice(0, open.length - closing);
    for (const forgotten of open.slice(open.length - closing + 1))
      problems.push(markProblem(tokens, forgotten.token, 'unbalanced-quotation-mark'));
    const opener = open[open.length - closing];
    pairs.push({
      open: opener.token,
      close: token,
      first: opener.token + 1,
      last: token - 1,
      depth: rest.length,
    });
    return rest;
  }
  if (mark.side === 'close' || open.length >= DEEPEST) return stray(tokens, token, open, problems);
  return [...open, { token, family: mark.family, reversed: false }];
}

/** `قائلا ” … “`: a loose closing mark opens when its opening twin follows. */
function opensReversed(tokens: Tokens, from: number, mark: Style): boolean {
  for (
    let token = from + 1;
    token < Math.min(tokens.count, from + FARTHEST_CLOSE) && tokens.line[token] === tokens.line[from];
    token++
  ) {
    const style = tokens.kind[token] === QUOTE ? STYLES.get(tokens.hash[token]) : undefined;
    if (style !== undefined) return style.family === mark.family && style.side === 'open';
  }
  return false;
}

/** A quotation of several paragraphs: the next mark, not too far on, closes what is open. */
function goesOn(tokens: Tokens, from: number, open: OpenMark): boolean {
  for (let token = from; token < Math.min(tokens.count, from + FARTHEST_CLOSE); token++) {
    if (tokens.kind[token] !== QUOTE) continue;
    const mark = STYLES.get(tokens.hash[token]) ?? AMBIGUOUS;
    const context = contextOf(tokens, token);
    return mark.family === open.family && mark.side !== 'open' && context.canClose && !context.canOpen;
  }
  return false;
}

/** Tokens to look ahead; each open mark looks once a paragraph, so that the whole stays linear. */
const FARTHEST_CLOSE = 150;

/** How many open marks this one closes (the last of them is its partner); 0 when it opens or is astray. */
function closes(mark: Style, context: Context, top: OpenMark, open: readonly OpenMark[]): number {
  if (mark.family === top.family) {
    if (mark.side === 'close') return top.reversed && context.onlyOpens ? 0 : 1;
    if (mark.side === 'open') return top.reversed && !context.onlyOpens ? 1 : 0;
    return context.onlyOpens ? 0 : 1;
  }
  const partner = open.findLastIndex((one) => one.family === mark.family);
  if (partner >= 0 && mark.side !== 'open' && !context.onlyOpens) return open.length - partner;
  return mark.side !== 'open' && context.canClose && !context.canOpen && partner < 0 ? 1 : 0;
}

function stray(tokens: Tokens, token: number, open: OpenMark[], problems: Problem[]): OpenMark[] {
  problems.push(markProblem(tokens, token, 'unbalanced-quotation-mark'));
  return open;
}

/** At a paragraph's end, what is open ends with the sentence before the next mark of its style, else with the paragraph. */
function closeAll(
  tokens: Tokens,
  open: readonly OpenMark[],
  lastToken: number,
  pairs: MarkPair[],
  problems: Problem[],
): void {
  open.forEach((mark, depth) => {
    problems.push(markProblem(tokens, mark.token, 'unbalanced-quotation-mark'));
    const limit = open[depth + 1]?.token ?? lastToken + 1;
    const last = depth === open.length - 1 ? lastToken : sentenceBefore(tokens, mark.token, limit);
    pairs.push({ open: mark.token, close: -1, first: mark.token + 1, last, depth: 0 });
  });
}

function sentenceBefore(tokens: Tokens, from: number, limit: number): number {
  for (let token = from + 1; token < limit; token++)
    if (tokens.kind[token] === PUNCT && ENDS.has(tokens.hash[token])) return token;
  return limit - 1;
}

interface Context {
  /** White space or an opener on its left, a word on its right. */
  readonly onlyOpens: boolean;
  readonly canOpen: boolean;
  readonly canClose: boolean;
  /** White space on both sides. */
  readonly loose: boolean;
}

function contextOf(tokens: Tokens, token: number): Context {
  const gluedLeft =
    token > 0 &&
    tokens.end[token - 1] === tokens.start[token] &&
    tokens.line[token - 1] === tokens.line[token];
  const gluedRight = token + 1 < tokens.count && tokens.start[token + 1] === tokens.end[token];
  const rightPunct = gluedRight && isPunct(tokens, token + 1) && !OPENING.has(tokens.hash[token + 1]);
  const leftOpens = !gluedLeft || opensAfter(tokens, token - 1);
  return {
    onlyOpens: leftOpens && gluedRight && !rightPunct,
    canOpen: gluedRight && !rightPunct,
    canClose: gluedLeft && !opensAfter(tokens, token - 1),
    loose: !gluedLeft && (!gluedRight || rightPunct),
  };
}

/** Whether what stands glued before a mark shows that the mark opens: a particle (`بـ«`), a colon, a bracket. */
function opensAfter(tokens: Tokens, token: number): boolean {
  if (tokens.kind[token] === PUNCT) return OPENING.has(tokens.hash[token]);
  if (tokens.kind[token] !== WORD) return false;
  return tokens.foldLength[token] === 1 && PARTICLES.has(tokens.hash[token]);
}

function isPunct(tokens: Tokens, token: number): boolean {
  return tokens.kind[token] === PUNCT;
}

function markProblem(tokens: Tokens, token: number, code: Problem['code']): Problem {
  return problem(code, tokens.start[token], tokens.end[token]);
}

/** The pair that opens last is the innermost; nesting is shallow, so that few tokens are filled more than once. */
function innermost(tokens: Tokens, pairs: readonly MarkPair[]): Int32Array {
  const inside = new Int32Array(tokens.count);
  pairs.forEach(({ first, last }, index) => {
    if (last >= first) inside.fill(index + 1, first, last + 1);
  });
  return inside;
}

interface Style {
  readonly family: number;
  readonly side: 'open' | 'close' | 'either';
}

const AMBIGUOUS: Style = { family: 0, side: 'either' };
const STYLES: ReadonlyMap<number, Style> = new Map(
  (
    [
      ['"', 0, 'either'],
      ['″', 0, 'either'],
      ['〃', 0, 'either'],
      ["'", 0, 'either'],
      ['«', 1, 'open'],
      ['»', 1, 'close'],
      ['“', 2, 'open'],
      ['”', 2, 'close'],
      ['„', 2, 'open'],
      ['‟', 2, 'open'],
      ['❝', 2, 'open'],
      ['❞', 2, 'close'],
      ['‹', 3, 'open'],
      ['›', 3, 'close'],
      ['‘', 4, 'open'],
      ['’', 4, 'close'],
      ['‚', 4, 'open'],
      ['‛', 4, 'open'],
    ] as const
  ).map(([mark, family, side]) => [mark.charCodeAt(0), { family, side }]),
);
const codes = (marks: string): Set<number> => new Set([...marks].map((mark) => mark.charCodeAt(0)));
const OPENING = codes(':([{-–—/؛');
const ENDS = codes('.!?؟');
const PARTICLES = codes('وفبلكأ');
