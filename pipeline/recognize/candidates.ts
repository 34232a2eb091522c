/**
 * A possible mention, as all that find names give it; and those that rules find, run over the tokens' shapes.
 * Overlaps are settled elsewhere.
 */
import type { EntityType, Evidence, Span } from '../document.js';
import type { NameRow } from '../knowledge.js';
import type { Lookups } from '../lookup/lookup.js';
import { type RuleIndex, runRules } from '../rules/run.js';
import { offsetAfter, type Tokens } from '../tokenize.js';
import { nameEnd } from './dangling.js';
import { lineageEnd } from './lineage.js';
import { lastOfPlace } from './place-extent.js';
import { ArticleRow, type Surroundings } from './rule-row.js';
import { SHAPE } from './shapes.js';
import { particlesOf } from './traits.js';

/**
 * A possible mention over tokens `first` to `last`; the span is in UTF-16 units. Whoever makes one writes all of its keys
 * in this order: objects of one make are read faster.
 */
export interface Candidate extends Span {
  readonly first: number;
  readonly last: number;
  readonly type: EntityType;
  readonly row: NameRow | undefined;
  readonly evidence: Evidence;
  readonly confidence: number;
  /** It ends with a family name in ال that the list name before it lacks: `محمد علي الحيدروسي`. */
  readonly furtherName: boolean;
  /** `headed` beats `listed` beats `rule` beats `weak` among equals. */
  readonly rank: number;
}

/** Right behind a class noun that says what it is: `شركة فيرساتشي` is no person. */
export const HEADED = 4;
export const LISTED = 3;
export const BY_RULE = 2;
export const WEAK = 1;

/** What a stage says of a candidate beside its place. */
type Reason = Pick<Candidate, 'type' | 'confidence' | 'rank'> & {
  readonly rule: string;
  readonly furtherName?: boolean;
  readonly because?: Candidate;
};

/** A candidate over whole tokens, particles written onto the first included; its evidence is the rule and the span. */
export function candidateOver(
  tokens: Tokens,
  first: number,
  last: number,
  { rule, because, type, confidence, furtherName = false, rank }: Reason,
): Candidate {
  const start = tokens.start[first];
  const end = tokens.end[last];
  const evidence = {
    rule,
    spans: { [type.toLowerCase()]: { start, end } },
    because: because && [because.evidence],
  };
  return { start, end, first, last, type, row: undefined, evidence, confidence, furtherName, rank };
}

/** What the rules of the pack find, line by line. */
export function ruleCandidates(
  tokens: Tokens,
  lookups: Lookups,
  shapes: Int32Array,
  index: RuleIndex,
  surroundings?: Surroundings,
): Candidate[] {
  const found: Candidate[] = [];
  for (const match of runRules(index, new ArticleRow(tokens, lookups, shapes, surroundings))) {
    const { rule, groups } = match;
    const group = groups.find(({ name }) => name === rule.makes.span);
    if (group === undefined) continue;
    const first = group.start;
    const last =
      rule.makes.type === 'Person'
        ? lineageEnd(tokens, shapes, first, nameEnd(tokens, shapes, first, group.end - 1))
        : isHeaded(rule)
          ? lastOfPlace(tokens, lookups, shapes, match.start, group.end - 1)
          : group.end - 1;
    if (last < first || (last === match.start && isHeaded(rule))) continue;
    const particles = particlesOf(lookups, first);
    const start = particles === 0 ? tokens.start[first] : offsetAfter(tokens, first, particles);
    const end = tokens.end[last];
    const whole = { start: tokens.start[match.start], end: tokens.end[match.end - 1] };
    found.push({
      start,
      end,
      first,
      last,
      type: rule.makes.type,
      row: undefined,
      evidence: { rule: rule.id, spans: { match: whole, [rule.makes.span]: { start, end } } },
      confidence: rule.confidence,
      furtherName: isFurtherName(shapes[last]),
      rank: BY_RULE,
    });
  }
  return found;
}

/** Rules that find a place by its class noun, which stands first. */
function isHeaded({ id }: { readonly id: string }): boolean {
  return id === 'place/head-name' || id === 'place/head-inside-name' || id === 'place/building-of-person';
}

function isFurtherName(shape: number): boolean {
  return (
    (shape & SHAPE.Def) !== 0 &&
    (shape & SHAPE.NameNext) !== 0 &&
    (shape & (SHAPE.Nisba | SHAPE.DefMore | SHAPE.Title | SHAPE.Person)) === 0
  );
}
