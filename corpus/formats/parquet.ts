/**
 * Parquet: each row is a record whose fields are its columns. The file is read in a thread of its own, whose time and memory are bounded;
 * one that is packed or comes from a pipe is held, since its directory stands at its end.
 */
import { Worker } from 'node:worker_threads';
import type { ReadOptions } from '../record.js';
import { gatherOrCount } from '../unpack/pieces.js';
import { type Entry, LARGEST_RECORD, type RawRecord } from './format.js';
import { fieldsOfJson } from './json-fields.js';
import type { Row } from './parquet-rows.js';
import type { ParquetAnswer, ParquetTask } from './parquet-worker.js';
import { malformed, tooLarge } from './refusals.js';

/** Of a file that cannot be read from its end. */
const LARGEST_HELD = 256 * 1024 * 1024;

export async function* parquetRecords(entry: Entry, options: ReadOptions): AsyncGenerator<RawRecord> {
  const source = entry.path ?? (await gatherOrCount(entry.pieces, LARGEST_HELD));
  if (typeof source !== 'string' && source.bytes === undefined) {
    const { length } = source;
    yield { bytes: length, read: () => tooLarge('the packed Parquet file', length, LARGEST_HELD) };
    return;
  }
  const reader = new RowReader({
    source: typeof source === 'string' ? source : source.bytes!,
    fields: options.fields,
  });
  let read = 0;
  try {
    for (let answer = await reader.next(); answer.rows !== undefined || answer.failure !== undefined; ) {
      const { rows = [], failure } = answer;
      for (const row of rows) yield recordOf(row, options);
      read += rows.length;
      if (failure !== undefined) {
        yield {
          bytes: 0,
          read: () => malformed(`is no sound Parquet behind row ${read} (${failure}); write it again`),
        };
        return;
      }
      answer = await reader.next();
    }
  } finally {
    await reader.close();
  }
}

/** Seconds for a group of rows, of which a sound one takes a few. */
const PATIENCE = 30;
const MEGABYTES = 1024;

/** The thread, asked for one group after the other. */
class RowReader {
  private readonly worker: Worker;
  private settle: (answer: ParquetAnswer) => void = () => {};

  constructor(task: ParquetTask) {
    this.worker = new Worker(new URL('./parquet-worker.js', import.meta.url), {
      workerData: task,
      resourceLimits: { maxOldGenerationSizeMb: MEGABYTES },
    });
    this.worker.on('message', (answer: ParquetAnswer) => this.settle(answer));
    this.worker.on('error', ({ message }) => this.settle({ failure: message }));
    this.worker.on('exit', () => this.settle({ failure: 'its thread ended' }));
  }

  async next(): Promise<ParquetAnswer> {
    let timer: NodeJS.Timeout | undefined;
    const answer = new Promise<ParquetAnswer>((resolve) => {
      this.settle = resolve;
      timer = setTimeout(() => resolve({ failure: `it takes more than ${PATIENCE} s` }), PATIENCE * 1000);
    });
    this.worker.postMessage('next');
    try {
      return await answer;
    } finally {
      clearTimeout(timer);
    }
  }

  async close(): Promise<void> {
    await this.worker.terminate();
  }
}

function recordOf(row: Row, options: ReadOptions): RawRecord {
  const bytes = Object.values(row).reduce<number>(
    (sum, value) => sum + (typeof value === 'string' ? Buffer.byteLength(value) : 8),
    0,
  );
  const { largestRecord = LARGEST_RECORD } = options;
  if (bytes > largestRecord) return { bytes, read: () => tooLarge('the row', bytes, largestRecord) };
  return { bytes, read: () => fieldsOfJson(row, options) };
}
