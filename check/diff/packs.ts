/**
 * Compares what two rule packs find in the same texts. Each article is extracted by both; only where the two lines of output
 * differ is more made of them. Articles are taken some at a time, since an extractor that goes on with its own tables is faster
 * than two that take turns.
 */

import type { ReadArticle } from '../../corpus/read.js';
import { type Document, type Evidence, type Extractor, serialize, toJsonLd } from '../../index.js';
import { readText } from '../../output/code-points.js';
import type { PackChange } from '../../packs/changes.js';
import { compareArticle, type Insight } from './article.js';
import type { Suspects } from './causes.js';
import type { ArticleOutcome } from './difference.js';
import { type Roots, rootKey } from './findings.js';

/** Two extractors and what differs between their packs. */
export interface PackPair {
  readonly before: Extractor;
  readonly after: Extractor;
  readonly changes: readonly PackChange[];
}

/** How an article is read; a caller may say which one when this fails. */
export type Extract = (extractor: Extractor, article: ReadArticle) => Document;

const TOGETHER = 32;

/** Compares the two packs on each article, in order. */
export async function* comparePacks(
  pair: PackPair,
  articles: AsyncIterable<ReadArticle>,
  extract: Extract = (extractor, { record: { article, problems } }) => extractor.extract(article, problems),
): AsyncGenerator<ArticleOutcome> {
  const suspects = suspectsOf(pair);
  let waiting: ReadArticle[] = [];
  for await (const article of articles) {
    waiting.push(article);
    if (waiting.length < TOGETHER) continue;
    yield* compareSome(pair, suspects, waiting, extract);
    waiting = [];
  }
  yield* compareSome(pair, suspects, waiting, extract);
}

function compareSome(
  { before, after }: PackPair,
  suspects: (text: string) => Suspects,
  articles: readonly ReadArticle[],
  extract: Extract,
): ArticleOutcome[] {
  const read = (extractor: Extractor) =>
    articles.map((article) => {
      const document = extract(extractor, article);
      return { document, line: serialize(document, { context: 'file' }) };
    });
  const [old, now] = [read(before), read(after)];
  return articles.map(({ record }, index): ArticleOutcome => {
    const [one, other] = [old[index], now[index]];
    if (one.line === other.line) return { outcome: 'same' };
    const outcome = compareArticle(toJsonLd(one.document), toJsonLd(other.document), {
      before: rootsOf(one.document),
      after: rootsOf(other.document),
      suspects: suspects(one.document.article.text),
    } satisfies Insight);
    return outcome.outcome === 'compared' ? { ...outcome, text: record.article.text } : outcome;
  });
}

/** What differs between the packs, and where its words stand in a text. */
function suspectsOf({ before, after, changes }: PackPair): (text: string) => Suspects {
  const names = new Set(changes.map(({ name }) => name));
  const rows = new Map(changes.map(({ list, key, name }) => [`${list}:${key}`, name]));
  const hasRows = changes.some(({ list }) => list !== 'rules');
  return (text) => {
    if (!hasRows) return { names, met: [] };
    const { at } = readText(text);
    const met = [...before.meetRows(text), ...after.meetRows(text)].flatMap(({ list, key, start, end }) => {
      const name = rows.get(`${list}:${key}`);
      return name === undefined ? [] : [{ name, start: at(start), end: at(end) }];
    });
    return { names, met };
  };
}

/** Rules and rows of all evidence, with what that rests on, by the code points of the finding. */
function rootsOf({ article, entities, quotations }: Document): Roots {
  const { at } = readText(article.text);
  const roots = new Map<string, readonly string[]>();
  for (const { start, end, evidence } of entities.flatMap(({ mentions }) => mentions))
    roots.set(rootKey('mention', at(start), at(end)), flat(evidence));
  for (const { start, end, evidence } of quotations)
    roots.set(rootKey('quotation', at(start), at(end)), flat(evidence));
  return roots;
}

function flat(evidence: readonly Evidence[]): readonly string[] {
  return evidence.flatMap(({ rule, rows = [], because = [] }) => [rule, ...rows, ...flat(because)]);
}
