/**
 * Writes a document as a JSON-LD object of the output contract. Takes what the pipeline found, with UTF-16
 * offsets, and gives an object, or its one line of text, with code-point offsets. Same document, same bytes.
 * Never writes a file.
 */
import type { Document, Problem } from '../pipeline/document.js';
import { digestOf, wellFormed } from './code-points.js';
import { CONTEXT, CONTEXT_FILE } from './context.js';
import { describeEntity } from './entity-rows.js';
import type { JsonLdArticle, JsonLdProblem } from './json-ld-types.js';
import { KEYS } from './keys.js';
import { lineOf } from './line.js';
import { objectOf } from './object-row.js';
import { describeQuotation } from './quotation-rows.js';
import { fixed, type Row } from './row.js';
import { type JsonLdOptions, type Writing, writingOf } from './writing.js';

/**
 * Gives the output object of one document. Offsets in it are Unicode code points.
 * @throws Error when a speaker is not among the document's entities, which only a faulty caller brings about
 */
export function toJsonLd(document: Document, options: JsonLdOptions = {}): JsonLdArticle {
  return objectOf(describeArticle, writingOf(document, options), document);
}

/**
 * Gives the output object of one document as one line, without a line break at its end.
 * @throws Error like `toJsonLd`
 */
export function serialize(document: Document, options: JsonLdOptions = {}): string {
  return lineOf(describeArticle, writingOf(document, options), document);
}

const INLINE_CONTEXT = fixed(KEYS['@context'], CONTEXT);
const CONTEXT_BESIDE = fixed(KEYS['@context'], CONTEXT_FILE);
const ARTICLE_TYPE = fixed(KEYS.type, 'NewsArticle');
const CONTRACT = fixed(KEYS.contract, '1');

/** Describes a whole document. */
export function describeArticle(row: Row<JsonLdArticle>, writing: Writing, document: Document): void {
  const { text, at, ids, options } = writing;
  row.fixed(options.context === 'file' ? CONTEXT_BESIDE : INLINE_CONTEXT);
  row.fixed(ARTICLE_TYPE);
  row.word(KEYS.id, ids.article);
  row.text(KEYS.identifier, wellFormed(document.article.identifier));
  row.fixed(CONTRACT);
  for (const key of DESCRIPTIONS) {
    const value = document.article[key];
    if (value) row.text(KEYS[key], wellFormed(value));
  }
  row.word(KEYS.textDigest, digestOf(text));
  row.count(KEYS.textLength, at(text.length));
  row.text(KEYS.articleBody, options.withText ? text : undefined);
  row.rows(KEYS.mentions, document.entities, describeEntity);
  row.rows(KEYS.quotations, document.quotations, describeQuotation);
  row.rows(KEYS.problems, document.problems, describeProblem);
  row.text(KEYS.generatedBy, options.generatedBy || undefined);
}

/** What the record says of its article. */
const DESCRIPTIONS = ['headline', 'inLanguage', 'datePublished', 'url', 'publisher', 'author'] as const;

function describeProblem(
  row: Row<JsonLdProblem>,
  { at, ids }: Writing,
  { code, start, end, message }: Problem,
  index: number,
): void {
  row.word(KEYS.id, ids.problems[index]);
  row.word(KEYS.code, code);
  row.count(KEYS.start, at(start));
  row.count(KEYS.end, at(end));
  row.text(KEYS.message, message);
}
