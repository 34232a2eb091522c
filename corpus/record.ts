/**
 * What every format gives and every reader of a corpus takes: records, each an article, or the reason why there is none.
 * Nothing is lost between them: what goes in comes out as an article, as refused, or as passed over. Only types.
 */
import type { Article, Problem } from '../index.js';

/** One record of an input. */
export type SourceRecord = ArticleRecord | RefusedRecord | PassedOverRecord;

/** What is known of a record whatever became of it. */
export interface RecordPlace {
  /** From 0, in its input, whatever range of it is read. */
  readonly record: number;
  /** The record's own id, or the name that it gets for want of one. */
  readonly identifier: string;
  /** Unpacked bytes that the record takes up in its input. */
  readonly bytes: number;
}

/** An article with the problems of its reading, at UTF-16 offsets into its text. */
export interface ArticleRecord extends RecordPlace {
  readonly kind: 'article';
  /** Its text is headline, blank line, body; for a plain text the text as it is. */
  readonly article: Article;
  readonly problems: readonly Problem[];
}

/** A record that cannot be read; it goes into the quarantine of its shard. */
export interface RefusedRecord extends RecordPlace {
  readonly kind: 'refused';
  readonly reason: RefusalReason;
  /** One line for a person: place, reason, advice. */
  readonly message: string;
}

export type RefusalReason = 'malformed' | 'no-text' | 'too-large' | 'truncated' | 'unpacking-limit';

/** An article that is not in Arabic. */
export interface PassedOverRecord extends RecordPlace {
  readonly kind: 'passed-over';
  /** As a BCP 47 tag: `fa`. */
  readonly language: string;
}

/** A part of an input. Record numbers and ids do not depend on how an input is cut. */
export type RecordRange =
  /** Bytes of an unpacked input whose records are lines; `first` is the number of the first record. */
  | { readonly unit: 'bytes'; readonly from: number; readonly to: number; readonly first: number }
  /** Records by number, `to` exclusive. */
  | { readonly unit: 'records'; readonly from: number; readonly to: number };

/** How inputs are read; what is absent is found out or has a default. */
export interface ReadOptions {
  readonly format?: string;
  readonly encoding?: string;
  /** Dotted paths into records of JSON, names of columns. */
  readonly fields?: Readonly<Partial<Record<RecordField, string>>>;
  /** Keeps articles that are not in Arabic. */
  readonly allLanguages?: boolean;
  /** Unpacked bytes of one record; a larger one is refused before it is decoded. */
  readonly largestRecord?: number;
  /** Bounds on what a packed file may unpack to. */
  readonly unpackedBytes?: number;
  readonly unpackedRatio?: number;
}

export type RecordField = 'text' | 'id' | 'title' | 'date' | 'url' | 'publisher' | 'author' | 'language';
