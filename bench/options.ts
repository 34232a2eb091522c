/** The command line of the bench: takes arguments, gives options, or the text of the help. */
import { parseArgs } from 'node:util';
import { type BenchCase, CASES } from './catalogue.js';

export interface Options {
  readonly texts?: string;
  readonly rounds: number;
  readonly seconds: number;
  readonly cases: readonly BenchCase[];
  readonly json: boolean;
  readonly help: boolean;
}

/** What a person has asked wrongly; the message is one line. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export const HELP = `Usage: npm run bench -- [options]

Measures each stage, the whole, floors and peers, each in a process of its own.

Options:
  --texts PATH    FILE.jsonl, FILE.jsonl.gz or a folder of .txt files
                  (default: fixtures/articles, repeated)
  --rounds N      turns of all cases (default: 5)
  --seconds N     seconds of work that a case measures (default: 2)
  --only NAMES    cases by the beginning of their names, with commas between
  --json          print JSON
  --help          print this

Cases: ${wrapped(CASES.map(({ name }) => name))}

Example:
  $ npm run bench -- --only floor,whole --rounds 3
`;

/** @throws UsageError when something is asked that there is not */
export function readOptions(args: readonly string[]): Options {
  const { texts, rounds, seconds, only, json, help } = parsed(args);
  return {
    texts,
    rounds: positive('--rounds', rounds, /^\d{1,3}$/u),
    seconds: positive('--seconds', seconds, /^\d{1,3}(?:\.\d+)?$/u),
    cases: chosen(only.flatMap((names) => names.split(','))),
    json,
    help,
  };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        texts: { type: 'string' },
        rounds: { type: 'string', default: '5' },
        seconds: { type: 'string', default: '2' },
        only: { type: 'string', multiple: true, default: [] },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    throw new UsageError(`${(error as Error).message.split('. ')[0]}; see --help`);
  }
}

function positive(option: string, value: string, form: RegExp): number {
  if (!form.test(value) || Number(value) <= 0) {
    throw new UsageError(`${option} ${value}: is no number above 0; give one below 1000`);
  }
  return Number(value);
}

function chosen(names: readonly string[]): readonly BenchCase[] {
  if (names.length === 0) return CASES;
  for (const name of names) {
    if (name === '' || !CASES.some((one) => one.name.startsWith(name))) {
      throw new UsageError(`--only ${name}: no case begins like this; see --help for their names`);
    }
  }
  return CASES.filter((one) => names.some((name) => one.name.startsWith(name)));
}

function wrapped(names: readonly string[]): string {
  const lines = [''];
  for (const name of names) {
    if (`${lines.at(-1)} ${name}`.length > 70) lines.push('');
    lines.push(`${lines.pop()} ${name}`);
  }
  return lines.map((line) => line.trim()).join('\n       ');
}
