/**
 * Says in words how a run that is there differs from the one that is asked for: rules, settings, inputs. Inputs are compared by
 * name, size and time of change, and by content only where the time is another one; both lists are walked side by side,
 * so that millions of files are compared in no memory.
 */
import { type Manifest, type RunSettings, readShard, type Slice, shardCount } from './manifest.js';
import { filesOf, isFirst, type OnPlanning, type Plan } from './plan.js';
import { sha256Of } from './same-input.js';
import type { FoundFile } from './walk.js';

/** Everything that differs; nothing when it is the same run. Where no input is named, the inputs of the run are meant. */
export async function differences(
  folder: string,
  manifest: Manifest,
  plan: Plan,
  tell: OnPlanning,
): Promise<readonly string[]> {
  const input = await changedInput(folder, manifest, plan, tell);
  return [
    ...rulesOf(manifest, plan),
    ...settingsOf(manifest.settings, plan.settings),
    ...(input === undefined ? [] : [input]),
  ];
}

function rulesOf({ rules, version }: Manifest, plan: Plan): readonly string[] {
  if (rules === plan.rules) return [];
  return version === plan.version
    ? ['its rules or lists were others (--rules)']
    : [`it was begun with version ${version} of isnad, this is ${plan.version}`];
}

const OPTIONS: Readonly<Record<keyof RunSettings, string>> = {
  reading: 'how inputs are read',
  withText: '--with-text',
  gzip: '--gzip',
  nQuads: '--n-quads',
  tables: '--tables',
  shardBytes: '--shard-bytes',
  largestArticle: '--largest-article',
};

function settingsOf(before: RunSettings, now: RunSettings): readonly string[] {
  return (Object.keys(OPTIONS) as (keyof RunSettings)[])
    .filter((key) => JSON.stringify(before[key]) !== JSON.stringify(now[key]))
    .map((key) => `${OPTIONS[key]} was ${JSON.stringify(before[key])}, now ${JSON.stringify(now[key])}`);
}

async function changedInput(
  folder: string,
  manifest: Manifest,
  plan: Plan,
  tell: OnPlanning,
): Promise<string | undefined> {
  const named = plan.named.length === 0 ? manifest.named : plan.named;
  const planned = plannedInputs(folder, manifest);
  for (const file of filesOf(folder, named)) {
    tell(file);
    const { done, value: slice } = planned.next();
    if (done) return `${file.file} was not among its inputs`;
    if (slice.source !== file.source)
      return `its inputs: where ${slice.source} stood, ${file.source} stands now`;
    if (await isChanged(slice, file)) return `${file.file} has changed`;
  }
  const { done, value } = planned.next();
  return done ? undefined : `${value.source} is no longer among its inputs`;
}

function* plannedInputs(folder: string, manifest: Manifest): Generator<Slice, undefined> {
  for (let shard = 0; shard < shardCount(manifest); shard++) {
    for (const slice of readShard(folder, manifest, shard).slices) if (isFirst(slice)) yield slice;
  }
  return undefined;
}

async function isChanged(slice: Slice, { file, size, modified }: FoundFile): Promise<boolean> {
  if (size !== slice.size) return true;
  return modified !== slice.modified && (await sha256Of(file)) !== slice.sha256;
}
