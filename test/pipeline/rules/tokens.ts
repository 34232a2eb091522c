/**
 * Rows of rule tokens for tests, written as `word/Tag+Tag` with blanks between tokens, and rules of nothing but a match.
 */
import { fold } from '../../../pipeline/normalize.js';
import { compileRules } from '../../../pipeline/rules/compile.js';
import type { Rule, RuleToken } from '../../../pipeline/rules/rule.js';
import { runRules } from '../../../pipeline/rules/run.js';

/** `وزير/Title سامر/NameFirst+NameNext` as tokens. A token may be a tag alone: `/Comma`. */
export function tokensOf(source: string): RuleToken[] {
  return source.split(' ').map((token) => {
    const [word, tags = ''] = token.split('/');
    return { word: fold(word), tags: new Set(tags.split('+').filter((tag) => tag !== '')) };
  });
}

/** A rule with a match and nothing else of interest. */
export function ruleOf(match: string, id = 'test/rule'): Rule {
  return {
    id,
    says: '',
    match,
    makes: { type: 'Person', span: 'x' },
    confidence: 1,
    examples: [],
    nearMisses: [],
  };
}

/** The words of each match, and of each of its groups. */
export function matchesOf(
  matches: readonly string[] | string,
  source: string,
): Readonly<Record<string, string>>[] {
  const rules = [matches].flat().map((match, index) => ruleOf(match, `test/${index}`));
  const tokens = tokensOf(source);
  const words = (start: number, end: number): string =>
    tokens
      .slice(start, end)
      .map(({ word }) => word)
      .join(' ');
  return runRules(compileRules(rules), tokens).map(({ rule, start, end, groups }) => ({
    ...(rules.length > 1 ? { rule: rule.id } : {}),
    all: words(start, end),
    ...Object.fromEntries(
      Object.entries(groups).map(([name, range]) => [name, words(range.start, range.end)]),
    ),
  }));
}
