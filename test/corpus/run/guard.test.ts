/** An article that throws, loops, fills the memory or ends its thread goes into quarantine, and its shard completes. */
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { readMarker } from '../../../corpus/run/marker.js';
import { EXITS, FILLS, KILLS, LOOPS, THROWS } from './faulty-extractor.js';
import { linesOf, newFolder, open, put, quarantineIn, runOver, sumsIn } from './runs.js';

const LONG = 120_000;
const folder = newFolder();
const extractor = new URL('./faulty-extractor.js', import.meta.url).href;
const guarded = { extractor, deadline: 4, heap: 96 };
const record = (id: string, text: string) => JSON.stringify({ id, text });
const SOUND = linesOf(6).split('\n');
const named = [
  put(
    folder,
    'hard.jsonl',
    [
      ...SOUND.slice(0, 2),
      record('throws', THROWS),
      record('loops', LOOPS),
      record('fills', FILLS),
      ...SOUND.slice(2, 4),
      record('exits', EXITS),
      record('long', 'نص طويل. '.repeat(80_000)),
      '{"id": "cut", "text": "',
      ...SOUND.slice(4),
    ].join('\n'),
  ),
];

test(
  'each goes into quarantine with its reason and place, and all others come out',
  async () => {
    const out = path.join(folder, 'out');
    const { summary, failures } = await runOver(out, named, { shardBytes: 1 << 20 }, guarded);
    expect([...failures]).toEqual([]);
    expect(summary.counts).toMatchObject({
      records: 12,
      articles: 6,
      quarantined: { deadline: 1, malformed: 1, memory: 1, threw: 2, 'too-large': 1 },
    });
    expect(quarantineIn(out).map(({ record, identifier, reason }) => [record, identifier, reason])).toEqual([
      [2, 'throws', 'threw'],
      [3, 'loops', 'deadline'],
      [4, 'fills', 'memory'],
      [7, 'exits', 'threw'],
      [8, 'long', 'too-large'],
      [9, expect.any(String), 'malformed'],
    ]);
    for (const { source, message } of quarantineIn(out)) {
      expect([source, message]).toEqual(['hard.jsonl', expect.stringMatching(/^[^\n]{20,}$/u)]);
    }
  },
  LONG,
);

test(
  'the marker says where the guard struck, and another launcher writes the same without meeting it again',
  async () => {
    const out = path.join(folder, 'out');
    const { run } = await open(out, named, { shardBytes: 1 << 20 });
    const { struck } = readMarker(out, run, 0)!;
    expect(struck?.map(({ slice, record, reason }) => [slice, record, reason])).toEqual([
      [0, 3, 'deadline'],
      [0, 4, 'memory'],
      [0, 7, 'threw'],
    ]);
  },
  LONG,
);

test(
  'a shard that is worked again after its marker was lost keeps to what was struck',
  async () => {
    const out = path.join(folder, 'out');
    const before = sumsIn(out);
    rmSync(path.join(out, 'part-00000.json'));
    const began = performance.now();
    await runOver(out, named, { shardBytes: 1 << 20 }, { ...guarded, deadline: 60 });
    expect(performance.now() - began).toBeLessThan(30_000);
    expect(sumsIn(out)).toEqual(before);
  },
  LONG,
);

test(
  'an article that takes the whole process down is found when the run goes on, and only it',
  async () => {
    const input = [...SOUND.slice(0, 3), record('kills', KILLS), ...SOUND.slice(3)].join('\n');
    const kills = [put(folder, 'kills.jsonl', input)];
    const out = path.join(folder, 'killed');
    const script = new URL('./faulty-run.js', import.meta.url).pathname;
    const dies = () => spawnSync(process.execPath, [script, out, ...kills], { encoding: 'utf8' });
    expect(dies().signal).toBe('SIGABRT');
    const { status, stdout } = dies();
    expect([status, JSON.parse(stdout)]).toEqual([0, expect.objectContaining({ missing: 0, struck: 1 })]);
    expect(quarantineIn(out)).toMatchObject([
      {
        record: 3,
        identifier: 'kills',
        reason: 'memory',
        message: expect.stringMatching(/^ended its process \(SIGABRT\)/u),
      },
    ]);
    expect(Object.keys(sumsIn(out)).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  },
  LONG,
);
