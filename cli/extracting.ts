/**
 * What every command needs that extracts: the options they share, and extraction that says which article failed.
 */
import { placeOf } from '../corpus/list.js';
import type { ReadArticle } from '../corpus/read.js';
import type { Document, Extractor, Weighing } from '../index.js';
import { Failure } from './failure.js';

/** Options that all commands share. */
export interface RuleOptions {
  /** Folders of rule packs; none when absent. */
  readonly rules?: readonly string[];
}

/** Extracts one article, and says which when this fails. */
export function extractFrom(
  extractor: Extractor,
  { record: { article, problems, record }, file }: ReadArticle,
  weighing?: Weighing,
): Document {
  try {
    return extractor.extract(article, problems, weighing);
  } catch (error) {
    throw new Failure(
      `${placeOf(file)}: record ${record}: extracting failed (${(error as Error).message}); please report it with this article`,
      1,
    );
  }
}
