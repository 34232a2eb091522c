/**
 * A pattern rule as data: one YAML file of `rules/patterns/<family>/<rule-id>.yaml`.
 * Its checks are in `packs/`, its compiler and runner beside this file.
 */
import type { EntityType } from '../document.js';
import type { ParsedMatch } from './pattern.js';

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
  /** compromise match syntax over our tokens and tags (`docs/patterns.md`). */
  readonly match: string;
  /** Patterns that must not stand right before or right behind the match. */
  readonly unless?: { readonly before?: string; readonly after?: string };
  /** `match` and `unless` as the parser read them when the pack was made. */
  readonly parsed: ParsedMatch;
  readonly makes: RuleProduct;
  readonly confidence: number;
  readonly examples: readonly RuleExample[];
  readonly nearMisses: readonly NearMiss[];
}

/** A half-open range of token numbers. */
export interface TokenRange {
  readonly start: number;
  readonly end: number;
}

/** What a named group took. */
export interface NamedRange extends TokenRange {
  readonly name: string;
}

/** One match of a rule; ranges are token numbers of the row that was given to the runner. */
export interface RuleMatch extends TokenRange {
  readonly rule: Rule;
  /** The place of the rule among the rules. */
  readonly order: number;
  /** A group that took no token is absent. */
  readonly groups: readonly NamedRange[];
}
