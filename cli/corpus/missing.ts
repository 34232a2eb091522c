/** `isnad missing`: the shards of a run that have no marker, for array jobs and scripts. */
import { readManifest } from '../../corpus/run/manifest.js';
import { missingShards } from '../../corpus/run/summary.js';
import { standardOutput } from '../standard-output.js';

/**
 * Runs the command.
 * @throws InputError when the folder holds no run
 */
export async function missingCommand(folder: string, options: { readonly ranges?: boolean }): Promise<void> {
  const manifest = readManifest(folder);
  const output = standardOutput();
  if (options.ranges) {
    const ranges = [...rangesOf(missingShards(folder, manifest))];
    if (ranges.length > 0) await output.write(`${ranges.join(',')}\n`);
  } else for (const shard of missingShards(folder, manifest)) await output.write(`${shard}\n`);
  await output.end();
}

/** `0-3`, `7`: neighbours together, as array jobs take them. */
function* rangesOf(numbers: Iterable<number>): Generator<string> {
  let from = -1;
  let to = -1;
  const range = () => (from === to ? `${from}` : `${from}-${to}`);
  for (const number of numbers) {
    if (from >= 0 && number === to + 1) to = number;
    else {
      if (from >= 0) yield range();
      from = number;
      to = number;
    }
  }
  if (from >= 0) yield range();
}
