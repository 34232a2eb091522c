/**
 * Compares two finished outputs. Lines that say the same are not parsed. Takes two paths, gives what became of each article, in the
 * order of the lines.
 */
import { compareArticle, nameOf } from './article.js';
import type { ArticleOutcome } from './difference.js';
import { outputLines, parseLine, saysTheSame } from './output-lines.js';
import { type LinePair, pairLines } from './pair-lines.js';

/**
 * Compares two outputs: files, or folders of runs.
 * @throws InputError when one cannot be read or is no output
 */
export async function* compareRuns(before: string, after: string): AsyncGenerator<ArticleOutcome> {
  for await (const pair of pairLines(outputLines(before), outputLines(after))) yield comparePair(pair);
}

function comparePair({ before, after }: LinePair): ArticleOutcome {
  if (before !== undefined && after !== undefined) {
    if (saysTheSame(before.bytes, after.bytes)) return { outcome: 'same' };
    return compareArticle(parseLine(before.bytes, before.place), parseLine(after.bytes, after.place));
  }
  const { bytes, place } = (before ?? after)!;
  const article = nameOf(parseLine(bytes, place));
  return { outcome: before === undefined ? 'only after' : 'only before', article };
}
