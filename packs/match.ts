/**
 * Checks the match of a rule, or what must not stand beside it, beyond its syntax: tags that exist.
 * Takes a match string; gives it parsed, its named groups, and every fault. Runs nothing.
 */
import { TAGS } from '../pipeline/recognize/shapes.js';
import { groupsOf } from '../pipeline/rules/parse.js';
import { type Pattern, RuleSyntaxError } from '../pipeline/rules/pattern.js';
import { nearest } from './nearest.js';

export interface CheckedMatch {
  /** Both absent where the match cannot be read. */
  readonly pattern?: Pattern;
  readonly groups?: readonly string[];
  readonly faults: readonly { readonly reason: string; readonly advice: string }[];
}

/** Checks a match string with the parser for its place: `parseMain`, or `parseSide`. */
export function checkMatch(match: string, parse: (match: string) => Pattern): CheckedMatch {
  try {
    const pattern = parse(match);
    return { pattern, groups: groupsOf(pattern), faults: unknownTags(pattern) };
  } catch (error) {
    if (!(error instanceof RuleSyntaxError)) throw error;
    return { faults: [{ reason: `the match is refused: ${error.reason}`, advice: error.advice }] };
  }
}

/** A tag that no token ever has would keep the rule silent for ever. */
function unknownTags({ elements }: Pattern): { reason: string; advice: string }[] {
  const known: readonly string[] = TAGS;
  const tests = elements.flatMap(({ choices }) => choices.flat());
  const tags = new Set(tests.flatMap(({ tags = [], notTags = [] }) => [...tags, ...notTags]));
  return [...tags]
    .filter((tag) => !known.includes(tag))
    .map((tag) => {
      const close = nearest(tag, known);
      const advice = close === undefined ? `the tags are ${known.join(', ')}` : `did you mean "#${close}"?`;
      return { reason: `the match has an unknown tag "#${tag}"`, advice };
    });
}
