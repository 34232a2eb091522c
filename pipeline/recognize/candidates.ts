/**
 * Candidates for mentions: from list names, and from rules run over the tokens' shapes.
 * Takes the lookups and shapes; gives spans with type, list rows and evidence; overlaps are settled elsewhere.
 */
import type { EntityType, Evidence, Span } from '../document.js';
import type { NameRow } from '../knowledge.js';
import { COMMON, FUNCTION, HEAD, NISBA } from '../lookup/lexicon.js';
import type { Lookups, NameHit } from '../lookup/lookup.js';
import type { Marks } from '../quote/marks.js';
import { type RuleIndex, runRules } from '../rules/run.js';
import { FOREIGN, hashWord, offsetAfter, type Tokens } from '../tokenize.js';
import { ArticleRow, particlesOf, type Surroundings } from './rule-row.js';
import { SHAPE } from './shapes.js';

/** A possible mention over tokens `first` to `last`; the span is in UTF-16 units. */
export interface Candidate extends Span {
  readonly first: number;
  readonly last: number;
  readonly type: EntityType;
  readonly row?: NameRow;
  readonly evidence: Evidence;
  readonly confidence: number;
  /** `listed` beats `rule` beats `weak` among equals. */
  readonly rank: number;
}

export const LISTED = 3;
export const BY_RULE = 2;
export const WEAK = 1;

/** List names, each typed by its surroundings when the list knows several things of that name. */
export function listedCandidates(
  tokens: Tokens,
  lookups: Lookups,
  marks: Marks,
  shapes: Int32Array,
): Candidate[] {
  const found: Candidate[] = [];
  const sport = isAboutSport(tokens);
  for (const hit of lookups.names) {
    const row = chooseRow(tokens, lookups, marks, shapes, hit, sport);
    if (row === undefined) continue;
    found.push({
      first: hit.first,
      last: hit.last,
      start: hit.start,
      end: hit.end,
      type: row.type,
      row,
      evidence: {
        rule: hit.respelled ? 'names/respelled' : 'names/listed',
        spans: { name: { start: hit.start, end: hit.end } },
        rows: [`${LISTS[row.type]}:${row.name}`],
      },
      confidence: row.certainty === 'sure' ? 0.97 : 0.9,
      rank: LISTED,
    });
  }
  return found;
}

/** `الأهلي` and `النصر` are clubs in an article about a match, ordinary words elsewhere. */
function isAboutSport(tokens: Tokens): boolean {
  let words = 0;
  for (let token = 0; token < tokens.count && words < ENOUGH_SPORT; token++)
    if (SPORT.has(tokens.hash[token])) words++;
  return words >= ENOUGH_SPORT;
}

const ENOUGH_SPORT = 4;
const SPORT = new Set(
  'المباراه مباراه المباريات الدوري دوري اللاعبين لاعب اللاعب لاعبي المدرب مدرب الهدف هدف اهداف الملعب ملعب النادي الفريق فريق الجماهير الكاس البطوله المنتخب الحكم'
    .split(' ')
    .map(hashWord),
);

const LISTS = { Person: 'people', Organization: 'organizations', Place: 'places' } as const;

function chooseRow(
  tokens: Tokens,
  lookups: Lookups,
  marks: Marks,
  shapes: Int32Array,
  hit: NameHit,
  sport: boolean,
): NameRow | undefined {
  const before = hit.first > 0 ? shapes[hit.first - 1] : 0;
  const marked = isMarked(marks, hit);
  const head =
    headType(lookups, marked ? hit.first - 2 : hit.first - 1) ??
    (before & SHAPE.Title ? 'Person' : undefined);
  const byHead = hit.rows.find((row) => row.type === head);
  if (byHead !== undefined) return byHead;
  const medium = marked ? hit.rows.find((row) => row.type === 'Organization') : undefined;
  if (medium !== undefined) return medium;
  if (isAdjective(lookups, shapes, hit)) return undefined;
  const plain = hit.rows.filter((row) => row.certainty !== 'context');
  const club =
    sport && shapes[hit.first] & SHAPE.Def && !(before & SHAPE.DefMore)
      ? hit.rows.find(({ kind }) => kind === 'club')
      : undefined;
  if (club !== undefined) return club;
  if (plain.length === 0) return undefined;
  if (hit.first === hit.last && isOrdinary(tokens, lookups, hit) && !marked) return undefined;
  if (hit.first === hit.last && lookups.bits[hit.first] & COMMON && !plain.some(isUnmistakable))
    return undefined;
  return plain.reduce((best, row) => (prior(row) > prior(best) ? row : best));
}

/** Among homonyms the larger place, else the row that the lists name first. */
function prior(row: NameRow): number {
  return (row.certainty === 'sure' ? 1e10 : 0) + (row.kind === 'country' ? 1e9 : 0) + (row.population ?? 0);
}

/** `الحكومة السعودية`, `قوات سورية`: behind a noun of its kind the word is an adjective, behind `في` the country. */
function isAdjective(lookups: Lookups, shapes: Int32Array, { first, last, start, end }: NameHit): boolean {
  if (first !== last || first === 0 || start === end) return false;
  const nisba = lookups.words[first]?.find(({ bits }) => bits & NISBA);
  if (nisba === undefined) return false;
  const before = shapes[first - 1];
  if (before & (SHAPE.Function | SHAPE.Comma | SHAPE.Cue | SHAPE.Open)) return false;
  if (nisba.definite) return (before & SHAPE.Def) !== 0;
  return (before & SHAPE.Def) === 0 && (before & SHAPE.Complement) !== 0;
}

/** Names that everybody means when the word is written, even if it is an ordinary word as well. */
function isUnmistakable(row: NameRow): boolean {
  return (
    row.kind === 'country' ||
    row.kind === 'capital' ||
    row.kind === 'continent' ||
    (row.type === 'Organization' && row.certainty === 'sure')
  );
}

/** A short alias that is also a function word or an ordinary word is no name by itself. */
function isOrdinary(tokens: Tokens, lookups: Lookups, hit: NameHit): boolean {
  if (tokens.kind[hit.first] === FOREIGN) return false;
  const readings = lookups.words[hit.first] ?? [];
  return (
    readings.some(({ bits, skip }) => skip === 0 && (bits & FUNCTION) !== 0) &&
    (lookups.bits[hit.first] & COMMON) === 0
  );
}

function isMarked(marks: Marks, hit: NameHit): boolean {
  const pair = marks.pairs[marks.inside[hit.first] - 1];
  return pair !== undefined && pair.first === hit.first && pair.last === hit.last;
}

function headType(lookups: Lookups, token: number): EntityType | undefined {
  if (token < 0 || (lookups.bits[token] & HEAD) === 0) return undefined;
  return lookups.words[token]?.find(({ bits }) => bits & HEAD)?.reading.head?.row.type;
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
    const group = groups[rule.makes.span];
    if (group === undefined) continue;
    const first = group.start;
    const last = group.end - 1;
    const span = { start: offsetAfter(tokens, first, particlesOf(lookups, first)), end: tokens.end[last] };
    const whole = { start: tokens.start[match.start], end: tokens.end[match.end - 1] };
    found.push({
      first,
      last,
      ...span,
      type: rule.makes.type,
      evidence: { rule: rule.id, spans: { match: whole, [rule.makes.span]: span } },
      confidence: rule.confidence,
      rank: BY_RULE,
    });
  }
  return found;
}
