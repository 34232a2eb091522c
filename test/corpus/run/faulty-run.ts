/** A program that runs over inputs with the faulty extractor, for deaths that the test itself must survive. */
import { completeRun } from '../../../corpus/run/complete-run.js';
import { openRun } from '../../../corpus/run/open-run.js';
import { createExtractor, VERSION } from '../../../index.js';

const [out, ...named] = process.argv.slice(2);
const settings = {
  reading: {},
  withText: false,
  gzip: false,
  nQuads: false,
  tables: [],
  shardBytes: 20_000,
  largestArticle: 1 << 20,
};
const rules = { version: VERSION, digest: createExtractor().digest };
const { manifest } = await openRun(out, { named, packs: [], settings, isNew: false }, rules);
const extractor = new URL('./faulty-extractor.js', import.meta.url).href;
const { summary } = await completeRun(out, manifest, { workers: 2, extractor });
process.stdout.write(JSON.stringify(summary));
