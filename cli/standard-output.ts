/**
 * Writes results to the standard output, whole or with an error: to a file or device with checked writes, to a
 * pipe or terminal at the pace of its reader.
 */
import { fstatSync } from 'node:fs';
import { writeAll } from '../corpus/staged-file.js';
import { isClosedPipe, unwritable } from './failure.js';

/** Where text goes, bit by bit. */
export interface Sink {
  write(text: string): Promise<void>;
  /** Writes what is still held back. */
  end(): Promise<void>;
}

const BUFFERED = 1 << 16;

/** Gathers lines into larger writes. A write throws when the system refuses it. */
export function standardOutput(): Sink {
  const write = isStream() ? writeToStream : writeToFile;
  let pending = '';
  const end = async () => {
    const text = pending;
    pending = '';
    if (text !== '') await write(text).catch(refuse);
  };
  return {
    write: async (text) => {
      pending += text;
      if (pending.length >= BUFFERED) await end();
    },
    end,
  };
}

/** Prints one text to the standard output. */
export async function print(text: string): Promise<void> {
  const output = standardOutput();
  await output.write(text);
  await output.end();
}

function isStream(): boolean {
  const stats = fstatSync(1);
  return stats.isFIFO() || stats.isSocket() || process.stdout.isTTY;
}

function writeToStream(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => (error ? reject(error) : resolve()));
  });
}

async function writeToFile(text: string): Promise<void> {
  writeAll(1, Buffer.from(text));
}

function refuse(error: unknown): never {
  throw isClosedPipe(error) ? error : unwritable('standard output', error);
}
