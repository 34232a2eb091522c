/** Runs a case in a process of its own: takes a case and its setting, gives the outcome, whatever happens there. */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { BenchCase } from './catalogue.js';
import type { Outcome, Setting } from './measurement.js';

/** Seconds after which a case is given up: a hard input that is this slow is not linear. */
const LIMIT = 300;

export async function runInProcess({ nodeOptions = [] }: BenchCase, setting: Setting): Promise<Outcome> {
  const child = fork(CASE, [JSON.stringify(setting)], {
    execArgv: [...nodeOptions],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  let outcome: Outcome | undefined;
  child.on('message', (message) => {
    outcome = message as Outcome;
  });
  const overdue = setTimeout(() => {
    outcome = { failure: `not done after ${LIMIT} s` };
    child.kill('SIGKILL');
  }, LIMIT * 1000);
  const ending = await new Promise<string>((resolve) => {
    child.on('error', ({ message }) => resolve(message));
    child.on('close', (code, signal) => resolve(signal ?? `exit code ${code}`));
  });
  clearTimeout(overdue);
  return outcome ?? { failure: `ended without a result (${ending})` };
}

const CASE = fileURLToPath(new URL('./case.js', import.meta.url));
