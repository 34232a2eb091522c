/**
 * `isnad extract`: reads what was named, writes one JSON-LD object an article and line, in the order of the paths,
 * to the standard output or into a folder. In the folder everything is whole or not there. Same input, same bytes.
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { listInputs } from '../corpus/list.js';
import { type ReadRecord, readRecords } from '../corpus/read.js';
import { type StagedFile, stageFile, syncFolder } from '../corpus/staged-file.js';
import { createExtractor, type Extractor, type JsonLdOptions, serialize } from '../index.js';
import { CONTEXT_FILE, contextFile } from '../output/context.js';
import { extractFrom, type RuleOptions } from './extracting.js';
import { Failure, unwritable } from './failure.js';
import { discardWhenInterrupted } from './interrupted.js';
import { type ReadingOptions, readOptionsOf } from './reading-options.js';
import { type Sink, standardOutput } from './standard-output.js';
import { summarize, Tally } from './summary.js';
import { visible } from './visible.js';

export interface ExtractOptions extends RuleOptions, ReadingOptions {
  readonly out?: string;
  readonly withText?: boolean;
  readonly quiet?: boolean;
}

const ARTICLES_FILE = 'articles.ndjsonld';

/**
 * Runs the command.
 * @throws InputError, PackError or Failure
 */
export async function extractCommand(named: readonly string[], options: ExtractOptions): Promise<void> {
  const { files, leftOut } = listInputs(named);
  const records = () => readRecords(files, readOptionsOf(options));
  const extractor = createExtractor({ rules: options.rules });
  const started = process.hrtime.bigint();
  const tally = new Tally();
  for (const place of leftOut) tally.leaveOutFile(place);
  const work = (sink: Sink, context: JsonLdOptions['context']) =>
    writeArticles(extractor, records(), sink, tally, { context, withText: options.withText });
  if (options.out === undefined) await work(standardOutput(), 'inline');
  else await intoFolder(options.out, (sink) => work(sink, 'file'));
  if (options.quiet) return;
  const seconds = Number(process.hrtime.bigint() - started) / 1e9;
  const place = options.out === undefined ? 'standard output' : path.join(options.out, ARTICLES_FILE);
  process.stderr.write(visible(summarize(tally, seconds, place)));
}

async function writeArticles(
  extractor: Extractor,
  records: AsyncIterable<ReadRecord>,
  sink: Sink,
  tally: Tally,
  options: JsonLdOptions,
): Promise<void> {
  for await (const { file, record } of records) {
    if (record.kind !== 'article') {
      tally.leaveOut(record);
      continue;
    }
    const document = extractFrom(extractor, { file, record });
    tally.add(document, record.bytes);
    await sink.write(`${serialize(document, { ...options, generatedBy: extractor.generatedBy })}\n`);
  }
  await sink.end();
}

/** Gives `work` a file of the folder to write; it appears, with its context, only when all went well. */
async function intoFolder(folder: string, work: (sink: Sink) => Promise<void>): Promise<void> {
  makeFolder(folder);
  const staged: StagedFile[] = [];
  const discard = () => {
    for (const file of staged) file.discard();
  };
  const release = discardWhenInterrupted(discard);
  try {
    const stage = (name: string) => {
      const file = refusing(folder, () => stageFile(path.join(folder, name)));
      staged.push(file);
      return file;
    };
    const [context, articles] = [stage(CONTEXT_FILE), stage(ARTICLES_FILE)];
    refusing(folder, () => context.write(contextFile()));
    await work({
      write: async (text) => refusing(folder, () => articles.write(text)),
      end: async () => {},
    });
    refusing(folder, () => publish(folder, [context, articles]));
  } finally {
    discard();
    release();
  }
}

function publish(folder: string, files: readonly StagedFile[]): void {
  for (const file of files) file.seal();
  for (const file of files) file.publish();
  syncFolder(folder);
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST' || code === 'ENOTDIR' || folder === '') {
      throw new Failure(`--out ${folder || "''"}: is no folder; name a folder for the result`, 2);
    }
    throw unwritable(folder, error);
  }
}

function refusing<Result>(folder: string, write: () => Result): Result {
  try {
    return write();
  } catch (error) {
    throw unwritable(folder, error);
  }
}
