/**
 * Whether the world is still as it was planned: the inputs of a shard, how many records they gave, and the run itself.
 * What is not is an error, since a part of other inputs would be a part of another run.
 */
import { createHash } from 'node:crypto';
import { createReadStream, readFileSync, statSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { InputError, unreadable } from '../input-error.js';
import { type Manifest, readManifest, type Slice } from './manifest.js';
import { inputPath } from './place.js';

/** Files whose content was compared, by path, with the time at which they were last changed. */
export type KnownInputs = Map<string, number>;

/**
 * Compares a slice's input with what was planned: its size always, its content when its time is another one, which a copy
 * on another machine may have.
 * @throws InputError when it is missing or another one
 */
export async function checkInput(
  folder: string,
  manifest: Manifest,
  slice: Slice,
  known: KnownInputs,
): Promise<void> {
  const file = inputPath(folder, manifest, slice);
  const { size, mtimeMs } = look(file);
  const modified = Math.trunc(mtimeMs);
  if (size === slice.size && (modified === slice.modified || known.get(file) === modified)) return;
  if (size !== slice.size || (await sha256Of(file)) !== slice.sha256) {
    throw new InputError(`${file}: has changed since the run began; put it back, or begin anew with --new`);
  }
  known.set(file, modified);
}

/** Files up to this size are read at once, which takes a tenth of the time for small ones. */
const AT_ONCE = 1 << 20;

/** SHA-256 of a file's content, in hex. */
export async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  try {
    if (statSync(file).size <= AT_ONCE) hash.update(readFileSync(file));
    else await pipeline(createReadStream(file, { highWaterMark: AT_ONCE }), hash);
  } catch (error) {
    throw unreadable(file, error);
  }
  return hash.digest('hex');
}

/** @throws InputError when a slice gave another number of records than planning counted in it */
export function checkCount({ source, records }: Slice, found: number): void {
  if (records === undefined || records === found) return;
  throw new InputError(
    `${source}: ${found} records came out of a slice in which ${records} were counted; ` +
      'the file changed while it was read, or this is a fault of this program',
  );
}

/** @throws InputError when whoever works on a run has other rules, or another version, than it was begun with */
export function checkRules(folder: string, { rules, version }: Manifest, digest: string): void {
  if (rules === digest) return;
  throw new InputError(
    `${folder}: was begun with other rules or another version (${version}); use those, or begin anew with --new`,
  );
}

/** @throws InputError when the folder has become that of another run meanwhile */
export function checkRun(folder: string, { run }: Manifest): void {
  if (readManifest(folder).run === run) return;
  throw new InputError(`${folder}: was given to another run meanwhile; run again to continue that one`);
}

function look(file: string): { readonly size: number; readonly mtimeMs: number } {
  try {
    return statSync(file);
  } catch (error) {
    throw unreadable(file, error);
  }
}
