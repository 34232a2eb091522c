/**
 * `isnad coverage`: what each rule, sieve and list row is worth, on annotated articles and on a corpus: as a page, as a table for other
 * programs, or as JSON.
 */

import { existsSync } from 'node:fs';
import path from 'node:path';
import { type Coverage, type CoverageTally, createCoverage } from '../../check/coverage/coverage.js';
import { type GoldDocument, readGold } from '../../check/gold.js';
import { packPlaces } from '../../check/pack/places.js';
import { openSide } from '../../check/pack-side.js';
import { articleAt } from '../../corpus/list.js';
import { readArticles } from '../../corpus/read.js';
import { extractFrom, type RuleOptions } from '../extracting.js';
import { Failure } from '../failure.js';
import type { ReadingOptions } from '../reading-options.js';
import { print } from '../standard-output.js';
import { outputStyles } from '../terminal.js';
import { coveragePage, coverageTable } from './coverage-page.js';
import { articlesOf } from './texts.js';

export interface CoverageOptions extends RuleOptions, ReadingOptions {
  readonly gold?: string;
  readonly texts?: string;
  readonly rows?: boolean;
  readonly dead?: boolean;
  readonly json?: boolean;
  readonly tsv?: boolean;
}

/**
 * Runs the command.
 * @throws InputError, PackError or Failure
 */
export async function coverageCommand(corpus: readonly string[], options: CoverageOptions): Promise<void> {
  const { json, tsv, rules = [] } = options;
  if (json && tsv) throw new Failure('--json and --tsv are two forms; leave one of them out', 2);
  const { gold, texts } = goldOf(options);
  if (gold === undefined && corpus.length === 0)
    throw new Failure('there is nothing to read: give --gold with its --texts, or a corpus', 2);
  const annotated = gold === undefined ? [] : asked(() => readGold(gold, texts));
  const articles = corpus.length === 0 ? [] : articlesOf(corpus, options);
  const { knowledge, extractor } = openSide(rules);
  const tally = createCoverage(extractor, knowledge, extractFrom);
  await readGoldTexts(tally, annotated, texts ?? gold!);
  for await (const article of articles) tally.addCorpus(article);
  await print(written(tally.result(), options));
}

function written(coverage: Coverage, { json, tsv, rows, dead }: CoverageOptions): string {
  if (tsv) return coverageTable(coverage);
  if (json) return `${JSON.stringify(coverage, null, 1)}\n`;
  return coveragePage(coverage, { rows: rows ?? false, dead: dead ?? false }, outputStyles());
}

/** The gold that was named, else the pack's own, where it has any. */
function goldOf({ gold, texts, rules = [] }: CoverageOptions): {
  readonly gold?: string;
  readonly texts?: string;
} {
  if (gold !== undefined) return { gold, texts };
  if (texts !== undefined)
    throw new Failure('--texts belongs to --gold; give both, or name the texts as a corpus', 2);
  const places = packPlaces(rules);
  return existsSync(places.gold) ? { gold: places.gold, texts: places.articles } : {};
}

async function readGoldTexts(
  tally: CoverageTally,
  gold: readonly GoldDocument[],
  folder: string,
): Promise<void> {
  for (const annotated of gold)
    for await (const article of readArticles([articleAt(path.join(folder, annotated.file))], {
      format: 'text',
    }))
      tally.addGold(article, annotated);
}

function asked<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw new Failure((error as Error).message, 2);
  }
}
