/** The thread that reads a Parquet file: each message asks for the next rows and is answered with these, the end, or what is wrong. */
import { parentPort, workerData } from 'node:worker_threads';
import type { ReadOptions } from '../record.js';
import { parquetRows, type Row } from './parquet-rows.js';

export interface ParquetTask {
  /** A path, or the bytes of a file that is none. */
  readonly source: string | Uint8Array;
  readonly fields: ReadOptions['fields'];
}

export interface ParquetAnswer {
  /** Absent at the end. */
  readonly rows?: readonly Row[];
  /** Why there are no more. */
  readonly failure?: string;
}

const { source, fields } = workerData as ParquetTask;
const groups = parquetRows(source, fields);

parentPort?.on('message', async () => {
  let answer: ParquetAnswer;
  try {
    const { done, value } = await groups.next();
    answer = done ? {} : { rows: value };
  } catch (error) {
    answer = { failure: (error as Error).message };
  }
  parentPort?.postMessage(answer);
});
