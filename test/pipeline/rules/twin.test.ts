/** The fast runner finds what its slow twin finds, for any rules and any tokens. */
import fc from 'fast-check';
import { loadBuiltin } from '../../../packs/builtin.js';
import { compileRules } from '../../../pipeline/rules/compile.js';
import type { RuleMatch } from '../../../pipeline/rules/rule.js';
import { runRules } from '../../../pipeline/rules/run.js';
import { readArticles } from './articles.js';
import { anyMatch, anyRow, side } from './patterns.js';
import { type SlowMatch, slowMatches } from './slow-runner.js';
import { rowOf, ruleOf, tokensOf } from './tokens.js';

const SEED = 20_261_122;
const sides = fc.record({ before: side, after: side }, { requiredKeys: [] });
const rules = fc
  .array(fc.tuple(anyMatch, fc.oneof({ weight: 2, arbitrary: fc.constant({}) }, sides)), {
    minLength: 1,
    maxLength: 4,
  })
  .map((all) => all.map(([match, unless], order) => ruleOf(match, `any/${order}`, unless)));

test('our rules over our articles', () => {
  const ours = loadBuiltin().rules;
  const index = compileRules(ours);
  for (const { row, tokens } of readArticles('fixtures/articles'))
    expect(plain(runRules(index, row))).toEqual(slowMatches(ours, tokens));
});

test('any rules over any tokens', () => {
  let found = 0;
  fc.assert(
    fc.property(rules, anyRow, (some, source) => {
      const tokens = tokensOf(source);
      const fast = plain(runRules(compileRules(some), rowOf(tokens)));
      expect(fast).toEqual(slowMatches(some, tokens));
      found += fast.length;
    }),
    { seed: SEED, numRuns: 3_000 },
  );
  expect(found).toBeGreaterThan(2_000);
});

function plain(matches: readonly RuleMatch[]): SlowMatch[] {
  return matches.map(({ rule, start, end, groups }) => ({
    rule: rule.id,
    start,
    end,
    groups: Object.fromEntries(groups.map(({ name, ...range }) => [name, range])),
  }));
}
