/**
 * Whether a word that the lists doubt, since it is an ordinary word or a person's name as well, is a place where it stands:
 * behind a class noun, behind a word of place, beside another place. Gives yes or no for a row of a hit.
 */
import type { NameRow } from '../knowledge.js';
import { FAMILY, GIVEN } from '../lookup/lexicon.js';
import type { Lookups, NameHit } from '../lookup/lookup.js';
import type { Tokens } from '../tokenize.js';
import { isFunctionWord, isOrdinaryWord, isUnmistakable } from './place-words.js';
import { SHAPE } from './shapes.js';
import { type WordHashes, wordHashes } from './word-hashes.js';

/** Where a name stands. */
type Where = Pick<NameHit, 'first' | 'last' | 'start' | 'preposition'>;

/**
 * Whether the class noun at `head` makes a place of the hit. A sure name it always does (`العاصمة دمشق`); a word that may
 * be an ordinary one only when the noun is bare, so that the word is no adjective: `محافظة الغربية`, but not
 * `المناطق الغربية`. Where the noun is a plural or belongs to the name, an indefinite word is none: `قطاعات حديثة`, `جسر بحري`.
 */
export function makesPlace(
  lookups: Lookups,
  shapes: Int32Array,
  head: number,
  hit: NameHit,
  row: NameRow,
): boolean {
  const ordinary = isOrdinaryWord(lookups, hit) && !isUnmistakable(row);
  if (row.certainty !== 'context' && !ordinary) return true;
  if (isFunctionWord(lookups, hit)) return false;
  if (shapes[head] & SHAPE.Def) return row.kind === 'capital';
  const definite = (shapes[hit.first] & SHAPE.Def) !== 0;
  if (shapes[head] & SHAPE.PlaceHead) return definite || !ordinary || staysOutside(lookups, head);
  return shapes[head] & SHAPE.PlaceHeadIn
    ? definite || !ordinary
    : isWellKnown(row) && (definite || !ordinary);
}

/** A class noun of places that is never part of the name, so that what follows is one. */
function staysOutside({ words }: Lookups, head: number): boolean {
  return (words[head] ?? []).some(({ reading }) => reading.head?.row.inside === 'no');
}

/**
 * Whether a place that the lists doubt is meant where it stands: behind a word of place (`في حائل`, `شمال بابل`), beside
 * another place (`كربلاء وبابل`), or at the head of a report (`مسقط - وكالات`). An ordinary word needs a larger place
 * and stronger company, a person's name a larger place.
 */
export function isLocated(
  tokens: Tokens,
  lookups: Lookups,
  shapes: Int32Array,
  hit: NameHit,
  row: NameRow,
): boolean {
  const known = isWellKnown(row);
  const ordinary = isOrdinaryWord(lookups, hit);
  if (isFunctionWord(lookups, hit)) return false;
  if (isBesidePlace(tokens, shapes, hit)) return known;
  if (isBehind(SEATS, tokens, hit)) return known || !ordinary;
  if (ordinary && isUnmistakable(row) && isBehind(LOCATIVES, tokens, hit)) return true;
  if (ordinary) return known && isFollowedByNisba(lookups, hit, row);
  const named = (lookups.bits[hit.first] & (GIVEN | FAMILY)) !== 0;
  if (isBehind(LOCATIVES, tokens, hit)) return known || !named;
  if (isBehind(DIRECTIONS, tokens, hit) || isBehind(LOCALS, tokens, hit) || isWithBeh(tokens, hit))
    return known;
  return known && !named && opensReport(tokens, hit);
}

/**
 * Whether a word that a class noun made a place elsewhere in the article is that place here: behind a word of place or
 * beside a place. `سوق كورمال` and later `برنامج كورمال` are two things oftener than `بلدة كورمال` and `في كورمال`.
 */
export function standsAsPlace(tokens: Tokens, shapes: Int32Array, token: number, start: number): boolean {
  const hit = { first: token, last: token, start, preposition: start > tokens.start[token] };
  if (isBehind(LOCATIVES, tokens, hit) || isBehind(DIRECTIONS, tokens, hit) || isWithBeh(tokens, hit))
    return true;
  return isBesidePlace(tokens, shapes, hit);
}

function isBehind(words: WordHashes, tokens: Tokens, { first, start }: Where): boolean {
  if (first === 0 || start > tokens.start[first]) return false;
  return words.has(tokens.hash[first - 1]) && tokens.line[first - 1] === tokens.line[first];
}

/** Words behind which a place stands more often than anything else; `من` and `الي` less often. */
const LOCATIVES = wordHashes(
  'في وفي وسط بوسط قرب شمال جنوب شرق غرب شمالي جنوبي شرقي غربي ضواحي ريف مشارف ومشارف مديريه محافظه',
);
const DIRECTIONS = wordHashes('الي والي من ومن نحو صوب باتجاه داخل خارج ضفاف اطراف محيط اهالي سكان');

/** Who sits in a place and governs it; a person's name or an ordinary word seldom follows. */
const SEATS = wordHashes('محافظ ومحافظ لمحافظ والي ووالي لوالي معتمد ومعتمد معتمديه بمعتمديه قايمقام');
/** What a place has, as long as it is large. */
const LOCALS = wordHashes(
  'شرطه وشرطه مرور تعليم صحه زوار ابناء نزل كرنيش صيف شتاء سماء عمده بلديه امانه وامانه تجار فلاحي مزارعي طواري',
);

/** `بحائل`, but not `ولحائل`. */
export function isWithBeh({ text, start: starts }: Tokens, { first, start, preposition }: Where): boolean {
  return preposition && start > starts[first] && text[start - 1] === 'ب';
}

/** A place before it, joined by و or a comma, or behind it, joined by و; `الدول الغربية وروسيا` is a noun with its adjective. */
function isBesidePlace(tokens: Tokens, shapes: Int32Array, { first, last, start }: Where): boolean {
  const isPlaceAt = (token: number): boolean =>
    token >= 0 &&
    token < tokens.count &&
    tokens.line[token] === tokens.line[first] &&
    (shapes[token] & SHAPE.Place) !== 0;
  const taken = start > tokens.start[first];
  if (taken) return tokens.text[tokens.start[first]] === WAW && isPlaceAt(first - 1);
  const before = first > 0 ? shapes[first - 1] : 0;
  if (before & SHAPE.Comma) return isPlaceAt(first - 2);
  if (before & (SHAPE.Def | SHAPE.Place)) return false;
  return isPlaceAt(last + 1) && tokens.text[tokens.start[last + 1]] === WAW;
}

const WAW = 'و';

/** `كان الفرنسية`, `ليل الفرنسية`: the adjective of its own country. */
function isFollowedByNisba({ words }: Lookups, { last }: NameHit, { country }: NameRow): boolean {
  return (words[last + 1] ?? []).some(
    ({ reading, definite }) =>
      definite && reading.nisba?.gender === 'f' && reading.nisba.row.country === country,
  );
}

/** The first word of its line, with a dash, a stroke or a colon behind it. */
function opensReport({ text, line, start, end, count }: Tokens, { first, last }: NameHit): boolean {
  if (first > 0 && line[first - 1] === line[first]) return false;
  return (
    last + 1 < count &&
    line[last + 1] === line[last] &&
    /^\s*[-–—/:(]/u.test(text.slice(end[last], start[last + 1] + 1))
  );
}

/** Places that news from elsewhere would name without saying what they are. */
function isWellKnown({ kind, population = 0 }: NameRow): boolean {
  return population >= KNOWN || (kind !== undefined && WIDE.has(kind));
}

const KNOWN = 70_000;
const WIDE: ReadonlySet<string> = new Set('country capital continent province region territory'.split(' '));
