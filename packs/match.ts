/**
 * Checks the match of a rule beyond its syntax: brackets that close, tags that exist, groups that have a name.
 * Takes a match string; gives its named groups and every fault. Runs nothing.
 */
import { TAGS } from '../pipeline/recognize/shapes.js';
import { checkedPattern, RuleSyntaxError } from '../pipeline/rules/compile.js';
import type { PatternElement } from '../pipeline/rules/compromise.js';
import { nearest } from './nearest.js';

export interface CheckedMatch {
  /** Absent where the match cannot be read. */
  readonly groups?: readonly string[];
  readonly faults: readonly { readonly reason: string; readonly advice: string }[];
}

/** Checks a match string. */
export function checkMatch(match: string): CheckedMatch {
  const bracket = unbalanced(match);
  if (bracket !== undefined)
    return {
      faults: [{ reason: `the match has an unpaired "${bracket}"`, advice: 'open and close each bracket' }],
    };
  try {
    const elements = flatten(checkedPattern(match));
    const groups = [...new Set(elements.flatMap(({ group }) => group ?? []))];
    const misread = misreadPieces(elements);
    return {
      groups,
      faults: misread.length > 0 ? misread : [...unknownTags(elements), ...unnamedGroups(groups)],
    };
  } catch (error) {
    const reason =
      error instanceof RuleSyntaxError ? error.message : `its syntax cannot be read (${String(error)})`;
    return { faults: [{ reason: `the match is refused: ${reason}`, advice: 'rewrite the match' }] };
  }
}

const PAIRS: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{', '>': '<' };

/** The first bracket without its partner: compromise's parser would guess. */
function unbalanced(match: string): string | undefined {
  const open: string[] = [];
  for (const sign of match) {
    if (Object.values(PAIRS).includes(sign)) open.push(sign);
    else if (sign in PAIRS && open.pop() !== PAIRS[sign]) return sign;
  }
  return open.at(-1);
}

function flatten(elements: readonly PatternElement[]): PatternElement[] {
  return elements.flatMap((element) => [element, ...(element.choices ?? []).flatMap(flatten)]);
}

/** compromise takes `(#A && #B){0,2}` for the three words `(#a`, `&&` and `#B)`, which no token ever is. */
function misreadPieces(elements: readonly PatternElement[]): { reason: string; advice: string }[] {
  const pieces = elements.flatMap(({ tag, word, fastOr }) =>
    [tag ?? [], word ?? [], [...(fastOr ?? [])]].flat(),
  );
  const wrong = pieces.find((piece) => !/^[\p{L}\p{N}]+$/u.test(piece));
  if (wrong === undefined) return [];
  const advice =
    'a word has no marks; parentheses that hold && or parentheses cannot be repeated: write them out';
  return [{ reason: `the match is read wrongly at "${wrong}"`, advice }];
}

/** A tag that no token ever has would keep the rule silent for ever. */
function unknownTags(elements: readonly PatternElement[]): { reason: string; advice: string }[] {
  const known: readonly string[] = TAGS;
  const tags = new Set(elements.flatMap(({ tag }) => tag ?? []));
  return [...tags]
    .filter((tag) => !known.includes(tag))
    .map((tag) => {
      const close = nearest(tag, known);
      const advice = close === undefined ? `the tags are ${known.join(', ')}` : `did you mean "#${close}"?`;
      return { reason: `the match has an unknown tag "#${tag}"`, advice };
    });
}

function unnamedGroups(groups: readonly string[]): { reason: string; advice: string }[] {
  const unnamed = groups.find((group) => /^\d*$/u.test(group));
  if (unnamed === undefined) return [];
  return [{ reason: 'the match has a group without a name', advice: 'write [<name>…]' }];
}
