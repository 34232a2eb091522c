/**
 * The alternatives of a rule's pattern: each choice, each word of a choice, of what may be absent or repeated the fewest
 * and the more, and each side of `unless`. Each comes with the rule as it would be without it, so that whoever runs both
 * sees what the alternative is worth. Runs nothing.
 */
import type { Rule } from '../index.js';
import type { Element, Pattern, TokenTest } from '../pipeline/rules/pattern.js';
import { printElement, printTests, type Spelling, spellingIn } from './print-pattern.js';

export interface Alternative {
  readonly rule: string;
  readonly part: 'match' | 'before' | 'after';
  /** As the author would write it: `الخارجية of (الخارجية|الداخلية)`, `#Nisba? absent`. */
  readonly says: string;
  /** The rule without this alternative. */
  readonly without: Rule;
}

/** Lists the alternatives of a rule, in the order in which they are written. */
export function alternativesOf(rule: Rule): readonly Alternative[] {
  const { match, notBefore, notAfter } = rule.parsed;
  const alternative = (part: Alternative['part'], says: string, parsed: Partial<Rule['parsed']>) => ({
    rule: rule.id,
    part,
    says,
    without: { ...rule, parsed: { ...rule.parsed, ...parsed } },
  });
  const inside = (part: Alternative['part'], key: keyof Rule['parsed'], pattern: Pattern) =>
    reduced(pattern, spellingIn(writtenOf(rule, part))).map(({ says, pattern }) =>
      alternative(part, says, { [key]: pattern }),
    );
  const side = (part: 'before' | 'after', key: 'notBefore' | 'notAfter', pattern: Pattern | undefined) =>
    pattern === undefined
      ? []
      : [
          alternative(part, `all of "${writtenOf(rule, part)}"`, { [key]: undefined }),
          ...inside(part, key, pattern),
        ];
  return [
    ...inside('match', 'match', match),
    ...side('before', 'notBefore', notBefore),
    ...side('after', 'notAfter', notAfter),
  ];
}

function writtenOf({ match, unless = {} }: Rule, part: Alternative['part']): string {
  return part === 'match' ? match : (unless[part] ?? '');
}

interface Reduced<Part> {
  readonly says: string;
  readonly part: Part;
}

/** Every pattern that is this one without one of its alternatives. */
function reduced(pattern: Pattern, spelling: Spelling): { says: string; pattern: Pattern }[] {
  return pattern.elements.flatMap((element, at) => {
    const whole = printElement(element, spelling);
    const variants = [...withoutChoice(element, spelling), ...withoutWord(element, spelling)].map((one) => ({
      ...one,
      says: `${one.says} of ${shortened(whole)}`,
    }));
    return [...variants, ...withOtherBounds(element, whole)].map(({ says, part }) => ({
      says,
      pattern: { ...pattern, elements: pattern.elements.with(at, part) },
    }));
  });
}

/** Long lists of words are known by their first. */
function shortened(whole: string): string {
  const choices = whole.split('|');
  return choices.length < 5
    ? whole
    : `${choices.slice(0, 3).join('|')}|…${/\)[^)]*$/u.exec(whole)?.[0] ?? ''}`;
}

function withoutChoice(element: Element, spelling: Spelling): Reduced<Element>[] {
  const { choices } = element;
  if (choices.length < 2) return [];
  return choices.map((choice, at) => ({
    says: printTests(choice, spelling),
    part: { ...element, choices: choices.toSpliced(at, 1) },
  }));
}

/** `(الخارجية|الداخلية)` is read as one choice of several words. */
function withoutWord(element: Element, spelling: Spelling): Reduced<Element>[] {
  return element.choices.flatMap((choice, row) =>
    choice.flatMap((test, token) =>
      withoutOneWord(test).map(({ says, part }) => ({
        says: spelling(says),
        part: { ...element, choices: element.choices.with(row, choice.with(token, part)) },
      })),
    ),
  );
}

function withoutOneWord(test: TokenTest): Reduced<TokenTest>[] {
  const { words = [] } = test;
  if (words.length < 2) return [];
  return words.map((word, at) => ({ says: word, part: { ...test, words: words.toSpliced(at, 1) } }));
}

/** What may be repeated or absent: no more at its fewest, and never more than that. */
function withOtherBounds(element: Element, whole: string): Reduced<Element>[] {
  const { min, max } = element;
  if (min === max) return [];
  return [
    { says: `${whole} ${times(min)}`, part: { ...element, min: min + 1 } },
    { says: `${whole} ${min === 0 ? 'present' : `more than ${times(min)}`}`, part: { ...element, max: min } },
  ];
}

function times(count: number): string {
  return ['absent', 'once', 'twice'][count] ?? `${count} times`;
}
