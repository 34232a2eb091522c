/**
 * Reads inputs one after the other: takes what `list.ts` found, gives all records in the same order. A few files are opened
 * ahead, never more, so that memory does not grow with the folder.
 */
import PQueue from 'p-queue';
import { InputError } from './input-error.js';
import { type ArticleFile, placeOf } from './list.js';
import { type OpenInput, openInput } from './read-records.js';
import type { ArticleRecord, ReadOptions, SourceRecord } from './record.js';

/** A record, and the file that it is from. */
export interface ReadRecord {
  readonly file: ArticleFile;
  readonly record: SourceRecord;
}

/** An article, and the file that it is from. */
export interface ReadArticle {
  readonly file: ArticleFile;
  readonly record: ArticleRecord;
}

const READERS = 8;
const AHEAD = 32;

/**
 * Reads the records of all files in the order in which these are given.
 * @throws InputError when a file cannot be read after all, or is of no known format
 */
export async function* readRecords(
  files: readonly ArticleFile[],
  options: ReadOptions = {},
): AsyncGenerator<ReadRecord> {
  for await (const { file, input } of openAhead(files, options)) {
    for await (const record of input.records()) yield { file, record };
  }
}

/** Reads the articles of all files, in whatever language; what is no article is left out. As `readRecords`. */
export async function* readArticles(
  files: readonly ArticleFile[],
  options: ReadOptions = {},
): AsyncGenerator<ReadArticle> {
  for await (const { file, record } of readRecords(files, { ...options, allLanguages: true })) {
    if (record.kind === 'article') yield { file, record };
  }
}

/** Which article of a file is meant: by number or identifier; without either the only one. */
export interface WhichArticle {
  readonly record?: number;
  readonly id?: string;
}

/**
 * Reads one article, in whatever language.
 * @throws InputError when it cannot be read, when there is none like that, or when it is not said which of several is meant
 */
export async function readArticle(
  file: ArticleFile,
  options: ReadOptions = {},
  which: WhichArticle = {},
): Promise<ReadArticle> {
  const input = await openInput(file, { ...options, allLanguages: true });
  const isMeant = ({ record, identifier }: SourceRecord) =>
    which.record === undefined ? which.id === undefined || identifier === which.id : record === which.record;
  let found: SourceRecord | undefined;
  try {
    for await (const record of input.records()) {
      if (!isMeant(record)) continue;
      if (found !== undefined && which.id === undefined) throw severalIn(file);
      found ??= record;
      if (which.record !== undefined || which.id !== undefined) break;
    }
  } finally {
    await input.close();
  }
  if (found?.kind === 'article') return { file, record: found };
  throw new InputError(found?.kind === 'refused' ? found.message : noneIn(file, which));
}

function severalIn(file: ArticleFile): InputError {
  return new InputError(`${placeOf(file)}: holds several articles; say which with --record N or --id ID`);
}

function noneIn(file: ArticleFile, { record, id }: WhichArticle): string {
  if (record !== undefined) return `${placeOf(file)}: has no record ${record}; records are counted from 0`;
  if (id !== undefined) return `${placeOf(file)}: has no article with the id ${id}; check it`;
  return `${placeOf(file)}: holds no article`;
}

interface Opened {
  readonly file: ArticleFile;
  readonly input: OpenInput;
}

async function* openAhead(files: readonly ArticleFile[], options: ReadOptions): AsyncGenerator<Opened> {
  const queue = new PQueue({ concurrency: READERS });
  const waiting: Promise<Opened>[] = [];
  try {
    for (const file of files) {
      const opening = queue.add(async () => ({ file, input: await openInput(file, options) }));
      // Its error is thrown when its turn comes; until then it must not count as unhandled.
      opening.catch(() => {});
      waiting.push(opening);
      if (waiting.length >= AHEAD) yield await waiting.shift()!;
    }
    while (waiting.length > 0) yield await waiting.shift()!;
  } finally {
    queue.clear();
    for (const opening of waiting) opening.then(({ input }) => input.close()).catch(() => {});
  }
}
