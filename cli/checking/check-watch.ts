/**
 * `isnad check --watch`: checks a pack, and again whenever one of its files changes. The rules that changed are answered
 * first, then all that they can touch. Ends with Ctrl-C.
 */
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Case } from '../../check/pack/case.js';
import { checkPack } from '../../check/pack/check.js';
import { createMemory, type Memory } from '../../check/pack/open.js';
import type { PackPlaces } from '../../check/pack/places.js';
import { print } from '../standard-output.js';
import { checkPage, faultLines, summaryLine } from './check-page.js';
import { watchFolders } from './watch-folders.js';

/** Checks until the person has had enough. */
export async function watchPack(places: PackPlaces): Promise<void> {
  const memory = createMemory();
  let state = stateOf(places);
  await print(checkPage((await checkPack(places, { memory })).cases));
  let checking: Promise<void> | undefined;
  const changed = (): void => {
    if (checking !== undefined) return;
    const now = stateOf(places);
    const files = changedFiles(state, now);
    if (files.length === 0) return;
    state = now;
    checking = answer(places, memory, files).finally(() => {
      checking = undefined;
      changed();
    });
  };
  const stop = watchFolders(foldersOf(places), changed);
  process.stderr.write('watching; Ctrl-C ends\n');
  // What was saved while the first check ran.
  changed();
  await interrupted();
  stop();
  await checking;
}

/** Says what changed, what the changed rules do alone, and then how everything stands. */
async function answer(places: PackPlaces, memory: Memory, files: readonly string[]): Promise<void> {
  const start = performance.now();
  const told = new Set<string>();
  const tell = (cases: readonly Case[]): void => {
    for (const { name } of cases) told.add(name);
    process.stdout.write(`\n${files.join(', ')}\n${faultLines(cases)}${aloneLine(cases)}`);
  };
  try {
    const { cases } = await checkPack(places, { memory, tell });
    if (told.size === 0 && cases.every(({ check }) => check === 'files'))
      await print(`\n${files.join(', ')}\n`);
    await print(`${faultLines(cases.filter(({ name }) => !told.has(name)))}all: ${summaryLine(cases)}`);
  } catch (error) {
    // A file that is being moved, or a gold that is being written: the next change asks again.
    await print(`${(error as Error).message}\n`);
  }
  process.stderr.write(`${((performance.now() - start) / 1000).toFixed(2)} s\n`);
}

/** `person/kunya alone: 19 examples, near misses and alternatives, nothing is wrong` */
function aloneLine(cases: readonly Case[]): string {
  if (cases.length === 0) return '';
  const rules = [...new Set(cases.map(({ name }) => name.split(' ')[0]))];
  const which = rules.length > 3 ? `${rules.length} rules` : rules.join(', ');
  return `${which} alone: ${cases.length} examples, near misses and alternatives, ${summaryLine(cases)}`;
}

/** Files of the pack with size and time, which tell whether something was saved. */
type State = ReadonlyMap<string, string>;

function foldersOf({ folder, under, articles }: PackPlaces): readonly string[] {
  return under === undefined ? [folder, path.dirname(articles)] : [folder];
}

function stateOf(places: PackPlaces): State {
  const { folder, floors, firings, articles, gold, expected } = places;
  const parts = ['names', 'words', 'patterns'].map((part) => path.join(folder, part));
  const files = [
    path.join(folder, 'pack.yaml'),
    floors,
    firings,
    ...[...parts, articles, gold, expected].flatMap(filesIn),
  ];
  return new Map(
    files.flatMap((file) => {
      const stats = statSync(file, { throwIfNoEntry: false });
      return stats === undefined ? [] : [[file, `${stats.size} ${stats.mtimeMs}`] as const];
    }),
  );
}

/** Without what editors keep beside a file while they write it. */
function filesIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => !path.basename(name).startsWith('.') && !name.endsWith('~'))
    .map((name) => path.join(folder, name))
    .filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile() === true);
}

function changedFiles(before: State, after: State): readonly string[] {
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((file) => before.get(file) !== after.get(file))
    .sort();
}

function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
}
