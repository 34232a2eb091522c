/**
 * `npm run bench`: gathers texts, runs the chosen cases in turns over the rounds, and prints the table or JSON to
 * the standard output. Progress goes to the standard error. Ends with 1 when a case failed, with 2 for a wrong option.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BenchCase } from './catalogue.js';
import type { Outcome } from './measurement.js';
import { HELP, type Options, readOptions } from './options.js';
import { runInProcess } from './process.js';
import { brief } from './progress.js';
import { type Report, report } from './report.js';
import { tables } from './tables.js';
import { gatherTexts, writeTexts } from './texts.js';

try {
  await main(readOptions(process.argv.slice(2)));
} catch (error) {
  const { name, message } = error as Error;
  if (name !== 'UsageError' && name !== 'InputError') throw error;
  process.stderr.write(`bench: ${message}\n`);
  process.exitCode = 2;
}

async function main(options: Options): Promise<void> {
  if (options.help) {
    process.stdout.write(HELP);
    return;
  }
  const result = await measure(options);
  process.stdout.write(options.json ? `${JSON.stringify(result, null, 1)}\n` : tables(result));
  if (result.rows.some(({ failure }) => failure !== undefined)) process.exitCode = 1;
}

async function measure(options: Options): Promise<Report> {
  const texts = await gatherTexts(options.texts);
  const folder = mkdtempSync(join(tmpdir(), 'isnad-bench-'));
  try {
    const file = join(folder, 'texts.jsonl');
    writeTexts(file, texts);
    return report(options, texts, await runRounds(options, file));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** All cases once, then all again: a machine that grows slow for a minute then slows all of them. */
async function runRounds(
  options: Options,
  texts: string,
): Promise<ReadonlyMap<BenchCase, readonly Outcome[]>> {
  const { cases, rounds, seconds } = options;
  const outcomes = new Map<BenchCase, Outcome[]>(cases.map((one) => [one, []]));
  for (let round = 0; round < rounds; round++) {
    for (const [index, one] of cases.entries()) {
      const before = outcomes.get(one)!;
      if (round >= (one.mostRounds ?? rounds) || before.some((outcome) => 'failure' in outcome)) continue;
      const outcome = await runInProcess(one, { name: one.name, seconds, texts });
      before.push(outcome);
      const place = `round ${round + 1}/${rounds}, case ${index + 1}/${cases.length}`;
      process.stderr.write(`${place}: ${one.name} ${brief(outcome)}\n`);
    }
  }
  return outcomes;
}
