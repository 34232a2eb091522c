/**
 * Runs over a corpus, from the start of their processes to the last marker: one process with two threads against two
 * processes with one thread and one half of the texts each, which nothing holds back but the machine.
 */
import { fork } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Setting, Text, Throughput } from './measurement.js';
import { readTexts } from './texts.js';

/** One process, two threads. */
export async function twoWorkers(setting: Setting): Promise<Throughput> {
  return measure(setting, 1, 2);
}

/** Two processes that know nothing of each other. */
export async function twoProcesses(setting: Setting): Promise<Throughput> {
  return measure(setting, 2, 1);
}

const PROCESS = fileURLToPath(new URL('./run-process.js', import.meta.url));

async function measure({ texts: file }: Setting, processes: number, workers: number): Promise<Throughput> {
  const texts = await readTexts(file);
  const folder = mkdtempSync(path.join(tmpdir(), 'isnad-bench-'));
  try {
    const inputs = Array.from({ length: processes }, (_, number) => {
      const own = texts.filter((_text, index) => index % processes === number);
      return writeInput(path.join(folder, `${number}.jsonl`), own);
    });
    const began = performance.now();
    await Promise.all(inputs.map((input) => run(input, `${input}.run`, workers)));
    const sum = (of: (text: Text) => number) => texts.reduce((all, text) => all + of(text), 0);
    return {
      kind: 'throughput',
      seconds: (performance.now() - began) / 1000,
      bytes: sum(({ bytes }) => bytes),
      words: sum(({ words }) => words),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function writeInput(file: string, texts: readonly Text[]): string {
  writeFileSync(file, texts.map(({ text }) => `${JSON.stringify({ text })}\n`).join(''));
  return file;
}

function run(input: string, out: string, workers: number): Promise<void> {
  const child = fork(PROCESS, [input, out, String(workers)], { execArgv: [] });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => (code === 0 ? resolve() : reject(new Error(`a run ended with ${code}`))));
  });
}
