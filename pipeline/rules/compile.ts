/**
 * Rules to an index: each rule as a program, filed under the tags or words of its anchor, so that a token meets only rules
 * that it can belong to. Rules of one anchor that need the same neighbour share a shelf, and one look at that neighbour.
 */
import { hashWord } from '../tokenize.js';
import { type Anchor, anchorOf } from './anchor.js';
import { leastTokens, mostTokens, type Pattern, RuleSyntaxError } from './pattern.js';
import { bitsOf, type Program, programOf } from './program.js';
import type { Rule } from './rule.js';
import { WordFilter } from './word-filter.js';

export interface CompiledRule {
  readonly rule: Rule;
  /** Its place among the rules. */
  readonly order: number;
  readonly program: Program;
  /** Which step of the program the anchor is, and where the match can begin, counted back from it. */
  readonly anchorStep: number;
  readonly minBefore: number;
  readonly maxBefore: number;
  /** What must not end where the match begins. */
  readonly notBefore?: Side;
  /** What must not begin where the match ends. */
  readonly notAfter?: Side;
}

export interface Side {
  readonly program: Program;
  readonly least: number;
  readonly most: number;
}

/** Rules of one anchor that need one of the tags `mask` between `from` and `to` tokens from it; no mask, no need. */
export interface Shelf {
  readonly mask: number;
  readonly from: number;
  readonly to: number;
  readonly rules: CompiledRule[];
}

export interface RuleIndex {
  /** Bits of all tags under which something is filed. */
  readonly tags: number;
  /** By the number of the tag's bit. */
  readonly byTag: readonly (readonly Shelf[])[];
  /** By the hash of the word; rules of words with one hash may stand there together. */
  readonly byWord: ReadonlyMap<number, readonly Shelf[]>;
  /** The hashes of `byWord`. */
  readonly words: WordFilter;
}

/** Makes the index; the order of the rules is that of their matches at one place. */
export function compileRules(rules: readonly Rule[]): RuleIndex {
  const byTag: Shelf[][] = Array.from({ length: 32 }, () => []);
  const byWord = new Map<number, Shelf[]>();
  let tags = 0;
  rules.forEach((rule, order) => {
    const anchor = anchorOf(rule.parsed.match.elements);
    if (anchor === undefined)
      throw new RuleSyntaxError(`${rule.id} has no required element`, 'name a tag or a word');
    const compiled = compileRule(rule, order, anchor);
    const bits = bitsOf(anchor.tags);
    tags |= bits;
    for (let bit = 0; bit < 32; bit++) if (bits & (1 << bit)) shelve(byTag[bit], compiled, anchor);
    for (const hash of new Set(anchor.words.map(hashWord))) shelve(shelvesAt(byWord, hash), compiled, anchor);
  });
  return { tags, byTag, byWord, words: new WordFilter(byWord.keys()) };
}

function compileRule(rule: Rule, order: number, { element, minBefore, maxBefore }: Anchor): CompiledRule {
  const { match, notBefore, notAfter } = rule.parsed;
  return {
    rule,
    order,
    program: programOf(match),
    anchorStep: element,
    minBefore,
    maxBefore,
    ...(notBefore === undefined ? {} : { notBefore: sideOf(notBefore) }),
    ...(notAfter === undefined ? {} : { notAfter: sideOf(notAfter) }),
  };
}

function sideOf(pattern: Pattern): Side {
  return {
    program: programOf(pattern),
    least: leastTokens(pattern.elements),
    most: mostTokens(pattern.elements),
  };
}

function shelvesAt(index: Map<number, Shelf[]>, key: number): Shelf[] {
  const shelves = index.get(key) ?? [];
  index.set(key, shelves);
  return shelves;
}

function shelve(shelves: Shelf[], compiled: CompiledRule, { guard }: Anchor): void {
  const { from, to, mask } = { from: guard?.from ?? 0, to: guard?.to ?? 0, mask: bitsOf(guard?.tags) };
  const shelf = shelves.find((one) => one.mask === mask && one.from === from && one.to === to);
  if (shelf === undefined) shelves.push({ mask, from, to, rules: [compiled] });
  else shelf.rules.push(compiled);
}
