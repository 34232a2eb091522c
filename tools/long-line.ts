/**
 * Runs isnad over one line of a gigabyte between two sound ones, and tells what became of the three and how much memory that
 * took. The line is longer than any string may be, so it must be refused by its length, before anything decodes it.
 *
 *   node dist/tools/long-line.js [GIGABYTES]
 */
import { spawn } from 'node:child_process';
import {
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const [gigabytes = '1'] = process.argv.slice(2);
const MAIN = new URL('../cli/main.js', import.meta.url).pathname;
const folder = mkdtempSync(path.join(tmpdir(), 'isnad-long-line-'));
try {
  write(path.join(folder, 'in'));
  const began = performance.now();
  const peak = await run();
  console.log(
    `${((performance.now() - began) / 1000).toFixed(0)} s, at most ${(peak / 1e6).toFixed(0)} MB in one process`,
  );
  for (const file of ['summary.json', 'part-00000.quarantine.ndjson', 'part-00001.quarantine.ndjson'])
    tell(file);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function write(place: string): void {
  mkdirSync(place);
  const file = openSync(path.join(place, 'articles.jsonl'), 'w');
  const sound = (id: string) =>
    `${JSON.stringify({ id, text: 'قال الوزير سامر العبدلات إن الجسر جاهز أمام السيارات.' })}\n`;
  writeSync(file, `${sound('first')}{"id":"long","text":"`);
  const piece = Buffer.from('قال الوزير إن الجسر جاهز. '.repeat(25_000));
  for (let written = 0; written < Number(gigabytes) * 1e9; written += piece.length) writeSync(file, piece);
  writeSync(file, `"}\n${sound('last')}`);
  closeSync(file);
}

/** Runs the command and gives the most memory that one of its processes had. */
async function run(): Promise<number> {
  const child = spawn(process.execPath, [MAIN, 'run', 'in', '--out', 'out', '--quiet'], {
    cwd: folder,
    stdio: 'inherit',
  });
  let peak = 0;
  const looking = setInterval(() => {
    peak = Math.max(peak, ...processesOf(child.pid!).map(memoryOf));
  }, 100);
  const code = await new Promise((resolve) => child.on('close', resolve));
  clearInterval(looking);
  if (code !== 0) throw new Error(`isnad run ended with ${code}`);
  return peak;
}

/** A process and all that it started. */
function processesOf(pid: number): number[] {
  return [pid, ...listed(`/proc/${pid}/task/${pid}/children`).flatMap(processesOf)];
}

function memoryOf(pid: number): number {
  const peak = /^VmHWM:\s+(\d+) kB$/mu.exec(contentOf(`/proc/${pid}/status`))?.[1];
  return Number(peak ?? 0) * 1024;
}

function listed(file: string): number[] {
  return contentOf(file).split(' ').filter(Boolean).map(Number);
}

/** A process may be gone by now. */
function contentOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function tell(file: string): void {
  if (readdirSync(path.join(folder, 'out')).includes(file))
    console.log(contentOf(path.join(folder, 'out', file)).trim());
}
