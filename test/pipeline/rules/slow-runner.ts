/**
 * The rule runner in its slow and obvious form, to hold the fast one to: sets instead of bits, every token instead of an
 * index, every way through a pattern listed in its order. It reads parsed patterns and shares no code with the runner
 * but the choice of the anchor, which is a part of what a rule means.
 */
import { anchorOf } from '../../../pipeline/rules/anchor.js';
import type { Condition, Element, Pattern, TokenTest } from '../../../pipeline/rules/pattern.js';
import type { Rule } from '../../../pipeline/rules/rule.js';
import type { TableToken } from './tokens.js';

export interface SlowMatch {
  readonly rule: string;
  readonly start: number;
  readonly end: number;
  readonly groups: Readonly<Record<string, { readonly start: number; readonly end: number }>>;
}

/** All matches of the rules, by where they begin, then by order of the rules. */
export function slowMatches(rules: readonly Rule[], tokens: readonly TableToken[]): SlowMatch[] {
  const found = rules.flatMap((rule, order) =>
    linesOf(tokens).flatMap((line) => matchesIn(rule, tokens, line).map((match) => ({ order, match }))),
  );
  return found.sort((a, b) => a.match.start - b.match.start || a.order - b.order).map(({ match }) => match);
}

/** The first way through a pattern at one place of one line: where each of its elements begins, and where the last ends. */
export function firstWay(
  pattern: Pattern,
  tokens: readonly TableToken[],
  at: number,
  line: Line = { first: 0, end: tokens.length },
): readonly number[] | undefined {
  if (pattern.fromStart && at !== line.first) return undefined;
  for (const way of waysThrough(pattern.elements, { pattern, tokens, line, begun: [at] }))
    if (!pattern.toEnd || way.at(-1) === line.end) return way;
  return undefined;
}

/** The way of a runner that never goes back: each element as often as it can; undefined when it comes to nothing. */
export function greedyWay(
  pattern: Pattern,
  tokens: readonly TableToken[],
  at: number,
): readonly number[] | undefined {
  const line = { first: 0, end: tokens.length };
  const begun = [at];
  for (const element of pattern.elements) {
    const [end] = repeats(element, { pattern, tokens, line, begun }, begun.at(-1)!, 0);
    if (end === undefined) return undefined;
    begun.push(end);
  }
  return pattern.toEnd && begun.at(-1) !== line.end ? undefined : begun;
}

interface Line {
  readonly first: number;
  readonly end: number;
}

function linesOf(tokens: readonly TableToken[]): Line[] {
  const numbers = [...new Set(tokens.map(({ line }) => line))];
  return numbers.map((number) => ({
    first: tokens.findIndex(({ line }) => line === number),
    end: tokens.findLastIndex(({ line }) => line === number) + 1,
  }));
}

/** For every anchor the leftmost match whose anchor it is, without those that something beside them forbids. */
function matchesIn(rule: Rule, tokens: readonly TableToken[], line: Line): SlowMatch[] {
  const { match, notBefore, notAfter } = rule.parsed;
  const anchor = anchorOf(match.elements)!;
  const found: SlowMatch[] = [];
  for (let at = line.first; at < line.end; at++) {
    const { word, tags } = tokens[at];
    if (!anchor.words.includes(word) && !anchor.tags.some((tag) => tags.has(tag))) continue;
    for (let start = Math.max(line.first, at - anchor.maxBefore); start <= at - anchor.minBefore; start++) {
      const way = firstWay(match, tokens, start, line);
      if (way?.[anchor.element] !== at) continue;
      found.push({ rule: rule.id, start, end: way.at(-1)!, groups: groupsOf(match, way) });
      break;
    }
  }
  return found.filter(({ start, end }) => {
    const before = notBefore !== undefined && endsAt(notBefore, tokens, start, line);
    const after = notAfter !== undefined && firstWay(notAfter, tokens, end, line) !== undefined;
    return !before && !after;
  });
}

function endsAt(pattern: Pattern, tokens: readonly TableToken[], end: number, line: Line): boolean {
  for (let at = line.first; at <= end; at++) {
    if (pattern.fromStart && at !== line.first) continue;
    if (pattern.toEnd && end !== line.end) continue;
    for (const way of waysThrough(pattern.elements, { pattern, tokens, line, begun: [at] }))
      if (way.at(-1) === end) return true;
  }
  return false;
}

/** What a group took; nothing when it took no token. */
export function groupsOf({ elements }: Pattern, way: readonly number[]): SlowMatch['groups'] {
  const names = [...new Set(elements.flatMap(({ group }) => group ?? []))];
  const ranges = names.map((name) => {
    const start = way[elements.findIndex(({ group }) => group === name)];
    const end = way[elements.findLastIndex(({ group }) => group === name) + 1];
    return [name, { start, end }] as const;
  });
  return Object.fromEntries(ranges.filter(([, { start, end }]) => end > start));
}

/** How far the search is: `begun` has where each element so far began, and last where the next one begins. */
interface Search {
  readonly pattern: Pattern;
  readonly tokens: readonly TableToken[];
  readonly line: Line;
  readonly begun: readonly number[];
}

function* waysThrough(elements: readonly Element[], search: Search): Generator<readonly number[]> {
  const [element, ...rest] = elements;
  if (element === undefined) yield search.begun;
  else
    for (const end of repeats(element, search, search.begun.at(-1)!, 0))
      yield* waysThrough(rest, { ...search, begun: [...search.begun, end] });
}

/** Where an element can end: most repetitions first, choices as they are written. */
function* repeats(element: Element, search: Search, at: number, count: number): Generator<number> {
  if (count < element.max)
    for (const row of element.choices)
      if (row.every((test, i) => passes(test, search, at + i)))
        yield* repeats(element, search, at + row.length, count + 1);
  if (count >= element.min) yield at;
}

function passes(test: TokenTest, search: Search, at: number): boolean {
  if (at >= search.line.end) return false;
  const { word, tags } = search.tokens[at];
  const { words, notWords = [], conditions = [], notConditions = [] } = test;
  return (
    (test.tags ?? []).every((tag) => tags.has(tag)) &&
    !(test.notTags ?? []).some((tag) => tags.has(tag)) &&
    (words === undefined || words.includes(word)) &&
    !notWords.includes(word) &&
    conditions.every((condition) => holds(condition, search, at)) &&
    !notConditions.some((condition) => holds(condition, search, at))
  );
}

function holds({ name, with: other }: Condition, search: Search, at: number): boolean {
  const { tokens, line, pattern, begun } = search;
  if (name !== 'agrees') return tokens[at].conditions.has(name);
  const group = other === undefined ? undefined : groupsOf(pattern, begun)[other];
  const place = other === 'previous' ? at - 1 : other === 'next' ? at + 1 : group?.start;
  if (place === undefined || place < line.first || place >= line.end) return false;
  return (tokens[at].agreement & tokens[place].agreement) !== 0;
}
