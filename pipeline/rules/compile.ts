/**
 * Rules to an index: each pattern parsed once and filed under its anchor, the rarest element that every match must hold.
 * Takes checked rules; throws a `RuleSyntaxError` for a construct that has no meaning over Arabic tokens.
 */
import { CLASS, COMBINING, FOLD } from '../normalize.js';
import { type PatternElement, parsePattern } from './compromise.js';
import type { Rule } from './rule.js';

export interface CompiledRule {
  readonly rule: Rule;
  /** The pattern, bound to the first term of its window. */
  readonly pattern: readonly PatternElement[];
  /** Where the anchor can be, counted from the match's first term. */
  readonly minBefore: number;
  readonly maxBefore: number;
  /** The longest possible match, in terms. */
  readonly longest: number;
  /** What must stand around the anchor in any match: most places fail here, cheaply. */
  readonly neighbours: readonly Neighbour[];
}

/** A token with one of these keys must stand between `from` and `to` tokens behind the anchor (before it, when negative). */
export interface Neighbour extends Keys {
  readonly from: number;
  readonly to: number;
}

export interface RuleIndex {
  readonly byTag: ReadonlyMap<string, readonly CompiledRule[]>;
  readonly byWord: ReadonlyMap<string, readonly CompiledRule[]>;
}

/** A match string that cannot be used, with the reason for its author. */
export class RuleSyntaxError extends Error {}

/** Common to rare: of a pattern's required tags the last in this list is its anchor. */
const COMMONNESS = [
  'Complement',
  'Def',
  'DefMore',
  'Bare',
  'Function',
  'NameNext',
  'Unknown',
  'NameFirst',
  'Nisba',
  'Comma',
  'Feminine',
  'Time',
  'Cue',
  'Place',
  'Family',
  'Given',
  'Title',
  'Person',
  'Open',
  'Close',
  'OrgHead',
  'OrgHeadGeneral',
  'PlaceHead',
  'OrgHeadOut',
  'PlaceHeadIn',
  'Organization',
  'Colon',
  'ParenOpen',
  'ParenClose',
  'Latin',
  'Capital',
  'Dual',
];

/** A pattern may not be longer: windows stay small. */
const LONGEST_MATCH = 24;

export function compileRules(rules: readonly Rule[]): RuleIndex {
  const byTag = new Map<string, CompiledRule[]>();
  const byWord = new Map<string, CompiledRule[]>();
  for (const rule of rules) {
    const elements = checkedPattern(rule.match);
    const anchor = anchorOf(elements);
    const compiled = compileAt(rule, elements, anchor);
    const { tags, words } = keysOf(elements[anchor]);
    for (const tag of tags) push(byTag, tag, compiled);
    for (const word of words) push(byWord, word, compiled);
  }
  return { byTag, byWord };
}

/** Parses a match string and refuses what is not supported here. */
export function checkedPattern(match: string): readonly PatternElement[] {
  if (/[#\])][*]|[\p{L}][*]/u.test(match))
    throw new RuleSyntaxError('`*` means `+` in this syntax; write {0,4}');
  const elements = parsePattern(foldLetters(match));
  if (elements.length === 0) throw new RuleSyntaxError('the match is empty');
  for (const element of elements) checkElement(element);
  if (elements.every((element) => !isRequired(element)))
    throw new RuleSyntaxError('no element is required, so the rule would match everywhere');
  if (lengthOf(elements) > LONGEST_MATCH)
    throw new RuleSyntaxError(`a match may be at most ${LONGEST_MATCH} tokens long; bound its repetitions`);
  return elements;
}

function checkElement(element: PatternElement): void {
  if (element.method !== undefined)
    throw new RuleSyntaxError(
      `@${element.method} knows English punctuation only; use the tags #Comma, #Colon, #Open …`,
    );
  if (
    element.fuzzy ||
    element.root !== undefined ||
    element.machine !== undefined ||
    element.id !== undefined
  )
    throw new RuleSyntaxError('fuzzy words, {roots} and ids have no meaning over Arabic tokens');
  if (element.regex !== undefined)
    throw new RuleSyntaxError(
      'regular expressions are not allowed in a match; list the words or add a list row',
    );
  if (element.start || element.end)
    throw new RuleSyntaxError('^ and $ are not allowed: a window is no sentence');
}

function isRequired(element: PatternElement): boolean {
  const { tags, words } = keysOf(element);
  return !element.optional && !element.negative && !element.anything && tags.length + words.length > 0;
}

export interface Keys {
  readonly tags: readonly string[];
  readonly words: readonly string[];
}

const NO_KEYS: Keys = { tags: [], words: [] };

/** Tags and words of which a token must have one to match the element; none when it can match anything. */
function keysOf({ tag, word, fastOr, choices, operator }: PatternElement): Keys {
  if (tag !== undefined) return { tags: [tag], words: [] };
  if (word !== undefined) return { tags: [], words: [word] };
  if (fastOr !== undefined) return { tags: [], words: [...fastOr] };
  const each = (choices ?? []).map((choice) =>
    choice.length === 1 && !choice[0].negative ? keysOf(choice[0]) : NO_KEYS,
  );
  const usable = each.filter((keys) => keys !== NO_KEYS && keys.tags.length + keys.words.length > 0);
  if (operator === 'and')
    return usable.reduce((best, keys) => (rankOf(keys) > rankOf(best) ? keys : best), NO_KEYS);
  if (usable.length < each.length) return NO_KEYS;
  return { tags: usable.flatMap(({ tags }) => tags), words: usable.flatMap(({ words }) => words) };
}

/** The commonest key decides how often an element would be tried. */
function rankOf({ tags, words }: Keys): number {
  if (tags.length === 0) return words.length === 0 ? -1 : COMMONNESS.length;
  return Math.min(...tags.map((tag) => COMMONNESS.indexOf(tag)));
}

function anchorOf(elements: readonly PatternElement[]): number {
  let best = -1;
  let bestRank = -1;
  elements.forEach((element, i) => {
    if (!isRequired(element)) return;
    const rank = rankOf(keysOf(element));
    if (rank > bestRank || best < 0) {
      best = i;
      bestRank = rank;
    }
  });
  if (best < 0) throw new RuleSyntaxError('no element of the match is a required tag or word');
  return best;
}

function compileAt(rule: Rule, elements: readonly PatternElement[], anchor: number): CompiledRule {
  const before = elements.slice(0, anchor);
  return {
    rule,
    pattern: [{ ...elements[0], start: true }, ...elements.slice(1)],
    minBefore: before.reduce((sum, element) => sum + leastOf(element), 0),
    maxBefore: lengthOf(before),
    longest: lengthOf(elements),
    neighbours: neighboursOf(elements, anchor),
  };
}

/** Each required element but the anchor, with how far from it its token can be. */
function neighboursOf(elements: readonly PatternElement[], anchor: number): Neighbour[] {
  return elements.flatMap((element, i) => {
    if (i === anchor || !isRequired(element)) return [];
    const between = i < anchor ? elements.slice(i + 1, anchor) : elements.slice(anchor + 1, i);
    const least = between.reduce((sum, one) => sum + leastOf(one), 0) + 1;
    const own = i < anchor ? element : elements[anchor];
    const most = lengthOf(between) + lengthOf([own]);
    return [
      i < anchor
        ? { from: -most, to: -least, ...keysOf(element) }
        : { from: least, to: most, ...keysOf(element) },
    ];
  });
}

function leastOf({ optional, min }: PatternElement): number {
  return optional ? (min ?? 0) : (min ?? 1);
}

function lengthOf(elements: readonly PatternElement[]): number {
  return elements.reduce(
    (sum, { max, greedy, choices }) =>
      sum + (max ?? (greedy ? 6 : Math.max(1, ...(choices ?? []).map((choice) => choice.length)))),
    0,
  );
}

/** Arabic letters of a match string, folded like the tokens they are compared with. */
function foldLetters(match: string): string {
  let out = '';
  for (const letter of match) {
    const unit = letter.charCodeAt(0);
    if (unit < 0x600 || unit > 0x6ff) out += letter;
    else if (CLASS[unit] !== COMBINING) out += FOLD[unit] === 0 ? letter : String.fromCharCode(FOLD[unit]);
  }
  return out;
}

function push(index: Map<string, CompiledRule[]>, key: string, rule: CompiledRule): void {
  const list = index.get(key);
  if (list === undefined) index.set(key, [rule]);
  else list.push(rule);
}
