/** How inputs become shards: every record in exactly one, whatever the size; the same division on every machine. */
import { mkdirSync, readFileSync, renameSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Manifest, readShard, type Shard, shardCount } from '../../../corpus/run/manifest.js';
import { readSlice } from '../../../corpus/run/read-slice.js';
import { linesOf, newFolder, open, put } from './runs.js';

const folder = newFolder();
let outs = 0;
const newOut = () => path.join(folder, `out-${outs++}`);

function shardsOf(out: string, manifest: Manifest): readonly Shard[] {
  return Array.from({ length: shardCount(manifest) }, (_, shard) => readShard(out, manifest, shard));
}

async function recordsOf(out: string, manifest: Manifest): Promise<string[]> {
  const records: string[] = [];
  for (const { slices } of shardsOf(out, manifest)) {
    for (const slice of slices) {
      for await (const { record, identifier } of readSlice(out, manifest, slice, [])) {
        records.push(`${slice.source} ${record} ${identifier}`);
      }
    }
  }
  return records;
}

describe('a file is cut between its records', () => {
  const lines = linesOf(30);
  const spaced = `\n${lines.replaceAll('\n', '\r\n\n')}\n\n`;
  const inputs = {
    'lines.jsonl': lines,
    'spaced.jsonl': spaced,
    'packed.jsonl.gz': gzipSync(lines),
    'array.json': `[${lines.replaceAll('\n', ',')}]`,
  };

  test.each(Object.entries(inputs))('%s', async (name, content) => {
    const named = [put(folder, name, content)];
    const whole = newOut();
    const all = await recordsOf(whole, await open(whole, named, { shardBytes: 1 << 30 }));
    expect(all.length).toBe(30);
    for (const shardBytes of [1, 1000, 7777, 30_000]) {
      const out = newOut();
      const manifest = await open(out, named, { shardBytes });
      expect(shardCount(manifest)).toBeGreaterThan(1);
      expect(await recordsOf(out, manifest)).toEqual(all);
    }
  });

  test('what has to be read from its beginning gives few shards', async () => {
    const out = newOut();
    const named = [path.join(folder, 'packed.jsonl.gz')];
    expect(shardCount(await open(out, named, { shardBytes: 1 }))).toBeLessThanOrEqual(16);
  });
});

test('records at which reading had to be ended are passed over unread, and those around them are read', async () => {
  const out = newOut();
  const manifest = await open(out, [put(folder, 'hangs.json', `[${linesOf(6).replaceAll('\n', ',')}]`)], {
    shardBytes: 1 << 30,
  });
  const [slice] = readShard(out, manifest, 0).slices;
  const struck = [1, 2, 5].map((record) => ({
    slice: 0,
    record,
    reason: 'deadline' as const,
    message: 'took too long',
    unread: true as const,
  }));
  const records: string[] = [];
  for await (const { kind, record, identifier } of readSlice(out, manifest, slice, struck)) {
    records.push(`${record} ${kind} ${identifier}`);
  }
  expect(records).toEqual([
    '0 article article-0',
    '1 unread undefined',
    '2 unread undefined',
    '3 article article-3',
    '4 article article-4',
    '5 unread undefined',
  ]);
});

describe('small files', () => {
  const texts = path.join(folder, 'texts');
  mkdirSync(path.join(texts, 'deep'), { recursive: true });
  for (let i = 0; i < 50; i++) put(texts, `${i}.txt`, `قال المدير إن العمل رقم ${i} مستمر.\n`);
  put(texts, 'deep/a.txt', 'قالت الوزارة إن الطريق مغلق.\n');
  put(texts, '.hidden.txt', 'لا يقرأ.\n');
  put(texts, 'photo.jpg', Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'));
  put(texts, 'deep/script.py', 'print()\n');
  symlinkSync('..', path.join(texts, 'deep/up'));

  test('stand together, in the order of their names', async () => {
    const out = newOut();
    const manifest = await open(out, [texts], { shardBytes: 1000 });
    const sources = shardsOf(out, manifest).flatMap(({ slices }) => slices.map(({ source }) => source));
    expect(sources.length).toBe(51);
    expect(sources).toEqual([...sources].sort());
    expect(shardCount(manifest)).toBeLessThan(6);
    expect(manifest.inputs).toMatchObject({ files: 51, leftOut: 2 });
  });

  test('are read when the run stands among them, and the run is not', async () => {
    const out = path.join(texts, 'run');
    const manifest = await open(out, [texts]);
    expect(manifest.inputs.files).toBe(51);
    expect((await open(out, [texts])).run).toBe(manifest.run);
  });
});

test('a run has the same id wherever its inputs stand and whenever they were written', async () => {
  const here = newOut();
  mkdirSync(path.join(folder, 'a'));
  const file = put(path.join(folder, 'a'), 'news.jsonl', linesOf(3));
  const { run } = await open(here, [path.join(folder, 'a')]);
  renameSync(path.join(folder, 'a'), path.join(folder, 'b'));
  const moved = file.replace(`${path.sep}a${path.sep}`, `${path.sep}b${path.sep}`);
  utimesSync(moved, 1_000_000_000, 1_000_000_000);
  expect((await open(newOut(), [path.join(folder, 'b')])).run).toBe(run);
  writeFileSync(moved, linesOf(4));
  expect((await open(newOut(), [path.join(folder, 'b')])).run).not.toBe(run);
});

test('a run and its inputs may be moved together', async () => {
  const home = path.join(folder, 'home');
  mkdirSync(home);
  put(home, 'news.jsonl', linesOf(3));
  const manifest = await open(path.join(home, 'out'), [path.join(home, 'news.jsonl')]);
  renameSync(home, path.join(folder, 'away'));
  expect((await recordsOf(path.join(folder, 'away/out'), manifest)).length).toBe(3);
});

test('files of the same name, named together, are told apart', async () => {
  for (const name of ['x', 'y']) {
    mkdirSync(path.join(folder, name));
    put(path.join(folder, name), 'news.jsonl', linesOf(2));
  }
  const out = newOut();
  const named = ['x', 'y', 'x/news.jsonl', 'y'].map((name) => path.join(folder, name));
  const records = await recordsOf(out, await open(out, named));
  expect(records).toEqual([
    'x/news.jsonl 0 article-0',
    'x/news.jsonl 1 article-1',
    'y/news.jsonl 0 article-0',
    'y/news.jsonl 1 article-1',
  ]);
});

test('the manifest tells nothing that an article says', async () => {
  const out = newOut();
  await open(out, [
    put(folder, 'ids.jsonl', JSON.stringify({ id: '../x\u0000', text: 'قال إن الأمر انتهى.' })),
  ]);
  expect(readFileSync(path.join(out, 'manifest.json'), 'utf8')).not.toMatch(/\.\.\/x|انتهى/u);
});
