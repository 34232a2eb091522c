/**
 * Images of packs in files: written whole or not at all, with the CRC-32 of what they hold, and checked when they are
 * read, since a disk may lose what a program trusted to it. Rows stay in the file until a text meets them: most never are.
 */
import {
  closeSync,
  fstatSync,
  fsyncSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { crc32 } from 'node:zlib';
import { HEADER, measureImage, openImage, type PackImage, type ReadRows } from '../pipeline/lookup/image.js';

/** Where the sum stands, and what it is of, in bytes. */
const SUM = 4;
const SUMMED = 8;
/** Rows are summed by so many bytes, so that the memory for them is met once. */
const PIECE = 1 << 18;

/**
 * Writes an image and puts its sum in.
 * @throws the system's error when the disk refuses; no half-written file is left
 */
export function writeImageFile(file: string, image: Int32Array): void {
  const bytes = Buffer.from(image.buffer, image.byteOffset, image.byteLength);
  image[SUM / 4] = crc32(bytes.subarray(SUMMED));
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
  let descriptor: number;
  try {
    descriptor = openSync(file, 'r');
  } catch {
    return undefined;
  }
  let image: PackImage | undefined;
  try {
    image = imageIn(descriptor);
  } catch {
    // A disk that refuses to read is damage like any other.
  }
  if (image === undefined) closeSync(descriptor);
  return image;
}

function imageIn(descriptor: number): PackImage | undefined {
  const { size } = fstatSync(descriptor);
  const header = Buffer.alloc(HEADER * 4);
  read(descriptor, header, 0);
  const measures = measureImage(new Int32Array(header.buffer, header.byteOffset, HEADER));
  if (measures === undefined || measures.all * 4 !== size) return undefined;
  // Not from Node's pool, which aligns nothing.
  const bytes = Buffer.allocUnsafeSlow(measures.rows * 4);
  read(descriptor, bytes, 0);
  const image = new Int32Array(bytes.buffer, 0, measures.rows);
  if (sumOfRows(descriptor, bytes.length, size, crc32(bytes.subarray(SUMMED))) !== image[SUM / 4] >>> 0)
    return undefined;
  return openImage(image, rowsIn(descriptor, bytes.length));
}

/** Goes on with a sum over the rows, of which nothing is kept. */
function sumOfRows(descriptor: number, from: number, to: number, before: number): number {
  const piece = Buffer.allocUnsafeSlow(Math.min(PIECE, to - from));
  let sum = before;
  for (let at = from; at < to; at += piece.length) {
    const part = piece.subarray(0, Math.min(piece.length, to - at));
    read(descriptor, part, at);
    sum = crc32(part, sum);
  }
  return sum;
}

/** Reads rows from an open file, which stays open as long as anybody can ask: it is the same one, whatever its name stands for by then. */
function rowsIn(descriptor: number, start: number): ReadRows {
  const readRows: ReadRows = (from, to) => {
    const row = Buffer.allocUnsafe(to - from);
    read(descriptor, row, start + from);
    return row;
  };
  unused.register(readRows, descriptor);
  return readRows;
}

const unused = new FinalizationRegistry<number>(closeSync);

/** Fills a buffer from a place on. */
function read(descriptor: number, buffer: Buffer, from: number): void {
  for (let at = 0; at < buffer.length; ) {
    const count = readSync(descriptor, buffer, at, buffer.length - at, from + at);
    if (count === 0) throw new Error('the file ends too early');
    at += count;
  }
}
