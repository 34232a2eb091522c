/**
 * Small mistakes that could be made in a rule: the rule is gone, an alternative, an optional element or a side of `unless` is left
 * out, or a token is asked for less (`(#Nisba && #Def)` without `#Def`, a line's edge dropped). Takes a rule, gives every mutant with
 * what it is. Runs nothing.
 */
import type { Rule } from '../../index.js';
import type { Element, Pattern, TokenTest } from '../../pipeline/rules/pattern.js';
import { alternativesOf } from '../alternatives.js';
import { printElement, spellingIn } from '../print-pattern.js';

export interface RuleMutant {
  readonly rule: string;
  readonly says: string;
  /** What stands in the rule's place; nothing when it is gone. */
  readonly mutant?: Rule;
}

/** Every mutant of a rule. */
export function ruleMutants(rule: Rule): readonly RuleMutant[] {
  const { id } = rule;
  return [
    { rule: id, says: 'the rule is gone' },
    ...alternativesOf(rule).map(({ part, says, without }) => ({
      rule: id,
      says: `without ${part === 'match' ? '' : `unless ${part} `}${says}`,
      mutant: without,
    })),
    ...asksLess(rule.parsed.match, rule.match).map(({ says, pattern }) => ({
      rule: id,
      says,
      mutant: { ...rule, parsed: { ...rule.parsed, match: pattern } },
    })),
  ];
}

interface Loosened {
  readonly says: string;
  readonly pattern: Pattern;
}

function asksLess(pattern: Pattern, match: string): Loosened[] {
  const { fromStart, toEnd, elements } = pattern;
  const tests = elements.flatMap((element, at) =>
    loosenedElements(element).map((loosened) => ({
      says: `${printElement(loosened, spellingIn(match))} for ${printElement(element, spellingIn(match))}`,
      pattern: { ...pattern, elements: elements.with(at, loosened) },
    })),
  );
  return [
    ...tests,
    ...(fromStart ? [{ says: 'without ^', pattern: { elements, ...(toEnd && { toEnd }) } }] : []),
    ...(toEnd ? [{ says: 'without $', pattern: { elements, ...(fromStart && { fromStart }) } }] : []),
  ];
}

function loosenedElements(element: Element): Element[] {
  return element.choices.flatMap((choice, row) =>
    choice.flatMap((test, token) =>
      loosenedTests(test).map((loosened) => ({
        ...element,
        choices: element.choices.with(row, choice.with(token, loosened)),
      })),
    ),
  );
}

/** Each question that a token is asked beside others, left out. Several words are one question. */
function loosenedTests(test: TokenTest): TokenTest[] {
  const keys = Object.keys(test) as (keyof TokenTest)[];
  const loosened = keys.flatMap((key): TokenTest[] => {
    const { [key]: asked = [], ...rest } = test;
    if (key === 'words' || asked.length === 1) return [rest];
    return asked.map((_, at) => ({ ...rest, [key]: (asked as readonly unknown[]).toSpliced(at, 1) }));
  });
  // What is asked only one thing would be any token.
  return loosened.length < 2 ? [] : loosened;
}
