/**
 * Runs the bundled command as a child process, in a folder of its own, as a person would.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export const MAIN = path.resolve('dist/bundle/main.js');
export const ARTICLES = path.resolve('fixtures/articles');

/** What a command printed and how it ended. */
export interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly input?: string | Uint8Array;
  readonly uid?: number;
  readonly gid?: number;
  readonly env?: NodeJS.ProcessEnv;
}

/** A pack is compiled once for all commands of a test file. */
const CACHE = temporaryFolder();

/** Runs `isnad` with arguments. */
export function isnad(arguments_: readonly string[], options: RunOptions = {}): Outcome {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...arguments_], {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
    env: { ...process.env, ISNAD_CACHE: CACHE },
    ...options,
  });
  return { status, stdout, stderr };
}

/** A new folder that goes away after the tests of the file. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'isnad-cli-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The lines of an output as objects. */
export function objectsIn(output: string): readonly Record<string, unknown>[] {
  return output
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}
