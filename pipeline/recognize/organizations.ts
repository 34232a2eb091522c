/**
 * Organizations read from their class nouns: what belongs to `وزارة`, `جامعة`, `شركة` or `الهيئة`, and where it ends.
 * Takes tokens with their lookups and shapes; gives candidates. What the lists know by itself is found elsewhere.
 */

import type { HeadRow } from '../knowledge.js';
import { HEAD } from '../lookup/lexicon.js';
import type { Lookups, WordReading } from '../lookup/lookup.js';
import { foldedWord, offsetAfter } from '../tokenize.js';
import { wordSet } from '../word-set.js';
import { BY_RULE, type Candidate, HEADED } from './candidates.js';
import {
  JOINS_COMPLEMENTS,
  OF_PERSONS,
  OF_PLACES,
  TAKES_COMPLEMENTS,
  TAKES_MARKS,
  TAKES_PURPOSE,
  WITHOUT_PURPOSE,
} from './class-nouns.js';
import { courtEnd, isCourt, seatEnd } from './courts.js';
import {
  isConjunct,
  isConstruct,
  isDefiniteWord,
  isForeignWord,
  isJoinedTo,
  isNameWord,
  isNationality,
  isPlaceWord,
  isSameLine,
  isTitleWord,
  isUnlistedWord,
  opensComplement,
  type Reader,
  shapeAt,
} from './name-words.js';
import { isNameInMarks, pairAt } from './organization-marks.js';
import { isPurposeName, purposeEnd } from './organization-purpose.js';
import { SHAPE } from './shapes.js';
import { TRAIT, traitsOf } from './traits.js';

/** A name over tokens `first` to `last`, and the way in which it was read. */
interface Found {
  readonly first: number;
  readonly last: number;
  readonly rule: string;
  readonly confidence: number;
}

export function organizationCandidates(reader: Reader): Candidate[] {
  const { tokens, lookups, shapes } = reader;
  const found: Candidate[] = [];
  for (let token = 0; token + 1 < tokens.count; token++) {
    if ((lookups.bits[token] & HEAD) === 0 || (shapes[token + 1] & OPENS_NAME) === 0) continue;
    const head = traitsOf(lookups, token) & TRAIT.bodyNoun ? headAt(lookups, token) : undefined;
    if (head === undefined) continue;
    for (const one of namesBehind(reader, token, head)) found.push(candidateOf(reader, token, head, one));
  }
  return found;
}

/** What can stand behind a class noun, in a name or before its marks. */
const OPENS_NAME =
  SHAPE.Def | SHAPE.Unknown | SHAPE.Latin | SHAPE.NameFirst | SHAPE.Place | SHAPE.Complement | SHAPE.Open;

type Head = WordReading & {
  readonly reading: { readonly head: NonNullable<WordReading['reading']['head']> };
};

/** The first class noun that the word can be. */
function headAt({ words }: Lookups, token: number): Head | undefined {
  return words[token]?.find(({ bits }) => bits & HEAD) as Head | undefined;
}

function namesBehind(reader: Reader, token: number, head: Head): readonly Found[] {
  if (head.definite) return some(definiteName(reader, token, head));
  const { inside, head: noun } = head.reading.head.row;
  const marked =
    inside !== 'generic' || TAKES_MARKS.has(noun) ? markedName(reader, token, inside !== 'yes') : undefined;
  if (marked !== undefined) return [marked];
  if (inside === 'no') return some(nameAlone(reader, token));
  if (inside === 'generic' && !TAKES_COMPLEMENTS.has(noun)) return [];
  return some(wholeName(reader, token, head));
}

function some(found: Found | undefined): readonly Found[] {
  return found === undefined ? [] : [found];
}

function candidateOf(
  { tokens }: Reader,
  token: number,
  head: Head,
  { first, last, rule, confidence }: Found,
): Candidate {
  const skip = first !== token ? 0 : head.definite ? articleOf(head) : head.skip;
  const start = offsetAfter(tokens, first, skip);
  const end = tokens.end[last];
  const spans = {
    head: { start: tokens.start[token], end: tokens.end[token] },
    organization: { start, end },
  };
  return {
    start,
    end,
    first,
    last,
    type: 'Organization',
    row: undefined,
    evidence: { rule, spans },
    confidence,
    furtherName: false,
    rank: first === token ? BY_RULE : HEADED,
  };
}

/** Letters of particles before the article, which belongs to the name: 1 in `للهيئة`, 0 in `الهيئة`. */
function articleOf({ skip, preposition }: WordReading): number {
  return Math.max(skip - 2, preposition ? 1 : 0);
}

/** `الهيئة الوطنية للمحامين`, `المركز الخليجي للوقاية من الأمراض`: adjectives and what the body is for. */
function definiteName(reader: Reader, token: number, head: Head): Found | undefined {
  const { row } = head.reading.head;
  if (row.inside === 'no' ? row.head !== 'شركة' : row.inside === 'generic' && !TAKES_PURPOSE.has(row.head))
    return undefined;
  let last = token;
  while (last - token < 3 && (isDefiniteWord(reader, last + 1) || isNationality(reader, last + 1))) last++;
  if (last === token) return undefined;
  const end = purposeEnd(reader, last) ?? (row.head === 'محكمة' ? seatEnd(reader, last) : undefined);
  if (end === undefined && isCourt(reader, token + 1, row))
    return { first: token, last: courtEnd(reader, token + 1), rule: 'organization/court', confidence: 0.82 };
  return end === undefined
    ? undefined
    : { first: token, last: end, rule: 'organization/definite-purpose', confidence: 0.85 };
}

/** A class noun that belongs to its name, with all that the name holds. */
function wholeName(reader: Reader, token: number, head: Head): Found | undefined {
  const { row, number } = head.reading.head;
  const found =
    (number === 's' ? placeBehind(reader, token, row.head) : undefined) ??
    (number === 's' ? personBehind(reader, token, row.head) : undefined) ??
    (row.inside === 'generic' ? undefined : definiteComplement(reader, token, row, number === 'd'));
  if (found === undefined) return undefined;
  const purpose = WITHOUT_PURPOSE.has(row.head) ? undefined : purposeEnd(reader, found.last);
  return purpose === undefined ? found : { ...found, last: purpose };
}

/** `وزارة الموارد المائية`, `لجنة حقوق الإنسان`: definite words, nouns in construct before them, an adjective that agrees. */
function definiteComplement(reader: Reader, token: number, row: HeadRow, dual: boolean): Found | undefined {
  const { tokens, shapes } = reader;
  const most = dual ? 1 : mostJoined(row.head);
  let last = token;
  while (last - token < 2 && isConstruct(reader, last + 1)) last++;
  if (!opensComplement(reader, last + 1)) return undefined;
  last++;
  let joined = 0;
  while (last - token < LONGEST && (isDefiniteWord(reader, last + 1) || isJoinedTo(reader, last + 1))) {
    if (isConjunct(reader, last + 1) && !isPairOfAdjectives(reader, last + 1) && ++joined > most) break;
    if (isBehindName(reader, last + 1)) break;
    last++;
  }
  const next = last + 1 < shapes.length ? shapes[last + 1] : 0;
  const agrees = ((next & SHAPE.Feminine) !== 0) === (row.gender === 'f') || dual;
  if (next & SHAPE.Nisba && next & SHAPE.Def && agrees && !isConjunct(reader, last + 1)) {
    last++;
    if (isSameLine(reader, last + 1) && BEHIND_NATION.has(tokens, last + 1)) last++;
  }
  if (isGeneric(reader, token, last, row)) return undefined;
  return { first: token, last, rule: 'organization/head-definite', confidence: 0.85 };
}

/** `الشؤون السياسية والأمنية`: two adjectives of one noun join nothing new. */
function isPairOfAdjectives({ tokens }: Reader, token: number): boolean {
  return /يه$/u.test(foldedWord(tokens, token - 1)) && /يه$/u.test(foldedWord(tokens, token));
}

/** `هيئة الأركان الأمريكية المشتركة`: what may still stand behind the nationality. */
const BEHIND_NATION = wordSet('المشتركه المركزيه العليا');

/** `وزارة التجهيز والنقل والماء`: a ministry joins what is put under it; most bodies join two things. */
function mostJoined(head: string): number {
  if (!JOINS_COMPLEMENTS.has(head)) return 0;
  return head === 'وزارة' ? 3 : 1;
}

const LONGEST = 7;

/**
 * The name is over: behind its adjective in ية a noun is what the body acts on (`رفضت محكمة الجنايات العسكرية الطعن`), and
 * two words that no list knows are who heads it (`كاتب عام نقابة التعليم الأساسي الدرغومي الزرياقي`).
 */
function isBehindName(reader: Reader, token: number): boolean {
  if (isConjunct(reader, token)) return false;
  const { tokens } = reader;
  if (/يه$/u.test(foldedWord(tokens, token - 1)) && !AGREES.test(foldedWord(tokens, token))) return true;
  return isUnlistedWord(reader, token) && isUnlistedWord(reader, token + 1);
}

/** Ends of what a feminine adjective can be followed by: another one, or `العليا`. */
const AGREES = /(?:ه|يا|ات)$/u;

/** `حركة السوق`, `مجلس الإدارة`: a class noun and one ordinary word name nothing by themselves. */
function isGeneric({ tokens, shapes }: Reader, first: number, last: number, row: HeadRow): boolean {
  if (last > first + 1) return false;
  if (row.inside === 'marked') return (shapes[last] & (SHAPE.Nisba | SHAPE.Family)) === 0;
  return GENERIC_WHOLES.has(`${row.head} ${foldedWord(tokens, last)}`);
}

const GENERIC_WHOLES: ReadonlySet<string> = new Set([
  'مجلس الاداره',
  'مجلس الاسره',
  'مجلس الوزراء',
  'هيئة المحكمه',
  'هيئة الدفاع',
  'هيئة المحلفين',
  'هيئة التحرير',
  'هيئة التدريس',
  'هيئة المكتب',
  'لجنة التحكيم',
  'لجنة المتابعه',
  'اتحاد الكره',
  'مدرسة البلده',
  'متحف الجامعه',
  'بلدية المنطقه',
  'بلدية المدينه',
  'محكمة المدينه',
  'جامعة المدينه',
]);

/** `جامعة دمشق`, `محكمة استئناف طنطا`, `بلدية نابلس`: a place, with nouns in construct before it. */
function placeBehind(
  { tokens, lookups, shapes, marks }: Reader,
  token: number,
  head: string,
): Found | undefined {
  if (!OF_PLACES.has(head)) return undefined;
  let last = token;
  const reader = { tokens, lookups, shapes, marks };
  while (last - token < 2 && isConstruct(reader, last + 1)) last++;
  let end = last;
  while (end - last < 3 && isPlaceWord(reader, end + 1)) end++;
  if (end === last || (head === 'مديرية' && last === token)) return undefined;
  while (end - last < 3 && isDefiniteWord(reader, end + 1) && (shapes[end + 1] & SHAPE.Nisba) === 0) {
    if (head === 'منتخب' && /ه$/u.test(foldedWord(tokens, end + 1))) break;
    end++;
  }
  return { first: token, last: end, rule: 'organization/head-place', confidence: 0.82 };
}

/** `جامعة الملك سعود`, `مؤسسة زرياق قندلفت`, `معهد كلاوتنبرغ`: a person's name or unknown words. */
function personBehind(reader: Reader, token: number, head: string): Found | undefined {
  const { shapes } = reader;
  if (!OF_PERSONS.has(head) || shapeAt(reader, token + 1) & SHAPE.Organization) return undefined;
  let last = token;
  while (last - token < 2 && isTitleWord(reader, last + 1)) last++;
  const titled = last > token;
  let end = last;
  while (end - last < 4 && isNameWord(reader, end + 1, end === last)) end++;
  if (end === last) return undefined;
  if (!titled && end === last + 1 && shapes[end] & (SHAPE.Def | SHAPE.Given)) return undefined;
  return { first: token, last: end, rule: 'organization/head-person', confidence: 0.75 };
}

/** The name behind a class noun that stays outside: `شركة مسار للسكك الحديدية`, `صحيفة كوريموندا`, `شركة Siemens`. */
function nameAlone(reader: Reader, token: number): Found | undefined {
  const { shapes } = reader;
  let first = token + 1;
  if (foldedWord(reader.tokens, token).endsWith('موقع') && !(shapeAt(reader, first) & SHAPE.Latin))
    return undefined;
  if (isForeignWord(reader, first) || isNameWord(reader, first, true)) {
    let last = first;
    const titled = token > 0 && (shapes[token - 1] & (SHAPE.Title | SHAPE.Complement)) !== 0;
    while (last - first < 5 && carriesOn(reader, last + 1, titled)) last++;
    if (last === first && (isLikelierPerson(reader, token) || foldedWord(reader.tokens, first).length < 3))
      return undefined;
    return { first, last: purposeEnd(reader, last) ?? last, rule: 'organization/head-name', confidence: 0.8 };
  }
  const purpose = isPurposeName(reader, first) ? purposeEnd(reader, first) : undefined;
  if (purpose !== undefined)
    return { first, last: purpose, rule: 'organization/head-purpose', confidence: 0.8 };
  while (first - token < 4 && isDefiniteWord(reader, first)) first++;
  if (first === token + 1 || !isForeignWord(reader, first) || shapes[first + 1] & SHAPE.NameNext)
    return undefined;
  return { first, last: first, rule: 'organization/head-described', confidence: 0.76 };
}

/** `فريق مورينيو` is that of a person, and so is a given name behind any class noun. */
function isLikelierPerson({ tokens, shapes }: Reader, token: number): boolean {
  const shape = shapes[token + 1];
  if (shape & SHAPE.Given) return true;
  return (shape & SHAPE.Family) !== 0 && foldedWord(tokens, token).endsWith('فريق');
}

function carriesOn(reader: Reader, token: number, titled: boolean): boolean {
  const shape = shapeAt(reader, token);
  if (!isSameLine(reader, token) || shape & SHAPE.Function) return false;
  if (titled && shape & SHAPE.Given && !(shape & SHAPE.Unknown)) return false;
  return isForeignWord(reader, token) || ((shape & SHAPE.NameNext) !== 0 && (shape & SHAPE.Nisba) === 0);
}

/** What stands in marks behind a class noun and its complements: `شركة الاستشارات العقارية «إي إل دورن»`. */
function markedName(reader: Reader, token: number, described: boolean): Found | undefined {
  const { marks } = reader;
  let open = token + 1;
  while (described && open - token < 5 && describes(reader, open)) open++;
  const pair = pairAt(marks, open);
  if (pair === undefined || !isNameInMarks(reader, pair)) return undefined;
  return { first: pair.first, last: pair.last, rule: 'organization/head-marked', confidence: 0.86 };
}

/** `شركة الاستشارات العقارية «…»`, `منظمة حقوقية "…"`, but not `موقع الجامعة بعنوان "…"`. */
function describes({ tokens, lookups, shapes }: Reader, token: number): boolean {
  if (token >= shapes.length || tokens.line[token] !== tokens.line[token - 1]) return false;
  if ((shapes[token] & SHAPE.Complement) === 0 || shapes[token] & SHAPE.Title) return false;
  return !(lookups.words[token] ?? []).some(({ preposition }) => preposition);
}
