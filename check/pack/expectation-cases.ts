/**
 * Cases of articles whose whole output is kept: the output must be what the file says, word for word. Takes the articles
 * and the folder of expectations; without such a folder nothing is expected.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { CheckedArticle } from './articles.js';
import type { Case, Fault } from './case.js';
import { changedRows, type SavedOutput } from './output-rows.js';

/** Compares outputs with their files. */
export function expectationCases(folder: string, articles: readonly CheckedArticle[]): readonly Case[] {
  if (!existsSync(folder)) return [];
  const cases = articles.map((article): Case => {
    const file = expectedFile(folder, article);
    const fault = compare(file, article);
    return { check: 'expectation', name: article.name, file, ...(fault && { fault }) };
  });
  const files = new Set(articles.map((article) => expectedFile(folder, article)));
  const stray = readdirSync(folder)
    .filter((name) => name.endsWith('.json') && !files.has(path.join(folder, name)))
    .sort();
  return [...cases, ...stray.map((name) => strayCase(folder, name))];
}

/** The file that holds what an article must give. */
export function expectedFile(folder: string, { name }: CheckedArticle): string {
  return path.join(folder, `${name}.json`);
}

/** What that file holds. */
export function expectedContent({ output }: CheckedArticle): string {
  return `${JSON.stringify(output, null, 1)}\n`;
}

/** An output as it was kept; undefined when there is none or it cannot be read. */
export function keptOutput(folder: string, article: CheckedArticle): SavedOutput | undefined {
  try {
    return JSON.parse(readFileSync(expectedFile(folder, article), 'utf8'));
  } catch {
    return undefined;
  }
}

function compare(file: string, article: CheckedArticle): Fault | undefined {
  const accept = 'look at it; isnad check --update accepts it';
  if (!existsSync(file))
    return { level: 'failure', reason: 'what must be found is not kept', advice: accept };
  if (readFileSync(file, 'utf8') === expectedContent(article)) return undefined;
  const kept = keptOutput(path.dirname(file), article);
  const changed = kept === undefined ? [] : changedRows(kept, article.output as SavedOutput);
  const [lost, gained] = ['-', '+'].map((sign) => changed.filter((row) => row.startsWith(sign)).length);
  const reason =
    changed.length === 0
      ? 'the output differs, though not in its mentions and quotations'
      : `the output differs: ${lost} ${lost === 1 ? 'row' : 'rows'} lost, ${gained} gained`;
  return { level: 'failure', reason, advice: accept, details: changed };
}

function strayCase(folder: string, name: string): Case {
  const fault: Fault = { level: 'failure', reason: 'there is no article of this name', advice: 'delete it' };
  return { check: 'expectation', name, file: path.join(folder, name), fault };
}
