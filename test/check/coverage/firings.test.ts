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

function fileWith(rules: readonly Rule[]): string {
  const other = extractor.withRules(rules);
  return firingsFile(
    builtin,
    rules,
    firingsIn(
      articles.map((article) => other.extract(article)),
      other,
    ),
  );
}

test('the file is true; `isnad check --update` writes it', () => {
  expect(changedFirings(kept, fileWith(builtin.rules))).toEqual([]);
  expect(kept).toBe(fileWith(builtin.rules));
});

test.each(builtin.rules.map(({ id }) => [id]))('%s stands in it, and is missed when it goes', (id) => {
  const changed = changedFirings(kept, fileWith(builtin.rules.filter((rule) => rule.id !== id)));
  expect(changed.filter((row) => row.startsWith(`${id} `))).toHaveLength(1);
  expect(changed.find((row) => row.startsWith(`${id} `))).toMatch(/ \d+ → absent$/u);
});

test('its rows are sorted, and all but rules and sieves fire', () => {
  const rows = kept.trimEnd().split('\n').slice(1);
  const ofLists = rows.filter((row) => row.includes(':'));
  expect(ofLists.length).toBeGreaterThan(1000);
  expect(ofLists).toEqual(ofLists.toSorted((a, b) => (a < b ? -1 : 1)));
  expect(ofLists.filter((row) => !/\t[1-9]\d*$/u.test(row))).toEqual([]);
});
