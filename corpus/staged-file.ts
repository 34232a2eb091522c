/**
 * A file that appears whole or not at all: it is written under another name in the same folder, forced to the
 * disk and then renamed. Writes are checked, since the system may write less than it was given without an error.
 */
import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, linkSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';

/** A file on its way. Every function throws the system's error when the disk refuses. */
export interface StagedFile {
  write(piece: string | Uint8Array): void;
  /** Forces what was written to the disk and closes; nothing is visible yet. */
  seal(): void;
  /** Gives the file its name, in place of an older one; or another name in the same folder, when it is known by then only. */
  publish(name?: string): void;
  /** Gives the file its name unless another one has it; tells whether it got it. */
  claim(): boolean;
  /** Removes what was written; harmless after `publish`. */
  discard(): void;
}

const BUFFERED = 1 << 16;

/**
 * Opens a file that will get the name `target`.
 * @param token tells apart those who write the same file at the same time
 */
export function stageFile(target: string, token = newToken()): StagedFile {
  const staged = path.join(path.dirname(target), stagedName(path.basename(target), token));
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
    write: (piece) => {
      if (typeof piece === 'string') pending += piece;
      if (typeof piece !== 'string' || pending.length >= BUFFERED) flush();
      if (typeof piece !== 'string') writeAll(descriptor!, piece);
    },
    seal: () => {
      flush();
      fsyncSync(descriptor!);
      close();
    },
    publish: (name) =>
      renameSync(staged, name === undefined ? target : path.join(path.dirname(target), name)),
    claim: () => claim(staged, target),
    discard: () => {
      close();
      rmSync(staged, { force: true });
    },
  };
}

/** A link is made by one only, however many try; where the disk has no links, whoever comes second may be unlucky. */
function claim(staged: string, target: string): boolean {
  try {
    linkSync(staged, target);
    rmSync(staged, { force: true });
    return true;
  } catch (error) {
    if (existsSync(target)) return false;
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined || !WITHOUT_LINKS.has(code)) throw error;
    renameSync(staged, target);
    return true;
  }
}

const WITHOUT_LINKS: ReadonlySet<string> = new Set([
  'EPERM',
  'ENOTSUP',
  'EOPNOTSUPP',
  'ENOSYS',
  'EMLINK',
  'EINVAL',
]);

/** A token that nobody else has. */
export function newToken(): string {
  return randomBytes(6).toString('hex');
}

/** The name of a file on its way. */
export function stagedName(name: string, token: string): string {
  return `.${name}.${token}.tmp`;
}

/** The name that a file on its way is to get; undefined for any other file. */
export function stagedFor(name: string): string | undefined {
  return /^\.(?<target>.+)\.[0-9a-f]{12}\.tmp$/u.exec(name)?.groups?.target;
}

/** Makes a whole file of a text, in place of an older one. */
export function publishFile(target: string, text: string): void {
  const file = stageFile(target);
  try {
    file.write(text);
    file.seal();
    file.publish();
  } finally {
    file.discard();
  }
  syncFolder(path.dirname(target));
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
