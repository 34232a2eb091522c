/**
 * The library's public face: an extractor is made once from rules and lists, and reads articles.
 * The one place where rules meet the pipeline.
 */
import { createHash } from 'node:crypto';
import { digestOf } from './packs/digest.js';
import { openPack, openPacks } from './packs/open.js';
import { VERSION } from './packs/own-files.js';
import type { Article, Document, Problem } from './pipeline/document.js';
import { type Compiled, compile, extract, meetRows, withOtherRules } from './pipeline/index.js';
import type { Knowledge } from './pipeline/knowledge.js';
import type { PackImage } from './pipeline/lookup/image.js';
import type { MetRow } from './pipeline/lookup/met.js';
import type { Rule } from './pipeline/rules/rule.js';
import type { Weighing } from './pipeline/weighing.js';

export { serialize, toJsonLd } from './output/json-ld.js';
export { toNQuads } from './output/n-quads.js';
export type { JsonLdOptions } from './output/writing.js';
export { PackError } from './packs/error.js';
export { VERSION } from './packs/own-files.js';
export type * from './pipeline/document.js';
export type { Knowledge } from './pipeline/knowledge.js';
export type { MetRow } from './pipeline/lookup/met.js';
export type { Rule } from './pipeline/rules/rule.js';
export { type Candidate, createWeighing, type Weighing } from './pipeline/weighing.js';

export interface ExtractorOptions {
  /** Folders with rule packs of the user's own, added to the built-in pack in this order. */
  readonly rules?: readonly string[];
  /** A loaded pack instead of the built-in one. */
  readonly knowledge?: Knowledge;
  /** A pack that is compiled already, instead of all these. */
  readonly image?: PackImage;
}

export interface Extractor {
  /** Hash of the version and all rules and lists. */
  readonly digest: string;
  /** `urn:isnad:extractor:sha256:…`, for the output's `generatedBy`. */
  readonly generatedBy: string;
  /**
   * Reads one article. Never throws because of a text; offsets of the result are UTF-16 units.
   * @param reading problems that reading the bytes gave, to be reported with the rest.
   * @param weighing a record from `createWeighing`, to be filled with whom the sieves weighed for each quotation.
   */
  extract(article: Article, reading?: readonly Problem[], weighing?: Weighing): Document;
  /** An extractor with the same lists and these rules in place of its own. It opens nothing anew. */
  withRules(rules: readonly Rule[]): Extractor;
  /** The list rows that the words of a text are read as, whether anything comes of it or not. Offsets are UTF-16 units. */
  meetRows(text: string): readonly MetRow[];
}

/**
 * Makes an extractor.
 * @throws PackError with every defect when a rule pack is broken.
 */
export function createExtractor(options: ExtractorOptions = {}): Extractor {
  const image = options.image ?? opened(options);
  return extractorOf(compile(image), image.digest);
}

function opened({ knowledge, rules = [] }: ExtractorOptions): PackImage {
  return knowledge === undefined ? openPacks(rules, VERSION) : openPack(knowledge);
}

/** @param knowledge the digest of what was compiled */
function extractorOf(compiled: Compiled, knowledge: string): Extractor {
  const digest = createHash('sha256').update(`${VERSION}\n${knowledge}`).digest('hex');
  return {
    digest,
    generatedBy: `urn:isnad:extractor:sha256:${digest}`,
    extract: (article, reading, weighing) => extract(compiled, article, reading, weighing),
    withRules: (rules) => extractorOf(withOtherRules(compiled, rules), `${knowledge}\n${digestOf(rules)}`),
    meetRows: (text) => meetRows(compiled, text),
  };
}
