/**
 * Start-up: the CPU time of a program from start to exit, as the program itself reports it at its end through
 * `start-up-probe.cts`. CPU time instead of the clock's, since the clock also counts waiting for other programs.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeImageFile } from '../packs/image-file.js';
import { buildImage } from '../pipeline/lookup/build-image.js';
import type { StartUp } from './measurement.js';
import { packWithNames } from './name-lists.js';
import { median } from './statistics.js';
import { secondsOf } from './stopwatch.js';
import { FIXTURES } from './texts.js';

/** Node itself, which no program can start without. */
export function bareStart(): StartUp {
  return medianStart(['-e', '0']);
}

export function helpStart(): StartUp {
  return medianStart([MAIN, '--help']);
}

export function extractStart(): StartUp {
  const article = readdirSync(FIXTURES)
    .filter((name) => name.endsWith('.txt'))
    .sort()[0];
  return medianStart([MAIN, 'extract', '--quiet', `${FIXTURES}${article}`]);
}

/** Opens the image of a pack with 100,000 names and makes it ready, which is all that comes before the first article. */
export function namesStart(): StartUp {
  const folder = mkdtempSync(path.join(tmpdir(), 'isnad-bench-'));
  try {
    const file = path.join(folder, 'names.pack');
    writeImageFile(file, buildImage(packWithNames(100_000)));
    return medianStart([OPEN, file]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const OPEN = fileURLToPath(new URL('../bundle/open-image.js', import.meta.url));
const MAIN = fileURLToPath(new URL('../bundle/main.js', import.meta.url));
const PROBE = fileURLToPath(new URL('./start-up-probe.cjs', import.meta.url));
const STARTS = 5;

function medianStart(args: readonly string[]): StartUp {
  const starts = Array.from({ length: STARTS }, () => start(args));
  const middle = (of: (start: StartUp) => number) => median(starts.map(of));
  return {
    kind: 'start-up',
    cpu: middle(({ cpu }) => cpu),
    wall: middle(({ wall }) => wall),
    peak: middle(({ peak }) => peak),
  };
}

function start(args: readonly string[]): StartUp {
  const command = ['--require', PROBE, ...args];
  const stdio = ['ignore', 'pipe', 'pipe', 'pipe'] as const;
  let ended: ReturnType<typeof spawnSync> | undefined;
  const wall = secondsOf(() => {
    ended = spawnSync(process.execPath, command, { stdio: [...stdio] });
  });
  if (ended?.status !== 0) {
    throw new Error(`${args.join(' ')}: exit code ${ended?.status}: ${String(ended?.stderr).split('\n')[0]}`);
  }
  return { kind: 'start-up', wall, ...JSON.parse(String(ended.output[3])) };
}
