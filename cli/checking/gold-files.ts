/**
 * What the commands of `isnad gold` share: files that are written all or none, and what a person reads when
 * annotations cannot be used.
 */
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { GoldError } from '../../check/gold/files.js';
import { type StagedFile, stageFile } from '../../corpus/staged-file.js';
import { type Defect, describeDefect } from '../../packs/error.js';
import { Failure, unwritable } from '../failure.js';

/** A file to be written. */
export interface NewFile {
  readonly file: string;
  readonly content: string;
}

/** Writes all files, or none when one of them cannot be written. */
export function writeFiles(files: readonly NewFile[]): void {
  const staged: StagedFile[] = [];
  let place = '';
  try {
    for (const { file, content } of files) {
      place = file;
      mkdirSync(path.dirname(file), { recursive: true });
      const one = stageFile(file);
      staged.push(one);
      one.write(content);
      one.seal();
    }
    for (const one of staged) one.publish();
  } catch (error) {
    for (const one of staged) one.discard();
    throw unwritable(place, error);
  }
}

/** Refuses to write over what people may have corrected. */
export function refuseExisting(files: readonly NewFile[]): void {
  const there = files.find(({ file }) => existsSync(file));
  if (there === undefined) return;
  throw new Failure(`${there.file}: is there already; move it away or write elsewhere`, 2);
}

/** The refusal of annotations with all their defects, one a line. */
export function refusal(defects: readonly Defect[]): Failure {
  const count = defects.length === 1 ? '1 defect' : `${defects.length} defects`;
  const lines = defects.map((defect) => `\n  ${describeDefect(defect)}`);
  return new Failure(`the annotations have ${count}; nothing was written${lines.join('')}`, 2);
}

/** Does what may find fault with annotations or golds, which are then told as what was asked wrongly. */
export function asked<Result>(compute: () => Result): Result {
  try {
    return compute();
  } catch (error) {
    if (error instanceof GoldError) throw refusal(error.defects);
    if ((error as Error).name !== 'Error') throw error;
    throw new Failure((error as Error).message, 2);
  }
}
