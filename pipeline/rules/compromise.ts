/**
 * compromise behind one typed face: its match syntax parsed to plain data, its matcher run on our own terms.
 * Nothing of compromise's tokenizer, tagger or lexicon is used. No other file imports it.
 */
import nlp from 'compromise/one';

/** One element of a parsed pattern, as far as we read it. */
export interface PatternElement {
  readonly tag?: string;
  readonly word?: string;
  readonly fastOr?: ReadonlySet<string>;
  readonly choices?: readonly (readonly PatternElement[])[];
  readonly operator?: string;
  readonly group?: string;
  readonly groupStart?: boolean;
  readonly groupEnd?: boolean;
  readonly min?: number;
  readonly max?: number;
  readonly optional?: boolean;
  readonly greedy?: boolean;
  readonly negative?: boolean;
  readonly anything?: boolean;
  readonly start?: boolean;
  readonly end?: boolean;
  readonly regex?: RegExp;
  readonly method?: string;
  readonly fuzzy?: boolean;
  readonly root?: string;
  readonly machine?: string;
  readonly id?: string;
}

/** A token in the form that compromise's matcher reads. */
export interface Term {
  readonly text: string;
  readonly normal: string;
  readonly pre: string;
  readonly post: string;
  readonly tags: ReadonlySet<string>;
  readonly index: readonly [number, number];
}

/** A match: term numbers, end exclusive, whole and by named group. */
export interface TermMatch {
  readonly start: number;
  readonly end: number;
  readonly groups: ReadonlyMap<string, readonly [number, number]>;
}

interface One {
  match(
    sentences: readonly (readonly Term[])[],
    query: { regs: unknown },
    cache: object,
  ): {
    readonly ptrs: readonly (readonly number[])[];
    readonly byGroup: Readonly<Record<string, readonly (readonly number[])[]>>;
  };
}

const one = (nlp as unknown as { methods(): { one: One } }).methods().one;

/** A match string as data. */
export function parsePattern(match: string): readonly PatternElement[] {
  return nlp.parseMatch(match) as unknown as readonly PatternElement[];
}

/** The first match of a parsed pattern in a row of terms. */
export function matchTerms(
  terms: readonly Term[],
  pattern: readonly PatternElement[],
): TermMatch | undefined {
  const { ptrs, byGroup } = one.match([terms], { regs: pattern }, {});
  const found = ptrs[0];
  if (found === undefined) return undefined;
  const groups = new Map<string, readonly [number, number]>();
  for (const [name, places] of Object.entries(byGroup))
    if (places[0] !== undefined) groups.set(name, [places[0][1], places[0][2]]);
  return { start: found[1], end: found[2], groups };
}
