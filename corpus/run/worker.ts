/**
 * The thread that works shards. It opens manifest and rules once and takes one shard after the other; what goes wrong it
 * gives back as a value, since errors lose what they carry between threads.
 */
import { Piscina } from 'piscina';
import type { Extractor, ExtractorOptions } from '../../index.js';
import { readManifest } from './manifest.js';
import { formsOf } from './part.js';
import { pathOf } from './place.js';
import { checkRules } from './same-input.js';
import { failureOf, type ShardOutcome } from './shard-failure.js';
import { type Desk, type ShardTask, workShard } from './work-shard.js';

/** What every worker of a pool is told. */
export interface WorkerData {
  readonly folder: string;
  /** Address of another module with `createExtractor`, for tests of the guard. */
  readonly extractor?: string;
}

const desk = openDesk(Piscina.workerData as WorkerData);
// Each shard is told of its error; until the first comes it must not count as unhandled.
desk.catch(() => {});

export default async function work(task: ShardTask): Promise<ShardOutcome> {
  try {
    return { marker: await workShard(await desk, task) };
  } catch (error) {
    return { failure: failureOf(error as NodeJS.ErrnoException) };
  }
}

async function openDesk({ folder, extractor: address }: WorkerData): Promise<Desk> {
  const manifest = readManifest(folder);
  const { createExtractor }: { createExtractor(options: ExtractorOptions): Extractor } =
    address === undefined ? await import('../../index.js') : await import(address);
  const extractor = createExtractor({ rules: manifest.packs.map((pack) => pathOf(folder, pack)) });
  checkRules(folder, manifest, extractor.digest);
  return { folder, manifest, extractor, forms: await formsOf(manifest.settings), known: new Map() };
}
