/**
 * Reads articles from files: takes what `list.ts` found, gives each article with the problems of its reading, in
 * the same order. A few files are read ahead, never more, so that memory does not grow with the folder.
 */
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import PQueue from 'p-queue';
import type { Article, Problem } from '../index.js';
import { decode } from './decode.js';
import { unreadable } from './input-error.js';
import { type ArticleFile, STANDARD_INPUT } from './list.js';

/** An article, the problems of its reading at UTF-16 offsets, and how many bytes it was. */
export interface ReadArticle {
  readonly file: ArticleFile;
  readonly article: Article;
  readonly problems: readonly Problem[];
  readonly bytes: number;
}

/** Bytes that one article may have, more than any library has in one text; of a larger file only the beginning is read. */
export const LARGEST_ARTICLE = 64 * 1024 * 1024;
const READERS = 8;
const AHEAD = 32;

/**
 * Reads articles in the order in which they are given.
 * @throws InputError when a file cannot be read after all
 */
export async function* readArticles(files: readonly ArticleFile[]): AsyncGenerator<ReadArticle> {
  const queue = new PQueue({ concurrency: READERS });
  const waiting: Promise<ReadArticle>[] = [];
  try {
    for (const file of files) {
      const reading = queue.add(() => readArticle(file));
      // Its error is thrown when its turn comes; until then it must not count as unhandled.
      reading.catch(() => {});
      waiting.push(reading);
      if (waiting.length >= AHEAD) yield await waiting.shift()!;
    }
    for (const reading of waiting) yield await reading;
  } finally {
    queue.clear();
  }
}

/**
 * Reads one article.
 * @throws InputError when the file cannot be read
 */
export async function readArticle(
  file: ArticleFile,
  largest: number = LARGEST_ARTICLE,
): Promise<ReadArticle> {
  const all = await bytesOf(file, largest);
  const isCut = all.length > largest;
  const { text, problems } = decode(isCut ? all.subarray(0, largest) : all, isCut);
  const { identifier, source } = file;
  return { file, article: { identifier, text, source }, problems, bytes: Math.min(all.length, largest) };
}

/** At most one byte more than the largest article has, which tells that there are more. */
async function bytesOf(file: ArticleFile, largest: number): Promise<Buffer> {
  try {
    if (file.size !== undefined && file.size <= largest) return await readFile(file.path);
    const isStandardInput = file.path === STANDARD_INPUT;
    return await firstBytes(isStandardInput ? process.stdin : createReadStream(file.path), largest + 1);
  } catch (error) {
    throw unreadable(file.path === STANDARD_INPUT ? 'standard input' : file.path, error);
  }
}

async function firstBytes(stream: AsyncIterable<Buffer>, most: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream) {
    chunks.push(chunk);
    length += chunk.length;
    if (length >= most) break;
  }
  return Buffer.concat(chunks).subarray(0, most);
}
