/**
 * The options by which a person says how inputs are read, shared by all commands that read them. Takes what commander gives, gives the
 * options of the reader, in a fixed order and without what was not said, so that equal words are equal options.
 */
import type { Command } from 'commander';
import type { ReadOptions, RecordField } from '../corpus/record.js';
import { wholeNumber } from './options.js';

export interface ReadingOptions {
  readonly format?: string;
  readonly encoding?: string;
  readonly textField?: string;
  readonly idField?: string;
  readonly titleField?: string;
  readonly dateField?: string;
  readonly urlField?: string;
  readonly publisherField?: string;
  readonly authorField?: string;
  readonly languageField?: string;
  readonly allLanguages?: boolean;
  readonly largestRecord?: number;
  readonly unpackedBytes?: number;
  readonly unpackedRatio?: number;
}

/** Adds the options to a command. */
export function withReading(command: Command): Command {
  return withFields(
    command
      .option(
        '--format <name>',
        'read inputs as text, jsonl, json, csv, tsv, parquet, xml, mediawiki, sgml, html or warc',
      )
      .option(
        '--encoding <name>',
        'read inputs in this encoding, as windows-1256, instead of finding it out',
      ),
  )
    .option('--largest-record <bytes>', 'refuse records that are larger (64 MiB)', wholeNumber(1))
    .option('--unpacked-bytes <n>', 'unpack no file to more than this (256 GiB)', wholeNumber(1))
    .option(
      '--unpacked-ratio <n>',
      'unpack no file to more than so many times its size (100)',
      wholeNumber(1),
    );
}

/** As `withReading`, for commands that read many articles: those in other languages may be kept. */
export function withReadingOfMany(command: Command): Command {
  return withReading(command).option('--all-languages', 'keep articles that are not in Arabic');
}

/** Adds the options that say which article of a file is meant. */
export function withWhich(command: Command): Command {
  return command
    .option('--record <n>', 'the record with this number in the file, from 0', wholeNumber(0))
    .option('--id <id>', 'the article with this identifier');
}

/** What a person said about reading; nothing when nothing was said. */
export function readOptionsOf(options: ReadingOptions): ReadOptions {
  const { format, encoding, allLanguages, largestRecord, unpackedBytes, unpackedRatio } = options;
  const fields = given(
    Object.fromEntries(FIELDS.map((field) => [field, options[`${field}Field`]])) as Record<
      RecordField,
      string
    >,
  );
  return given({
    format,
    encoding,
    fields: Object.keys(fields).length > 0 ? fields : undefined,
    allLanguages,
    largestRecord,
    unpackedBytes,
    unpackedRatio,
  });
}

const FIELDS: readonly RecordField[] = [
  ...(['text', 'id', 'title', 'date', 'url', 'publisher', 'author', 'language'] as const),
];

function withFields(command: Command): Command {
  return command
    .option(
      '--text-field <path>',
      'where records keep their text: a column, or a path such as content.body.0.text',
    )
    .option('--id-field <path>', 'where they keep their identifier')
    .option('--title-field <path>', 'where they keep their headline')
    .option('--date-field <path>', 'where they keep their date')
    .option('--url-field <path>', 'where they keep their address')
    .option('--publisher-field <path>', 'where they keep their publisher')
    .option('--author-field <path>', 'where they keep their author')
    .option('--language-field <path>', 'where they keep their language');
}

function given<Values extends object>(values: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Values;
}
