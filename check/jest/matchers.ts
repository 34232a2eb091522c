/**
 * Matchers for jest over what is extracted from a text. They take a text, which the built-in pack reads, or a document that
 * is extracted already, and say what was found instead, with its evidence.
 */
import {
  createExtractor,
  type Document,
  type Entity,
  type EntityType,
  type Extractor,
  type ExtractorOptions,
  type Mention,
  type Quotation,
  type QuotationKind,
} from '../../index.js';
import { once } from '../once.js';
import { missing, present } from './message.js';

/** What a mention must be; whatever is left out may be anything. */
export interface ExpectedMention {
  readonly type?: EntityType;
  /** The words of the mention as they stand in the text, without attached particles. */
  readonly words?: string;
  /** The name of what they mean: as the article gives it in full, or as a list has it. */
  readonly name?: string;
}

/** What a quotation must be; whatever is left out may be anything. */
export interface ExpectedQuotation {
  /** A name of the speaker, or the words that stand for the speaker at this quotation; null when nobody is named. */
  readonly speaker?: string | null;
  /** What is said, as it stands in the text, without the marks around it. */
  readonly words?: string;
  readonly kind?: QuotationKind;
}

/** A text, or what was extracted from one. */
export type Received = string | Document;

/** What jest asks of a matcher. */
export interface MatcherResult {
  readonly pass: boolean;
  message(): string;
}

interface Matchers {
  toExtract(received: Received, expected: ExpectedMention): MatcherResult;
  toQuote(received: Received, expected: ExpectedQuotation): MatcherResult;
}

/**
 * Makes the matchers for texts that other rules read: `expect.extend(matchersWith({ rules: ['my-rules'] }))`.
 * @throws PackError with every defect when a pack is broken
 */
export function matchersWith(options: ExtractorOptions | Extractor): Matchers {
  return matchersOf('extract' in options ? options : createExtractor(options));
}

/** The text names somebody or something. */
export const toExtract: Matchers['toExtract'] = (received, expected) =>
  builtin().toExtract(received, expected);

/** The text quotes somebody. */
export const toQuote: Matchers['toQuote'] = (received, expected) => builtin().toQuote(received, expected);

/** Made when it is first needed, and then kept. */
const builtin = once(() => matchersOf(createExtractor()));

function matchersOf(extractor: Extractor): Matchers {
  return {
    toExtract: (received, expected) => {
      const document = documentOf(received, extractor, 'toExtract');
      refuseEmpty(expected, ['type', 'words', 'name'], 'toExtract');
      const found = document.entities.flatMap((entity) =>
        entity.mentions.map((mention) => ({ span: mention, entity })),
      );
      const { text } = document.article;
      const fitting = found.filter(({ span, entity }) => isMention(text, span, entity, expected));
      return resultOf('toExtract', document, expected, found, fitting);
    },
    toQuote: (received, expected) => {
      const document = documentOf(received, extractor, 'toQuote');
      refuseEmpty(expected, ['speaker', 'words', 'kind'], 'toQuote');
      const found = document.quotations.map((span) => ({ span }));
      const fitting = found.filter(({ span }) => isQuotation(document.article.text, span, expected));
      return resultOf('toQuote', document, expected, found, fitting);
    },
  };
}

/** A mention with its entity, or a quotation. */
export interface Finding {
  readonly span: Mention | Quotation;
  readonly entity?: Entity;
}

function resultOf(
  matcher: string,
  document: Document,
  expected: object,
  found: readonly Finding[],
  fitting: readonly Finding[],
): MatcherResult {
  const pass = fitting.length > 0;
  return {
    pass,
    message: () =>
      pass ? present(matcher, document, expected, fitting) : missing(matcher, document, expected, found),
  };
}

function isMention(text: string, mention: Mention, entity: Entity, expected: ExpectedMention): boolean {
  const { type = mention.type, words, name } = expected;
  const names = [entity.name, entity.canonicalName];
  return (
    mention.type === type &&
    (words === undefined || text.slice(mention.start, mention.end) === words) &&
    (name === undefined || names.includes(name))
  );
}

function isQuotation(text: string, quotation: Quotation, expected: ExpectedQuotation): boolean {
  const { speaker, words, kind = quotation.kind } = expected;
  return (
    quotation.kind === kind &&
    (words === undefined || text.slice(quotation.start, quotation.end) === words) &&
    (speaker === undefined || isSpeaker(text, quotation, speaker))
  );
}

function isSpeaker(text: string, { speakers, speakerSpan }: Quotation, speaker: string | null): boolean {
  if (speaker === null) return speakers.length === 0 && speakerSpan === undefined;
  const names = speakers.flatMap(({ name, canonicalName, alternateNames }) => [
    name,
    canonicalName,
    ...alternateNames,
  ]);
  return (
    names.includes(speaker) || (speakerSpan && text.slice(speakerSpan.start, speakerSpan.end)) === speaker
  );
}

function documentOf(received: Received, extractor: Extractor, matcher: string): Document {
  if (typeof received === 'string') return extractor.extract({ identifier: 'text', text: received });
  if (Array.isArray((received as Partial<Document> | null)?.entities)) return received;
  throw new TypeError(`${matcher} reads a text or a document; give expect() one of them`);
}

/** A mistyped key would let everything pass. */
function refuseEmpty(expected: object, known: readonly string[], matcher: string): void {
  const keys = Object.keys(expected ?? {});
  const wrong = keys.find((key) => !known.includes(key));
  if (keys.length > 0 && wrong === undefined) return;
  const what = wrong === undefined ? 'is told nothing to look for' : `knows no "${wrong}"`;
  throw new TypeError(`${matcher} ${what}; give ${known.join(', ')}, or some of them`);
}
