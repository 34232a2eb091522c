/**
 * What a difference between two outputs is. All offsets are Unicode code points, end exclusive. Only types, and the names of the
 * sorts that there are.
 */

export const SUBJECTS = ['mention', 'entity', 'quotation'] as const;
export type Subject = (typeof SUBJECTS)[number];

/** What became of it. `re-explained`: found as before, but by other rules or with another confidence. */
export const CHANGES = [
  'gained',
  'lost',
  'moved',
  're-typed',
  're-attributed',
  'changed',
  're-explained',
] as const;
export type Change = (typeof CHANGES)[number];

/** Where something stands on one side, and why. */
export interface Passage {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Type of the mention or entity, kind of the quotation. */
  readonly type: string;
  /** The entity's name. */
  readonly name?: string;
  /** Who speaks: names of entities, else the words that stand for the speaker. */
  readonly speaker?: string;
  /** Rules and sieves of this side's evidence. */
  readonly rules: readonly string[];
  readonly confidence?: string;
}

/** One difference: what stood before, what stands after, or both. */
export interface Difference {
  readonly subject: Subject;
  readonly change: Change;
  readonly before?: Passage;
  readonly after?: Passage;
  /** What changed where spans and types do not tell: `polarity asserted → denied`. */
  readonly note?: string;
  /** Rules, sieves and list rows that are responsible. */
  readonly causes: readonly string[];
  /** The causes in one line, by which differences are grouped: `person/kunya`, `person/a → person/b`. */
  readonly by: string;
}

/** What was compared: one article on both sides. */
export interface ArticleName {
  readonly id: string;
  readonly identifier: string;
}

/** What the comparison of one article gave. */
export type ArticleOutcome =
  | { readonly outcome: 'same' }
  | { readonly outcome: 'only before' | 'only after'; readonly article: ArticleName }
  /** The two sides read different texts, whose offsets cannot be compared. */
  | { readonly outcome: 'other text'; readonly article: ArticleName }
  | {
      readonly outcome: 'compared';
      readonly article: ArticleName;
      readonly differences: readonly Difference[];
      /** `sha256:…` of the text. */
      readonly digest: string;
      /** The text, where somebody has it. */
      readonly text?: string;
    };
