/**
 * Chooses the anchor of a pattern: the required element that the fewest tokens of a newspaper answer. A rule is tried only
 * where its anchor stands. The order is fixed here and not counted in a corpus, so that a pack compiles alike everywhere.
 */
import { type Element, leastTokens, mostTokens, type TokenTest } from './pattern.js';

/** Tags and words of which a token must have one. */
export interface Keys {
  readonly tags: readonly string[];
  readonly words: readonly string[];
  /** How many of a thousand tokens have one, about. */
  readonly frequency: number;
}

export interface Anchor extends Keys {
  /** Which element it is. */
  readonly element: number;
  /** How far behind the beginning of the match its token stands. */
  readonly minBefore: number;
  readonly maxBefore: number;
  /** A required neighbour: one of the tokens from `from` to `to`, counted from the anchor, has one of the tags. */
  readonly guard?: Guard;
}

export interface Guard {
  readonly from: number;
  readonly to: number;
  readonly tags: readonly string[];
}

/** The anchor of a pattern; undefined when no element that must be there asks for a tag or a word. */
export function anchorOf(elements: readonly Element[]): Anchor | undefined {
  const required = elements.map((element) => (element.min === 0 ? undefined : keysOf(element)));
  const at = rarest(required);
  if (at === undefined) return undefined;
  const before = elements.slice(0, at);
  return {
    ...required[at]!,
    element: at,
    minBefore: leastTokens(before),
    maxBefore: mostTokens(before),
    guard: guardOf(elements, required, at),
  };
}

/** Of a thousand tokens of newspaper text, how many have the tag, about; counted in `fixtures/articles` and rounded. */
const FREQUENCY: Readonly<Record<string, number>> = {
  Complement: 400,
  Bare: 260,
  Function: 260,
  Def: 230,
  DefMore: 170,
  NameNext: 90,
  NameFirst: 65,
  Comma: 45,
  Family: 40,
  Given: 35,
  Cue: 32,
  Unknown: 31,
  Title: 30,
  Place: 29,
  Organization: 28,
  Time: 25,
  Open: 24,
  Close: 23,
  OrgHeadGeneral: 19,
  Nisba: 18,
  Colon: 15,
  Person: 13,
  OrgHead: 9,
  Feminine: 7,
  OrgHeadOut: 4,
  PlaceHead: 4,
  PlaceHeadIn: 3,
  ParenOpen: 2,
  ParenClose: 2,
  Latin: 2,
  Capital: 2,
  Dual: 1,
};
/** A tag that is not counted yet is taken for a middling one. */
const UNCOUNTED = 30;
/** Words of up to three letters are mostly particles (`من`, `عن`), marks stand in every sentence, other words are rare. */
const SHORT = 3;
const SHORT_WORD = 12;
const WORD = 0.1;

/** One key each for the ways in which an element can begin; undefined when one of them can begin with anything. */
function keysOf({ choices }: Element): Keys | undefined {
  const each = choices.map(([first]) => keysOfTest(first));
  if (each.some((keys) => keys === undefined)) return undefined;
  const all = each.map((keys) => keys!);
  return {
    tags: [...new Set(all.flatMap(({ tags }) => tags))],
    words: [...new Set(all.flatMap(({ words }) => words))],
    frequency: all.reduce((sum, { frequency }) => sum + frequency, 0),
  };
}

/** A token that must have all of several tags is filed under the rarest. */
function keysOfTest({ tags = [], words }: TokenTest): Keys | undefined {
  if (words !== undefined)
    return { tags: [], words, frequency: words.reduce((sum, word) => sum + frequencyOf(word), 0) };
  if (tags.length === 0) return undefined;
  const tag = tags.reduce((best, one) => (rank(one) < rank(best) ? one : best));
  return { tags: [tag], words: [], frequency: rank(tag) };
}

function rank(tag: string): number {
  return FREQUENCY[tag] ?? UNCOUNTED;
}

function frequencyOf(word: string): number {
  return word.length > SHORT ? WORD : SHORT_WORD;
}

function rarest(keys: readonly (Keys | undefined)[], except = -1): number | undefined {
  let best: number | undefined;
  keys.forEach((one, index) => {
    if (one === undefined || index === except) return;
    if (best === undefined || one.frequency < keys[best]!.frequency) best = index;
  });
  return best;
}

/** The rarest other element that is known by its tags: most places of a common anchor fail there. */
function guardOf(
  elements: readonly Element[],
  required: readonly (Keys | undefined)[],
  anchor: number,
): Guard | undefined {
  const byTags = required.map((keys) => (keys?.words.length === 0 ? keys : undefined));
  const at = rarest(byTags, anchor);
  if (at === undefined) return undefined;
  const { tags } = byTags[at]!;
  const [first, second] = at < anchor ? [at, anchor] : [anchor, at];
  const between = elements.slice(first + 1, second);
  const least = leastTokens(between) + leastTokens([{ ...elements[first], min: 1 }]);
  const most = mostTokens(between) + mostTokens([elements[first]]);
  return at < anchor ? { from: -most, to: -least, tags } : { from: least, to: most, tags };
}
