/**
 * A parsed pattern as its author would write it, for messages. Takes elements and tests, gives match syntax; words come in
 * the author's spelling and not folded.
 */
import { keyOf } from '../packs/tsv.js';
import type { Element, TokenTest } from '../pipeline/rules/pattern.js';

/** The written form of a folded word. */
export type Spelling = (word: string) => string;

/** How the words of a match string are written there. */
export function spellingIn(match: string): Spelling {
  const words = match.match(/[\p{L}\p{N}\p{M}\u0640]+/gu) ?? [];
  const written = new Map(words.map((word) => [keyOf(word), word]));
  return (word) => written.get(word) ?? word;
}

/** An element: `(#Title && !#Def)`, `#Complement{0,7}`. */
export function printElement({ choices, min, max }: Element, spelling: Spelling): string {
  const printed = choices.map((tests) => printTests(tests, spelling));
  const isBare = printed.length === 1 && !printed[0].includes(' ') && !printed[0].includes('|');
  const whole = isBare || /^\([^()]*\)$/u.test(printed[0]) ? printed[0] : `(${printed.join('|')})`;
  if (min === 1 && max === 1) return whole;
  return min === 0 && max === 1 ? `${whole}?` : `${whole}{${min},${max}}`;
}

/** A row of tokens. */
export function printTests(tests: readonly TokenTest[], spelling: Spelling): string {
  return tests.map((test) => printTest(test, spelling)).join(' ');
}

function printTest(test: TokenTest, spelling: Spelling): string {
  const { tags = [], notTags = [], words, notWords = [], conditions = [], notConditions = [] } = test;
  const asked = [
    ...tags.map((tag) => `#${tag}`),
    ...(words === undefined ? [] : [anyOf(words.map(spelling))]),
    ...conditions.map(printCondition),
    ...notTags.map((tag) => `!#${tag}`),
    ...notWords.map((word) => `!${spelling(word)}`),
    ...notConditions.map((condition) => `!${printCondition(condition)}`),
  ];
  if (asked.length === 0) return '.';
  return asked.length === 1 ? asked[0] : `(${asked.join(' && ')})`;
}

function printCondition({ name, with: other }: NonNullable<TokenTest['conditions']>[number]): string {
  return other === undefined ? `@${name}` : `@${name}:${other}`;
}

function anyOf(words: readonly string[]): string {
  return words.length === 1 ? words[0] : `(${words.join('|')})`;
}
