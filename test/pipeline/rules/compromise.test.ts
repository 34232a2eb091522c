/**
 * Ours beside compromise's own matcher: on patterns and rows that are made by chance, always the same ones, and with all
 * our rules on all our articles. What the two do not find alike must be a listed difference; and written out, so that
 * none of these applies, compromise must find what ours finds.
 */
import { existsSync } from 'node:fs';
import fc from 'fast-check';
import { loadBuiltin } from '../../../packs/builtin.js';
import { Matcher } from '../../../pipeline/rules/matcher.js';
import { parseMain } from '../../../pipeline/rules/parse.js';
import type { Pattern } from '../../../pipeline/rules/pattern.js';
import { type Program, programOf } from '../../../pipeline/rules/program.js';
import type { RuleRow } from '../../../pipeline/rules/row.js';
import { readArticles } from './articles.js';
import { type Outcome, type Theirs, termsOf, theirOutcome, theirPattern } from './compromise-matcher.js';
import { DIFFERENCES } from './differences.js';
import { plainLine, sharedMatch } from './patterns.js';
import { firstWay, greedyWay, groupsOf } from './slow-runner.js';
import { rowOf, type TableToken, tokensOf } from './tokens.js';
import { firstForm, writtenOut } from './written-out.js';

const SEED = 20_261_122;
const PATTERNS = 1_200;
const ROWS_EACH = 20;
/** A pattern that stands for more is not written out. */
const MOST_FORMS = 120;

interface Side {
  readonly match: string;
  readonly raw: Theirs;
  readonly pattern: Pattern;
  readonly program: Program;
  readonly forms: readonly Theirs[] | undefined;
}

test.each(DIFFERENCES.map(({ name, example }) => [name, example] as const))('%s', (_name, example) => {
  const tokens = tokensOf(example.tokens);
  const { program, raw } = sideOf(example.match);
  expect(wordsOf(tokens, outcomeAt(program, rowOf(tokens), 0))).toBe(example.ours);
  expect(wordsOf(tokens, theirOutcome(raw, termsOf(tokens), 0))).toBe(example.theirs);
});

/** The words of a match, and behind a colon those of its group. */
function wordsOf(tokens: readonly TableToken[], outcome: Outcome | undefined): string | undefined {
  if (outcome === undefined) return undefined;
  const words = (start: number, end: number): string =>
    tokens
      .slice(start, end)
      .map(({ word }) => word)
      .join(' ');
  const groups = Object.values(outcome.groups).map(({ start, end }) => ` : ${words(start, end)}`);
  return words(0, outcome.end) + groups.join('');
}

test('on patterns and rows made by chance', () => {
  const lines = fc.sample(plainLine, { seed: SEED, numRuns: PATTERNS * ROWS_EACH }).map(tokensOf);
  const seen = new Map<string, number>();
  let alike = 0;
  let checked = 0;
  fc.sample(sharedMatch, { seed: SEED, numRuns: PATTERNS }).forEach((match, index) => {
    const side = sideOf(match);
    for (const tokens of lines.slice(index * ROWS_EACH, (index + 1) * ROWS_EACH)) {
      const row = rowOf(tokens);
      const terms = termsOf(tokens);
      for (let at = 0; at < tokens.length; at++) {
        const ours = outcomeAt(side.program, row, at);
        const theirs = theirOutcome(side.raw, terms, at);
        if (ours === undefined && theirs === undefined) continue;
        if (same(ours, theirs)) alike++;
        else count(seen, differenceAt(side, tokens, at, ours, theirs));
        if (side.forms === undefined) continue;
        checked++;
        expectAt(side.match, tokens, at, ours, firstForm(side.forms, terms, at));
      }
    }
  });
  expect(alike).toBeGreaterThan(7_000);
  expect(checked).toBeGreaterThan(7_000);
  expect(seen.size).toBeGreaterThan(DIFFERENCES.length / 2);
});

const FOLDERS = ['fixtures/articles', '../shared/news'];

describe.each(FOLDERS)('with all our rules on the articles of %s', (folder) => {
  const present = existsSync(folder);
  const whenPresent = present ? test : test.skip;
  if (!present) console.warn(`${folder} is absent: our rules are not compared with compromise there`);

  whenPresent('every difference is listed', () => {
    const sides = loadBuiltin().rules.map(({ match }) => sideOf(match));
    let alike = 0;
    for (const article of readArticles(folder))
      for (const tokens of linesOf(article.tokens)) {
        const row = rowOf(tokens);
        const terms = termsOf(tokens);
        for (const side of sides)
          for (let at = 0; at < tokens.length; at++) {
            const ours = outcomeAt(side.program, row, at);
            const theirs = theirOutcome(side.raw, terms, at);
            if (ours === undefined && theirs === undefined) continue;
            if (same(ours, theirs)) alike++;
            else differenceAt(side, tokens, at, ours, theirs);
          }
      }
    expect(alike).toBeGreaterThan(200);
  });
});

function linesOf(tokens: readonly TableToken[]): TableToken[][] {
  const numbers = new Set(tokens.map(({ line }) => line));
  return [...numbers].map((number) => tokens.filter(({ line }) => line === number));
}

function sideOf(match: string): Side {
  const pattern = parseMain(match);
  const raw = theirPattern(match);
  return { match, raw, pattern, program: programOf(pattern), forms: writtenOut(raw, MOST_FORMS) };
}

function outcomeAt(program: Program, row: RuleRow, at: number): Outcome | undefined {
  const matcher = new Matcher(row);
  if (!matcher.matches(program, at, 0, row.count) || matcher.end === at) return undefined;
  const groups = program.groups
    .map(
      ({ name, first, end }) => [name, { start: matcher.startOf(first), end: matcher.startOf(end) }] as const,
    )
    .filter(([, { start, end }]) => end > start);
  return { end: matcher.end, groups: Object.fromEntries(groups) };
}

/** The listed difference that explains what was found; an error when none does. */
function differenceAt(
  { match, raw, pattern }: Side,
  tokens: readonly TableToken[],
  at: number,
  ours: Outcome | undefined,
  theirs: Outcome | undefined,
): string {
  const way = firstWay(pattern, tokens, at);
  expectAt(match, tokens, at, ours, slowOutcome(pattern, way));
  const found = {
    raw,
    pattern,
    left: tokens.length - at,
    wentBack: way !== undefined && String(way) !== String(greedyWay(pattern, tokens, at)),
    onlyGroups: ours !== undefined && ours.end === theirs?.end,
  };
  const difference = DIFFERENCES.find((one) => one.explains(found));
  if (difference === undefined) expectAt(match, tokens, at, ours, theirs);
  return difference!.name;
}

/** What our slow twin finds, by its way. */
function slowOutcome(pattern: Pattern, way: readonly number[] | undefined): Outcome | undefined {
  if (way === undefined || way.at(-1) === way[0]) return undefined;
  return { end: way.at(-1)!, groups: groupsOf(pattern, way) };
}

function expectAt(
  match: string,
  tokens: readonly TableToken[],
  at: number,
  ours: Outcome | undefined,
  theirs: Outcome | undefined,
): void {
  if (same(ours, theirs)) return;
  const row = tokens.map(({ word, tags }) => `${word}/${[...tags].join('+')}`).join(' ');
  expect({ match, row, at, ours }).toEqual({ match, row, at, ours: theirs });
}

function same(one: Outcome | undefined, other: Outcome | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  const names = new Set([...Object.keys(one.groups), ...Object.keys(other.groups)]);
  return (
    one.end === other.end &&
    [...names].every(
      (name) =>
        one.groups[name]?.start === other.groups[name]?.start &&
        one.groups[name]?.end === other.groups[name]?.end,
    )
  );
}

function count(seen: Map<string, number>, name: string): void {
  seen.set(name, (seen.get(name) ?? 0) + 1);
}
