/** The settings of a run for which nothing was asked. Keys stand in a fixed order, since their text is part of the run's id. */
import type { RunSettings } from './manifest.js';

/** A book of a thousand pages; what is longer is no article, and would need more memory than a worker should. */
const LARGEST_ARTICLE = 2 * 1024 * 1024;
/** Some seconds of work: little is lost by a crash, and little time goes into beginning and ending shards. */
const SHARD_BYTES = 4 * 1024 * 1024;

export const DEFAULT_SETTINGS: RunSettings = {
  reading: {},
  withText: false,
  gzip: false,
  nQuads: false,
  tables: [],
  shardBytes: SHARD_BYTES,
  largestArticle: LARGEST_ARTICLE,
};
