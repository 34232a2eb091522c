/**
 * The texts that are measured: takes the project's own articles or a corpus, gives about 20 MB of them, shuffled
 * with a fixed seed and repeated where there are fewer. Passed to the cases as a file of JSON lines.
 */
import { createReadStream, writeFileSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { createGunzip } from 'node:zlib';
import { InputError, unreadable } from '../corpus/input-error.js';
import { listArticles } from '../corpus/list.js';
import { readArticles } from '../corpus/read.js';
import type { Text } from './measurement.js';
import { randomFrom, shuffled } from './random.js';

/** Folder of the project's own articles, with a slash at its end. */
export const FIXTURES = fileURLToPath(new URL('../../fixtures/articles/', import.meta.url));

const ENOUGH = 20_000_000;
/** Of a larger corpus only this much is looked at, so that it need not fit into memory. */
const MOST = 200_000_000;
const SEED = 20_261_122;

/**
 * Gathers texts from a folder of `.txt` files or a file of JSON lines with a `text` each.
 * @throws InputError when there is none to read
 */
export async function gatherTexts(path: string = FIXTURES): Promise<readonly Text[]> {
  const found: Text[] = [];
  let bytes = 0;
  for await (const text of /\.jsonl(?:\.gz)?$/u.test(path) ? linesOf(path) : filesOf(path)) {
    const sized = textOf(text);
    if (sized.words > 0) found.push(sized);
    bytes += sized.bytes;
    if (bytes >= MOST) break;
  }
  if (found.length === 0) throw new InputError(`${path}: holds no text; give articles to measure with`);
  return fill(found, ENOUGH);
}

/** A text with its sizes. */
export function textOf(text: string): Text {
  return { text, bytes: Buffer.byteLength(text), words: text.match(/\S+/gu)?.length ?? 0 };
}

/** Takes from the texts in a shuffled order, and again in another, until there is enough. */
export function fill(texts: readonly Text[], enough: number): readonly Text[] {
  const random = randomFrom(SEED);
  const taken: Text[] = [];
  for (let bytes = 0; bytes < enough; ) {
    for (const text of shuffled(texts, random)) {
      if (bytes >= enough) break;
      taken.push(text);
      bytes += text.bytes;
    }
  }
  return taken;
}

export function writeTexts(file: string, texts: readonly Text[]): void {
  writeFileSync(file, texts.map((text) => `${JSON.stringify(text)}\n`).join(''));
}

/** Reads what `writeTexts` wrote, a line at a time: the case's peak memory is not to be that of the reading. */
export async function readTexts(file: string): Promise<readonly Text[]> {
  const texts: Text[] = [];
  for await (const line of splitLines(createReadStream(file))) texts.push(JSON.parse(line));
  return texts;
}

async function* filesOf(folder: string): AsyncGenerator<string> {
  for await (const { record } of readArticles(listArticles([folder]))) yield record.article.text;
}

async function* linesOf(file: string): AsyncGenerator<string> {
  const bytes = createReadStream(file);
  const input = file.endsWith('.gz') ? bytes.pipe(createGunzip()) : bytes;
  // An error of the file does not pass through the pipe by itself.
  bytes.on('error', (error) => input.destroy(error));
  let number = 0;
  try {
    for await (const line of splitLines(input)) yield textOfLine(file, ++number, line);
  } catch (error) {
    throw error instanceof InputError ? error : unreadable(file, error);
  }
}

/** Ends a line at a line feed only: Node's `readline` also does so at U+2028, which may stand in a JSON string. */
async function* splitLines(stream: Readable): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of stream.setEncoding('utf8')) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop()!;
    yield* lines;
  }
  if (rest !== '') yield rest;
}

function textOfLine(file: string, number: number, line: string): string {
  const record = parsed(line);
  if (typeof record?.text === 'string') return record.text;
  throw new InputError(`${file}:${number}: is no JSON object with a text; give one a line`);
}

function parsed(line: string): { readonly text?: unknown } | undefined {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
