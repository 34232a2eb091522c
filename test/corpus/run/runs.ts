/** Small corpora and runs over them, in folders that go away after the tests of the file. */
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { completeRun, type RunOutcome } from '../../../corpus/run/complete-run.js';
import type { Manifest, RunSettings } from '../../../corpus/run/manifest.js';
import { openRun } from '../../../corpus/run/open-run.js';
import { DEFAULT_SETTINGS } from '../../../corpus/run/settings.js';
import type { PoolOptions } from '../../../corpus/run/shard-pool.js';
import { createExtractor, VERSION } from '../../../index.js';

export const SETTINGS: RunSettings = { ...DEFAULT_SETTINGS, shardBytes: 20_000, largestArticle: 1 << 20 };

export const RULES = { version: VERSION, digest: createExtractor().digest };

/** A new folder that goes away. */
export function newFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'isnad-run-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const FIXTURES = path.resolve('fixtures/articles');
const TEXTS = readdirSync(FIXTURES)
  .sort()
  .map((name) => readFileSync(path.join(FIXTURES, name), 'utf8'));

/** The records of `count` articles, all different, as lines. */
export function linesOf(count: number): string {
  return Array.from({ length: count }, (_, i) =>
    JSON.stringify({ id: `article-${i}`, text: `${TEXTS[i % TEXTS.length]}\n\n${i}` }),
  ).join('\n');
}

/** Puts a file into a folder; gives its path. */
export function put(folder: string, name: string, content: string | Uint8Array): string {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return file;
}

/** Opens a run, new or not. */
export async function open(
  out: string,
  named: readonly string[],
  settings: Partial<RunSettings> = {},
  isNew = false,
): Promise<Manifest> {
  const request = { named, packs: [], settings: { ...SETTINGS, ...settings }, isNew };
  return (await openRun(out, request, RULES)).manifest;
}

/** Opens a run and completes it. */
export async function runOver(
  out: string,
  named: readonly string[],
  settings: Partial<RunSettings> = {},
  options: Partial<PoolOptions> = {},
): Promise<RunOutcome> {
  const manifest = await open(out, named, settings);
  return completeRun(out, manifest, { workers: 1, ...options });
}

/** The sums of all files of the parts of a run, markers among them, by name. */
export function sumsIn(out: string): Readonly<Record<string, string>> {
  const names = readdirSync(out).filter((name) => name.startsWith('part-') || name === 'summary.json');
  return Object.fromEntries(
    names.sort().map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(path.join(out, name)))
        .digest('hex'),
    ]),
  );
}

/** The records of a run's quarantine. */
export function quarantineIn(out: string): readonly Record<string, unknown>[] {
  return readdirSync(out)
    .filter((name) => name.endsWith('.quarantine.ndjson'))
    .sort()
    .flatMap((name) => readFileSync(path.join(out, name), 'utf8').trimEnd().split('\n'))
    .map((line) => JSON.parse(line));
}
