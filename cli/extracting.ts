/**
 * What every command needs that reads articles: an extractor from the user's rule packs, and one article of a file.
 */
import { listArticles, STANDARD_INPUT } from '../corpus/list.js';
import { InputError } from '../corpus/input-error.js';
import { type ReadArticle, readArticle } from '../corpus/read.js';
import type { Document, Extractor } from '../index.js';
import { Failure } from './failure.js';

/** Options that all commands share. */
export interface RuleOptions {
  readonly rules: readonly string[];
}

/** Extracts one article, and says which when this fails. */
export function extractFrom(extractor: Extractor, { article, problems, file }: ReadArticle): Document {
  try {
    return extractor.extract(article, problems);
  } catch (error) {
    const place = file.path === STANDARD_INPUT ? 'standard input' : file.path;
    throw new Failure(
      `${place}: extracting failed (${(error as Error).message}); please report it with this article`,
      1,
    );
  }
}

/**
 * Reads the one article that a person named.
 * @throws InputError when it is missing or a folder
 */
export async function readOne(named: string): Promise<ReadArticle> {
  const [file, ...others] = listArticles([named]);
  if (others.length > 0 || file.source !== (named === STANDARD_INPUT ? named : baseName(named))) {
    throw new InputError(`${named}: is a folder; name one article in it, such as ${file.path}`);
  }
  return readArticle(file);
}
