/**
 * Joins the modules of the program into the few files that are published, `dist/bundle`: to load hundreds of small modules takes longer than
 * to read an article. Packages stay outside. What only one command, format or thread needs stays in a file of its own, loaded by whoever needs it.
 *
 *   node dist/tools/bundle.js
 */
import { chmodSync, existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type InputOptions, type OutputOptions, rolldown } from 'rolldown';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const BUNDLE = path.join(ROOT, 'dist/bundle');
const SOURCES = ['pipeline', 'packs', 'output', 'corpus', 'check', 'names', 'cli', 'tools/bundle.ts'];

/** Writes the bundle in place of an older one. */
export async function bundle(): Promise<void> {
  const build = await rolldown(INPUT);
  const { output } = await build.write(OUTPUT);
  await build.close();
  chmodSync(path.join(BUNDLE, 'main.js'), 0o755);
  const written = new Set(output.map(({ fileName }) => fileName));
  for (const name of readdirSync(BUNDLE)) if (!written.has(name)) rmSync(path.join(BUNDLE, name));
}

/** Whether a source has changed since the bundle was written. */
export function isStale(): boolean {
  const main = path.join(BUNDLE, 'main.js');
  if (!existsSync(main)) return true;
  const { mtimeMs } = statSync(main);
  return [...new Set([...SOURCES, ...Object.values(ENTRIES)])].some((source) =>
    filesIn(path.join(ROOT, source)).some((file) => statSync(file).mtimeMs > mtimeMs),
  );
}

function filesIn(place: string): string[] {
  if (!statSync(place).isDirectory()) return [place];
  return readdirSync(place, { recursive: true, encoding: 'utf8' }).map((name) => path.join(place, name));
}

/** Whatever is started by its address keeps the name of its module: `new URL('./worker.js', import.meta.url)` holds before and after. */
const ENTRIES = {
  index: 'index.ts',
  main: 'cli/main.ts',
  jest: 'check/jest/index.ts',
  worker: 'corpus/run/worker.ts',
  'apart-process': 'corpus/run/apart-process.ts',
  'parquet-worker': 'corpus/formats/parquet-worker.ts',
  processor: 'corpus/queue/processor.ts',
  // Not published: what the bench starts.
  'open-image': 'bench/open-image.ts',
};

/**
 * Files that these modules share with all that they import, the first first, since each file costs time: what help needs, what every
 * extraction, every reading, and every command needs. No entry of a command may stand here: its commands would wait for each other.
 */
const TOGETHER = {
  start: ['packs/own-files.ts'],
  options: ['cli/failure.ts', 'cli/names-options.ts', 'cli/reading-options.ts', 'corpus/queue/defaults.ts'],
  extraction: ['index.ts'],
  reading: ['corpus/read.ts'],
  commands: ['cli/extracting.ts', 'cli/interrupted.ts', 'cli/standard-output.ts'],
};

const INPUT: InputOptions = {
  cwd: ROOT,
  input: ENTRIES,
  platform: 'node',
  external: (id) => !id.startsWith('.') && !path.isAbsolute(id) && !Object.values(ENTRIES).includes(id),
  resolve: { extensionAlias: { '.js': ['.ts'] } },
};

const OUTPUT: OutputOptions = {
  dir: BUNDLE,
  format: 'es',
  sourcemap: true,
  entryFileNames: '[name].js',
  chunkFileNames: 'shared-[name].js',
  codeSplitting: {
    groups: Object.entries(TOGETHER).map(([name, modules], i) => ({
      name,
      test: (id) => modules.some((module) => id === path.join(ROOT, module)),
      priority: Object.keys(TOGETHER).length - i,
    })),
  },
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await bundle();
