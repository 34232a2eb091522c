/**
 * The form in which people annotate an article: names and quoted words as the text has them, never as offsets.
 * Only data: `parse.ts` reads it from YAML, `write.ts` writes it, `build.ts` turns it into spans, `draft.ts` back.
 */
import type { GoldType } from '../gold.js';

export const ENTITY_TYPES: readonly GoldType[] = ['Person', 'Organization', 'Place', 'Source'];
export const QUOTATION_KINDS: readonly string[] = ['direct', 'mixed', 'indirect', 'colon', 'headline'];

/** Where something stands in an annotation's file, from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** What every part of an annotation may carry: its place when it was read, comments when it is to be written. */
interface Part {
  readonly place?: Place;
  readonly notes?: readonly string[];
}

/** Some words of the text. */
export interface Stretch extends Part {
  /** All of them, or with `to` those that they begin with. */
  readonly words: string;
  /** Those that they end with: the first such words behind the beginning. */
  readonly to?: string;
  /** Which of several places is meant, from 1; counted wherever `words` stand, in other words too. */
  readonly occurrence?: number;
}

/** Which occurrences of a form, from 1; counted where it stands as a word. */
export interface Positions extends Part {
  readonly form: string;
  readonly numbers: readonly number[];
}

export interface EntitySource extends Part {
  /** The name by which quotations call it. */
  readonly key: string;
  readonly type: GoldType;
  readonly label?: string;
  /** Marked wherever they stand as a word; a form with `occurrence` at this one place, even inside a word. */
  readonly forms: readonly Stretch[];
  /** Only these occurrences are meant. */
  readonly only: readonly Positions[];
  /** These occurrences name something else, or nothing. */
  readonly except: readonly Positions[];
  /** Neither rewarded nor punished: all mentions, or these occurrences. */
  readonly optional: true | readonly Positions[];
}

export interface QuotationSource extends Stretch {
  readonly kind: string;
  /** Key of an entity, or one of its forms; null when nobody is named. */
  readonly speaker: string | null;
  readonly cue?: string;
  readonly optional?: true;
}

/** One article's annotation. */
export interface Annotation {
  readonly notes?: readonly string[];
  /** By default the name of the text without its ending. */
  readonly id?: string;
  /** The text, relative to the folder of texts; by default the annotation's name with `.txt`. */
  readonly text?: string;
  readonly entities: readonly EntitySource[];
  readonly quotations: readonly QuotationSource[];
  readonly notSpeech: readonly Stretch[];
}
