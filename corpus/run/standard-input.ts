/**
 * Keeps what comes through the standard input in the run's folder, since it can be read once only and a run is to be
 * resumed. A run that has it already takes it from there when nothing comes.
 */
import { createHash } from 'node:crypto';
import { existsSync, fstatSync } from 'node:fs';
import path from 'node:path';
import { InputError } from '../input-error.js';
import { type StagedFile, stageFile } from '../staged-file.js';
import { STANDARD_INPUT_FILE } from './names.js';
import { sha256Of } from './same-input.js';

/** @throws InputError when nothing is piped in, or something else than the run was begun with */
export async function keepStandardInput(folder: string): Promise<void> {
  const kept = path.join(folder, STANDARD_INPUT_FILE);
  const isKept = existsSync(kept);
  if (process.stdin.isTTY && isKept) return;
  if (process.stdin.isTTY || fstatSync(0).isDirectory()) {
    throw new InputError('standard input: nothing is piped into it; pipe an input, or name files');
  }
  const staged = stageFile(kept);
  try {
    const sum = await copy(process.stdin as AsyncIterable<Buffer>, staged);
    if (!isKept) staged.publish();
    else if (sum !== undefined && sum !== (await sha256Of(kept))) {
      throw new InputError(
        `${folder}: was begun with another standard input; give another --out, or begin anew with --new`,
      );
    }
  } finally {
    staged.discard();
  }
}

/** Gives the SHA-256 of what came; undefined when nothing did. */
async function copy(pieces: AsyncIterable<Buffer>, file: StagedFile): Promise<string | undefined> {
  const hash = createHash('sha256');
  let length = 0;
  for await (const piece of pieces) {
    file.write(piece);
    hash.update(piece);
    length += piece.length;
  }
  file.seal();
  return length === 0 ? undefined : hash.digest('hex');
}
