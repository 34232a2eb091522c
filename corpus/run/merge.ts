/**
 * Joins the parts of a run in the order of its inputs: takes a form of the output, gives its bytes, each part compared with
 * the sum in its marker. Holds one piece at a time.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { InputError, unreadable } from '../input-error.js';
import { type Manifest, shardCount } from './manifest.js';
import { type Marker, type PartFileFacts, readMarker } from './marker.js';
import { partStem, QUARANTINE } from './names.js';

/** What can be joined; tables are read as they are, many files together. */
export const FORMS = ['ndjsonld', 'nq', 'quarantine'] as const;
export type Form = (typeof FORMS)[number];

/**
 * Gives the bytes of all parts, unpacked.
 * @param isPartial takes what there is, where shards are missing
 * @throws InputError when shards are missing, the run has no such form, or a part is damaged
 */
export async function* joinedParts(
  folder: string,
  manifest: Manifest,
  form: Form,
  isPartial: boolean,
): AsyncGenerator<Buffer> {
  if (form === 'nq' && !manifest.settings.nQuads) {
    throw new InputError(`${folder}: holds no N-Quads; it was begun without --n-quads`);
  }
  for (const marker of markersOf(folder, manifest, isPartial)) {
    const part = marker.files.find(({ name }) => formOf(name, marker.shard) === form);
    if (part !== undefined) yield* contentOf(folder, part);
  }
}

/** All markers are looked at before the first byte is given. */
function markersOf(folder: string, manifest: Manifest, isPartial: boolean): Iterable<Marker> {
  const shards = Array.from({ length: shardCount(manifest) }, (_, shard) => shard);
  const has = (shard: number) => readMarker(folder, manifest.run, shard) !== undefined;
  const missing = isPartial ? 0 : shards.filter((shard) => !has(shard)).length;
  if (missing > 0) {
    throw new InputError(
      `${folder}: ${missing} of ${shards.length} shards are missing; complete the run, or take what there is with --partial`,
    );
  }
  return (function* () {
    for (const shard of shards) {
      const marker = readMarker(folder, manifest.run, shard);
      if (marker !== undefined) yield marker;
    }
  })();
}

function formOf(name: string, shard: number): Form | undefined {
  const ending = name.slice(partStem(shard).length + 1);
  return FORMS.find(
    (form) => ending === form || ending === `${form}.gz` || (form === 'quarantine' && ending === QUARANTINE),
  );
}

async function* contentOf(folder: string, { name, sha256 }: PartFileFacts): AsyncGenerator<Buffer> {
  const file = path.join(folder, name);
  const hash = createHash('sha256');
  const raw = createReadStream(file, { highWaterMark: 1 << 18 });
  try {
    for await (const piece of name.endsWith('.gz') ? unpacked(raw) : (raw as AsyncIterable<Buffer>)) {
      hash.update(piece);
      yield piece;
    }
  } catch (error) {
    throw isSystem(error) ? unreadable(file, error) : damaged(file);
  } finally {
    raw.destroy();
  }
  if (hash.digest('hex') !== sha256) throw damaged(file);
}

function unpacked(raw: Readable): AsyncIterable<Buffer> {
  const gunzip = createGunzip();
  raw.on('error', (error) => gunzip.destroy(error));
  return raw.pipe(gunzip);
}

function isSystem(error: unknown): boolean {
  return /^E[A-Z]+$/u.test((error as NodeJS.ErrnoException).code ?? '');
}

function damaged(file: string): InputError {
  return new InputError(`${file}: is damaged; remove it and run again, which makes it anew`);
}
