/**
 * What a comparison says when one thing is different between two packs: nothing else may be named, nothing that differs may be
 * missing, and a pack against itself gives nothing.
 */
import { createExtractor, serialize } from '../../../index.js';
import { loadBuiltin } from '../../../packs/builtin.js';
import { changesBetween } from '../../../packs/changes.js';
import { articlesOf, differencesIn, outcomesOf, pairOf } from './read.js';

/** Milliseconds: a busy machine takes its time. */
const PATIENCE = 60_000;

const builtin = loadBuiltin();
const all = createExtractor();
const articles = await articlesOf();
const lines = articles.map(({ record }) => serialize(all.extract(record.article)));

test(
  'a pack against itself changes nothing',
  async () => {
    const outcomes = await outcomesOf(pairOf(builtin, builtin), articles);
    expect(outcomes).toEqual(articles.map(() => ({ outcome: 'same' })));
  },
  PATIENCE,
);

describe.each(builtin.rules.map((rule) => [rule.id]))('without %s', (id) => {
  const rules = builtin.rules.filter((rule) => rule.id !== id);
  const without = all.withRules(rules);
  const changes = changesBetween(builtin, { ...builtin, rules });

  test('it is the one change', () => {
    expect(changes).toEqual([{ what: 'removed', list: 'rules', key: id, name: id }]);
  });

  test(
    'every article that differs is told, and every difference is put down to it',
    async () => {
      const outcomes = await outcomesOf({ before: all, after: without, changes }, articles);
      const isSame = articles.map(
        ({ record }, index) => serialize(without.extract(record.article)) === lines[index],
      );
      expect(outcomes.map(({ outcome }) => outcome === 'same')).toEqual(isSame);
      const differences = differencesIn(outcomes);
      expect([...new Set(differences.map(({ by }) => by))]).toEqual(differences.length === 0 ? [] : [id]);
      // Nothing that is lost can have been found by the rule afterwards, nothing gained before.
      for (const { after } of differences) expect(after?.rules ?? []).not.toContain(id);
    },
    PATIENCE,
  );
});

test(
  'a rule that fires is missed somewhere',
  async () => {
    const rules = builtin.rules.filter(({ id }) => id !== 'person/title-name');
    const changes = changesBetween(builtin, { ...builtin, rules });
    const outcomes = await outcomesOf({ before: all, after: all.withRules(rules), changes }, articles);
    expect(differencesIn(outcomes).length).toBeGreaterThan(20);
  },
  PATIENCE,
);
