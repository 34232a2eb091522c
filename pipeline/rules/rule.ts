/**
 * A pattern rule as data: one YAML file of `rules/patterns/<family>/<rule-id>.yaml`.
 * Its checks are in `packs/`, its compiler and runner beside this file.
 */
import type { EntityType } from '../document.js';

/** What a rule must find, by role and substring, never by offset. */
export interface RuleExample {
  readonly text: string;
  /** Role → the words it must cover, e.g. `person: سامر العبدلات`. */
  readonly roles: Readonly<Record<string, string>>;
}

/** A sentence on which the rule must stay silent, and why. */
export interface NearMiss {
  readonly text: string;
  readonly why: string;
}

/** What a rule makes of its match. */
export interface RuleProduct {
  readonly type: EntityType;
  /** The named group that is the mention. */
  readonly span: string;
  /** Which side of the span holds a job title, if any. */
  readonly jobTitle?: 'before' | 'after';
}

/** One rule. */
export interface Rule {
  /** Permanent and path-like: `person/title-name`. */
  readonly id: string;
  readonly says: string;
  /** compromise match syntax over our tokens and tags. */
  readonly match: string;
  readonly makes: RuleProduct;
  readonly confidence: number;
  readonly examples: readonly RuleExample[];
  readonly nearMisses: readonly NearMiss[];
}

/** What the runner sees of a token: its folded word and its tags. */
export interface RuleToken {
  readonly word: string;
  readonly tags: ReadonlySet<string>;
}

/** A half-open range of token numbers. */
export interface TokenRange {
  readonly start: number;
  readonly end: number;
}

/** One match of a rule; ranges are token numbers of the list that was given to the runner. */
export interface RuleMatch extends TokenRange {
  readonly rule: Rule;
  readonly groups: Readonly<Record<string, TokenRange>>;
}
