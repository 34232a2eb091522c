/** A program that runs over inputs with the faulty extractor, for deaths that the test itself must survive. */
import { completeRun } from '../../../corpus/run/complete-run.js';
import { openRun } from '../../../corpus/run/open-run.js';
import { DEFAULT_SETTINGS } from '../../../corpus/run/settings.js';
import { createExtractor, VERSION } from '../../../index.js';

const [out, ...named] = process.argv.slice(2);
const settings = { ...DEFAULT_SETTINGS, shardBytes: 20_000 };
const rules = { version: VERSION, digest: createExtractor().digest };
const { manifest } = await openRun(out, { named, packs: [], settings, isNew: false }, rules);
const extractor = new URL('./faulty-extractor.js', import.meta.url).href;
const { summary } = await completeRun(out, manifest, { workers: 2, extractor });
process.stdout.write(JSON.stringify(summary));
