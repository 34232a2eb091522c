/**
 * Rows of integers that are sorted in pieces on disk and merged when they are read: takes rows that fit into memory, gives
 * files; takes files, gives one sorted stream. Of each file one block is in memory.
 */
import { closeSync, openSync, readSync } from 'node:fs';
import { writeAll } from '../staged-file.js';

type Row = Uint32Array;

const BLOCK_ROWS = 1024;

/** Sorts `count` rows of `width` integers and writes them into a new file. */
export function writeRun(file: string, rows: Uint32Array, count: number, width: number): void {
  const order = new Uint32Array(count).map((_, index) => index);
  order.sort((a, b) => compared(rows, a * width, rows, b * width, width));
  const descriptor = openSync(file, 'wx');
  try {
    const block = new Uint32Array(BLOCK_ROWS * width);
    for (let start = 0; start < count; start += BLOCK_ROWS) {
      const here = Math.min(BLOCK_ROWS, count - start);
      for (let index = 0; index < here; index++) {
        const from = order[start + index] * width;
        block.set(rows.subarray(from, from + width), index * width);
      }
      writeAll(descriptor, new Uint8Array(block.buffer, 0, here * width * 4));
    }
  } finally {
    closeSync(descriptor);
  }
}

/** The rows of several sorted files in order; each row is valid until the next is asked for. */
export function* mergedRuns(files: readonly string[], width: number): Generator<Row> {
  const heap: { row: Row; readonly rest: Iterator<Row> }[] = [];
  const isBefore = (a: number, b: number) => compared(heap[a].row, 0, heap[b].row, 0, width) < 0;
  try {
    for (const file of files) {
      const rest = readRun(file, width);
      const { value } = rest.next();
      if (value) heap.push({ row: value, rest });
    }
    for (let root = heap.length >> 1; root >= 0; root--) sink(heap, root, isBefore);
    while (heap.length > 0) {
      yield heap[0].row;
      const { value } = heap[0].rest.next();
      if (value) heap[0].row = value;
      else {
        const last = heap.pop()!;
        if (heap.length > 0) heap[0] = last;
      }
      sink(heap, 0, isBefore);
    }
  } finally {
    for (const { rest } of heap) rest.return?.();
  }
}

/** Lets the entry at `root` of a heap down to its place. */
function sink(heap: unknown[], root: number, isBefore: (a: number, b: number) => boolean): void {
  for (let place = root; ; ) {
    let least = place;
    for (const child of [place * 2 + 1, place * 2 + 2])
      if (child < heap.length && isBefore(child, least)) least = child;
    if (least === place) return;
    [heap[place], heap[least]] = [heap[least], heap[place]];
    place = least;
  }
}

function* readRun(file: string, width: number): Generator<Row, undefined> {
  const block = new Uint32Array(BLOCK_ROWS * width);
  const bytes = new Uint8Array(block.buffer);
  for (let at = 0; ; at += bytes.length) {
    const length = readBlock(file, bytes, at);
    for (let row = 0; row < length / (width * 4); row++) yield block.subarray(row * width, (row + 1) * width);
    if (length < bytes.length) return undefined;
  }
}

/** A file is open only while a block of it is read: there may be more files than a system opens at once. */
function readBlock(file: string, bytes: Uint8Array, at: number): number {
  const descriptor = openSync(file, 'r');
  try {
    let length = 0;
    for (let read = -1; read !== 0 && length < bytes.length; length += read)
      read = readSync(descriptor, bytes, length, bytes.length - length, at + length);
    return length;
  } finally {
    closeSync(descriptor);
  }
}

function compared(a: Uint32Array, from: number, b: Uint32Array, other: number, width: number): number {
  for (let index = 0; index < width; index++) {
    const difference = a[from + index] - b[other + index];
    if (difference !== 0) return difference;
  }
  return 0;
}
