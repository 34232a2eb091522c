/**
 * An article as rules see it: its shapes, its words without attached particles, its marks by their class, and where in
 * the article a token stands. Takes the layers; answers when asked, and makes nothing ahead.
 */
import type { Lookups } from '../lookup/lookup.js';
import type { Marks } from '../quote/marks.js';
import type { ConditionName } from '../rules/pattern.js';
import type { RuleRow } from '../rules/row.js';
import { CLOSING, DOTS_SIGN, OPENING, SIGNS } from '../rules/signs.js';
import type { WordFilter } from '../rules/word-filter.js';
import type { Segments } from '../segment.js';
import { DOTS, hashWord, NUMBER, PUNCT, QUOTE, suffixHash, type Tokens } from '../tokenize.js';
import { agreementOf } from './agreement.js';
import { SHAPE } from './shapes.js';
import { particlesOf } from './traits.js';

/** Where tokens stand; without it no token starts a sentence, stands in a headline or inside marks. */
export interface Surroundings {
  readonly marks: Marks;
  readonly segments: Segments;
}

export class ArticleRow implements RuleRow {
  readonly count: number;
  readonly line: Int32Array;
  readonly shapes: Int32Array;
  private readonly tokens: Tokens;
  private readonly lookups: Lookups;
  private readonly around: Surroundings | undefined;

  constructor(tokens: Tokens, lookups: Lookups, shapes: Int32Array, around?: Surroundings) {
    this.count = tokens.count;
    this.line = tokens.line;
    this.shapes = shapes;
    this.tokens = tokens;
    this.lookups = lookups;
    this.around = around;
  }

  mayHaveWord(words: WordFilter, at: number): boolean {
    return words.mayHave(this.wordHash(at));
  }

  wordHash(at: number): number {
    const { tokens } = this;
    if (tokens.kind[at] > NUMBER) return this.signHash(at);
    const skip = particlesOf(this.lookups, at);
    return skip === 0 ? tokens.hash[at] : suffixHash(tokens, at, skip);
  }

  /** Compares letter by letter: a text of thousands of words needs no strings for them. */
  isWord(word: string, at: number): boolean {
    const { kind, folded, foldStart, foldLength } = this.tokens;
    if (kind[at] > NUMBER) return this.sign(at) === word;
    const skip = particlesOf(this.lookups, at);
    if (foldLength[at] - skip !== word.length) return false;
    const from = foldStart[at] + skip;
    for (let i = 0; i < word.length; i++) if (folded[from + i] !== word.charCodeAt(i)) return false;
    return true;
  }

  holds(condition: ConditionName, at: number): boolean {
    switch (condition) {
      case 'startsSentence':
        return this.around !== undefined && startsSentence(this.tokens, this.around.segments, at);
      case 'insideMarks':
        return this.around !== undefined && this.around.marks.inside[at] !== 0;
      case 'inHeadline':
        return this.around !== undefined && lineOf(this.around.segments, at) === 'heading';
      case 'hasProclitic':
        return particlesOf(this.lookups, at) > 0;
      case 'agrees':
        return false;
    }
  }

  agreement(at: number): number {
    return agreementOf(this.tokens, this.lookups, at);
  }

  /** The sign of a mark's class; empty for a mark of none. */
  private sign(at: number): string {
    const { kind, hash } = this.tokens;
    if (kind[at] === PUNCT) return SIGNS.get(hash[at]) ?? '';
    if (kind[at] === DOTS) return DOTS_SIGN;
    if (kind[at] !== QUOTE) return '';
    if (this.shapes[at] & SHAPE.Open) return OPENING;
    return this.shapes[at] & SHAPE.Close ? CLOSING : '';
  }

  /** The hash of `sign`. */
  private signHash(at: number): number {
    const { kind, hash } = this.tokens;
    if (kind[at] === PUNCT) return SIGN_HASHES.get(hash[at]) ?? 0;
    if (kind[at] === DOTS) return DOTS_HASH;
    if (kind[at] !== QUOTE) return 0;
    if (this.shapes[at] & SHAPE.Open) return OPENING_HASH;
    return this.shapes[at] & SHAPE.Close ? CLOSING_HASH : 0;
  }
}

/** By UTF-16 unit, as in `SIGNS`. */
const SIGN_HASHES: ReadonlyMap<number, number> = new Map(
  [...SIGNS].map(([unit, sign]) => [unit, hashWord(sign)] as const),
);
const DOTS_HASH = hashWord(DOTS_SIGN);
const OPENING_HASH = hashWord(OPENING);
const CLOSING_HASH = hashWord(CLOSING);

/** The first token of a sentence, or the first word behind the marks that open it: `- «قال …`. */
function startsSentence({ kind }: Tokens, { sentences, sentenceOf }: Segments, at: number): boolean {
  const { first } = sentences[sentenceOf[at]];
  let token = first;
  while (token < at && kind[token] >= PUNCT) token++;
  return token === at;
}

function lineOf({ lines, sentences, sentenceOf }: Segments, at: number): string {
  return lines[sentences[sentenceOf[at]].line].kind;
}
