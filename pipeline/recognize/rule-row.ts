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
import { DOTS, hashWord, LONGEST_WORD, NUMBER, PUNCT, QUOTE, suffixHash, type Tokens } from '../tokenize.js';
import { agreementOf } from './agreement.js';
import { SHAPE } from './shapes.js';

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

  /** Looks at letters alone: whether they are particles is asked only when what would be left is a word of some rule. */
  mayHaveWord(words: WordFilter, at: number): boolean {
    const { kind, hash, folded, foldStart, foldLength } = this.tokens;
    if (kind[at] > NUMBER) return words.mayHave(this.wordHash(at));
    if (words.mayHave(hash[at])) return true;
    const length = foldLength[at];
    if (length < 3 || length > LONGEST_WORD || PARTICLES[folded[foldStart[at]] & 63] === 0) return false;
    for (let skip = 1; skip <= MOST_PARTICLES; skip++)
      if (words.mayHave(suffixHash(this.tokens, at, skip))) return true;
    return false;
  }

  wordHash(at: number): number {
    const { tokens } = this;
    if (tokens.kind[at] > NUMBER) return hashWord(this.sign(at));
    if (PARTICLES[tokens.folded[tokens.foldStart[at]] & 63] === 0) return tokens.hash[at];
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
}

/** By the low six bits of a folded letter: whether it can be a particle; `وب`, `فل` are the most before a word or its article. */
const PARTICLES = new Uint8Array(64);
for (const letter of 'وفبلكس') PARTICLES[letter.charCodeAt(0) & 63] = 1;
const MOST_PARTICLES = 2;

/** Letters of particles before a word, its article not counted: 1 in `لحزب` and `للقناة`, 2 in `وبالحزب`. */
export function particlesOf({ words }: Lookups, token: number): number {
  const reading = words[token]?.[0];
  if (reading === undefined || reading.skip === 0) return 0;
  return reading.definite ? Math.max(reading.skip - 2, reading.preposition ? 1 : 0) : reading.skip;
}

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
