/**
 * The stages in order, as straight-line code: an article in, a read-only document out.
 * Pure and synchronous; what is wrong with a text becomes a problem, never an exception.
 */
import { attributeAll } from './attribute/attribute.js';
import { buildDocument } from './build.js';
import type { Article, Document, Problem } from './document.js';
import { inspectText } from './inspect.js';
import type { Layers } from './layers.js';
import type { PackImage } from './lookup/image.js';
import { type Lexicon, openLexicon } from './lookup/lexicon.js';
import { lookUp } from './lookup/lookup.js';
import { type MetRow, metRows } from './lookup/met.js';
import { WordMemory } from './lookup/word-memory.js';
import { findCues } from './quote/cues.js';
import { pairMarks } from './quote/marks.js';
import { findQuotations } from './quote/quotations.js';
import { recognize } from './recognize/recognize.js';
import { shapeTokens } from './recognize/shapes.js';
import { resolveEntities } from './resolve/entities.js';
import { compileRules } from './rules/compile.js';
import type { Rule } from './rules/rule.js';
import type { RuleIndex } from './rules/run.js';
import { segment } from './segment.js';
import { tokenize } from './tokenize.js';
import type { Weighing } from './weighing.js';

/** A pack made ready for texts. */
export interface Compiled {
  readonly lexicon: Lexicon;
  readonly rules: RuleIndex;
  readonly memory: WordMemory;
}

export function compile(image: PackImage): Compiled {
  return {
    lexicon: openLexicon(image),
    rules: compileRules(image.rows('rules')),
    memory: new WordMemory(),
  };
}

/** The same lists, with what is remembered of their words, and other rules. */
export function withOtherRules(compiled: Compiled, rules: readonly Rule[]): Compiled {
  return { ...compiled, rules: compileRules(rules) };
}

/**
 * Reads one article. `reading` are problems that the reader of its bytes had; `weighing` records whom the sieves
 * weighed. Offsets are UTF-16 units.
 */
export function extract(
  compiled: Compiled,
  article: Article,
  reading: readonly Problem[] = [],
  weighing?: Weighing,
): Document {
  const { text, problems } = inspectText(article.text, reading);
  const tokens = tokenize(text);
  const lookups = lookUp(compiled.lexicon, compiled.memory, tokens);
  const marks = pairMarks(tokens);
  const segments = segment(tokens, marks, lookups);
  const shapes = shapeTokens(tokens, lookups, marks);
  const mentions = recognize(compiled.rules, tokens, lookups, marks, shapes, segments);
  const figures = resolveEntities(tokens, lookups, shapes, mentions);
  const layers: Layers = { tokens, lookups, marks, segments, shapes, figures, weighing };
  const cues = findCues(layers);
  const { drafts, attributions } = attributeAll(layers, findQuotations(layers, cues), cues);
  return buildDocument({ ...article, text }, layers, drafts, attributions, [...problems, ...marks.problems]);
}

/** The list rows that the words of a text are read as, whether anything comes of it or not. Offsets are UTF-16 units. */
export function meetRows({ lexicon, memory }: Compiled, text: string): readonly MetRow[] {
  const tokens = tokenize(inspectText(text, []).text);
  return metRows(lexicon, tokens, lookUp(lexicon, memory, tokens));
}
