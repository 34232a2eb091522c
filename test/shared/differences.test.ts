/**
 * Differences over real articles beside the project, in `../shared`: a rule or a row that is gone is the only cause of all that
 * changes. Where that folder is absent, every test here is skipped, and says so.
 */
import { existsSync } from 'node:fs';
import { comparePacks } from '../../check/diff/packs.js';
import { listArticles } from '../../corpus/list.js';
import { type ReadArticle, readArticles } from '../../corpus/read.js';
import { createExtractor } from '../../index.js';
import { loadBuiltin } from '../../packs/builtin.js';
import { changesBetween } from '../../packs/changes.js';

const CORPUS = '../shared/corpora/news/articles.jsonl.gz';
const present = existsSync(CORPUS);
const whenPresent = present ? test : test.skip;
if (!present) console.warn(`${CORPUS} is absent: the tests of differences over it are skipped`);

const MOST = 250;
/** Milliseconds: a busy machine takes its time. */
const PATIENCE = 120_000;
const builtin = loadBuiltin();

async function* first(): AsyncGenerator<ReadArticle> {
  let left = MOST;
  for await (const article of readArticles(listArticles([CORPUS]))) {
    yield article;
    if (--left === 0) return;
  }
}

whenPresent.each([['person/title-name'], ['person/given-chain'], ['organization/definite-nationality']])(
  'without %s it is the only cause',
  async (id) => {
    const before = createExtractor();
    const rules = builtin.rules.filter((rule) => rule.id !== id);
    const changes = changesBetween(builtin, { ...builtin, rules });
    const causes = new Set<string>();
    let same = 0;
    for await (const outcome of comparePacks({ before, after: before.withRules(rules), changes }, first())) {
      if (outcome.outcome === 'same') same++;
      else if (outcome.outcome === 'compared') for (const { by } of outcome.differences) causes.add(by);
    }
    expect([...causes]).toEqual([id]);
    expect(same).toBeGreaterThan(0);
    expect(same).toBeLessThan(MOST);
  },
  PATIENCE,
);
