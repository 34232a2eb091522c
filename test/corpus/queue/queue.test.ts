/** Shards of a run shared by a queue over a real broker: nothing is lost or differs, whoever is killed, and whatever the broker forgets. */
import { readdirSync, renameSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isnad } from '../../cli/isnad.js';
import { manyLines, markers, plainRun, plannedRun, smallTexts, started, until, written } from './runs.js';
import { lab, tellMissing, whenPostgres, whenRedis } from './servers.js';

tellMissing();
const at = lab();

const QUICK = ['--concurrency', '2', '--stalled-after', '1', '--until-done'];

function status(out: string, ...broker: readonly string[]) {
  const { stdout, stderr } = isnad(['queue', 'status', out, '--json', ...broker]);
  return stdout === '' ? stderr : JSON.parse(stdout);
}

describe('over Redis', () => {
  whenRedis(
    'workers and the broker are killed in the middle, and every shard comes out as in a plain run',
    async () => {
      const corpus = manyLines(at.folder(), 16, 40);
      const redis = await at.redis();
      await redis.start();
      const out = plannedRun(corpus);
      const broker = ['--redis', redis.url];
      expect(isnad(['queue', 'start', out, ...broker]).stdout).toMatch(/^enqueued +1\d shards$/mu);
      const worker = () =>
        started(['queue', 'work', out, ...broker, '--concurrency', '1', ...QUICK.slice(2)]);
      const [first, second] = [worker(), worker()];
      await until(() => markers(out) >= 2);
      first.process.kill('SIGKILL');
      const third = worker();
      await until(() => markers(out) >= 6);
      await redis.kill();
      await pause(500);
      await redis.start();
      const outcomes = await Promise.all([second.ended, third.ended]);
      expect(outcomes.map(({ status, stderr }) => (status === 0 ? 0 : stderr))).toEqual([0, 0]);
      expect(outcomes[0]!.stderr.match(/the broker is away/gu)?.length ?? 0).toBeLessThan(2);
      expect(written(corpus)).toEqual(plainRun(corpus));
    },
    60_000,
  );

  whenRedis(
    'what the broker forgot is enqueued again, and what it knows is not enqueued twice',
    async () => {
      const corpus = smallTexts(at.folder(), 8);
      const redis = await at.redis('--appendonly', 'no', '--maxmemory-policy', 'allkeys-lru');
      await redis.start();
      const out = plannedRun(corpus);
      const broker = ['--redis', redis.url];
      const warned = isnad(['queue', 'start', out, ...broker]);
      expect(warned.stderr).toMatch(/append-only file.*appendonly yes/u);
      expect(warned.stderr).toMatch(/allkeys-lru.*noeviction/u);
      expect(isnad(['queue', 'start', out, ...broker]).stdout).toMatch(
        /^enqueued +0 shards\nin the queue +8 shards/u,
      );
      await redis.kill();
      await redis.start();
      expect(status(out, ...broker)).toMatchObject({
        missing: 8,
        queue: { waiting: 0, forgotten: 8, failed: 0 },
      });
      expect(isnad(['queue', 'work', out, ...broker, ...QUICK]).status).toBe(0);
      expect(status(out, ...broker)).toMatchObject({ missing: 0, queue: { forgotten: 0 } });
      expect(written(corpus)).toEqual(plainRun(corpus));
    },
    60_000,
  );

  whenRedis(
    'a shard that fails is listed with its reason, and is tried again when asked',
    async () => {
      const corpus = smallTexts(at.folder(), 4);
      const redis = await at.redis();
      await redis.start();
      const out = plannedRun(corpus);
      const broker = ['--redis', redis.url];
      const input = path.join(corpus.folder, 'in', '2.txt');
      renameSync(input, `${input}.away`);
      isnad(['queue', 'start', out, ...broker, '--attempts', '2']);
      const failed = isnad(['queue', 'work', out, ...broker, ...QUICK]);
      expect(failed.status).toBe(1);
      expect(failed.stderr).toMatch(/attempt 1, it will be tried again\n.*attempt 2, it is given up\n/u);
      expect(failed.stderr).toMatch(/^isnad: .*: 1 shard of 4 used up its attempts.*queue start/mu);
      expect(status(out, ...broker)).toMatchObject({
        done: 3,
        queue: {
          failed: 1,
          failures: [{ shard: 2, attempts: 2, reason: expect.stringMatching(/2\.txt: there is no such/u) }],
        },
      });
      const lines = isnad(['queue', 'status', out, ...broker]).stdout;
      expect(lines).toMatch(/^wait for nobody +1 shard;/mu);
      renameSync(`${input}.away`, input);
      expect(isnad(['queue', 'start', out, ...broker]).stdout).toMatch(
        /^enqueued +1 shard, 1 of which failed before$/mu,
      );
      expect(isnad(['queue', 'work', out, ...broker, ...QUICK]).status).toBe(0);
      expect(written(corpus)).toEqual(plainRun(corpus));
    },
    60_000,
  );

  whenRedis(
    'a worker that is told to stop gives its shard back within five seconds, and no attempt is used up',
    async () => {
      const corpus = manyLines(at.folder(), 1, 12_000);
      const redis = await at.redis();
      await redis.start();
      const out = plannedRun(corpus);
      const broker = ['--redis', redis.url];
      isnad(['queue', 'start', out, ...broker]);
      const worker = started(['queue', 'work', out, ...broker]);
      await until(() => isAtWork(out));
      const asked = Date.now();
      worker.process.kill('SIGTERM');
      const { status: exitCode, stderr } = await worker.ended;
      expect(Date.now() - asked).toBeLessThan(5000);
      expect({ exitCode, stderr }).toEqual({ exitCode: 143, stderr: expect.stringMatching(/^stopping: /u) });
      expect(markers(out)).toBe(0);
      expect(status(out, ...broker)).toMatchObject({
        missing: 1,
        queue: { waiting: 1, running: 0, failed: 0, delayed: 0 },
      });
    },
    60_000,
  );
});

whenPostgres(
  'over PostgreSQL every shard comes out as in a plain run, though a worker is killed',
  async () => {
    const corpus = manyLines(at.folder(), 6, 40);
    const postgres = await at.postgres();
    await postgres.start();
    const out = plannedRun(corpus);
    const broker = ['--postgres', postgres.url];
    expect(isnad(['queue', 'start', out, ...broker]).stdout).toMatch(/^enqueued +[67] shards$/mu);
    const first = started(['queue', 'work', out, ...broker, ...QUICK]);
    await until(() => markers(out) >= 1);
    first.process.kill('SIGKILL');
    expect(isnad(['queue', 'work', out, ...broker, ...QUICK]).status).toBe(0);
    expect(status(out, ...broker)).toMatchObject({ missing: 0, queue: { failed: 0, waiting: 0 } });
    expect(written(corpus)).toEqual(plainRun(corpus));
  },
  60_000,
);

describe('what stands in the way is said in one line', () => {
  const folder = at.folder();
  const out = plannedRun(smallTexts(folder, 1));

  test.each([
    [
      'work',
      ['--redis', 'redis://:secret@127.0.0.1:1'],
      1,
      /redis:\/\/127\.0\.0\.1:1: the broker cannot be reached \(.*ECONNREFUSED/u,
    ],
    [
      'status',
      ['--postgres', 'postgres://me:secret@127.0.0.1:1/x'],
      1,
      /postgres:\/\/127\.0\.0\.1:1\/x: the broker cannot be reached/u,
    ],
    ['start', ['--redis', 'secret'], 2, /--redis: this is no address of a broker/u],
    ['start', ['--redis', 'redis://127.0.0.1', '--postgres', 'postgres://127.0.0.1'], 2, /both named/u],
  ])('%s %j', (command, broker, exitCode, message) => {
    const { status: code, stderr } = isnad(['queue', command, out, ...broker]);
    expect(stderr).toMatch(message);
    expect(stderr).toMatch(/^isnad: [^\n]+\n$/u);
    expect(stderr).not.toContain('secret');
    expect(code).toBe(exitCode);
  });

  test('a folder without a run', () => {
    const { status: code, stderr } = isnad(['queue', 'start', folder]);
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: expect.stringMatching(/^isnad: .*holds no run; .*\n$/u),
    });
  });

  test.each([
    ['bullmq', [], /needs the package bullmq.*npm install bullmq@6/u],
    ['ioredis', [], /needs the package ioredis.*npm install bullmq@6 ioredis@5/u],
    ['pg', ['--postgres', 'postgres://127.0.0.1:1/x'], /needs the package pg.*npm install bullmq@6 pg@8/u],
  ])('%s is not installed', (name, broker, message) => {
    const hooks = `export async function resolve(name, context, next) {
      if (name === '${name}') throw Object.assign(new Error(name), { code: 'ERR_MODULE_NOT_FOUND' });
      return next(name, context);
    }`;
    const preload = `import { register } from 'node:module'; register(${JSON.stringify(asModule(hooks))});`;
    const env = { ...process.env, NODE_OPTIONS: `--import ${asModule(preload)}` };
    const { status: code, stderr } = isnad(['queue', 'start', out, ...broker], { env });
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringMatching(message) });
    expect(stderr).toMatch(/^isnad: [^\n]+\n$/u);
  });
});

/** Whether some part is on its way. */
function isAtWork(out: string): boolean {
  return readdirSync(out).some((name) => /^\.part-.*\.tmp$/u.test(name));
}

function asModule(code: string): string {
  return `data:text/javascript,${encodeURIComponent(code)}`;
}
