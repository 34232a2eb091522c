/**
 * A match string as plain data: rows of questions about single tokens, with how often each may be repeated and in which
 * named group it stands. `parse.ts` makes it, a pack keeps it, `compile.ts` turns it into what the runner reads.
 */

/** What one token must be; all of it must hold. Without any key it is any token. */
export interface TokenTest {
  readonly tags?: readonly string[];
  readonly notTags?: readonly string[];
  /** One of these folded words, or signs of marks. */
  readonly words?: readonly string[];
  readonly notWords?: readonly string[];
  readonly conditions?: readonly Condition[];
  readonly notConditions?: readonly Condition[];
}

/** A question about the place of a token: `@startsSentence`, `@agrees:title`. */
export interface Condition {
  readonly name: ConditionName;
  /** What `agrees` compares with: `previous`, `next`, or a group. */
  readonly with?: string;
}

/** The `@` conditions; `docs/patterns.md` says what each means. */
export const CONDITIONS = ['startsSentence', 'insideMarks', 'inHeadline', 'hasProclitic', 'agrees'] as const;

export type ConditionName = (typeof CONDITIONS)[number];

/** One of `choices`, each a row of tokens, repeated `min` to `max` times: as often as it can. */
export interface Element {
  /** In the order in which they are tried. */
  readonly choices: readonly (readonly TokenTest[])[];
  readonly min: number;
  readonly max: number;
  readonly group?: string;
}

export interface Pattern {
  readonly elements: readonly Element[];
  /** `^`: the match begins its line. */
  readonly fromStart?: true;
  /** `$`: the match ends its line. */
  readonly toEnd?: true;
}

/** All that a rule asks of the text. */
export interface ParsedMatch {
  readonly match: Pattern;
  /** What must not stand right before the match, and right behind it. */
  readonly notBefore?: Pattern;
  readonly notAfter?: Pattern;
}

/** A match string that cannot be used: the reason, and what its author could write instead. */
export class RuleSyntaxError extends Error {
  readonly reason: string;
  readonly advice: string;

  constructor(reason: string, advice: string) {
    super(`${reason} — ${advice}`);
    this.name = 'RuleSyntaxError';
    this.reason = reason;
    this.advice = advice;
  }
}

/** A match may not be longer, so that every search for one is short. */
export const LONGEST_MATCH = 24;

/** The fewest and the most tokens that elements can take. */
export function leastTokens(elements: readonly Element[]): number {
  return elements.reduce((sum, { choices, min }) => sum + min * Math.min(...choices.map(lengthOf)), 0);
}

export function mostTokens(elements: readonly Element[]): number {
  return elements.reduce((sum, { choices, max }) => sum + max * Math.max(...choices.map(lengthOf)), 0);
}

function lengthOf({ length }: { readonly length: number }): number {
  return length;
}
