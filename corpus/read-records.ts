/**
 * The door to every corpus: takes an input that `list.ts` found, gives its records, whatever its format and packing. Nothing in an
 * input is an error: what cannot be read becomes a refused record, what is not in Arabic is passed over. Numbers and ids
 * of records do not depend on how the input is cut into ranges.
 */
import path from 'node:path';
import { recordOf } from './article-record.js';
import { chooseEncoding, isWide } from './encoding/choose.js';
import type { Entry, FormatName, RawRecord } from './formats/format.js';
import { OF_LINES, readerOf, WHOLE_FILE } from './formats/readers.js';
import { FORMAT_NAMES, formatNamed, formatOf } from './formats/recognize.js';
import { InputError } from './input-error.js';
import { lineRanges, linesBefore } from './line-ranges.js';
import type { ArticleFile } from './list.js';
import { bytesFrom, openEntries } from './open-entries.js';
import type { ReadOptions, RecordRange, SourceRecord } from './record.js';
import { screened } from './screen.js';
import { InputDamage } from './unpack/damage.js';

/** An input whose format is known. */
export interface OpenInput {
  /** `text`, `jsonl` and so on; of an archive the format of the first file in it. */
  readonly format: FormatName;
  /** An unpacked file whose records are lines: it is cut into ranges of bytes, every other input into ranges of records. */
  readonly splitsAtBytes: boolean;
  /** Its records in order, or those of a range. The standard input can be read once only. */
  records(range?: RecordRange): AsyncIterable<SourceRecord>;
  /** Cuts it into ranges of about so many unpacked bytes, which together are all its records. Reads it once. */
  ranges(bytes: number): AsyncIterable<RecordRange>;
  close(): Promise<void>;
}

/**
 * Opens an input and looks at its beginning.
 * @throws InputError when it cannot be read, or is of no known format
 */
export async function openInput(file: ArticleFile, options: ReadOptions = {}): Promise<OpenInput> {
  const input = { file, options };
  const opened = openEntries(file, options);
  const { value: first } = await opened.next();
  const format = first === undefined ? 'text' : firstFormat(first, input);
  const splitsAtBytes =
    first?.path !== undefined &&
    OF_LINES.has(format) &&
    !isWide(chooseEncoding(first.beginning, options, true));
  let unread = first === undefined ? undefined : rejoined(first, opened);
  const entries = () => {
    const already = unread;
    unread = undefined;
    return already ?? openEntries(file, options);
  };
  return {
    format,
    splitsAtBytes,
    records: (range) =>
      range?.unit === 'bytes'
        ? byteRangeRecords(input, { ...first!, pieces: bytesFrom(file, range.from) }, range)
        : allRecords(entries, input, range),
    ranges: (bytes) =>
      splitsAtBytes ? lineRanges(bytesFrom(file, 0), bytes) : recordRanges(entries, input, bytes),
    close: async () => {
      await opened.return(undefined);
    },
  };
}

interface Input {
  readonly file: ArticleFile;
  readonly options: ReadOptions;
}

type ByteRange = Extract<RecordRange, { unit: 'bytes' }>;
type NumberRange = Exclude<RecordRange, ByteRange>;
type Entries = () => AsyncIterable<Entry>;

/** A raw record with its number in the input and where it stands. */
interface Numbered {
  readonly raw: RawRecord;
  readonly record: number;
  readonly entry: Entry;
  readonly format: FormatName;
}

async function* allRecords(
  entries: Entries,
  input: Input,
  { from, to }: Pick<NumberRange, 'from' | 'to'> = { from: 0, to: Number.POSITIVE_INFINITY },
): AsyncGenerator<SourceRecord> {
  if (to <= from) return;
  for await (const numbered of rawRecords(entries, input)) {
    if (numbered.record >= from && numbered.raw.isAbsent !== true) yield await readRaw(numbered, input);
    if (numbered.record + 1 >= to) return;
  }
}

async function* byteRangeRecords(
  input: Input,
  entry: Entry,
  { from, to, first }: ByteRange,
): AsyncGenerator<SourceRecord> {
  const format = formatFor(entry, input);
  const read = await readerOf(format);
  let record = first;
  for await (const raw of read({ ...entry, pieces: linesBefore(entry.pieces, from, to) }, input.options)) {
    if (raw.isAbsent !== true) yield await readRaw({ raw, record, entry, format }, input);
    record++;
  }
}

async function* recordRanges(entries: Entries, input: Input, size: number): AsyncGenerator<RecordRange> {
  let from = 0;
  let to = 0;
  let held = 0;
  for await (const { raw, record } of rawRecords(entries, input)) {
    held += raw.bytes;
    to = record + 1;
    if (held < size) continue;
    yield { unit: 'records', from, to };
    from = to;
    held = 0;
  }
  if (to > from) yield { unit: 'records', from, to };
}

async function* rawRecords(entries: Entries, input: Input): AsyncGenerator<Numbered> {
  let record = 0;
  for await (const entry of entries()) {
    for await (const { raw, format } of entryRecords(entry, input))
      yield { raw, record: record++, entry, format };
  }
}

/** The records of one file; where damage ends it, a refused record comes last, and the files behind it are read. */
async function* entryRecords(entry: Entry, input: Input): AsyncGenerator<Pick<Numbered, 'raw' | 'format'>> {
  let format: FormatName = 'text';
  try {
    format = formatFor(entry, input);
    const read = await readerOf(format);
    for await (const raw of read(entry, input.options)) yield { raw, format };
  } catch (error) {
    if (!(error instanceof InputDamage)) throw error;
    const { reason, message } = error;
    yield {
      raw: { bytes: 0, read: () => ({ refused: reason, because: message, isPlaced: true }) },
      format,
    };
  }
}

async function readRaw(
  { raw, record, entry, format }: Numbered,
  { file, options }: Input,
): Promise<SourceRecord> {
  const isWhole = WHOLE_FILE.has(format);
  const stem = entry.name === '' ? file.identifier : path.parse(entry.name).name;
  const read = await recordOf(await raw.read(), {
    record,
    number: isWhole && entry.isInArchive !== true ? undefined : record,
    bytes: raw.bytes,
    source: file.source,
    fallback: isWhole ? stem : `${stem}-${record}`,
    place: entry.place,
  });
  return screened(read, options);
}

/** What a packed file holds is found out when it is read: whoever named it or its folder need not know. */
function firstFormat(entry: Entry, input: Input): FormatName {
  try {
    return formatFor(entry, input);
  } catch (error) {
    if (error instanceof InputDamage) return 'text';
    throw error;
  }
}

/** @throws InputError for a file of no known format, InputDamage for one that was packed */
function formatFor(entry: Entry, { options }: Input): FormatName {
  if (options.format !== undefined) return formatNamed(options.format);
  const format = formatOf(entry, options.fields?.text);
  if (format !== undefined) return format;
  const message = `${entry.place}: is of no known format; give one of ${FORMAT_NAMES.join(', ')}`;
  throw entry.path === undefined ? new InputDamage('malformed', message) : new InputError(message);
}

async function* rejoined(first: Entry, rest: AsyncGenerator<Entry>): AsyncGenerator<Entry> {
  try {
    yield first;
    yield* rest;
  } finally {
    await rest.return(undefined);
  }
}
