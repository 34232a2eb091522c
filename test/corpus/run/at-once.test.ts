/** Several launchers at the same shard at the same time: each ends well, and the part is the one that a single one writes. */
import { readdirSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { temporaryFolder } from '../../cli/isnad.js';
import { manyLines, plainRun, plannedRun, started, until, written } from '../queue/runs.js';

const folder = temporaryFolder();

test('those who come later see the traces of the others, and do not take their files away', async () => {
  const corpus = manyLines(folder, 1, 300);
  const out = plannedRun(corpus);
  const first = started(['run-shard', out, '0']);
  await until(() => readdirSync(out).some((name) => name.startsWith('.part-00000.trail')));
  const second = started(['run-shard', out, '0']);
  await pause(300);
  const third = started(['run-shard', out, '0']);
  const ended = await Promise.all([first.ended, second.ended, third.ended]);
  expect(ended.map(({ status, stderr }) => ({ status, stderr }))).toEqual(
    Array(3).fill({ status: 0, stderr: '' }),
  );
  const plain = plainRun(corpus);
  for (const [name, text] of written(corpus)) expect([name, plain.get(name)]).toEqual([name, text]);
}, 60_000);
