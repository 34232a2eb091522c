/**
 * The scripts of `docs/launchers/`, each run as its launcher runs it, with the variables that the launcher sets: together they
 * do one run, a share each, and what comes out is what a plain run writes.
 */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from 'yaml';
import { isnad, MAIN, type Outcome } from '../cli/isnad.js';
import { type Corpus, plainRun, plannedRun, smallTexts, written } from '../corpus/queue/runs.js';

const LAUNCHERS = path.resolve('docs/launchers');
const hasParallel = spawnSync('parallel', ['--version']).status === 0;
const whenParallel = hasParallel ? test : test.skip;
if (!hasParallel) console.warn('GNU parallel is not installed: the test of parallel.sh is skipped');

const folder = mkdtempSync(path.join(tmpdir(), 'isnad-launchers-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Where `npm install --global` would have put the package. */
const GLOBAL = path.join(folder, 'global');
mkdirSync(path.join(GLOBAL, 'lib/node_modules'), { recursive: true });
symlinkSync(path.resolve('.'), path.join(GLOBAL, 'lib/node_modules/isnad'));

function launch(command: readonly string[], variables: NodeJS.ProcessEnv): Outcome {
  const { status, stdout, stderr } = spawnSync(command[0]!, command.slice(1), {
    encoding: 'utf8',
    env: {
      ...process.env,
      ISNAD: `${process.execPath} ${MAIN}`,
      ISNAD_CACHE: '',
      npm_config_prefix: GLOBAL,
      ...variables,
    },
  });
  return { status, stdout, stderr };
}

function done(out: string): number[] {
  return readdirSync(out)
    .flatMap((name) => /^part-(\d+)\.json$/u.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((a, b) => a - b);
}

function corpusOf(texts: number, name: string): Corpus {
  const place = path.join(folder, name);
  mkdirSync(place);
  return smallTexts(place, texts);
}

/** The last command of a run with launchers: it writes the summary. */
function finished(corpus: Corpus): ReadonlyMap<string, string> {
  const { folder: cwd, shardBytes } = corpus;
  expect(isnad(['run', 'in', '--out', 'out', '--shard-bytes', `${shardBytes}`, '-q'], { cwd }).stderr).toBe(
    '',
  );
  return written(corpus);
}

test('Slurm, Kubernetes and AWS Batch do a third of a run each', () => {
  const corpus = corpusOf(6, 'arrays');
  const out = plannedRun(corpus);
  const slurm = launch(['sh', path.join(LAUNCHERS, 'slurm.sh'), out], {
    SLURM_ARRAY_TASK_ID: '0',
    SLURM_ARRAY_TASK_COUNT: '3',
  });
  expect(slurm).toMatchObject({ status: 0 });
  expect(done(out)).toEqual([0, 3]);
  const { command, variables } = podOf(out);
  expect(launch(command, { ...variables, JOB_COMPLETION_INDEX: '1', ISNAD_TASKS: '3' })).toMatchObject({
    status: 0,
  });
  expect(done(out)).toEqual([0, 1, 3, 4]);
  const batch = { AWS_BATCH_JOB_ARRAY_INDEX: '2', AWS_BATCH_JOB_ARRAY_SIZE: '3' };
  expect(launch(batchCommand(out), batch)).toMatchObject({ status: 0 });
  expect(done(out)).toEqual([0, 1, 2, 3, 4, 5]);
  // Doing a share again changes nothing.
  expect(launch(['sh', path.join(LAUNCHERS, 'array.sh'), out, '2', '3'], {})).toMatchObject({ status: 0 });
  expect(finished(corpus)).toEqual(plainRun(corpus));
}, 60_000);

test('the Kubernetes Job is an indexed one that says how many pods there are', () => {
  const { spec } = job();
  expect(spec).toMatchObject({ completionMode: 'Indexed', parallelism: spec.completions });
  expect(podOf('/x').variables).toEqual({ ISNAD_TASKS: `${spec.completions}` });
});

whenParallel(
  'GNU parallel does a whole run, and nothing when all is done',
  () => {
    const corpus = corpusOf(2, 'parallel');
    const out = plannedRun(corpus);
    const script = path.join(LAUNCHERS, 'parallel.sh');
    expect(launch(['sh', script, out, '--jobs', '2', '--will-cite'], {})).toMatchObject({ status: 0 });
    expect(done(out)).toEqual([0, 1]);
    expect(launch(['sh', script, out, '--will-cite'], {})).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(finished(corpus)).toEqual(plainRun(corpus));
  },
  60_000,
);

test('a share with a failing shard does the others and fails', () => {
  const corpus = corpusOf(3, 'failing');
  const out = plannedRun(corpus);
  rmSync(path.join(corpus.folder, 'in', '1.txt'));
  const { status, stderr } = launch(['sh', path.join(LAUNCHERS, 'array.sh'), out, '0', '1'], {});
  expect(status).not.toBe(0);
  expect(stderr).toMatch(/^isnad: .*1\.txt: there is no such file/mu);
  expect(done(out)).toEqual([0, 2]);
}, 60_000);

test.each([
  [[], /give the folder/u],
  [['/nowhere'], /no launcher says which task/u],
  [['/nowhere', '0'], /how many tasks/u],
  [['/nowhere', '0', '1'], /holds no run|no such/u],
])('array.sh %j says what is missing', (given, message) => {
  const { status, stderr } = launch(['sh', path.join(LAUNCHERS, 'array.sh'), ...given], {});
  expect(stderr).toMatch(message);
  expect(status).not.toBe(0);
});

interface Job {
  readonly spec: {
    readonly completions: number;
    readonly template: {
      readonly spec: {
        readonly containers: readonly {
          readonly command: readonly string[];
          readonly args: readonly string[];
          readonly env: readonly { readonly name: string; readonly value: string }[];
        }[];
      };
    };
  };
}

function job(): Job {
  return parse(readFileSync(path.join(LAUNCHERS, 'kubernetes.yaml'), 'utf8'));
}

/** What a pod runs, for a run that stands elsewhere. */
function podOf(out: string): { readonly command: readonly string[]; readonly variables: NodeJS.ProcessEnv } {
  const [container] = job().spec.template.spec.containers;
  const { command, args, env } = container!;
  return {
    command: [...command, ...args].map((word) => word.replace('/data/result', out)),
    variables: Object.fromEntries(env.map(({ name, value }) => [name, value])),
  };
}

/** What aws-batch.sh has the containers run, told by a stand-in for the program of AWS. */
function batchCommand(out: string): readonly string[] {
  const bin = path.join(folder, 'bin');
  mkdirSync(bin);
  writeFileSync(path.join(bin, 'aws'), '#!/bin/sh\nfor word in "$@"; do printf "%s\\n" "$word"; done\n');
  chmodSync(path.join(bin, 'aws'), 0o755);
  const script = path.join(LAUNCHERS, 'aws-batch.sh');
  const variables = { PATH: `${bin}${path.delimiter}${process.env.PATH}` };
  const words = launch(['sh', script, out, 'queue', 'definition', '3'], variables).stdout.split('\n');
  expect(words).toEqual(
    expect.arrayContaining(['submit-job', '--array-properties', 'size=3', 'queue', 'definition']),
  );
  return JSON.parse(words[words.indexOf('--container-overrides') + 1]!).command;
}
