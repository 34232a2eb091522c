/**
 * A process that runs over a corpus, for the cases of runs: its arguments are an input, a folder for the run and how many
 * threads work it. It prints nothing.
 */
import { completeRun } from '../corpus/run/complete-run.js';
import { openRun } from '../corpus/run/open-run.js';
import { DEFAULT_SETTINGS } from '../corpus/run/settings.js';
import { createExtractor, VERSION } from '../index.js';

const [input, out, workers] = process.argv.slice(2);
/** Small, so that no thread waits long for another one's last shard. */
const SHARD_BYTES = 512 * 1024;

const settings = { ...DEFAULT_SETTINGS, shardBytes: SHARD_BYTES };
const rules = { version: VERSION, digest: createExtractor().digest };
const { manifest } = await openRun(out, { named: [input], packs: [], settings, isNew: false }, rules);
const { summary } = await completeRun(out, manifest, { workers: Number(workers) });
if (summary.missing > 0) throw new Error(`${summary.missing} shards are missing`);
