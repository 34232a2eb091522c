/**
 * What a format is: how its bytes become records, each read only when somebody asks for it. Only types, and the limits
 * that all formats share.
 */
import type { Problem } from '../../index.js';
import type { ReadOptions, RefusalReason } from '../record.js';

export type FormatName =
  | 'text'
  | 'jsonl'
  | 'json'
  | 'csv'
  | 'tsv'
  | 'parquet'
  | 'xml'
  | 'mediawiki'
  | 'sgml'
  | 'html'
  | 'warc';

/** One unpacked file: an input, or one of several in a packed one. */
export interface Entry {
  /** What messages call it. */
  readonly place: string;
  /** The name of the file without folders and without the suffix of its packing; it decides where content leaves a tie. */
  readonly name: string;
  /** Others may stand beside it in the same input. */
  readonly isInArchive: boolean;
  /** The path of a file that is not packed, for formats that are read from their end. */
  readonly path?: string;
  /** The first bytes, of which there may be fewer than there are in the whole. */
  readonly beginning: Buffer;
  /** All bytes from the first; to be read once. */
  readonly pieces: AsyncIterable<Buffer>;
}

/** A record that was found but not looked into. */
export interface RawRecord {
  /** Unpacked bytes that it takes up. */
  readonly bytes: number;
  /** Takes a number and holds nothing, as an empty line. */
  readonly isAbsent?: boolean;
  read(): Reading | Promise<Reading>;
}

export type Reading = Fields | Refusal;

/** What a record says, as its format writes it: entities are decoded, dates and white space are not yet in order. */
export interface Fields {
  readonly id?: string;
  readonly title?: string;
  readonly body: string;
  readonly date?: string;
  readonly url?: string;
  readonly publisher?: string;
  readonly author?: string;
  readonly language?: string;
  /** Title and body are text, even where they look like markup. */
  readonly isPlain?: boolean;
  /** Of decoding its bytes; they are placed anew in the article's text. */
  readonly problems?: readonly Problem[];
}

/** Why a record cannot be read. */
export interface Refusal {
  /** The record's own, where it is known all the same. */
  readonly id?: string;
  readonly refused: RefusalReason;
  /** What is wrong and what to do, without the place. */
  readonly because: string;
  /** The place stands in it already. */
  readonly isPlaced?: boolean;
}

/** The records of a file. What is not written as the format demands becomes a refusal, never an error. */
export type FormatReader = (entry: Entry, options: ReadOptions) => AsyncIterable<RawRecord>;

/** Bytes that a record may have unless an option says otherwise. */
export const LARGEST_RECORD = 64 * 1024 * 1024;
