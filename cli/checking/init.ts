/**
 * `isnad init`: makes the folder of a new pack from the starter that comes with the program, whole or not at all. Never
 * writes into a folder that holds something.
 */
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { newToken, stagedName } from '../../corpus/staged-file.js';
import { ownFile, VERSION } from '../../packs/own-files.js';
import { Failure, unwritable } from '../failure.js';
import { print } from '../standard-output.js';

const STARTER = ownFile('starter');
const RULES = ownFile('rules');
/** What editors read to complete keys and underline mistakes; the first lines of the starter's files name them. */
const SCHEMAS = ['rule.schema.json', 'pack.schema.json', 'gold.schema.json'];
/** npm leaves a file of this name out of packages, so that the starter's has another one. */
const RENAMED = { gitignore: '.gitignore' } as const;

/**
 * Runs the command.
 * @throws Failure when the folder is not empty or cannot be made
 */
export async function initCommand(folder: string): Promise<void> {
  refuseOccupied(folder);
  try {
    makePack(folder);
  } catch (error) {
    throw unwritable(folder, error);
  }
  const enter = path.resolve(folder) === process.cwd() ? [] : [`  cd ${folder}`];
  const next = ['', ...enter, '  npm install', '  npx isnad check --rules .', '', ''];
  await print(
    [`${folder} is a pack of rules; its README.md leads to a first rule of your own:`, ...next].join('\n'),
  );
}

/** A new repository is as good as empty. */
const OURS_ALREADY = '.git';

function refuseOccupied(folder: string): void {
  if (folder === '') throw new Failure('the folder has no name; give one such as my-rules', 2);
  if (!existsSync(folder)) return;
  let names: readonly string[];
  try {
    names = readdirSync(folder);
  } catch {
    throw new Failure(`${folder}: is no folder; give the name of a new one`, 2);
  }
  if (names.some((name) => name !== OURS_ALREADY))
    throw new Failure(`${folder}: is not empty; give the name of a new folder`, 2);
}

/** The pack is made beside its place, or inside where that is there already, and then moved as a whole. */
function makePack(folder: string): void {
  const isThere = existsSync(folder);
  const home = isThere ? folder : path.dirname(path.resolve(folder));
  mkdirSync(home, { recursive: true });
  const staged = path.join(home, stagedName(path.basename(path.resolve(folder)), newToken()));
  try {
    cpSync(STARTER, staged, { recursive: true });
    for (const schema of SCHEMAS) copyFileSync(path.join(RULES, schema), path.join(staged, schema));
    fillIn(staged, path.basename(path.resolve(folder)));
    if (!isThere) renameSync(staged, folder);
    else for (const name of readdirSync(staged)) renameSync(path.join(staged, name), path.join(folder, name));
  } finally {
    rmSync(staged, { recursive: true, force: true });
  }
}

/** The pack's name and this version of the program, where the starter has others. */
function fillIn(pack: string, folder: string): void {
  for (const [from, to] of Object.entries(RENAMED)) renameSync(path.join(pack, from), path.join(pack, to));
  const name =
    folder
      .toLowerCase()
      .replaceAll(/[^a-z0-9._-]+/gu, '-')
      .replace(/^[._-]+|-+$/gu, '') || 'my-rules';
  const manifest = path.join(pack, 'package.json');
  const read = JSON.parse(readFileSync(manifest, 'utf8'));
  const devDependencies = { ...read.devDependencies, isnad: `^${VERSION}` };
  writeFileSync(manifest, `${JSON.stringify({ ...read, name, devDependencies }, null, 2)}\n`);
  const readme = path.join(pack, 'README.md');
  writeFileSync(readme, readFileSync(readme, 'utf8').replace(/^# .*/u, `# ${folder}`));
}
