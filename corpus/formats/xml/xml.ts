/**
 * XML documents and feeds: reads a document of moderate size whole, a larger one as a stream, and gives its records. Where it is broken
 * or attacks its reader, the records before that place are given, and one refusal ends them.
 */
import type { Problem } from '../../../index.js';
import type { Told } from '../../encoding/choose.js';
import { declaredIn } from '../../html/declared.js';
import type { ReadOptions } from '../../record.js';
import { decodedTexts } from '../decoded.js';
import { type Entry, LARGEST_RECORD, type RawRecord, type Reading } from '../format.js';
import { malformed, tooLarge, truncated } from '../refusals.js';
import { type Collected, DEEPEST, RecordCollector, XmlTooDeep } from './collector.js';
import { fieldsOfElement } from './fields.js';
import { readStreamed, XmlTooLong, XmlUnsound } from './streamed.js';
import { readWhole, XmlExpanded, XmlOutside, XmlUnread } from './whole.js';

/** In memory a document takes up to six times its size. */
export const LARGEST_DOCUMENT = 16 * 1024 * 1024;

/** @param largestDocument UTF-16 units of a document that is read whole */
export async function* xmlRecords(
  entry: Entry,
  options: ReadOptions,
  largestDocument: number = LARGEST_DOCUMENT,
): AsyncGenerator<RawRecord> {
  const largest = options.largestRecord ?? LARGEST_RECORD;
  const { texts, problems } = decodedTexts(entry, told(entry, options));
  const { whole, rest } = await upTo(largestDocument, texts);
  const collector = () => new RecordCollector(largest, options.fields?.text);
  let count = 0;
  for await (const found of collectedFrom(whole, rest, collector, largest)) {
    count++;
    yield 'refused' in found
      ? { bytes: 0, read: () => found }
      : {
          bytes: found.bytes,
          read: () => withProblems(fieldsOfElement(found, options, largest), problems),
        };
  }
  if (count === 0) yield { bytes: 0, read: () => NOTHING };
}

/** What an XML declaration says of the encoding. */
export function told({ beginning }: Entry, { encoding }: ReadOptions): Told {
  return { encoding, declared: [declaredIn(beginning)] };
}

/** A reading with what is to be said of the encoding of its file. */
export function withProblems(reading: Reading, problems: readonly Problem[]): Reading {
  return problems.length === 0 || 'refused' in reading ? reading : { ...reading, problems };
}

/** A record, or why there are no more. */
export type Found = Collected | Extract<Reading, { refused: unknown }>;

const NOTHING = malformed(
  'holds no element that is known to be an article; name the element with its text with --text-field',
);

async function* collectedFrom(
  whole: string | undefined,
  texts: AsyncIterable<string>,
  collector: () => RecordCollector,
  largest: number,
): AsyncGenerator<Found> {
  const found = whole === undefined ? undefined : foundIn(whole, collector(), largest);
  // What one parser cannot read another often can, at least up to the fault.
  if (found === undefined) yield* streamedRecords(texts, collector(), largest);
  else yield* found;
}

/** Nothing where the document can be read in pieces only. */
function foundIn(whole: string, collector: RecordCollector, largest: number): readonly Found[] | undefined {
  try {
    readWhole(whole, collector);
    return [...collector.take(), ...(collector.isOpen ? [truncated('the document')] : [])];
  } catch (error) {
    return error instanceof XmlUnread ? undefined : [refusalOf(error, largest)];
  }
}

/** The records of a document of any size; a refusal comes last where they end too early. */
export async function* streamedRecords(
  texts: AsyncIterable<string>,
  collector: RecordCollector,
  largest: number,
): AsyncGenerator<Found> {
  try {
    for await (const records of readStreamed(texts, collector, largest)) yield* records;
    if (collector.isOpen) yield truncated('the document');
  } catch (error) {
    yield refusalOf(error, largest);
  }
}

function refusalOf(error: unknown, largest: number): Found {
  if (error instanceof XmlTooDeep)
    return malformed(
      `nests elements more than ${DEEPEST} deep, as no article does; what follows was not read`,
    );
  if (error instanceof XmlOutside)
    return malformed(
      'declares an entity that stands outside of the file, which is never fetched; expand it first',
    );
  if (error instanceof XmlExpanded)
    return {
      refused: 'unpacking-limit',
      because: 'has entities that expand to more than a document may; expand them first',
    };
  if (error instanceof XmlTooLong) return tooLarge('what stands between two tags', largest + 1, largest);
  if (error instanceof XmlUnsound) return malformed('is no sound XML; what follows was not read');
  throw error;
}

/** A text that has at most so many units as one; the same text once more in pieces, whatever its length. */
async function upTo(
  most: number,
  texts: AsyncIterable<string>,
): Promise<{ readonly whole?: string; readonly rest: AsyncIterable<string> }> {
  const held: string[] = [];
  let length = 0;
  const iterator = texts[Symbol.asyncIterator]();
  let isWhole = false;
  while (length <= most) {
    const { done, value } = await iterator.next();
    isWhole = done === true;
    if (isWhole) break;
    held.push(value);
    length += value.length;
  }
  async function* rest(): AsyncGenerator<string> {
    while (held.length > 0) yield held.shift()!;
    if (!isWhole) yield* { [Symbol.asyncIterator]: () => iterator };
  }
  return isWhole ? { whole: held.join(''), rest: rest() } : { rest: rest() };
}
