/** Small corpora and the commands over them, as a person on several machines would give them. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ARTICLES, isnad, MAIN, type Outcome } from '../../cli/isnad.js';

/** A folder with a corpus in `in`; runs go into folders beside it. */
export interface Corpus {
  readonly folder: string;
  readonly shardBytes: number;
}

/** So many texts, each in a file and a shard of its own. */
export function smallTexts(folder: string, count: number): Corpus {
  const texts = fixtureTexts();
  mkdirSync(path.join(folder, 'in'));
  for (let n = 0; n < count; n++)
    writeFileSync(path.join(folder, 'in', `${n}.txt`), texts[n % texts.length]!);
  return { folder, shardBytes: 1 };
}

/** One file of lines, in about so many shards of so many articles. */
export function manyLines(folder: string, shards: number, articles: number): Corpus {
  const texts = fixtureTexts();
  const lines = Array.from({ length: shards * articles }, (_, n) =>
    JSON.stringify({ id: `${n}`, text: texts[n % texts.length] }),
  );
  mkdirSync(path.join(folder, 'in'));
  const file = `${lines.join('\n')}\n`;
  writeFileSync(path.join(folder, 'in', 'articles.jsonl'), file);
  return { folder, shardBytes: Math.ceil(Buffer.byteLength(file) / shards) };
}

/** What a plain run over the corpus writes, by name. */
export function plainRun(corpus: Corpus, ...options: readonly string[]): ReadonlyMap<string, string> {
  expectDone(runOver(corpus, 'plain', options));
  return written(corpus, 'plain');
}

/** Plans a run for other machines and gives its folder. */
export function plannedRun(corpus: Corpus, name = 'out'): string {
  expectDone(runOver(corpus, name, ['--plan-only']));
  return path.join(corpus.folder, name);
}

function runOver({ folder, shardBytes }: Corpus, name: string, options: readonly string[]): Outcome {
  return isnad(['run', 'in', '--out', name, '--shard-bytes', `${shardBytes}`, ...options], { cwd: folder });
}

function expectDone({ status, stderr }: Outcome): void {
  expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' });
}

export function written({ folder }: Corpus, name = 'out'): ReadonlyMap<string, string> {
  const out = path.join(folder, name);
  return new Map(readdirSync(out).map((file) => [file, readFileSync(path.join(out, file), 'utf8')]));
}

/** How many shards of a run have their marker. */
export function markers(out: string): number {
  return readdirSync(out).filter((name) => /^part-\d+\.json$/u.test(name)).length;
}

export interface Running {
  readonly process: ChildProcess;
  readonly ended: Promise<Outcome>;
}

/** Starts a command and lets it run. */
export function started(arguments_: readonly string[]): Running {
  const child = spawn(process.execPath, [MAIN, ...arguments_], { env: { ...process.env, ISNAD_CACHE: '' } });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    stderr += text;
  });
  const ended = new Promise<Outcome>((resolve) => {
    child.on('close', (status) => resolve({ status, stdout, stderr }));
  });
  return { process: child, ended };
}

/** Waits until something holds; fails after half a minute. */
export async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    if (holds()) return;
    await pause(50);
  }
  throw new Error('waited in vain');
}

function fixtureTexts(): string[] {
  return readdirSync(ARTICLES)
    .sort()
    .map((name) => readFileSync(path.join(ARTICLES, name), 'utf8'));
}
