/**
 * Makes an article of what a format read: headline, blank line, body; identifier, date and the rest in order. Gives the record, or
 * the reason why there is no article in it. The body of a record without a headline stays as it is.
 */
import type { Article } from '../index.js';
import { placedIn } from './encoding/decode.js';
import { isoDate } from './formats/dates.js';
import type { Fields, Reading } from './formats/format.js';
import { withoutMarkup } from './formats/markup.js';
import type { RecordPlace, SourceRecord } from './record.js';

/** What is known of a record before it is read. */
export interface Origin {
  /** From 0, in its input. */
  readonly record: number;
  /** Absent where a file is one record. */
  readonly number?: number;
  readonly bytes: number;
  /** Of the input, relative to what was named. */
  readonly source: string;
  /** What the record is called when it has no id of its own. */
  readonly fallback: string;
  /** Of the input, for messages. */
  readonly place: string;
}

export async function recordOf(reading: Reading, origin: Origin): Promise<SourceRecord> {
  const { record, bytes, fallback } = origin;
  if ('refused' in reading) {
    const where = origin.number === undefined ? origin.place : `${origin.place}: record ${record}`;
    return {
      kind: 'refused',
      record,
      identifier: reading.id?.trim() || fallback,
      bytes,
      reason: reading.refused,
      message: reading.isPlaced ? reading.because : `${where}: ${reading.because}`,
    };
  }
  const place: RecordPlace = { record, identifier: reading.id?.trim() || fallback, bytes };
  const article = articleOf(await withoutTags(reading), place.identifier, origin);
  return { ...place, kind: 'article', article, problems: placedIn(article.text, reading.problems ?? []) };
}

async function withoutTags(fields: Fields): Promise<Fields> {
  if (fields.isPlain) return fields;
  const { title, body, publisher, author } = fields;
  const plain = async (value: string | undefined) => (value === undefined ? undefined : withoutMarkup(value));
  return {
    ...fields,
    body: await withoutMarkup(body),
    title: await plain(title),
    publisher: await plain(publisher),
    author: await plain(author),
  };
}

function articleOf(fields: Fields, identifier: string, { source, number }: Origin): Article {
  const headline = oneLine(fields.title);
  return {
    identifier,
    source,
    ...(number === undefined ? {} : { record: number }),
    text: textOf(headline, fields.body),
    ...given({
      headline,
      inLanguage: oneLine(fields.language),
      datePublished: fields.date === undefined ? undefined : isoDate(fields.date) || undefined,
      url: oneLine(fields.url),
      publisher: oneLine(fields.publisher),
      author: oneLine(fields.author),
    }),
  };
}

function textOf(headline: string | undefined, body: string): string {
  if (headline === undefined) return body;
  const start = body.trimStart();
  // Some sources repeat the headline as the first line of the body.
  const rest = start.startsWith(headline) && /^\s*\n/u.test(start.slice(headline.length));
  return `${headline}\n\n${rest ? start.slice(headline.length).trimStart() : start}`;
}

function oneLine(value: string | undefined): string | undefined {
  return value?.replace(/\s+/gu, ' ').trim() || undefined;
}

function given<Values extends object>(values: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Values;
}
