/** Several launchers at the same shard at the same time: each ends well, and the part is the one that a single one writes. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
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

describe('a summary on its way is cleared away by another who has written the same', () => {
  test('at the end of a run', () => {
    expect(writeWhileCleared({ missing: 0 })).toEqual({ status: 0, stderr: '', isWritten: true });
  });

  test('before its end nobody clears anything', () => {
    expect(writeWhileCleared({ missing: 1 })).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/ENOENT/u),
    });
  });
});

/** Writes a summary in a process in which another one comes in between, right before the file gets its name. */
function writeWhileCleared(summary: object) {
  const out = mkdtempSync(path.join(folder, 'cleared-'));
  const code = `
    import fs from 'node:fs';
    import { syncBuiltinESMExports } from 'node:module';
    const rename = fs.renameSync;
    fs.renameSync = (from, to) => {
      fs.copyFileSync(from, to);
      fs.rmSync(from);
      rename(from, to);
    };
    syncBuiltinESMExports();
    const { writeSummary } = await import(${JSON.stringify(pathToFileURL(path.resolve('dist/corpus/run/summary.js')))});
    writeSummary(${JSON.stringify(out)}, ${JSON.stringify(summary)});`;
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', code], {
    encoding: 'utf8',
  });
  return { status, stderr, isWritten: existsSync(path.join(out, 'summary.json')) };
}
