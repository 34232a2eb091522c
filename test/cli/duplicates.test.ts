/** `isnad duplicates` on a run: what it writes, what it leaves alone, what it refuses. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { csvRows, parquetRows } from '../output/tables/written.js';
import { isnad, MAIN, temporaryFolder } from './isnad.js';

const folder = temporaryFolder();
const run = path.join(folder, 'run');
const OUTLETS = path.resolve('fixtures/corpora/outlets.jsonl');

const content = (place: string) =>
  Object.fromEntries(
    readdirSync(place).map((name) => [name, readFileSync(path.join(place, name)).toString('base64')]),
  );

beforeAll(() => {
  expect(isnad(['run', OUTLETS, '--out', run, '--quiet', '--shard-bytes', '3000'])).toMatchObject({
    status: 0,
  });
}, 60_000);

afterEach(() => {
  for (const name of readdirSync(run)) if (name.startsWith('duplicates.')) rmSync(path.join(run, name));
});

test('writes four tables in each form beside the parts, which stay as they are, and the same again', async () => {
  const before = content(run);
  expect(Object.keys(before).filter((name) => name.endsWith('.sketches')).length).toBeGreaterThan(1);
  // Somebody was killed here.
  mkdirSync(path.join(run, '.duplicates-abcdef'));
  writeFileSync(path.join(run, '.duplicates-abcdef', '0'), '');
  const { status, stdout, stderr } = isnad(['duplicates', run]);
  expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
  expect(stderr).toMatch(/^articles +11 compared, 2 repeat another, in 1 group\n/u);
  const after = content(run);
  const added = Object.keys(after).filter((name) => !(name in before));
  const tables = ['groups', 'pairs', 'quotation-groups', 'quotation-pairs'];
  expect(added).toEqual(
    tables.flatMap((name) => [`duplicates.${name}.csv`, `duplicates.${name}.parquet`]).sort(),
  );
  expect(after).toMatchObject(before);
  expect(isnad(['duplicates', run, '-q'])).toEqual({ status: 0, stdout: '', stderr: '' });
  expect(content(run)).toEqual(after);
  const bytes = (name: string) => readFileSync(path.join(run, `duplicates.${name}`));
  const rows = await parquetRows(bytes('groups.parquet'));
  expect(csvRows(bytes('groups.csv')).map(({ article_id }) => article_id)).toEqual(
    rows.map(({ article_id }) => article_id),
  );
  expect(rows.map(({ members }) => members)).toEqual([3, 3, 3]);
  expect(await parquetRows(bytes('pairs.parquet'))).toHaveLength(2);
}, 60_000);

test('whoever interrupts it finds nothing half-written', async () => {
  const before = readdirSync(run);
  const child = spawn(process.execPath, [MAIN, 'duplicates', run], { stdio: 'ignore' });
  const ended = once(child, 'exit');
  while (child.exitCode === null && !readdirSync(run).some((name) => name.startsWith('.duplicates-')))
    await new Promise((resolve) => setTimeout(resolve, 2));
  child.kill('SIGINT');
  await ended;
  const left = readdirSync(run).filter((name) => !before.includes(name));
  expect(left.every((name) => /^duplicates\./u.test(name))).toBe(true);
  expect([0, 8]).toContain(left.length);
}, 60_000);

test('a run goes on as it is with these tables in its folder, and --new removes them', () => {
  expect(isnad(['duplicates', run, '-q'])).toMatchObject({ status: 0 });
  expect(isnad(['run', OUTLETS, '--out', run, '--quiet', '--shard-bytes', '3000'])).toMatchObject({
    status: 0,
  });
  expect(readdirSync(run).filter((name) => name.startsWith('duplicates.'))).toHaveLength(8);
  expect(isnad(['run', OUTLETS, '--out', run, '--quiet', '--shard-bytes', '3000', '--new'])).toMatchObject({
    status: 0,
  });
  expect(readdirSync(run).filter((name) => name.startsWith('duplicates.'))).toEqual([]);
}, 60_000);

test('one form only, and another limit', () => {
  expect(isnad(['duplicates', run, '--tables', 'csv', '--similarity', '1', '-q'])).toMatchObject({
    status: 0,
  });
  expect(readdirSync(run).filter((name) => name.endsWith('.parquet'))).toEqual([]);
  expect(csvRows(readFileSync(path.join(run, 'duplicates.pairs.csv')))).toEqual([]);
}, 60_000);

test('what is no run, or none that is complete, is refused, and nothing is left behind', () => {
  const empty = path.join(folder, 'empty');
  mkdirSync(empty);
  const refused = isnad(['duplicates', empty]);
  expect(refused.status).toBe(2);
  expect(refused.stderr).toMatch(/^isnad: .*empty: holds no run/u);
  expect(readdirSync(empty)).toEqual([]);

  const marker = path.join(run, 'part-00001.json');
  const kept = readFileSync(marker);
  rmSync(marker);
  const before = readdirSync(run);
  const partial = isnad(['duplicates', run]);
  writeFileSync(marker, kept);
  expect(partial.status).toBe(2);
  expect(partial.stderr).toMatch(/shard 1 is missing; complete the run first/u);
  expect(readdirSync(run).filter((name) => name !== 'part-00001.json')).toEqual(before);
});

test.each([
  ['--similarity', '0'],
  ['--similarity', '1.1'],
  ['--similarity', 'much'],
  ['--tables', 'xlsx'],
])('%s %s is refused', (option, value) => {
  const { status, stderr } = isnad(['duplicates', run, option, value]);
  expect(status).toBe(2);
  expect(stderr).toMatch(/^isnad: .*\n$/u);
});

test('hostile ids become neither names of files nor formulas', () => {
  const hostile = path.join(folder, 'hostile.jsonl');
  const text = 'قال وزير النقل سامر الحيدروسي إن الجسر الجديد جاهز منذ أمس، وإن الطريق إليه مفتوح.';
  const ids = [
    '../../out',
    '/etc/x',
    '=1+1',
    "'; drop table articles; --",
    '__proto__',
    'a\u0000b',
    'part-00000.json',
  ];
  writeFileSync(
    hostile,
    ids.map((id) => `${JSON.stringify({ id, title: id, publisher: id, text })}\n`).join(''),
  );
  const place = path.join(folder, 'safe', 'run');
  mkdirSync(path.dirname(place));
  expect(isnad(['run', hostile, '--out', place, '--tables', 'csv', '--quiet'])).toMatchObject({ status: 0 });
  expect(isnad(['duplicates', place, '-q'])).toMatchObject({ status: 0 });
  expect(readdirSync(path.dirname(place))).toEqual(['run']);
  const names = readdirSync(place);
  for (const name of names)
    expect(name).toMatch(/^(?:part-00000\.|duplicates\.|manifest\.|summary\.|context\.|shards-)/u);
  const articles = csvRows(readFileSync(path.join(place, 'part-00000.articles.csv')));
  expect(articles.map(({ identifier }) => identifier.replace(/^'/u, ''))).toEqual(ids);
  for (const name of names.filter((each) => each.endsWith('.csv')))
    for (const row of csvRows(readFileSync(path.join(place, name))))
      for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+\-@\t\r]/u);
}, 60_000);
