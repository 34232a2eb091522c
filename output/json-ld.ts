/**
 * Writes a document as a JSON-LD object of the output contract. Takes what the pipeline found, with UTF-16
 * offsets, and gives an object, or its one line of text, with code-point offsets. Same document, same bytes.
 * Never writes a file.
 */
import { createHash } from 'node:crypto';
import type { Article, Document, Entity, Mention, Problem } from '../pipeline/document.js';
import { codePointOffsets, wellFormed } from './code-points.js';
import { CONTEXT, CONTEXT_FILE } from './context.js';
import { nameAll } from './identifiers.js';
import type { JsonLdArticle, JsonLdEntity, JsonLdOccurrence, JsonLdProblem } from './json-ld-types.js';
import { quotationRows } from './quotation-rows.js';
import { decimal, ruleIds, some, spanObject, type Writing } from './writing.js';

export interface JsonLdOptions {
  /** `inline` (default) puts the context into the object; `file` names `context.jsonld`, to stand beside the output. */
  readonly context?: 'inline' | 'file';
  /** Adds the text itself as `articleBody`. */
  readonly withText?: boolean;
  /** IRI of the extractor: a digest of version, rules and options. */
  readonly generatedBy?: string;
}

/**
 * Gives the output object of one document. Offsets in it are Unicode code points.
 * @throws Error when a speaker is not among the document's entities, which only a faulty caller brings about
 */
export function toJsonLd(document: Document, options: JsonLdOptions = {}): JsonLdArticle {
  const text = wellFormed(document.article.text);
  const at = codePointOffsets(text);
  const writing: Writing = { text, at, ids: nameAll(document, at) };
  return {
    '@context': options.context === 'file' ? CONTEXT_FILE : CONTEXT,
    type: 'NewsArticle',
    id: writing.ids.article,
    identifier: wellFormed(document.article.identifier),
    contract: '1',
    ...describe(document.article),
    textDigest: `sha256:${createHash('sha256').update(text).digest('hex')}`,
    textLength: at(text.length),
    ...(options.withText ? { articleBody: text } : {}),
    ...some(
      'mentions',
      document.entities.map((entity) => entityObject(writing, entity)),
    ),
    ...some('quotations', quotationRows(writing, document)),
    ...some(
      'problems',
      document.problems.map((problem, index) => problemObject(writing, problem, index)),
    ),
    ...(options.generatedBy ? { generatedBy: options.generatedBy } : {}),
  };
}

/** Gives the output object of one document as one line, without a line break at its end. */
export function serialize(document: Document, options: JsonLdOptions = {}): string {
  // JSON allows these three in a string, but some readers end a line at them.
  const line = JSON.stringify(toJsonLd(document, options));
  if (!LINE_ENDS.test(line)) return line;
  return line.replace(
    /[\u0085\u2028\u2029]/gu,
    (separator) => `\\u${separator.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

const LINE_ENDS = /[\u0085\u2028\u2029]/u;

function describe(article: Article): Partial<JsonLdArticle> {
  const keys = ['headline', 'inLanguage', 'datePublished', 'url', 'publisher', 'author'] as const;
  const present = keys.filter((key) => article[key]);
  return Object.fromEntries(present.map((key) => [key, wellFormed(article[key] ?? '')]));
}

function entityObject(writing: Writing, entity: Entity): JsonLdEntity {
  const { type, name, canonicalName, wikidata } = entity;
  const occurrences = inOrder(entity.mentions).map((mention) => occurrence(writing, mention));
  const id = writing.ids.entities.get(entity)!;
  const plain =
    entity.alternateNames.length === 0 && entity.jobTitles.length === 0 && !canonicalName && !wikidata;
  if (plain) return { type, id, name: wellFormed(name), occurrences };
  const others = [...new Set(entity.alternateNames)].filter((other) => other !== name && other !== '');
  return {
    type,
    id,
    name: wellFormed(name),
    ...some('alternateName', others.map(wellFormed)),
    ...(canonicalName ? { canonicalName } : {}),
    ...(wikidata ? { sameAs: [`http://www.wikidata.org/entity/${wikidata}`] } : {}),
    ...some('jobTitle', [...new Set(entity.jobTitles)].filter((title) => title !== '').map(wellFormed)),
    occurrences,
  };
}

/** The pipeline gives mentions in text order; another caller's are put so. */
function inOrder(mentions: readonly Mention[]): readonly Mention[] {
  const ordered = mentions.every(({ start }, i) => i === 0 || mentions[i - 1].start <= start);
  return ordered ? mentions : mentions.toSorted((a, b) => a.start - b.start || a.end - b.end);
}

function occurrence(writing: Writing, mention: Mention): JsonLdOccurrence {
  const { type, id, start, end, text } = spanObject(writing, mention);
  const confidence = decimal(mention.confidence);
  if (mention.evidence.length === 0) return { type, id, start, end, text, confidence };
  return { type, id, start, end, text, evidence: ruleIds(mention.evidence), confidence };
}

function problemObject({ at, ids }: Writing, problem: Problem, index: number): JsonLdProblem {
  const { code, start, end, message } = problem;
  return { id: ids.problems[index], code, start: at(start), end: at(end), message };
}
