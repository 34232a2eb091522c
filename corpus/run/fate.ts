/**
 * What becomes of a record: an article's document, quarantine with the reason, or passed over. Every record has exactly one
 * fate, and a text, however broken, never stops its shard.
 */
import type { Document, Extractor } from '../../index.js';
import type { ArticleRecord, RefusalReason, SourceRecord } from '../record.js';
import type { StruckRecord } from './struck.js';

export type Fate =
  | { readonly kind: 'extracted'; readonly document: Document }
  | { readonly kind: 'quarantined'; readonly reason: QuarantineReason; readonly message: string }
  | { readonly kind: 'passed-over'; readonly language: string };

/** Why a record is in quarantine: it could not be read, costs too much, or extraction failed at it. */
export type QuarantineReason = RefusalReason | 'threw' | 'deadline' | 'memory';

/** A record, or one that is not read: reading it never ends, or its file is of no known format. */
export type SliceRecord = SourceRecord | UnreadRecord;

/** Where a record would have been. */
export interface UnreadRecord {
  readonly kind: 'unread';
  readonly record: number;
  readonly bytes: 0;
  readonly identifier?: undefined;
  readonly reason: QuarantineReason;
  readonly message: string;
}

/** What decides, beside the record. */
export interface Judge {
  readonly extractor: Pick<Extractor, 'extract'>;
  /** Bytes in UTF-8 that a text may have. */
  readonly largestArticle: number;
}

/** @param struck when an earlier attempt at this record had to be ended */
export function fateOf(record: SliceRecord, struck: StruckRecord | undefined, judge: Judge): Fate {
  if (record.kind === 'passed-over') return { kind: 'passed-over', language: record.language };
  if (record.kind === 'refused' || record.kind === 'unread')
    return quarantined(record.reason, record.message);
  if (struck !== undefined) return quarantined(struck.reason, struck.message);
  const size = Buffer.byteLength(record.article.text);
  if (size > judge.largestArticle) return quarantined('too-large', tooLarge(size, judge.largestArticle));
  return extracted(record, judge);
}

function extracted({ article, problems }: ArticleRecord, { extractor }: Judge): Fate {
  try {
    return { kind: 'extracted', document: extractor.extract(article, problems) };
  } catch (error) {
    return quarantined(
      'threw',
      `extracting failed (${(error as Error)?.message ?? error}); please report it with this article`,
    );
  }
}

function quarantined(reason: QuarantineReason, message: string): Fate {
  return { kind: 'quarantined', reason, message };
}

function tooLarge(size: number, most: number): string {
  return `the text has ${size} bytes, more than the ${most} that an article may have; divide it, or raise --largest-article`;
}
