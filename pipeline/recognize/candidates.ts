/**
 * Candidates for mentions: from list names, and from rules run over the tokens' shapes.
 * Takes the lookups and shapes; gives spans with type, list rows and evidence; overlaps are settled elsewhere.
 */
import type { EntityType, Evidence, Span } from '../document.js';
import type { NameRow } from '../knowledge.js';
import { COMMON, FUNCTION, HEAD, NISBA } from '../lookup/lexicon.js';
import type { Lookups, NameHit } from '../lookup/lookup.js';
import type { Marks } from '../quote/marks.js';
import type { RuleToken } from '../rules/rule.js';
import { type RuleIndex, type RuleRow, runRulesOn } from '../rules/run.js';
import { FOREIGN, foldedWord, hashWord, offsetAfter, type Tokens, WORD } from '../tokenize.js';
import { SHAPE, TAGS, type Tag } from './shapes.js';

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

/** What the rules of the pack find, sentence by sentence; a line without a rule's anchor costs nothing. */
export function ruleCandidates(
  tokens: Tokens,
  lookups: Lookups,
  shapes: Int32Array,
  index: RuleIndex,
): Candidate[] {
  const found: Candidate[] = [];
  const tagsOf = tagSets();
  const anchors = anchorsOf(index);
  for (let first = 0; first < tokens.count; ) {
    let end = first + 1;
    while (end < tokens.count && tokens.line[end] === tokens.line[first]) end++;
    for (let from = first; from < end; from += WINDOW - OVERLAP) {
      const to = Math.min(end, from + WINDOW);
      for (const match of runRulesOn(index, ruleRow(tokens, lookups, shapes, from, to, anchors, tagsOf))) {
        const group = match.groups[match.rule.makes.span];
        if (group === undefined || group.end <= group.start) continue;
        const start = from + group.start;
        const last = from + group.end - 1;
        const span = {
          start: offsetAfter(tokens, start, particlesOf(lookups, start)),
          end: tokens.end[last],
        };
        found.push({
          first: start,
          last,
          ...span,
          type: match.rule.makes.type,
          evidence: {
            rule: match.rule.id,
            spans: {
              match: { start: tokens.start[from + match.start], end: tokens.end[from + match.end - 1] },
              [match.rule.makes.span]: span,
            },
          },
          confidence: match.rule.confidence,
          rank: BY_RULE,
        });
      }
      if (to === end) break;
    }
    first = end;
  }
  return found;
}

/** Lines longer than this are tried in overlapping windows, so that no line costs more than its length. */
const WINDOW = 400;
const OVERLAP = 24;

interface Anchors {
  readonly mask: number;
  readonly words: ReadonlySet<number>;
}

/** Shapes and words at which some rule can have its anchor. */
function anchorsOf({ byTag, byWord }: RuleIndex): Anchors {
  let mask = 0;
  for (const tag of byTag.keys()) mask |= SHAPE[tag as Tag];
  return { mask, words: new Set([...byWord.keys()].map(hashWord)) };
}

/** Letters of particles before a word, its article not counted: 1 in `لحزب` and `للقناة`, 2 in `وبالحزب`. */
function particlesOf({ words }: Lookups, token: number): number {
  const reading = words[token]?.[0];
  if (reading === undefined || reading.skip === 0) return 0;
  return reading.definite ? Math.max(reading.skip - 2, reading.preposition ? 1 : 0) : reading.skip;
}

function ruleRow(
  tokens: Tokens,
  lookups: Lookups,
  shapes: Int32Array,
  from: number,
  to: number,
  { mask, words }: Anchors,
  tagsOf: (shape: number) => ReadonlySet<string>,
): RuleRow {
  return {
    length: to - from,
    mayAnchor: (at) =>
      (shapes[from + at] & mask) !== 0 ||
      words.has(tokens.hash[from + at]) ||
      lookups.words[from + at]?.[0].preposition === true,
    token(at): RuleToken {
      const kind = tokens.kind[from + at];
      const word =
        kind === WORD || kind === FOREIGN
          ? foldedWord(tokens, from + at).slice(particlesOf(lookups, from + at))
          : '';
      return { word, tags: tagsOf(shapes[from + at]) };
    },
  };
}

/** Gives the names of a shape's bits; shapes repeat, so each set is made once. */
function tagSets(): (shape: number) => ReadonlySet<string> {
  const known = new Map<number, ReadonlySet<string>>();
  return (shape) => {
    let tags = known.get(shape);
    if (tags === undefined) {
      tags = new Set(TAGS.filter((_, bit) => shape & (1 << bit)));
      known.set(shape, tags);
    }
    return tags;
  };
}
