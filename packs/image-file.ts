/**
 * Images of packs in files: written whole or not at all, with the SHA-256 of what they hold, and checked when they are
 * read, since a disk may lose what a program trusted to it.
 */
import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { DIGEST, openImage, type PackImage } from '../pipeline/lookup/image.js';

/** Where the sum stands, in bytes. */
const SUM = 4;
const SUMMED = SUM + DIGEST * 4;

/**
 * Writes an image and puts its sum in.
 * @throws the system's error when the disk refuses; no half-written file is left
 */
export function writeImageFile(file: string, image: Int32Array): void {
  const bytes = new Uint8Array(image.buffer, image.byteOffset, image.byteLength);
  bytes.set(sumOf(bytes), SUM);
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    const descriptor = openSync(temporary, 'w');
    try {
      writeFileSync(descriptor, bytes);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** Reads an image; undefined when the file is not there, is of another version, or is damaged. */
export function readImageFile(file: string): PackImage | undefined {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch {
    return undefined;
  }
  if (bytes.length < SUMMED || bytes.length % 4 !== 0) return undefined;
  if (!sumOf(bytes).equals(bytes.subarray(SUM, SUMMED))) return undefined;
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : new Uint8Array(bytes);
  return openImage(new Int32Array(aligned.buffer, aligned.byteOffset, aligned.length / 4));
}

function sumOf(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes.subarray(SUMMED)).digest();
}
