/** The options of `isnad run` as commander gives them, and what of them belongs to the run itself. */
import type { RunSettings } from '../../corpus/run/manifest.js';
import type { TableForm } from '../../output/tables/table-writer.js';

export interface RunOptions {
  readonly out: string;
  readonly rules?: readonly string[];
  readonly workers?: number;
  readonly deadline?: number;
  readonly new?: boolean;
  readonly gzip?: boolean;
  readonly withText?: boolean;
  readonly nQuads?: boolean;
  readonly tables?: readonly TableForm[];
  readonly shardBytes?: number;
  readonly largestArticle?: number;
  readonly quiet?: boolean;
  readonly logJson?: boolean;
}

export const SHARD_BYTES = 4 * 1024 * 1024;
export const LARGEST_ARTICLE = 8 * 1024 * 1024;

/** What changes the output. Keys stand in a fixed order, since their text is part of the run's id. */
export function settingsOf(options: RunOptions): RunSettings {
  const { withText, gzip, nQuads, tables, shardBytes, largestArticle } = options;
  return {
    reading: {},
    withText: withText === true,
    gzip: gzip === true,
    nQuads: nQuads === true,
    tables: [...new Set(tables ?? [])].sort(),
    shardBytes: shardBytes ?? SHARD_BYTES,
    largestArticle: largestArticle ?? LARGEST_ARTICLE,
  };
}
