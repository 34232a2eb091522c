/** The articles of texts that a person named, as `isnad extract` reads them: in Arabic, unless others were asked for. */
import { listArticles } from '../../corpus/list.js';
import { type ReadArticle, readRecords } from '../../corpus/read.js';
import { type ReadingOptions, readOptionsOf } from '../reading-options.js';

/**
 * Looks at once what is there to read, and reads it as it is asked for. What is no article is left out.
 * @throws InputError when a path is missing or cannot be read
 */
export function articlesOf(named: readonly string[], options: ReadingOptions): AsyncGenerator<ReadArticle> {
  const files = listArticles(named);
  const reading = readOptionsOf(options);
  return (async function* () {
    for await (const { file, record } of readRecords(files, reading))
      if (record.kind === 'article') yield { file, record };
  })();
}
