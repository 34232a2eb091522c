/**
 * Plans a run: finds the inputs, divides them into shards and writes the manifest. Takes what a person named; gives the
 * manifest of the folder, which is another launcher's when that was quicker with the same run.
 */
import { createHash, type Hash } from 'node:crypto';
import path from 'node:path';
import { InputError } from '../input-error.js';
import { type StagedFile, stageFile, syncFolder } from '../staged-file.js';
import { divide } from './divide.js';
import {
  type Manifest,
  type Place,
  type RunSettings,
  readManifest,
  type Shard,
  type Slice,
} from './manifest.js';
import { MANIFEST, shardsFile } from './names.js';
import { pathOf } from './place.js';
import { type FoundFile, walk } from './walk.js';

/** What a run is to be. */
export interface Plan {
  readonly version: string;
  /** Digest of the program's version and all rules and lists. */
  readonly rules: string;
  readonly packs: readonly Place[];
  readonly settings: RunSettings;
  readonly named: readonly Place[];
}

/** Hears which file is being looked at. */
export type OnPlanning = (file: FoundFile) => void;

/**
 * Plans a run into its folder.
 * @throws InputError when an input cannot be read, or the folder was given to another run meanwhile
 */
export async function planRun(folder: string, plan: Plan, tell: OnPlanning = () => {}): Promise<Manifest> {
  const staged = stageFile(path.join(folder, 'shards'));
  try {
    const { inputs, ...shards } = await writeShards(staged, folder, plan, tell);
    const run = runId(plan, shards.contents);
    const file = shardsFile(run);
    const { version, rules, packs, settings, named } = plan;
    const { sha256, lines } = shards;
    staged.seal();
    staged.publish(file);
    return claimFolder(folder, {
      manifest: 1,
      run,
      version,
      rules,
      settings,
      packs,
      named,
      inputs,
      shards: { file, sha256, lines },
    });
  } finally {
    staged.discard();
  }
}

/** The files of the plan, as they are now. */
export function filesOf(
  folder: string,
  named: readonly Place[],
  leaveOut?: (file: string) => void,
): Generator<FoundFile> {
  const places = named.map((place) => ({ name: place.absolute, file: pathOf(folder, place) }));
  return walk(places, folder, leaveOut);
}

/** The id of a run over inputs with this digest. Where the inputs stand, and when they were changed, is no part of it. */
function runId({ rules, settings }: Plan, contents: string): string {
  return createHash('sha256')
    .update(JSON.stringify([rules, settings, contents]))
    .digest('hex');
}

interface WrittenShards {
  readonly inputs: Manifest['inputs'];
  readonly sha256: string;
  readonly lines: readonly number[];
  /** Digest of the content of all inputs. */
  readonly contents: string;
}

async function writeShards(
  file: StagedFile,
  folder: string,
  plan: Plan,
  tell: OnPlanning,
): Promise<WrittenShards> {
  const written = createHash('sha256');
  const contents = createHash('sha256');
  const lines = [0];
  const inputs = { files: 0, bytes: 0, leftOut: 0 };
  let end = 0;
  const told = function* () {
    const leaveOut = () => {
      inputs.leftOut++;
    };
    for (const found of filesOf(folder, plan.named, leaveOut)) {
      inputs.files++;
      inputs.bytes += found.size;
      tell(found);
      yield found;
    }
  };
  for await (const shard of divide(told(), { ...plan.settings, reading: plan.settings.reading })) {
    const line = Buffer.from(`${JSON.stringify(shard)}\n`);
    addContents(contents, shard);
    written.update(line);
    file.write(line);
    end += line.length;
    lines.push(end);
  }
  return { inputs, sha256: written.digest('hex'), lines, contents: contents.digest('hex') };
}

function addContents(hash: Hash, { slices }: Shard): void {
  for (const slice of slices)
    if (isFirst(slice)) hash.update(`${JSON.stringify([slice.source, slice.size, slice.sha256])}\n`);
}

/** Whether an input begins with this slice. */
export function isFirst({ range }: Slice): boolean {
  return range === undefined || range.from === 0;
}

function claimFolder(folder: string, manifest: Manifest): Manifest {
  const staged = stageFile(path.join(folder, MANIFEST));
  try {
    staged.write(`${JSON.stringify(manifest)}\n`);
    staged.seal();
    if (staged.claim()) {
      syncFolder(folder);
      return manifest;
    }
  } finally {
    staged.discard();
  }
  const other = readManifest(folder);
  if (other.run === manifest.run) return other;
  throw new InputError(
    `${folder}: another run was begun in it at the same time; give this one a folder of its own`,
  );
}
