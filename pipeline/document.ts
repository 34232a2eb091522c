/**
 * The article, the layers over it, and every type that crosses a stage.
 * All offsets here are UTF-16 units into the article's text, end exclusive; `output/` turns them into code points.
 * Nothing in this file computes anything.
 */

/** The input record: what was read and decoded, otherwise untouched. */
export interface Article {
  /** The record's own id; for a plain file its name without the extension. */
  readonly identifier: string;
  /** The text that every offset points into: headline, blank line, body. */
  readonly text: string;
  /** Where the record came from, relative to what the user named; part of the article's id. */
  readonly source?: string;
  /** Number of the record in its source, from 0. */
  readonly record?: number;
  readonly headline?: string;
  readonly inLanguage?: string;
  readonly datePublished?: string;
  readonly url?: string;
  readonly publisher?: string;
  readonly author?: string;
}

/** A half-open range of UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export type EntityType = 'Person' | 'Organization' | 'Place';
export type Gender = 'm' | 'f';

/** Why we say so: the rule or sieve, the spans of its roles, the list rows and earlier findings it rests on. */
export interface Evidence {
  readonly rule: string;
  readonly spans?: Readonly<Record<string, Span>>;
  /** List rows, as `people:سيرغي لافروف`. */
  readonly rows?: readonly string[];
  readonly because?: readonly Evidence[];
}

/** The words that name an entity. */
export interface Mention extends Span {
  readonly type: EntityType;
  /** Its words with the article restored (`الكرملين` for `لكرملين`), marks and line breaks dropped. */
  readonly name: string;
  readonly evidence: readonly Evidence[];
  readonly confidence: number;
}

/** The thing itself, within one document. */
export interface Entity {
  readonly type: EntityType;
  readonly name: string;
  readonly alternateNames: readonly string[];
  /** From the list, only when linked. */
  readonly canonicalName?: string;
  /** A Wikidata id (`Q58217`), only when the list is certain of it. */
  readonly wikidata?: string;
  readonly gender?: Gender;
  /** Titles that the article gives it, as written there. */
  readonly jobTitles: readonly string[];
  /** In text order, at least one. */
  readonly mentions: readonly Mention[];
}

export type QuotationKind = 'direct' | 'mixed' | 'indirect' | 'colon' | 'headline';
export type Resolution = 'name' | 'title' | 'description' | 'pronoun' | 'elided' | 'headline' | 'none';
export type Polarity = 'asserted' | 'denied' | 'questioned' | 'conditional' | 'future';

/** Somebody in a quotation's surroundings: an entity of the document, or only words. */
export interface Party {
  readonly entity?: Entity;
  readonly text: string;
  readonly span: Span;
}

/** Cue, speaker and content. The span is the content's, as the annotation guidelines fix it. */
export interface Quotation extends Span {
  readonly kind: QuotationKind;
  readonly speakers: readonly Entity[];
  /** The words that stand for the speaker at this quotation. */
  readonly speakerSpan?: Span;
  readonly resolution: Resolution;
  /** Why there is no speaker, when `resolution` is `none`: a reason code. */
  readonly abstention?: string;
  readonly cue?: Span;
  readonly relay?: Party;
  readonly addressee?: Party;
  readonly onBehalfOf?: Party;
  /** Index in the document's quotations of the row that encloses this one. */
  readonly partOf?: number;
  /** Index of the row of which this is a later piece. */
  readonly continues?: number;
  /** Marked parts, on `indirect` only. */
  readonly verbatim?: readonly Span[];
  readonly polarity: Polarity;
  readonly stance: string;
  readonly evidence: readonly Evidence[];
  readonly confidence: number;
}

/** What can be wrong with an input; the messages are in `problem.ts`. */
export type ProblemCode =
  | 'empty-text'
  | 'no-arabic'
  | 'lone-surrogate'
  | 'control-character'
  | 'replacement-character'
  | 'unbalanced-quotation-mark'
  | 'reversed-quotation-mark'
  | 'undecodable-bytes'
  | 'guessed-encoding'
  | 'mojibake'
  | 'work-budget';

/** A reported defect of an input. Never an exception. */
export interface Problem extends Span {
  readonly code: ProblemCode;
  readonly message: string;
}

/** Everything that the stages found, read-only. */
export interface Document {
  readonly article: Article;
  /** In order of first mention. */
  readonly entities: readonly Entity[];
  /** In text order. */
  readonly quotations: readonly Quotation[];
  /** In text order. */
  readonly problems: readonly Problem[];
}
