/**
 * The output objects of the contract, version 1, in the order of their keys. All offsets are Unicode code points,
 * end exclusive. What is absent is omitted; an array always holds at least one element.
 */
import type { EntityType, Polarity, ProblemCode, QuotationKind, Resolution } from '../pipeline/document.js';

/** A stretch of the article's text; `text` is exactly that slice. */
export interface JsonLdSpan {
  readonly type: readonly ['TextPositionSelector', 'TextQuoteSelector'];
  /** The article's id with `#char=start,end`. */
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** One mention of an entity. */
export interface JsonLdOccurrence extends JsonLdSpan {
  /** Ids of rules and sieves, in order. */
  readonly evidence?: readonly string[];
  /** A decimal from 0 to 1, as a string. */
  readonly confidence: string;
}

/** Somebody or something that the article names. */
export interface JsonLdEntity {
  readonly type: EntityType;
  readonly id: string;
  readonly name: string;
  readonly alternateName?: readonly string[];
  readonly canonicalName?: string;
  readonly sameAs?: readonly string[];
  readonly jobTitle?: readonly string[];
  readonly occurrences: readonly JsonLdOccurrence[];
}

/** What was said, and by whom. */
export interface JsonLdQuotation {
  readonly type: 'Quotation';
  readonly id: string;
  readonly kind: QuotationKind;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Ids of entities of any type. */
  readonly speaker?: readonly string[];
  /** Those of `speaker` that are persons or organizations, as schema.org wants it. */
  readonly spokenByCharacter?: readonly string[];
  readonly speakerText?: string;
  readonly speakerSpan?: JsonLdSpan;
  readonly resolution: Resolution;
  readonly abstention?: string;
  readonly cue?: JsonLdSpan;
  /** An entity's id, or words of the text. */
  readonly relay?: string;
  /** The entity again, as a link that a graph can follow; absent when `relay` is only words. */
  readonly relayEntity?: string;
  readonly addressee?: string;
  readonly addresseeEntity?: string;
  readonly onBehalfOf?: string;
  readonly onBehalfOfEntity?: string;
  readonly partOf?: string;
  readonly continues?: string;
  readonly verbatim?: readonly JsonLdSpan[];
  readonly polarity: Polarity;
  readonly stance: string;
  readonly evidence?: readonly string[];
  readonly confidence: string;
}

/** A defect of the input. */
export interface JsonLdProblem {
  readonly id: string;
  readonly code: ProblemCode;
  readonly start: number;
  readonly end: number;
  readonly message: string;
}

/** One article: one line of a file. */
export interface JsonLdArticle {
  /** The context itself, or the name of the file beside the output that holds it. */
  readonly '@context': string | object;
  readonly type: 'NewsArticle';
  readonly id: string;
  readonly identifier: string;
  readonly contract: '1';
  readonly headline?: string;
  readonly inLanguage?: string;
  readonly datePublished?: string;
  readonly url?: string;
  readonly publisher?: string;
  readonly author?: string;
  /** `sha256:` and the hexadecimal digest of the text's UTF-8. */
  readonly textDigest: string;
  readonly textLength: number;
  readonly articleBody?: string;
  readonly mentions?: readonly JsonLdEntity[];
  readonly quotations?: readonly JsonLdQuotation[];
  readonly problems?: readonly JsonLdProblem[];
  readonly generatedBy?: string;
}
