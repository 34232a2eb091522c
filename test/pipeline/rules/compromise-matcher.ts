/**
 * compromise's own matcher over our tokens, to compare ours with. It gets the pattern as its own parser reads it, words
 * folded, and tokens as the terms that it works on; nothing of its tokenizer, tagger or lexicon takes part.
 */
import nlp from 'compromise/one';
import { fold } from '../../../pipeline/normalize.js';
import { parseElements, type RawElement } from '../../../pipeline/rules/compromise.js';
import { joined } from '../../../pipeline/rules/parse.js';
import { signOf } from '../../../pipeline/rules/signs.js';
import type { TableToken } from './tokens.js';

/** What a matcher finds at one place. */
export interface Outcome {
  readonly end: number;
  readonly groups: Readonly<Record<string, { readonly start: number; readonly end: number }>>;
}

export type Theirs = readonly RawElement[];

/** A match string as compromise would run it. */
export function theirPattern(match: string): Theirs {
  return parseElements(joined(match)).map(folded);
}

/** Tokens of one line as compromise's matcher reads them. */
export function termsOf(tokens: readonly TableToken[]): object[] {
  return tokens.map(({ word, tags }) => ({
    text: word,
    normal: word,
    pre: '',
    post: '',
    tags,
    machine: null,
  }));
}

/** compromise copies the row at each place, and no match of ours is longer than this. */
const WINDOW = 32;

/** What compromise finds at a place of one line; undefined when it finds nothing there. */
export function theirOutcome(pattern: Theirs, terms: readonly object[], at: number): Outcome | undefined {
  if (pattern[0].start && at > 0) return undefined;
  const window = terms.slice(at, at + WINDOW);
  const { ptrs, byGroup } = one.match([window], { regs: bound(pattern), justOne: true }, {});
  if (ptrs[0]?.[1] !== 0) return undefined;
  const groups = Object.entries(byGroup)
    .map(([name, [[, start, end]]]) => [name, { start: start + at, end: end + at }] as const)
    .filter(([, { start, end }]) => end > start);
  return { end: ptrs[0][2] + at, groups: Object.fromEntries(groups) };
}

/** With `^`, or compromise would go on to later places. Before a negative it would change what is matched. */
function bound(pattern: Theirs): Theirs {
  const [first, ...rest] = pattern;
  return first.negative ? pattern : [{ ...first, start: true }, ...rest];
}

interface One {
  match(
    sentences: readonly (readonly object[])[],
    query: { regs: Theirs; justOne: boolean },
    cache: object,
  ): {
    readonly ptrs: readonly (readonly number[])[];
    readonly byGroup: Readonly<Record<string, readonly (readonly number[])[]>>;
  };
}

const one = (nlp as unknown as { methods(): { one: One } }).methods().one;

function folded(element: RawElement): RawElement {
  const { word, fastOr, choices } = element;
  return {
    ...element,
    ...(word === undefined ? {} : { word: wordOf(word) }),
    ...(fastOr === undefined ? {} : { fastOr: new Set([...fastOr].map(wordOf)) }),
    ...(choices === undefined ? {} : { choices: choices.map((row) => row.map(folded)) }),
  };
}

function wordOf(word: string): string {
  return signOf(word) ?? fold(word);
}
