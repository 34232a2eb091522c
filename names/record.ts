/**
 * What every reader gives, whatever the format: names as a source writes them, still unjudged. Readers know a format and
 * nothing of lists; `import.ts` filters, and `row.ts` makes rows of what is left.
 */
import type { EntityType, Gender } from '../pipeline/document.js';
import type { Certainty, Spelling } from '../pipeline/knowledge.js';

/** One named thing of a source. */
export interface NameRecord {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly type?: EntityType;
  /** Wikidata ids of its classes, from which the type follows where it is not said. */
  readonly classes?: readonly string[];
  readonly kind?: string;
  readonly gender?: Gender;
  /** ISO 3166-1 alpha-2. */
  readonly country?: string;
  /** Wikidata id of its country, where no code is given. */
  readonly countryItem?: string;
  readonly offices?: readonly string[];
  readonly population?: number;
  /** False for what has no inhabitants, such as a river: no floor of population is asked of it. */
  readonly inhabited?: boolean;
  /** How many pages of Wikimedia's projects are about it. */
  readonly sitelinks?: number;
  readonly wikidata?: string;
  readonly spelling?: Spelling;
  readonly certainty?: Certainty;
}

/** What stands at a line of a source: a record, or the reason why there is none. */
export type Entry =
  | { readonly line: number; readonly record: NameRecord }
  | { readonly line: number; readonly fault: string };

/** Some entries in order, and how many were read for them: most of a dump has no Arabic name and gives no entry. */
export interface Batch {
  readonly read: number;
  readonly entries: readonly Entry[];
}

export type Batches = AsyncGenerator<Batch, void, undefined>;

/** Thrown by a reader's line or row that cannot be read; the import counts it and goes on. */
export class BadEntry extends Error {
  override readonly name = 'BadEntry';
}
