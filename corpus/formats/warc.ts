/**
 * WARC files of crawls: each page and each plain text that was captured is a record, named by its address. Answers with another status,
 * other types, requests and repeated visits are no records.
 */
import { decode } from '../encoding/decode.js';
import { charsetOf, declaredIn } from '../html/declared.js';
import { LARGEST_PAGE } from '../html/page.js';
import type { ReadOptions } from '../record.js';
import { InputDamage } from '../unpack/damage.js';
import { bodyOf } from '../warc/body.js';
import { type Capture, captures } from '../warc/captures.js';
import type { Entry, RawRecord, Reading } from './format.js';
import { readBytes } from './html.js';
import { tooLarge } from './refusals.js';

export async function* warcRecords(
  { pieces, place }: Entry,
  options: ReadOptions,
): AsyncGenerator<RawRecord> {
  const { largestRecord = LARGEST_PAGE } = options;
  for await (const capture of captures(pieces, place, largestRecord))
    yield { bytes: capture.bytes, read: () => readCapture(capture, options, largestRecord) };
}

function readCapture(capture: Capture, options: ReadOptions, largest: number): Reading {
  const { address, date } = capture;
  const reading = readSent(capture, options, largest);
  if ('refused' in reading) return { ...reading, id: address };
  return { ...reading, id: address, date: reading.date ?? date, url: address ?? reading.url };
}

function readSent(capture: Capture, options: ReadOptions, largest: number): Reading {
  const { sent, head, length } = capture;
  if (sent === undefined) return tooLarge('the page', length, largest);
  let body = sent;
  try {
    if (head !== undefined) body = bodyOf(sent, head, options, largest);
  } catch (error) {
    if (!(error instanceof InputDamage)) throw error;
    return { refused: error.reason, because: error.message };
  }
  return readBody(body, capture, options);
}

function readBody(body: Buffer, { contentType }: Capture, { encoding }: ReadOptions): Reading {
  const charset = charsetOf(contentType);
  if (!/^\s*text\/plain/iu.test(contentType)) return readBytes(body, encoding, [charset, declaredIn(body)]);
  const { text, problems } = decode(body, { encoding, declared: [charset] });
  if (text.trim() === '') return { refused: 'no-text', because: 'the capture is empty' };
  return { body: text, problems, isPlain: true };
}
