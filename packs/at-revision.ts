/**
 * A folder of rules as it was at a revision of the repository where it lives: takes folder and revision, gives a temporary folder with
 * the files of that revision, to be removed by whoever asked. The repository, its index and its files stay as they are.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A folder that is gone after `remove`. */
export interface TemporaryFolder {
  readonly folder: string;
  remove(): void;
}

/**
 * Writes the folder as it was.
 * @throws Error with one line when there is no git, no repository, no such revision, or no such folder in it
 */
export function folderAt(folder: string, revision: string): TemporaryFolder {
  const prefix = inside(folder);
  const commit = ask(
    folder,
    ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`],
    () =>
      `${revision}: ${path.resolve(folder)} stands in no repository that has this revision; check its name`,
  ).trim();
  const temporary = mkdtempSync(path.join(tmpdir(), 'isnad-against-'));
  const remove = () => rmSync(temporary, { recursive: true, force: true });
  try {
    // An index of its own, so that nobody's staged work is touched.
    const environment = { GIT_INDEX_FILE: path.join(temporary, 'index') };
    const tree = prefix === '' ? commit : `${commit}:${prefix.replace(/\/$/u, '')}`;
    const absent = () => `${folder}: is not in revision ${revision}; name one that has it`;
    const top = ask(folder, ['rev-parse', '--show-toplevel'], absent).trim();
    ask(top, ['read-tree', tree], absent, environment);
    const files = path.join(temporary, 'files');
    ask(top, ['checkout-index', '--all', `--prefix=${files}/`], absent, environment);
    return { folder: files, remove };
  } catch (error) {
    remove();
    throw error;
  }
}

/** The folder's path in its repository: '' at its root, else with a slash at the end. */
function inside(folder: string): string {
  return ask(
    folder,
    ['rev-parse', '--show-prefix'],
    () => `${folder}: stands in no git repository, so that it has no revisions; give two packs instead`,
  ).trim();
}

function ask(
  folder: string,
  command: readonly string[],
  refusal: () => string,
  environment: Readonly<Record<string, string>> = {},
): string {
  try {
    return execFileSync('git', ['-C', folder, ...command], {
      encoding: 'utf8',
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT')
      throw new Error('--against needs git; install it, or give two packs instead');
    throw new Error(refusal());
  }
}
