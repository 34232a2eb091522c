/**
 * A run as a person meets it: killed and stopped at any moment and taken up again, short of disk, over hostile inputs; and what
 * status, missing and merge say of it.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { isnad, MAIN, objectsIn, temporaryFolder } from './isnad.js';

const LONG = 120_000;
const cwd = temporaryFolder();
const TEXTS = readdirSync('fixtures/articles')
  .sort()
  .map((name) => readFileSync(path.join('fixtures/articles', name), 'utf8'));
const COUNT = 30;
const lines = Array.from({ length: COUNT }, (_, i) =>
  JSON.stringify({ id: `a${i}`, text: `${TEXTS[i % TEXTS.length]}\n\n${i}` }),
);
writeFileSync(path.join(cwd, 'news.jsonl'), lines.join('\n'));

const RUN = ['run', 'news.jsonl', '--shard-bytes', '10000', '--workers', '2'];
const sum = (text: string | Uint8Array) => createHash('sha256').update(text).digest('hex');
/** The sum of all parts in order. */
function merged(out: string): string {
  const folder = path.join(cwd, out);
  const parts = readdirSync(folder).filter((name) => /^part-\d+\.ndjsonld(?:\.gz)?$/u.test(name));
  const bytes = (name: string) => readFileSync(path.join(folder, name));
  const contents = parts.sort().map((name) => (name.endsWith('.gz') ? gunzipSync(bytes(name)) : bytes(name)));
  return sum(Buffer.concat(contents));
}

describe('a run', () => {
  test(
    'ends with a summary, and all that came in came out',
    () => {
      const { status, stdout, stderr } = isnad([...RUN, '--out', 'whole', '--gzip', '--tables', 'csv'], {
        cwd,
      });
      expect([status, stdout]).toEqual([0, '']);
      expect(stderr).toMatch(
        /^shards +\d+, all complete\nrecords +30 \(0\.\d MB\)\narticles +30\nquarantined +0$/mu,
      );
      const summary = JSON.parse(readFileSync(path.join(cwd, 'whole/summary.json'), 'utf8'));
      expect(summary).toMatchObject({ missing: 0, struck: 0, counts: { records: COUNT, articles: COUNT } });
      const [first] = objectsIn(isnad(['merge', 'whole'], { cwd }).stdout);
      expect(first).toMatchObject({ '@context': 'context.jsonld', identifier: 'a0' });
    },
    LONG,
  );

  test(
    'that is whole does nothing when it is given again',
    () => {
      const { status, stderr } = isnad([...RUN, '--out', 'whole', '--gzip', '--tables', 'csv', '--quiet'], {
        cwd,
      });
      expect([status, stderr]).toEqual([0, '']);
      expect(isnad(['run', '--out', 'whole', '--quiet'], { cwd }).status).toBe(0);
    },
    LONG,
  );
});

describe('a run that is killed', () => {
  /** Starts the run and gives it time to come somewhere. */
  function startRun(out: string): ChildProcess {
    return spawn(process.execPath, [MAIN, ...RUN, '--out', out, '--quiet'], { cwd, stdio: 'ignore' });
  }

  const ended = (child: ChildProcess) =>
    new Promise<number | string | null>((resolve) =>
      child.once('close', (code, signal) => resolve(code ?? signal)),
    );

  /** Waits until so many shards are complete. */
  async function complete(out: string, count: number, child: ChildProcess): Promise<void> {
    const markers = () =>
      existsSync(path.join(cwd, out))
        ? readdirSync(path.join(cwd, out)).filter((name) => /^part-\d+\.json$/u.test(name)).length
        : 0;
    while (markers() < count && child.exitCode === null)
      await new Promise((resolve) => setTimeout(resolve, 5));
  }

  test(
    'with -9, again and again, gives what it would have given',
    async () => {
      for (let times = 0; times < 3; times++) {
        const child = startRun('killed');
        await complete('killed', times * 2, child);
        await new Promise((resolve) => setTimeout(resolve, times * 7));
        child.kill('SIGKILL');
        await ended(child);
      }
      expect(isnad([...RUN, '--out', 'killed', '--quiet'], { cwd })).toEqual({
        status: 0,
        stdout: '',
        stderr: '',
      });
      expect(merged('killed')).toBe(merged('whole'));
      expect(readdirSync(path.join(cwd, 'killed')).filter((name) => name.startsWith('.'))).toEqual([]);
    },
    LONG,
  );

  test(
    'in its working process alone goes on by itself, and does not end with a terminal that it has left',
    async () => {
      const child = startRun('revived');
      await complete('revived', 1, child);
      for (const pid of [child.pid!, ...childrenOf(child)]) process.kill(pid, 'SIGHUP');
      await complete('revived', 3, child);
      for (const pid of childrenOf(child)) process.kill(pid, 'SIGABRT');
      expect(await ended(child)).toBe(0);
      expect(merged('revived')).toBe(merged('whole'));
    },
    LONG,
  );

  /** None where the system does not tell. */
  function childrenOf({ pid }: ChildProcess): readonly number[] {
    const file = `/proc/${pid}/task/${pid}/children`;
    if (!existsSync(file)) return [];
    return readFileSync(file, 'utf8').trim().split(' ').filter(Boolean).map(Number);
  }

  test.each([
    ['SIGTERM', 143],
    ['SIGINT', 130],
  ] as const)(
    'by %s stops soon, says how to go on, and goes on',
    async (signal, exitCode) => {
      const out = `stopped ${signal}`;
      const child = spawn(process.execPath, [MAIN, ...RUN, '--out', out], {
        cwd,
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      let stderr = '';
      child.stderr.on('data', (chunk) => {
        stderr += chunk;
      });
      await complete(out, 2, child);
      const asked = performance.now();
      child.kill(signal);
      expect(await ended(child)).toBe(exitCode);
      expect(performance.now() - asked).toBeLessThan(5000);
      expect(stderr).toContain(`isnad: stopping; what is complete stays, isnad run --out '${out}' goes on`);
      expect(readdirSync(path.join(cwd, out)).filter((name) => name.endsWith('.tmp'))).toEqual([]);
      const missing = isnad(['missing', out], { cwd }).stdout.trim().split('\n').filter(Boolean);
      for (const shard of missing.slice(0, 1))
        expect(isnad(['run-shard', out, shard], { cwd }).status).toBe(0);
      expect(isnad(['run', '--out', out, '--quiet'], { cwd }).status).toBe(0);
      expect(merged(out)).toBe(merged('whole'));
    },
    LONG,
  );
});

test(
  'a disk that refuses is told in one line; nothing half-written has a name, and with room it goes on',
  () => {
    if (process.platform === 'win32') return;
    const limited = ['-c', 'ulimit -f 40; exec "$@"', 'sh', process.execPath, MAIN];
    const { status, stderr } = spawnSync('sh', [...limited, ...RUN, '--out', 'full', '--quiet'], {
      cwd,
      encoding: 'utf8',
    });
    expect(status).toBe(1);
    const last = stderr.trimEnd().split('\n').at(-1);
    expect(last).toMatch(
      /^isnad: full: shard \d+: the file grew over the limit of this system; .*; the same command goes on from here$/u,
    );
    for (const name of readdirSync(path.join(cwd, 'full'))) expect(name).not.toMatch(/^part-|\.tmp$/u);
    expect(isnad([...RUN, '--out', 'full', '--quiet'], { cwd }).status).toBe(0);
    expect(merged('full')).toBe(merged('whole'));
  },
  LONG,
);

describe('what others say of a run', () => {
  beforeAll(() => {
    isnad([...RUN, '--out', 'holes', '--quiet'], { cwd });
    for (const shard of ['00001', '00002', '00004']) rmSync(path.join(cwd, `holes/part-${shard}.json`));
  });

  test('missing lists shards, one a line or as ranges', () => {
    expect(isnad(['missing', 'holes'], { cwd }).stdout).toBe('1\n2\n4\n');
    expect(isnad(['missing', 'holes', '--ranges'], { cwd }).stdout).toBe('1-2,4\n');
    expect(isnad(['missing', 'whole', '--ranges'], { cwd }).stdout).toBe('');
  });

  test('status counts what is complete, for people and for programs', () => {
    expect(isnad(['status', 'holes'], { cwd }).stdout).toMatch(
      /^shards +\d+ of \d+ complete$(?:.|\n)*^to do +3 shards;/mu,
    );
    const { stdout } = isnad(['status', 'holes', '--json'], { cwd });
    expect(JSON.parse(stdout)).toMatchObject({
      missing: 3,
      begun: [],
      pace: { seconds: expect.any(Number) },
    });
  });

  test('merge refuses what is not whole, unless it is to be partial', () => {
    const { status, stderr, stdout } = isnad(['merge', 'holes', '--out', 'news.ndjsonld'], { cwd });
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(
      /^isnad: holes: 3 of \d+ shards are missing; complete the run, or take what there is with --partial\n$/u,
    );
    expect(existsSync(path.join(cwd, 'news.ndjsonld'))).toBe(false);
    expect(isnad(['merge', 'holes', '--partial', '--out', 'part.ndjsonld'], { cwd }).status).toBe(0);
    expect(objectsIn(readFileSync(path.join(cwd, 'part.ndjsonld'), 'utf8')).length).toBeLessThan(COUNT);
  });

  test('merge writes a file with its context beside it, packed when its name says so', () => {
    mkdirSync(path.join(cwd, 'merged'));
    expect(isnad(['merge', 'whole', '--out', 'merged/news.ndjsonld.gz'], { cwd }).status).toBe(0);
    expect(readdirSync(path.join(cwd, 'merged')).sort()).toEqual(['context.jsonld', 'news.ndjsonld.gz']);
    expect(sum(gunzipSync(readFileSync(path.join(cwd, 'merged/news.ndjsonld.gz'))))).toBe(merged('whole'));
  });

  test('merge notices a part that was changed behind its marker', () => {
    const part = path.join(cwd, 'holes/part-00000.ndjsonld');
    writeFileSync(part, readFileSync(part, 'utf8').replace('isnad', 'dansi'));
    const { status, stderr } = isnad(['merge', 'holes', '--partial'], { cwd });
    expect([status, stderr]).toEqual([
      2,
      'isnad: holes/part-00000.ndjsonld: is damaged; remove it and run again, which makes it anew\n',
    ]);
  });
});

test(
  'identifiers and sources never become names of files',
  () => {
    const hostile = ['../../x', '/etc/x', 'a\u0000b', '__proto__', 'CON', '%2e%2e', 'part-00000.json', ''];
    const records = hostile.map((id) =>
      JSON.stringify({ id, text: `قال المدير إن العمل مستمر ${id}.`, __proto__: 1 }),
    );
    writeFileSync(path.join(cwd, 'hostile.jsonl'), records.join('\n'));
    const before = readdirSync(cwd);
    const { status } = isnad(['run', 'hostile.jsonl', '--out', 'hostile', '--workers', '1', '--quiet'], {
      cwd,
    });
    expect(status).toBe(0);
    expect(readdirSync(cwd)).toEqual([...before, 'hostile'].sort());
    for (const name of readdirSync(path.join(cwd, 'hostile'))) {
      expect(name).toMatch(
        /^(?:manifest\.json|summary\.json|context\.jsonld|shards-[0-9a-f]{16}\.ndjson|part-00000\.[a-z.]+)$/u,
      );
    }
    expect(objectsIn(isnad(['merge', 'hostile'], { cwd }).stdout).length).toBe(hostile.length);
  },
  LONG,
);

test(
  'the standard input is kept, so that the run goes on without it; another one is refused',
  () => {
    const input = lines.slice(0, 3).join('\n');
    const run = ['run', '-', '--out', 'piped', '--workers', '1', '--quiet'];
    expect(isnad(run, { cwd, input }).status).toBe(0);
    rmSync(path.join(cwd, 'piped/part-00000.json'));
    expect(isnad(run, { cwd, input: '' }).status).toBe(0);
    expect(objectsIn(isnad(['merge', 'piped'], { cwd }).stdout).length).toBe(3);
    const { status, stderr } = isnad(run, { cwd, input: lines[5] });
    expect([status, stderr]).toEqual([
      2,
      'isnad: piped: was begun with another standard input; give another --out, or begin anew with --new\n',
    ]);
  },
  LONG,
);

test('progress and summary for a program are JSON, one object a line', () => {
  const { stderr } = isnad(['run', '--out', 'whole', '--log-json'], { cwd });
  expect(objectsIn(stderr).map(({ event }) => event)).toEqual(['opened', 'summary']);
});

test.each([
  [['run', 'news.jsonl'], /^isnad: required option '-o, --out <dir>' not specified; see isnad --help$/u],
  [['run', '--out', 'new'], /^isnad: new: holds no run to go on with; name what is to be read$/u],
  [
    ['run', '--out', 'whole', '--new'],
    /^isnad: --new: begins anew and needs to know with what; name what is to be read$/u,
  ],
  [['run', 'absent', '--out', 'new'], /^isnad: absent: there is no such file or folder; check the name$/u],
  [
    ['run', 'news.jsonl', '--out', 'new', '--tables', 'xls'],
    /^isnad: --tables xls: xls is no form; give csv or parquet/u,
  ],
  [
    ['run', 'news.jsonl', '--out', 'whole', '--with-text'],
    /^isnad: whole: holds a run that differs: --with-text was false, now true;/u,
  ],
  [
    ['run', 'news.jsonl', '--out', 'news.jsonl'],
    /^isnad: news\.jsonl: is no folder; name a folder for the run$/u,
  ],
  [['run-shard', 'whole', '999'], /^isnad: whole: has no shard 999; its shards are 0 to \d+$/u],
  [
    ['run-shard', 'whole', 'x'],
    /^isnad: command-argument value 'x' is invalid for argument 'n'\. Give a whole number/u,
  ],
  [['status', '.'], /^isnad: \.: holds no run; begin one with isnad run INPUT… --out \.$/u],
  [['merge', 'whole', '--form', 'x'], /^isnad: --form x: is none; give one of ndjsonld, nq, quarantine$/u],
  [['merge', 'whole', '--form', 'nq'], /^isnad: whole: holds no N-Quads; it was begun without --n-quads$/u],
])('%j', (arguments_, message) => {
  const { status, stdout, stderr } = isnad(arguments_, { cwd });
  expect(stderr.trimEnd().split('\n')).toEqual([expect.stringMatching(message)]);
  expect([status, stdout]).toEqual([2, '']);
});
