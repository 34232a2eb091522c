/** Whoever works a run, in whatever order and in however many threads, writes the same bytes. */
import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { shardCount } from '../../../corpus/run/manifest.js';
import { joinedParts } from '../../../corpus/run/merge.js';
import { ShardPool } from '../../../corpus/run/shard-pool.js';
import { createExtractor, serialize } from '../../../index.js';
import { linesOf, newFolder, open, put, runOver, sumsIn } from './runs.js';

const COUNT = 24;
const LONG = 120_000;
const folder = newFolder();
const named = [put(folder, 'news.jsonl', linesOf(COUNT))];
const everything = { nQuads: true, tables: ['csv', 'parquet'] as const };

test(
  'one thread and two, and two launchers at once from opposite ends, write the same files',
  async () => {
    const outs = ['one', 'two', 'both'].map((name) => path.join(folder, name));
    const { summary } = await runOver(outs[0], named, everything, { workers: 1 });
    expect(summary).toMatchObject({ missing: 0, counts: { records: COUNT, articles: COUNT } });
    await runOver(outs[1], named, everything, { workers: 2 });
    await fromBothEnds(outs[2]);
    const sums = sumsIn(outs[0]);
    expect(Object.keys(sums).length).toBeGreaterThan(12);
    expect(sumsIn(outs[1])).toEqual(sums);
    expect({ ...sumsIn(outs[2]), 'summary.json': sums['summary.json'] }).toEqual(sums);
  },
  LONG,
);

/** Every shard is worked by both. */
async function fromBothEnds(out: string): Promise<void> {
  const manifest = await open(out, named, everything);
  const shards = Array.from({ length: shardCount(manifest) }, (_, shard) => shard);
  const pools = [new ShardPool(out, { workers: 1 }), new ShardPool(out, { workers: 1 })];
  const work = async (pool: ShardPool, order: readonly number[]) => {
    for (const shard of order) expect(await pool.complete(shard)).toHaveProperty('marker');
  };
  await Promise.all([work(pools[0], shards), work(pools[1], shards.toReversed())]);
  await Promise.all(pools.map((pool) => pool.close()));
}

test(
  'the parts together are what one reading of the whole gives',
  async () => {
    const manifest = await open(path.join(folder, 'one'), named, everything);
    const extractor = createExtractor();
    const whole = linesOf(COUNT)
      .split('\n')
      .map((line, record) => {
        const { id, text } = JSON.parse(line);
        const document = extractor.extract({ identifier: id, text, source: 'news.jsonl', record });
        return serialize(document, { context: 'file', generatedBy: extractor.generatedBy });
      });
    const pieces: Buffer[] = [];
    for await (const piece of joinedParts(path.join(folder, 'one'), manifest, 'ndjsonld', false))
      pieces.push(piece);
    expect(Buffer.concat(pieces).toString()).toBe(`${whole.join('\n')}\n`);
  },
  LONG,
);

test(
  'packed parts hold the same, and a part that lost its file is made anew',
  async () => {
    const packed = path.join(folder, 'packed');
    const { summary } = await runOver(packed, named, { gzip: true });
    const names = readdirSync(packed).filter((name) => name.endsWith('.ndjsonld.gz'));
    expect(names.length).toBe(summary.shards);
    const before = sumsIn(packed);
    rmSync(path.join(packed, names[1]));
    await runOver(packed, named, { gzip: true });
    expect(sumsIn(packed)).toEqual(before);
  },
  LONG,
);
