/** Files for the tests of reading: written into a folder of their own, opened and read whole or by range. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type ArticleFile, articleAt } from '../../corpus/list.js';
import { openInput } from '../../corpus/read-records.js';
import type { ReadOptions, RecordRange, SourceRecord } from '../../corpus/record.js';

/** A new folder that goes away after the tests of the file; gives the way to put a file into it. */
export function folderOfInputs(): (name: string, content: string | Uint8Array) => ArticleFile {
  const root = mkdtempSync(path.join(tmpdir(), 'isnad-input-'));
  afterAll(() => rmSync(root, { recursive: true, force: true }));
  return (name, content) => {
    writeFileSync(path.join(root, name), content);
    return articleAt(path.join(root, name));
  };
}

export async function recordsOf(
  file: ArticleFile,
  options: ReadOptions = {},
  range?: RecordRange,
): Promise<SourceRecord[]> {
  const input = await openInput(file, options);
  try {
    return await gather(input.records(range));
  } finally {
    await input.close();
  }
}

export async function rangesOf(
  file: ArticleFile,
  bytes: number,
  options: ReadOptions = {},
): Promise<RecordRange[]> {
  return gather((await openInput(file, options)).ranges(bytes));
}

/** The articles' texts, in order. */
export function textsOf(records: readonly SourceRecord[]): readonly string[] {
  return records.flatMap((record) => (record.kind === 'article' ? [record.article.text] : []));
}

async function gather<Value>(values: AsyncIterable<Value>): Promise<Value[]> {
  const gathered: Value[] = [];
  for await (const value of values) gathered.push(value);
  return gathered;
}
