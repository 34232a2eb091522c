/**
 * A match string to a `Pattern`, by compromise's parser: what it read is checked and put into our own terms, folded words
 * and named conditions. Throws a `RuleSyntaxError` for a construct that has no meaning over our tokens; runs nothing.
 */
import { fold } from '../normalize.js';
import { anchorOf } from './anchor.js';
import { parseElements, type RawElement } from './compromise.js';
import {
  CONDITIONS,
  type Condition,
  type ConditionName,
  type Element,
  LONGEST_MATCH,
  leastTokens,
  mostTokens,
  type Pattern,
  RuleSyntaxError,
  type TokenTest,
} from './pattern.js';
import { refuseConstructs } from './refused.js';
import { KNOWN_SIGNS, signOf } from './signs.js';

/**
 * Parses the match of a rule.
 * @throws RuleSyntaxError with reason and advice
 */
export function parseMain(match: string): Pattern {
  const pattern = parseMatch(match);
  if (anchorOf(pattern.elements) === undefined)
    throw new RuleSyntaxError(
      'no element is required, so the rule would match everywhere',
      'name a tag or a word that every match must hold',
    );
  return pattern;
}

/**
 * Parses what must not stand beside a match; it finds nothing, so it names nothing.
 * @throws RuleSyntaxError with reason and advice
 */
export function parseSide(match: string): Pattern {
  const pattern = parseMatch(match);
  if (groupsOf(pattern).length > 0)
    throw new RuleSyntaxError('a group in "unless"', 'leave the group out: nothing there is found');
  if (leastTokens(pattern.elements) === 0)
    throw new RuleSyntaxError('"unless" would always hold', 'make one of its elements required');
  return pattern;
}

/**
 * Parses any match string.
 * @throws RuleSyntaxError with reason and advice
 */
export function parseMatch(match: string): Pattern {
  refuseConstructs(match);
  const raw = parseElements(joined(match));
  refuseInnerEdges(raw);
  const elements = raw.map((element, index) => elementOf(element, groupAt(raw, index)));
  const pattern: Pattern = {
    elements,
    ...(raw[0].start ? { fromStart: true } : {}),
    ...(raw[raw.length - 1].end ? { toEnd: true } : {}),
  };
  checkGroups(raw, elements);
  checkReach(pattern);
  return pattern;
}

/** Named groups of a pattern, in order. */
export function groupsOf({ elements }: Pattern): string[] {
  return [...new Set(elements.flatMap(({ group }) => group ?? []))];
}

/**
 * A match string as compromise reads it right: without the blanks inside parentheses and groups, at which it takes a
 * repeated `(#A && #B)` and a `[<x> #A]` apart, and with the `!` of `[<x>!(#A|#B)]` before the group.
 */
export function joined(match: string): string {
  return match
    .replaceAll(/\s*(\||&&)\s*/gu, '$1')
    .replaceAll(/(?<=[([]|\[<[^>]*>)\s+|\s+(?=[)\]])/gu, '')
    .replaceAll(/(\[<[^>]*>)!(?=\()/gu, '!$1');
}

function elementOf(raw: RawElement, group: string | undefined): Element {
  const { min, max } = boundsOf(raw);
  const choices = raw.negative ? negated(choicesOf(raw)) : choicesOf(raw);
  return { choices, min, max, ...(group === undefined ? {} : { group }) };
}

/** The most that `+` may take. */
const PLUS = 6;

function boundsOf({ optional, greedy, min, max }: RawElement): { min: number; max: number } {
  const least = optional ? 0 : (min ?? 1);
  const most = max ?? (greedy ? PLUS : 1);
  if (most < 1 || least > most)
    throw new RuleSyntaxError(`{${least},${most}} allows nothing`, 'write the smaller bound first');
  return { min: least, max: most };
}

function choicesOf(raw: RawElement): TokenTest[][] {
  if (raw.fastOr !== undefined) return [[{ words: [...raw.fastOr].map(wordOf) }]];
  if (raw.choices === undefined) return [[testOf(raw)]];
  if (raw.operator === 'and') return [[raw.choices.map(onlyToken).reduce(both)]];
  return raw.choices.map((row) => row.map(innerTest));
}

function onlyToken(row: readonly RawElement[]): TokenTest {
  if (row.length !== 1)
    throw new RuleSyntaxError('a side of && names several tokens', 'write one token on each side');
  return innerTest(row[0]);
}

/** A token inside parentheses. */
function innerTest(raw: RawElement): TokenTest {
  if (raw.optional || raw.greedy || raw.min !== undefined)
    throw new RuleSyntaxError(
      'a repetition inside parentheses',
      'repeat the whole parentheses, or list the choices',
    );
  if (raw.start || raw.end) throw new RuleSyntaxError('^ or $ inside parentheses', EDGE_ADVICE);
  const test = testOf(raw);
  return raw.negative ? not(test)[0] : test;
}

function testOf(raw: RawElement): TokenTest {
  if (raw.tag !== undefined) return { tags: [tagOf(raw.tag)] };
  if (raw.method !== undefined) return { conditions: [conditionOf(raw.method)] };
  if (raw.anything) return {};
  if (raw.word !== undefined) return { words: [wordOf(raw.word)] };
  throw new RuleSyntaxError(
    'a piece of the match asks for nothing that rules know',
    `write a tag, a word, a mark or ${SOME}`,
  );
}

const SOME = 'a condition such as @startsSentence';

function tagOf(tag: string): string {
  if (!/^\p{L}+$/u.test(tag)) throw misread(tag);
  return tag;
}

function wordOf(word: string): string {
  const sign = signOf(word);
  if (sign !== undefined) return sign;
  if (!/^[\p{L}\p{N}\p{M}\u0640]+$/u.test(word)) throw misread(word);
  return fold(word);
}

function misread(piece: string): RuleSyntaxError {
  return new RuleSyntaxError(
    `the match is read wrongly at "${piece}"`,
    `a word has no marks; marks stand alone: ${KNOWN_SIGNS.join(' ')}; choices of several tokens cannot be repeated`,
  );
}

function conditionOf(method: string): Condition {
  const [name, ...rest] = method.split(':');
  const compared = rest.join(':');
  if (!CONDITIONS.includes(name as ConditionName)) {
    const advice = name.startsWith('has')
      ? `English punctuation; write the mark itself: ${KNOWN_SIGNS.join(' ')}`
      : `the conditions are ${CONDITIONS.map((one) => `@${one}`).join(', ')}`;
    throw new RuleSyntaxError(`@${name} is no condition`, advice);
  }
  if ((name === 'agrees') === (compared === ''))
    throw new RuleSyntaxError(
      `@${method} ${compared === '' ? 'does not say with what' : 'compares with nothing'}`,
      'only @agrees is followed by : and then previous, next or a group',
    );
  return compared === '' ? { name: name as ConditionName } : { name: 'agrees', with: compared };
}

/** A token that both tests allow. */
function both(one: TokenTest, other: TokenTest): TokenTest {
  if (one.words !== undefined && other.words !== undefined)
    throw new RuleSyntaxError('two words on the sides of one &&', 'no token is both; list them with |');
  const keys = Object.keys({ ...one, ...other }) as (keyof TokenTest)[];
  return Object.fromEntries(keys.map((key) => [key, [...(one[key] ?? []), ...(other[key] ?? [])]]));
}

/** None of the choices: for `!(a|b)` neither, for `!(a && b)` not both. */
function negated(choices: readonly (readonly TokenTest[])[]): TokenTest[][] {
  if (choices.some((row) => row.length !== 1))
    throw new RuleSyntaxError('! before several tokens', 'a negative takes one token; use "unless" for more');
  const alternatives = choices.map(([test]) => not(test));
  const [first, ...others] = alternatives;
  return others
    .reduce((sofar, next) => sofar.flatMap((one) => next.map((other) => both(one, other))), first)
    .map((test) => [test]);
}

const OPPOSITE = {
  tags: 'notTags',
  notTags: 'tags',
  words: 'notWords',
  notWords: 'words',
  conditions: 'notConditions',
  notConditions: 'conditions',
} as const;

/** The ways in which a token fails a test. Several words are failed only together. */
function not(test: TokenTest): TokenTest[] {
  const keys = Object.keys(test) as (keyof TokenTest)[];
  if (keys.length === 0) throw new RuleSyntaxError('!. matches nothing', 'leave it out');
  return keys.flatMap((key) =>
    key === 'words'
      ? [{ notWords: test.words }]
      : (test[key] ?? []).map((value) => ({ [OPPOSITE[key]]: [value] }) as TokenTest),
  );
}

const EDGE_ADVICE = '^ stands before the first element, $ behind the last';

function refuseInnerEdges(raw: readonly RawElement[]): void {
  raw.forEach(({ start, end }, index) => {
    if ((start && index > 0) || (end && index < raw.length - 1))
      throw new RuleSyntaxError(`${start ? '^' : '$'} in the middle of a match`, EDGE_ADVICE);
  });
}

function groupAt(raw: readonly RawElement[], index: number): string | undefined {
  return raw[index].group ?? undefined;
}

/** Groups have names of their own, and an agreement asks for one that is closed before it. */
function checkGroups(raw: readonly RawElement[], elements: readonly Element[]): void {
  const begun = new Set<string>();
  raw.forEach(({ groupStart }, index) => {
    const group = groupAt(raw, index);
    if (!groupStart || group === undefined) return;
    if (/^\d*$/u.test(group)) throw new RuleSyntaxError('a group without a name', 'write [<name>…]');
    if (group === 'previous' || group === 'next')
      throw new RuleSyntaxError(
        `a group named "${group}"`,
        'the word belongs to @agrees; choose another name',
      );
    if (begun.has(group))
      throw new RuleSyntaxError(`two groups named "${group}"`, 'give each group its own name');
    begun.add(group);
  });
  elements.forEach(({ choices, group }, index) => {
    const closed = new Set(elements.slice(0, index).map((element) => element.group));
    for (const { with: name } of choices.flat().flatMap(conditionsIn))
      if (
        name !== undefined &&
        name !== 'previous' &&
        name !== 'next' &&
        (!closed.has(name) || name === group)
      )
        throw new RuleSyntaxError(
          `@agrees:${name} compares with a group that is not closed before it`,
          'write previous, next or an earlier group',
        );
  });
}

function conditionsIn({ conditions = [], notConditions = [] }: TokenTest): Condition[] {
  return [...conditions, ...notConditions];
}

function checkReach(pattern: Pattern): void {
  if (mostTokens(pattern.elements) > LONGEST_MATCH)
    throw new RuleSyntaxError(`a match may be at most ${LONGEST_MATCH} tokens long`, 'bound its repetitions');
}
