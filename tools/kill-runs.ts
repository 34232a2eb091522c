/**
 * Kills a run again and again and compares what it gives in the end with a run that nobody disturbed. Takes an input and how often to
 * kill; each time it waits for a random while, kills the run's processes with -9 at once, and gives the same command again.
 *
 *   node dist/tools/kill-runs.js news.jsonl --kills 50 --longest 12
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { kills: { type: 'string', default: '50' }, longest: { type: 'string', default: '12' } },
});
const MAIN = fileURLToPath(new URL('../cli/main.js', import.meta.url));
/** Seconds that a run is left alone at most. */
const LONGEST = Number(values.longest);

await kill(positionals, Number(values.kills));

async function kill(inputs: readonly string[], kills: number): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'isnad-kill-'));
  try {
    const [calm, killed] = ['calm', 'killed'].map((name) => path.join(folder, name));
    await untilEnd(start(inputs, calm, 1));
    let died = 0;
    for (let times = 0; times < kills; times++) {
      const child = start(inputs, killed, 1 + (times % 3));
      const timer = setTimeout(() => killGroup(child), Math.random() * LONGEST * 1000);
      if ((await untilEnd(child)) !== 0) died++;
      clearTimeout(timer);
      console.error(`${times + 1} of ${kills}: ${markers(killed)} shards complete`);
    }
    const last = await untilEnd(start(inputs, killed, 2));
    const isSame = last === 0 && sumOf(calm) === sumOf(killed);
    console.log(
      `${died} of ${kills} runs were killed; ${markers(killed)} shards; ${isSame ? 'the same bytes' : 'OTHER BYTES'}`,
    );
    if (!isSame) process.exitCode = 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function start(inputs: readonly string[], out: string, workers: number): ChildProcess {
  const run = [
    MAIN,
    'run',
    ...inputs,
    '--out',
    out,
    '--workers',
    `${workers}`,
    '--shard-bytes',
    '100000',
    '--quiet',
  ];
  return spawn(process.execPath, run, { stdio: ['ignore', 'ignore', 'inherit'], detached: true });
}

/** The whole group, as when a machine loses its power. */
function killGroup({ pid }: ChildProcess): void {
  if (pid !== undefined) process.kill(-pid, 'SIGKILL');
}

function untilEnd(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code));
  });
}

function markers(out: string): number {
  return namesIn(out).filter((name) => /^part-\d+\.json$/u.test(name)).length;
}

/** One sum over all that a run leaves, names and content. */
function sumOf(out: string): string {
  const hash = createHash('sha256');
  for (const name of namesIn(out).filter((other) => other !== 'manifest.json')) {
    hash.update(`${name}\n`).update(readFileSync(path.join(out, name)));
  }
  return hash.digest('hex');
}

function namesIn(out: string): readonly string[] {
  try {
    return readdirSync(out).sort();
  } catch {
    // Killed before there was a folder.
    return [];
  }
}
