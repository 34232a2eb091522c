/**
 * Runs one attack as a person would meet it: hostile files in an input folder, `isnad run` over it in a process that cannot
 * reach the network, and then everything that must hold whatever the attack was. Gives what came out.
 */
import { createHash } from 'node:crypto';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import type { ShardCounts } from '../../corpus/run/marker.js';
import type { RunSummary } from '../../corpus/run/summary.js';
import { isnad, objectsIn } from '../cli/isnad.js';

export interface Attack {
  /** By name in the input folder. */
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  /** Further arguments of the command. */
  readonly options?: readonly string[];
  /** What else is laid out before the run, given the folder that holds input and output. */
  readonly prepare?: (root: string) => void;
  /** Ids of the articles that come out, in any order, sound neighbours among them. */
  readonly articles: readonly string[];
  /** How many records are in quarantine, by reason. */
  readonly quarantined?: Readonly<Record<string, number>>;
  /** How many files are no articles at all. */
  readonly leftOut?: number;
  /** Words that must not be in anything that was written. */
  readonly absent?: readonly string[];
}

export interface Outcomes {
  /** All files of the run folder, by name. */
  readonly files: ReadonlyMap<string, Buffer>;
  readonly articles: readonly Readonly<Record<string, unknown>>[];
  readonly quarantine: readonly Readonly<Record<string, unknown>>[];
  readonly counts: ShardCounts;
  /** Files that the run did not take for articles. */
  readonly leftOut: number;
}

const PRELOAD = new URL('./no-network.js', import.meta.url).href;

/**
 * Lays out the attack in `root/below/in`, so that a way out by `../..` would still be seen, runs it, and expects what holds
 * after every attack: it ends well and says nothing of a fault, nobody reached for the network, and nothing changed outside
 * the run's folder.
 */
export function attacked(root: string, { files, options = [], prepare }: Attack): Outcomes {
  const below = path.join(root, 'below');
  const out = path.join(below, 'out');
  mkdirSync(path.join(below, 'in'), { recursive: true });
  for (const [name, content] of Object.entries(files)) writeFileSync(path.join(below, 'in', name), content);
  prepare?.(below);
  const log = path.join(root, 'network.log');
  writeFileSync(log, '');
  const before = snapshot(root);
  const { status, stderr } = isnad(['run', 'in', '--out', 'out', '--workers', '1', '--quiet', ...options], {
    cwd: below,
    env: environment(below, log),
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(readFileSync(log, 'utf8')).toBe('');
  expect(snapshot(root, out)).toEqual(before);
  return outcomesOf(out);
}

/** Whoever wants to write somewhere else is led into the folder that is looked at. */
function environment(below: string, log: string): NodeJS.ProcessEnv {
  const hidden = { NODE_OPTIONS: `--import ${PRELOAD}`, ISNAD_NETWORK_LOG: log };
  return { ...process.env, ...hidden, ISNAD_CACHE: '', TMPDIR: below, HOME: below };
}

function outcomesOf(out: string): Outcomes {
  const files = contentOf(out);
  const strange = [...files.keys()].filter((name) => !FILES.test(name));
  expect(strange).toEqual([]);
  const summary: RunSummary = JSON.parse(files.get('summary.json')!.toString('utf8'));
  return {
    files,
    articles: rowsOf(files, /^part-\d{5}\.ndjsonld$/u),
    quarantine: rowsOf(files, /^part-\d{5}\.quarantine\.ndjson$/u),
    counts: summary.counts,
    leftOut: summary.inputs.leftOut,
  };
}

/** All names that a run makes. */
const FILES =
  /^(?:manifest\.json|summary\.json|context\.jsonld|shards-[0-9a-f]{16}\.ndjson|part-\d{5}\.(?:json|sketches|ndjsonld|nq|quarantine\.ndjson|[a-z_]+\.csv))$/u;

/** Every file under a folder with a digest of its content, but for one folder. */
function snapshot(folder: string, except = ''): Record<string, string> {
  const found = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(folder, name))
    .filter((file) => except === '' || (file !== except && !file.startsWith(`${except}${path.sep}`)));
  return Object.fromEntries(found.sort().map((file) => [file, digestOf(file)]));
}

function digestOf(file: string): string {
  const stats = lstatSync(file);
  if (stats.isSymbolicLink()) return `link to ${readlinkSync(file)}`;
  if (!stats.isFile()) return 'no file';
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}

function contentOf(folder: string): Map<string, Buffer> {
  if (!existsSync(folder)) return new Map();
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return new Map(names.map((name) => [name, readFileSync(path.join(folder, name))]));
}

function rowsOf(files: ReadonlyMap<string, Buffer>, name: RegExp): Record<string, unknown>[] {
  return [...files]
    .filter(([file, bytes]) => name.test(file) && bytes.length > 0)
    .flatMap(([, bytes]) => objectsIn(bytes.toString('utf8')));
}
