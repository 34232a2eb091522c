/** Our own articles as the comparison reads them, and what it gives, for tests. */
import type { ArticleOutcome, Difference } from '../../../check/diff/difference.js';
import { comparePacks, type PackPair } from '../../../check/diff/packs.js';
import { listArticles } from '../../../corpus/list.js';
import { type ReadArticle, readArticles } from '../../../corpus/read.js';
import { createExtractor, type Knowledge } from '../../../index.js';
import { changesBetween } from '../../../packs/changes.js';

/** All articles of the fixtures, or of other paths. */
export async function articlesOf(...named: readonly string[]): Promise<readonly ReadArticle[]> {
  const articles: ReadArticle[] = [];
  const files = listArticles(named.length === 0 ? ['fixtures/articles'] : named);
  for await (const article of readArticles(files)) articles.push(article);
  return articles;
}

/** The built-in pack and another one as a pair of extractors. */
export function pairOf(before: Knowledge, after: Knowledge): PackPair {
  return {
    before: createExtractor(),
    after: createExtractor({ knowledge: after }),
    changes: changesBetween(before, after),
  };
}

/** What the comparison says of each article, in order. */
export async function outcomesOf(
  pair: PackPair,
  articles: readonly ReadArticle[],
): Promise<readonly ArticleOutcome[]> {
  async function* stream(): AsyncGenerator<ReadArticle> {
    yield* articles;
  }
  const outcomes: ArticleOutcome[] = [];
  for await (const outcome of comparePacks(pair, stream())) outcomes.push(outcome);
  return outcomes;
}

export function differencesIn(outcomes: readonly ArticleOutcome[]): readonly Difference[] {
  return outcomes.flatMap((one) => (one.outcome === 'compared' ? one.differences : []));
}
