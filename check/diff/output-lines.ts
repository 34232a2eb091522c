/**
 * The lines of a finished output: takes a `.ndjsonld` file, packed by gzip or not, or the folder of a finished run, gives each line
 * as bytes with the id of its article, in order. Nothing is parsed, since most lines are the same on both sides.
 */
import { createReadStream, existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { createGunzip } from 'node:zlib';
import { InputError, unreadable } from '../../corpus/input-error.js';
import { readManifest } from '../../corpus/run/manifest.js';
import { joinedParts } from '../../corpus/run/merge.js';
import { MANIFEST } from '../../corpus/run/names.js';
import type { JsonLdArticle } from '../../output/json-ld-types.js';

/** One line of an output. */
export interface OutputLine {
  readonly id: string;
  readonly bytes: Buffer;
  /** File and number of the line, for messages. */
  readonly place: string;
}

/**
 * Reads the lines of an output, a file after the other; of a run its parts in the order of its inputs, each compared with its sum.
 * @throws InputError when there is no output, a run is not finished or damaged, or a line is not of an output
 */
export async function* outputLines(place: string): AsyncGenerator<OutputLine> {
  for (const { name, blocks } of sourcesOf(place)) {
    let number = 0;
    for await (const bytes of linesOf(name, blocks)) {
      number++;
      if (bytes.length > 0) yield { id: idOf(bytes, `${name}:${number}`), bytes, place: `${name}:${number}` };
    }
  }
}

interface Source {
  readonly name: string;
  readonly blocks: AsyncIterable<Buffer>;
}

function sourcesOf(place: string): readonly Source[] {
  if (!look(place).isDirectory()) return [{ name: place, blocks: blocksOf(place) }];
  if (existsSync(path.join(place, MANIFEST)))
    return [{ name: place, blocks: joinedParts(place, readManifest(place), 'ndjsonld', false) }];
  const files = filesIn(place);
  if (files.length === 0)
    throw new InputError(`${place}: holds no output; give a .ndjsonld file or the folder of a finished run`);
  return files.map((file) => ({ name: file, blocks: blocksOf(file) }));
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => /\.ndjsonld(?:\.gz)?$/u.test(name) && !name.startsWith('.'))
      .sort()
      .map((name) => path.join(folder, name));
  } catch (error) {
    throw unreadable(folder, error);
  }
}

function look(place: string) {
  try {
    return statSync(place);
  } catch (error) {
    throw unreadable(place, error);
  }
}

const BLOCK = 1 << 20;
const LINE_BREAK = 0x0a;

async function* linesOf(name: string, blocks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let rest: Buffer[] = [];
  try {
    for await (const block of blocks) {
      let from = 0;
      for (let at = block.indexOf(LINE_BREAK); at >= 0; at = block.indexOf(LINE_BREAK, from)) {
        const piece = block.subarray(from, at);
        yield rest.length === 0 ? piece : Buffer.concat([...rest, piece]);
        if (rest.length > 0) rest = [];
        from = at + 1;
      }
      if (from < block.length) rest.push(block.subarray(from));
    }
  } catch (error) {
    throw error instanceof InputError ? error : unreadable(name, error);
  }
  if (rest.length > 0) yield Buffer.concat(rest);
}

function blocksOf(file: string): AsyncIterable<Buffer> {
  const bytes = createReadStream(file, { highWaterMark: BLOCK });
  if (!file.endsWith('.gz')) return bytes;
  const unpacked = createGunzip({ chunkSize: BLOCK });
  bytes.on('error', (error) => unpacked.destroy(error));
  return bytes.pipe(unpacked);
}

const HEAD = Buffer.from('"type":"NewsArticle","id":"');
const TAIL = Buffer.from(',"generatedBy":"');
const QUOTE = 0x22;

/** Where the statements begin, behind the context, which may stand in the line or in a file; -1 in lines of others. */
function headOf(bytes: Buffer): number {
  return bytes.indexOf(HEAD);
}

function idOf(bytes: Buffer, place: string): string {
  const head = headOf(bytes);
  if (head < 0) return parseLine(bytes, place).id;
  const from = head + HEAD.length;
  return bytes.toString('utf8', from, bytes.indexOf(QUOTE, from));
}

/** Whether two lines say the same of their article, whatever program and context they name. */
export function saysTheSame(one: Buffer, other: Buffer): boolean {
  return one.equals(other) || statements(one).equals(statements(other));
}

function statements(bytes: Buffer): Buffer {
  const from = Math.max(0, headOf(bytes));
  const tail = bytes.lastIndexOf(TAIL);
  // Behind the digest only the end of the object may follow, or the words are those of a text.
  const isLast = tail >= 0 && bytes.indexOf(QUOTE, tail + TAIL.length) >= bytes.length - 2;
  return bytes.subarray(from, isLast ? tail : bytes.length);
}

/**
 * Parses a line.
 * @throws InputError when it is no object of an output
 */
export function parseLine(bytes: Buffer, place: string): JsonLdArticle {
  let value: Partial<JsonLdArticle> | null;
  try {
    value = JSON.parse(bytes.toString('utf8'));
  } catch (error) {
    throw new InputError(
      `${place}: is not JSON (${(error as Error).message}); give the output of an extraction`,
    );
  }
  if (typeof value?.id !== 'string' || typeof value.textDigest !== 'string')
    throw new InputError(
      `${place}: is no article of an output ("id" or "textDigest" is absent); give the output of an extraction`,
    );
  return value as JsonLdArticle;
}
