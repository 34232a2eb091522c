/**
 * List names to candidates: each typed by its surroundings when the list knows several things of that name, and left out where
 * it is doubtful. Takes the lookups and shapes; gives spans with type, row and evidence; overlaps are settled elsewhere.
 */
import type { EntityType } from '../document.js';
import type { NameRow } from '../knowledge.js';
import { COMMON, FUNCTION, NISBA } from '../lookup/lexicon.js';
import type { Lookups, NameHit } from '../lookup/lookup.js';
import type { Marks } from '../quote/marks.js';
import { FOREIGN, type Tokens } from '../tokenize.js';
import { type Candidate, LISTED } from './candidates.js';
import { lineageEnd } from './lineage.js';
import { isLocated, makesPlace } from './place-context.js';
import { canNamePlace, isOrdinaryWhole } from './place-words.js';
import { SHAPE } from './shapes.js';
import { isAboutSport, isBehindTeamWord, standsForClub } from './sport.js';
import { TRAIT, traitsOf } from './traits.js';

export function listedCandidates(
  tokens: Tokens,
  lookups: Lookups,
  marks: Marks,
  shapes: Int32Array,
): Candidate[] {
  const found: Candidate[] = [];
  let sport: boolean | undefined;
  const isSport = (): boolean => {
    sport ??= isAboutSport(tokens);
    return sport;
  };
  for (const hit of lookups.names) {
    const row = chooseRow(tokens, lookups, marks, shapes, hit, isSport);
    if (row === undefined) continue;
    const last = listedEnd(tokens, lookups, shapes, hit, row);
    found.push({
      start: hit.start,
      end: tokens.end[last],
      first: hit.first,
      last,
      type: row.type,
      row,
      evidence: {
        rule: hit.respelled ? 'names/respelled' : 'names/listed',
        spans: { name: { start: hit.start, end: tokens.end[last] } },
        rows: [`${LISTS[row.type]}:${row.name}`],
      },
      confidence: row.certainty === 'sure' ? 0.97 : 0.9,
      furtherName: false,
      rank: LISTED,
    });
  }
  return found;
}

/** A list name may go on: the fathers of a person, the nationality of a body. */
function listedEnd(tokens: Tokens, lookups: Lookups, shapes: Int32Array, hit: NameHit, row: NameRow): number {
  if (row.type === 'Person' && hit.last > hit.first) return lineageEnd(tokens, shapes, hit.first, hit.last);
  return isNationalBody(tokens, lookups, shapes, hit, row) ? hit.last + 1 : hit.last;
}

/** `الدفاع المدني السوري`: of a body that many states have, the adjective that says whose it is. */
function isNationalBody(
  { line }: Tokens,
  { words, bits }: Lookups,
  shapes: Int32Array,
  { first, last }: NameHit,
  { type, kind, country, gender }: NameRow,
): boolean {
  if (first === last || !(bits[last + 1] & NISBA)) return false;
  if (type !== 'Organization' || country !== undefined) return false;
  if (line[last + 1] !== line[last]) return false;
  if (kind === undefined || !OF_STATES.has(kind) || (shapes[last] & SHAPE.Def) === 0) return false;
  return (words[last + 1] ?? []).some(
    ({ reading: { nisba }, definite, preposition, skip }) =>
      nisba !== undefined &&
      nisba.row.country !== undefined &&
      nisba.number === 's' &&
      nisba.gender === gender &&
      definite &&
      !preposition &&
      skip === 2,
  );
}

const OF_STATES: ReadonlySet<string> = new Set(
  'security agency military court bank government parliament party'.split(' '),
);

const LISTS = { Person: 'people', Organization: 'organizations', Place: 'places' } as const;

function chooseRow(
  tokens: Tokens,
  lookups: Lookups,
  marks: Marks,
  shapes: Int32Array,
  hit: NameHit,
  isSport: () => boolean,
): NameRow | undefined {
  const marked = isMarked(marks, hit);
  const headAt = marked ? hit.first - 2 : hit.first - 1;
  const rows = possibleRows(tokens, lookups, shapes, hit, headAt);
  const byHead = rowByHead(tokens, lookups, shapes, hit, rows, headAt);
  if (byHead !== undefined) return byHead;
  const medium = marked ? rows.find((row) => row.type === 'Organization') : undefined;
  if (medium !== undefined) return medium;
  if (isAdjective(lookups, shapes, hit)) return undefined;
  const club = rows.find(isClub);
  if (club !== undefined && standsForClub(tokens, lookups, shapes, hit, club, isSport)) return club;
  const plain = rows.some(isDoubted) ? rows.filter((row) => !isDoubted(row)) : rows;
  const doubted =
    plain.length === 0 ||
    (hit.first === hit.last &&
      ((isOrdinary(tokens, lookups, hit) && !marked) ||
        (isCommon(lookups, hit) && !plain.some(isUnmistakable))));
  if (!doubted) return larger(plain);
  return larger(rows.filter((row) => row.type === 'Place' && isLocated(tokens, lookups, shapes, hit, row)));
}

/** The rows that the hit can stand for as it is spelled; the same list when it can for all, as it mostly can. */
function possibleRows(
  tokens: Tokens,
  lookups: Lookups,
  shapes: Int32Array,
  hit: NameHit,
  headAt: number,
): readonly NameRow[] {
  const headed = headAt >= 0 && (shapes[headAt] & (SHAPE.PlaceHead | SHAPE.PlaceHeadIn)) !== 0;
  const isPossible = (row: NameRow): boolean =>
    row.type === 'Place'
      ? canNamePlace(tokens, lookups, hit, row, headed)
      : hit.first !== hit.last || !isOtherHamza(tokens.text.slice(hit.start, hit.end), row);
  return hit.rows.every(isPossible) ? hit.rows : hit.rows.filter(isPossible);
}

/** The row that is what the class noun or title before the hit says. */
function rowByHead(
  tokens: Tokens,
  lookups: Lookups,
  shapes: Int32Array,
  hit: NameHit,
  rows: readonly NameRow[],
  headAt: number,
): NameRow | undefined {
  const head = headType(lookups, headAt);
  if (head !== undefined)
    return rows.find(
      (row) =>
        row.type === head &&
        (head !== 'Place' || makesPlace(lookups, shapes, headAt, hit, row)) &&
        (row.kind !== 'club' || row.certainty !== 'context' || isBehindTeamWord(tokens, lookups, headAt + 1)),
    );
  const titled = hit.first > 0 && (shapes[hit.first - 1] & SHAPE.Title) !== 0;
  return titled ? rows.find(({ type }) => type === 'Person') : undefined;
}

function isDoubted({ certainty }: NameRow): boolean {
  return certainty === 'context';
}

function isClub({ kind }: NameRow): boolean {
  return kind === 'club';
}

/** `الأخوان` are two brothers and no `الإخوان`; a bare alef may be either, and papers spell foreign names as they hear them. */
function isOtherHamza(written: string, { name, aliases, spelling }: NameRow): boolean {
  if (spelling === 'foreign' || !/^ال[أإ]/u.test(written)) return false;
  const other = written[2] === 'أ' ? 'الإ' : 'الأ';
  return name.startsWith(other) && !aliases.includes(written);
}

/** Among homonyms the larger place, else the row that the lists name first. */
function larger(rows: readonly NameRow[]): NameRow | undefined {
  if (rows.length < 2) return rows[0];
  return rows.reduce((best, row) => (prior(row) > prior(best) ? row : best));
}

function prior(row: NameRow): number {
  return (row.certainty === 'sure' ? 1e10 : 0) + (row.kind === 'country' ? 1e9 : 0) + (row.population ?? 0);
}

/** `الحكومة السعودية`, `قوات سورية`: behind a noun of its kind the word is an adjective, behind `في` the country. */
function isAdjective(lookups: Lookups, shapes: Int32Array, { first, last, start, end }: NameHit): boolean {
  if (first !== last || first === 0 || start === end || !(lookups.bits[first] & NISBA)) return false;
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
  if ((lookups.bits[hit.first] & (FUNCTION | COMMON)) !== FUNCTION) return false;
  if (tokens.kind[hit.first] === FOREIGN) return false;
  return lookups.words[hit.first]?.some(({ bits, skip }) => skip === 0 && (bits & FUNCTION) !== 0) === true;
}

/** An ordinary word as well; of a place that the list is sure of, only the whole word counts. */
function isCommon(lookups: Lookups, hit: NameHit): boolean {
  if (!(lookups.bits[hit.first] & COMMON)) return false;
  const sure = hit.rows.every(({ type, certainty }) => type === 'Place' && certainty === 'sure');
  return !sure || isOrdinaryWhole(lookups, hit);
}

function isMarked(marks: Marks, hit: NameHit): boolean {
  const inside = marks.inside[hit.first];
  if (inside === 0) return false;
  const pair = marks.pairs[inside - 1];
  return pair.first === hit.first && pair.last === hit.last;
}

function headType(lookups: Lookups, token: number): EntityType | undefined {
  const trait = token < 0 ? 0 : traitsOf(lookups, token);
  if (trait & TRAIT.headOfPlace) return 'Place';
  return trait & TRAIT.headOfBody ? 'Organization' : undefined;
}
