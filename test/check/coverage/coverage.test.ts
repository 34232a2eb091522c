/** What fires, what of it is right, what never fires, and which rules only repeat others. */
import { createCoverage } from '../../../check/coverage/coverage.js';
import { createRepeats } from '../../../check/coverage/repeats.js';
import { readGold } from '../../../check/gold.js';
import type { PredictedArticle } from '../../../check/predictions.js';
import { score } from '../../../check/score.js';
import { createExtractor, type Rule, toJsonLd } from '../../../index.js';
import { loadBuiltin } from '../../../packs/builtin.js';
import { LIST_PARTS, rowsOf } from '../../../packs/merge.js';
import { articlesOf } from '../diff/read.js';

const builtin = loadBuiltin();
const extractor = createExtractor();
const articles = await articlesOf();
const gold = readGold('fixtures/gold', 'fixtures/articles');
const goldOf = new Map(gold.map((one) => [one.file.replace(/\.txt$/u, ''), one]));

const tally = createCoverage(extractor, builtin, (one, { record }) => one.extract(record.article));
for (const article of articles) tally.addGold(article, goldOf.get(article.file.identifier)!);
for (const article of articles.slice(0, 2)) tally.addCorpus(article);
const { rows, articles: counted } = tally.result();
const row = (name: string) => rows.find((one) => one.name === name)!;

test('every rule and every row of every list has its row, once', () => {
  expect(counted).toEqual({ gold: articles.length, corpus: 2 });
  const names = rows.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(names).toEqual(expect.arrayContaining(builtin.rules.map(({ id }) => id)));
  const keys = LIST_PARTS.flatMap((part) =>
    [...rowsOf(builtin, part)].map(({ list, key }) => `${list}:${key}`),
  );
  expect(rows.filter(({ list }) => list !== 'rules' && list !== 'sieves')).toHaveLength(new Set(keys).size);
});

test('right and wrong are what the evaluation counts', () => {
  const predictions = articles.map(({ record: { article }, file }) => ({
    ...(toJsonLd(extractor.extract(article)) as PredictedArticle),
    identifier: file.identifier,
  }));
  const { mentions } = score(gold, predictions);
  const ofMentions = rows.filter(({ name }) => !/^(?:quote|speaker)\/|:/u.test(name));
  const sum = (key: 'right' | 'wrong') => ofMentions.reduce((so, one) => so + one.gold[key], 0);
  // Of several mentions of the same words the evaluation counts one.
  expect(sum('right')).toBeGreaterThanOrEqual(mentions.micro.tp);
  expect(sum('right')).toBeLessThanOrEqual(mentions.micro.tp + 3);
  expect(sum('wrong')).toBe(mentions.micro.fp);
});

test('a rule fires as often as findings name it', () => {
  const { gold: title, corpus } = row('person/title-name');
  expect(title.fired).toBeGreaterThan(20);
  expect(title.right + title.wrong).toBeLessThanOrEqual(title.fired);
  expect(corpus.fired).toBeLessThan(title.fired);
});

test('a row of words fires where a word is read as it, behind particles too', () => {
  const text = 'وقال الوزير للوزير: بالوزارة';
  const met = extractor
    .meetRows(text)
    .map(({ list, key, start, end }) => `${list}:${key} ${text.slice(start, end)}`);
  expect(met).toEqual(
    expect.arrayContaining(['cue-verbs:قال وقال', 'titles:وزير الوزير', 'titles:وزير للوزير']),
  );
});

test('rows that lists do not have are never met', () => {
  const known = new Set(
    LIST_PARTS.flatMap((part) => [...rowsOf(builtin, part)].map(({ list, key }) => `${list}:${key}`)),
  );
  const met = articles.flatMap(({ record }) => extractor.meetRows(record.article.text));
  expect(met.filter(({ list, key }) => !known.has(`${list}:${key}`))).toEqual([]);
});

test('a rule that is there twice only repeats; a rule that somebody needs does not', async () => {
  const title = builtin.rules.find(({ id }) => id === 'person/title-name')!;
  const first: Rule = { ...title, id: 'person/a-copy' };
  const rules = [first, ...builtin.rules];
  const twice = extractor.withRules(rules);
  const repeats = createRepeats(twice, rules, 4);
  for (const article of articles) repeats.add(article, twice.extract(article.record.article));
  expect(repeats.repeating.get('person/a-copy')).toBe(4);
  expect(repeats.repeating.has('person/given-chain')).toBe(false);
});
