/**
 * `isnad merge`: the parts of a run as one file, or on the standard output. The file appears whole or not at all, with the
 * context beside it that its lines name; it is packed when its name says so.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { readManifest } from '../../corpus/run/manifest.js';
import { FORMS, type Form, joinedParts } from '../../corpus/run/merge.js';
import { openPartFile } from '../../corpus/run/part-file.js';
import { newToken, publishFile, syncFolder } from '../../corpus/staged-file.js';
import { CONTEXT_FILE, contextFile } from '../../output/context.js';
import { Failure, unwritable } from '../failure.js';
import { discardWhenInterrupted } from '../interrupted.js';
import { standardOutput } from '../standard-output.js';

export interface MergeOptions {
  readonly out?: string;
  readonly form?: string;
  readonly partial?: boolean;
}

/**
 * Runs the command.
 * @throws InputError when shards are missing or damaged, Failure when the disk refuses
 */
export async function mergeCommand(folder: string, { out, form, partial }: MergeOptions): Promise<void> {
  const parts = joinedParts(folder, readManifest(folder), formNamed(form), partial === true);
  if (out === undefined) await toStandardOutput(parts);
  else await toFile(parts, out, (form ?? FORMS[0]) === 'ndjsonld');
}

function formNamed(name: string = FORMS[0]): Form {
  const form = FORMS.find((known) => known === name);
  if (form === undefined) throw new Failure(`--form ${name}: is none; give one of ${FORMS.join(', ')}`, 2);
  return form;
}

async function toStandardOutput(parts: AsyncIterable<Buffer>): Promise<void> {
  const output = standardOutput();
  // A character may stand in two pieces.
  const decoder = new TextDecoder();
  for await (const piece of parts) await output.write(decoder.decode(piece, { stream: true }));
  await output.end();
}

async function toFile(parts: AsyncIterable<Buffer>, out: string, needsContext: boolean): Promise<void> {
  const folder = path.dirname(path.resolve(out));
  const file = refusing(out, () => openPartFile(folder, path.basename(out), newToken()));
  const release = discardWhenInterrupted(file.discard);
  try {
    for await (const piece of parts) refusing(out, () => file.write(piece));
    refusing(out, () => {
      file.seal();
      file.publish();
      syncFolder(folder);
      const context = path.join(folder, CONTEXT_FILE);
      if (needsContext && !existsSync(context)) publishFile(context, contextFile());
    });
  } finally {
    file.discard();
    release();
  }
}

function refusing<Result>(place: string, write: () => Result): Result {
  try {
    return write();
  } catch (error) {
    throw unwritable(place, error);
  }
}
