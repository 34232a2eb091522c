/**
 * The types that cross between the bench and the process of a case: what a case is told and what it measures.
 * Times are seconds, sizes are bytes. Nothing in this file computes anything.
 */

/** What the process of a case is told. */
export interface Setting {
  readonly name: string;
  /** How long to measure, after a warm-up. */
  readonly seconds: number;
  /** File of JSON lines, a `Text` each. */
  readonly texts: string;
}

/** A text to run over, with its size in UTF-8 and its runs of characters that are not white space. */
export interface Text {
  readonly text: string;
  readonly bytes: number;
  readonly words: number;
}

/** How much text was worked through in how long. */
export interface Throughput {
  readonly kind: 'throughput';
  readonly seconds: number;
  readonly bytes: number;
  readonly words: number;
}

/** One hard input and half of it; or of its first part, when the whole would take too long. */
export interface Growth {
  readonly kind: 'growth';
  readonly half: number;
  readonly full: number;
  /** 1 when `full` is the whole input, 4 when it is its first quarter. */
  readonly parts: number;
  readonly bytes: number;
}

/** One start of a program. */
export interface StartUp {
  readonly kind: 'start-up';
  /** CPU time, user and system, of all threads. */
  readonly cpu: number;
  readonly wall: number;
  readonly peak: number;
}

/** What is still held, after a garbage collection, when few and when many articles have been read. */
export interface Flatness {
  readonly kind: 'flatness';
  /** Before there is an extractor. */
  readonly before: Held;
  readonly few: Held;
  readonly many: Held;
}

export interface Held {
  readonly articles: number;
  readonly heap: number;
  readonly buffers: number;
}

/** The same articles with few and with many rules. */
export interface ManyRules {
  readonly kind: 'many-rules';
  /** How many times longer it takes with many. */
  readonly ratio: number;
}

export type Measurement = Throughput | Growth | StartUp | Flatness | ManyRules;

/** What comes back from the process of a case, with its peak memory; or why nothing did. */
export type Outcome =
  | { readonly measurement: Measurement; readonly peak: number }
  | { readonly failure: string };
