/**
 * A file that appears whole or not at all: it is written under another name in the same folder, forced to the
 * disk and then renamed. Writes are checked, since the system may write less than it was given without an error.
 */
import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';

/** A file on its way. Every function throws the system's error when the disk refuses. */
export interface StagedFile {
  write(text: string): void;
  /** Forces what was written to the disk and closes; nothing is visible yet. */
  seal(): void;
  /** Gives the file its name, in place of an older one. */
  publish(): void;
  /** Removes what was written; harmless after `publish`. */
  discard(): void;
}

const BUFFERED = 1 << 16;

/** Opens a file that will get the name `target`. */
export function stageFile(target: string): StagedFile {
  const staged = path.join(
    path.dirname(target),
    `.${path.basename(target)}.${randomBytes(6).toString('hex')}.tmp`,
  );
  let descriptor: number | undefined = openSync(staged, 'wx');
  let pending = '';
  const flush = () => {
    writeAll(descriptor!, Buffer.from(pending));
    pending = '';
  };
  const close = () => {
    if (descriptor !== undefined) closeSync(descriptor);
    descriptor = undefined;
  };
  return {
    write: (text) => {
      pending += text;
      if (pending.length >= BUFFERED) flush();
    },
    seal: () => {
      flush();
      fsyncSync(descriptor!);
      close();
    },
    publish: () => renameSync(staged, target),
    discard: () => {
      close();
      rmSync(staged, { force: true });
    },
  };
}

/** Writes all bytes to an open file, however many calls it takes. */
export function writeAll(descriptor: number, bytes: Uint8Array): void {
  for (let written = 0; written < bytes.length; ) {
    written += writeSync(descriptor, bytes, written);
  }
}

/** Forces the names in a folder to the disk, where the system can do that. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
