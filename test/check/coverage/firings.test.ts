/** `rules/firings.tsv` is what fires in our articles, and whatever goes from the pack shows in it. */
import { readFileSync } from 'node:fs';
import { changedFirings, firingsFile, firingsIn } from '../../../check/coverage/firings-file.js';
import { createExtractor, type Rule } from '../../../index.js';
import { loadBuiltin } from '../../../packs/builtin.js';
import { articlesOf } from '../diff/read.js';

const builtin = loadBuiltin();
const extractor = createExtractor();
const articles = (await articlesOf()).map(({ record }) => record.article);
const kept = readFileSync('rules/firings.tsv', 'utf8');

const firings = firingsIn(
  articles.map((article) => extractor.extract(article)),
  extractor,
);
const fileWith = (rules: readonly Rule[]) => firingsFile(builtin, rules, firings);

test('the file is true; `isnad check --update` writes it', () => {
  expect(changedFirings(kept, fileWith(builtin.rules))).toEqual([]);
  expect(kept).toBe(fileWith(builtin.rules));
});

test('a rule that goes is missed, whether it fires or not', () => {
  const rules = builtin.rules.filter(({ id }) => id !== 'person/title-name');
  const other = extractor.withRules(rules);
  const without = firingsIn(
    articles.map((article) => other.extract(article)),
    other,
  );
  const changed = changedFirings(kept, firingsFile(builtin, rules, without));
  expect(changed.some((row) => /^person\/title-name \d+ → absent$/u.test(row))).toBe(true);
  expect(changed.some((row) => /^person\/given-chain \d+ → \d+$/u.test(row))).toBe(true);
  expect(changed.some((row) => row.includes(':'))).toBe(false);
  const silent = builtin.rules.map((rule) => ({ ...rule, id: `${rule.id}-copy` }));
  expect(changedFirings(kept, fileWith([...builtin.rules, silent[0]]))).toEqual([
    `${silent[0].id} absent → 0`,
  ]);
});

test('its rows are sorted, and all but rules and sieves fire', () => {
  const rows = kept.trimEnd().split('\n').slice(1);
  const ofLists = rows.filter((row) => row.includes(':'));
  expect(ofLists.length).toBeGreaterThan(1000);
  expect(ofLists).toEqual(ofLists.toSorted((a, b) => (a < b ? -1 : 1)));
  expect(ofLists.filter((row) => !/\t[1-9]\d*$/u.test(row))).toEqual([]);
});
