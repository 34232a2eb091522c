/** A run goes on with what it was begun with, and with nothing else; its folder is nobody else's. */
import { existsSync, mkdirSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { completeRun } from '../../../corpus/run/complete-run.js';
import { openRun } from '../../../corpus/run/open-run.js';
import { runShard } from '../../../corpus/run/shard-pool.js';
import { linesOf, newFolder, open, put, RULES, runOver, SETTINGS } from './runs.js';

const folder = newFolder();
const LONG = 60_000;
const texts = path.join(folder, 'texts');
mkdirSync(texts);
for (const name of ['a', 'b', 'c']) put(texts, `${name}.txt`, `قالت الوزارة إن الطريق ${name} مغلق.\n`);
const out = path.join(folder, 'out');
const again = (settings = {}, rules = RULES) =>
  openRun(out, { named: [texts], packs: [], settings: { ...SETTINGS, ...settings }, isNew: false }, rules);

beforeAll(async () => {
  await open(out, [texts]);
});

test('the same is resumed, also when nothing is named', async () => {
  expect((await again()).isResumed).toBe(true);
  expect(
    (await openRun(out, { named: [], packs: [], settings: SETTINGS, isNew: false }, RULES)).isResumed,
  ).toBe(true);
});

test.each([
  [
    { withText: true },
    RULES,
    /--with-text was false, now true\. Run with what it was begun with, give another --out, or begin anew with --new$/u,
  ],
  [
    { tables: ['csv' as const], shardBytes: 7 },
    RULES,
    /--tables was \[\], now \["csv"\]; --shard-bytes was 20000, now 7\./u,
  ],
  [
    { reading: { allLanguages: true } },
    RULES,
    /how inputs are read was \{\}, now \{"allLanguages":true\}\./u,
  ],
  [{}, { ...RULES, digest: 'other' }, /its rules or lists were others \(--rules\)\./u],
  [{}, { version: '9.9.9', digest: 'other' }, /it was begun with version \S+ of isnad, this is 9\.9\.9\./u],
])('%j is another run', async (settings, rules, message) => {
  await expect(again(settings, rules)).rejects.toThrow(message);
});

describe('inputs', () => {
  const file = path.join(texts, 'b.txt');
  const text = 'قالت الوزارة إن الطريق b مغلق.\n';

  test('that were only touched are the same', async () => {
    utimesSync(file, 1_000_000_000, 1_000_000_000);
    expect((await again()).isResumed).toBe(true);
  });

  test.each([
    ['changed', () => writeFileSync(file, text.replace('مغلق', 'مفتو')), /b\.txt has changed\./u],
    ['longer', () => writeFileSync(file, `${text}${text}`), /b\.txt has changed\./u],
    ['gone', () => rmSync(file), /where b\.txt stood, c\.txt stands now\./u],
    ['more', () => put(texts, 'd.txt', text), /d\.txt was not among its inputs\./u],
    ['fewer', () => rmSync(path.join(texts, 'c.txt')), /c\.txt is no longer among its inputs\./u],
  ])('that are %s are refused', async (_, change, message) => {
    change();
    await expect(again()).rejects.toThrow(message);
    writeFileSync(file, text);
    put(texts, 'c.txt', 'قالت الوزارة إن الطريق c مغلق.\n');
    rmSync(path.join(texts, 'd.txt'), { force: true });
  });

  test(
    'that change while the run goes on stop their shard and no other',
    async () => {
      const named = [put(folder, '1.jsonl', linesOf(2)), put(folder, '2.jsonl', linesOf(3))];
      const manifest = await open(path.join(folder, 'during'), named, { shardBytes: 100 });
      writeFileSync(named[0], linesOf(2).replaceAll('article', 'artikel'));
      const { summary, failures } = await completeRun(path.join(folder, 'during'), manifest, { workers: 1 });
      expect(failures.get(0)).toMatchObject({
        kind: 'input',
        message: expect.stringMatching(/1\.jsonl: has changed since/u),
      });
      expect([summary.missing, summary.complete]).toEqual([2, 3]);
    },
    LONG,
  );
});

describe('a folder', () => {
  test('that holds something else is refused, and left as it is', async () => {
    const other = path.join(folder, 'other');
    mkdirSync(other);
    put(other, 'notes.txt', 'x');
    await expect(open(other, [texts])).rejects.toThrow(
      /other: holds other things \(notes\.txt\) and no run; name an empty/u,
    );
    expect(readdirSync(other)).toEqual(['notes.txt']);
  });

  test('that holds no run has no shards', async () => {
    await expect(runShard(texts, 0)).rejects.toThrow(/texts: holds no run; begin one with isnad run/u);
    await expect(runShard(out, 99)).rejects.toThrow(/out: has no shard 99; its shards are 0 to 0/u);
  });

  test(
    'is cleared of a run by --new, and of nothing else',
    async () => {
      const used = path.join(folder, 'used');
      await runOver(used, [texts], { tables: ['csv'] });
      for (const name of ['notes.txt', 'part-00000.notes.txt', 'part-99999.json', 'parted.csv'])
        put(used, name, 'x');
      await expect(open(used, [path.join(folder, 'absent')], {}, true)).rejects.toThrow(
        /there is no such file/u,
      );
      expect(existsSync(path.join(used, 'part-00000.json'))).toBe(true);
      await open(used, [texts], { withText: true }, true);
      expect(readdirSync(used).filter((name) => !name.startsWith('shards-'))).toEqual([
        'manifest.json',
        'notes.txt',
        'part-00000.notes.txt',
        'part-99999.json',
        'parted.csv',
      ]);
    },
    LONG,
  );
});
