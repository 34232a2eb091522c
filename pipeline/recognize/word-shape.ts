/**
 * The shape of a word by itself: what the lists and its letters say that it could be in a name, whatever stands around it.
 * Takes a token; gives tags as bits. Each word is asked about once, and its shape kept with it.
 */
import {
  COMMON,
  COMPLEMENTIZER,
  CUE,
  FAMILY,
  FINITE_CUE,
  FUNCTION,
  GIVEN,
  HEAD,
  NAME,
  NISBA,
  TITLE,
} from '../lookup/lexicon.js';
import type { Lookups, WordReading } from '../lookup/lookup.js';
import { CLASS, LATIN } from '../normalize.js';
import { FOREIGN, foldedWord, type Tokens, WORD } from '../tokenize.js';
import { SHAPE } from './tags.js';

export function shapeOf(tokens: Tokens, lookups: Lookups, token: number): number {
  if (tokens.kind[token] === WORD) return wordShape(tokens, lookups, token);
  return tokens.kind[token] === FOREIGN ? foreignShape(tokens, token) : 0;
}

function wordShape(tokens: Tokens, lookups: Lookups, token: number): number {
  const bits = lookups.bits[token];
  let shape = isDefinite(tokens, token) ? SHAPE.Def : 0;
  const readings = lookups.words[token] ?? [];
  const ordinaryWhole = readings.length > 1 && readings[0].skip === 0 && (readings[0].bits & COMMON) !== 0;
  for (const word of readings)
    shape |= ordinaryWhole && word.skip > 0 ? readingShape(word) & ~NAME_PARTS : readingShape(word);
  if (shape & (SHAPE.Given | SHAPE.Family) && losesTehMarbuta(tokens, lookups, token))
    shape &= ~(SHAPE.Given | SHAPE.Family);
  if (bits & (FUNCTION | COMPLEMENTIZER)) {
    shape |= SHAPE.Function;
    if (!isAli(tokens, token)) shape &= ~(SHAPE.Given | SHAPE.Family);
  }
  if (bits & TITLE && shape & SHAPE.Def) shape &= ~(SHAPE.Given | SHAPE.Family);
  if (bits & FINITE_CUE && isTrusted(lookups, token)) shape |= SHAPE.Cue;
  if (isUnknown(lookups, token) && canBeName(tokens, token)) shape |= SHAPE.Unknown;
  const ordinary = (bits & (COMMON | TITLE | HEAD)) !== 0 || (shape & SHAPE.Def) !== 0;
  const closed = (shape & (SHAPE.Function | SHAPE.Time)) !== 0 || (bits & COMPLEMENTIZER) !== 0;
  const titled = (bits & TITLE) !== 0 && (shape & SHAPE.Def) !== 0;
  if (ordinary && !closed && !titled && !(shape & SHAPE.Nisba))
    shape |= shape & SHAPE.Def ? SHAPE.DefMore : SHAPE.Bare;
  if (!closed && (ordinary || shape & SHAPE.Nisba) && !isVerb(lookups, token)) shape |= SHAPE.Complement;
  return shape;
}

/** A word that no list knows, or only as a place abroad that few texts mean: `هدسن` is a surname oftener than the town. */
export function isUnknown({ bits, words }: Lookups, token: number): boolean {
  if (bits[token] === 0) return true;
  if (bits[token] !== NAME) return false;
  return (words[token] ?? []).every(({ reading }) =>
    reading.names.every(
      ({ type, certainty, spelling }) =>
        type === 'Place' && certainty === 'context' && spelling === 'foreign',
    ),
  );
}

/** `وجود` is an ordinary word and no `و` with the name `جود`. */
const NAME_PARTS = SHAPE.Given | SHAPE.Family;

/** Verbs that are rarely speech say nothing about the word behind them. */
function isTrusted(lookups: Lookups, token: number): boolean {
  return (lookups.words[token] ?? []).some(({ reading }) =>
    reading.cues.some(({ row }) => row.trust !== 'weak'),
  );
}

/** `نظيره` is no `نظيرة`: behind ه for ة a pronoun is likelier than a name. */
function losesTehMarbuta(tokens: Tokens, lookups: Lookups, token: number): boolean {
  if (tokens.text.charCodeAt(tokens.end[token] - 1) !== HEH) return false;
  return (lookups.words[token] ?? []).some(({ reading }) =>
    (reading.given ?? reading.family)?.name.endsWith('\u0629'),
  );
}

/** `علي` the name and `على` the preposition fold to the same; where a paper writes one for the other, the neighbours decide. */
export function isAli(tokens: Tokens, token: number): boolean {
  return tokens.text.endsWith('\u0639\u0644\u064a', tokens.end[token]);
}

/** A word that the lists know only as a form of a reporting verb is no complement of a title. */
function isVerb(lookups: Lookups, token: number): boolean {
  const bits = lookups.bits[token];
  return (bits & CUE) !== 0 && (bits & (TITLE | HEAD | NISBA)) === 0;
}

function readingShape({ reading, bits, definite }: WordReading): number {
  let shape = 0;
  if (bits & TITLE) shape |= SHAPE.Title;
  if (bits & NISBA) shape |= reading.nisba?.gender === 'f' ? SHAPE.Nisba | SHAPE.Feminine : SHAPE.Nisba;
  if (bits & GIVEN) shape |= SHAPE.Given;
  if (bits & FAMILY) shape |= SHAPE.Family;
  if (bits & HEAD && reading.head !== undefined && reading.head.number !== 'p') {
    const { row, number } = reading.head;
    if (row.type === 'Organization')
      shape |=
        definite || row.inside === 'generic'
          ? SHAPE.OrgHeadGeneral
          : row.inside === 'no'
            ? SHAPE.OrgHeadOut
            : SHAPE.OrgHead;
    // `مطاري القاهرة والهفوف` are two names without their noun, and `سجنا نافذا` is no dual.
    else if (!definite && !(number === 'd' && row.inside === 'yes'))
      shape |= row.inside === 'yes' ? SHAPE.PlaceHeadIn : SHAPE.PlaceHead;
    if (number === 'd') shape |= SHAPE.Dual;
    if (definite) shape |= SHAPE.Def;
  }
  if (reading.functions.some((role) => TIME_ROLES.has(role))) shape |= SHAPE.Time;
  return shape;
}

const TIME_ROLES = new Set(['month', 'weekday', 'time']);

/** Whether the word carries ال, alone or behind particles: `العراق`, `وبالعراق`, `للعراق`; each letter may have its vowel. */
function isDefinite({ units, start, foldLength }: Tokens, token: number): boolean {
  if (foldLength[token] < 4) return false;
  let at = start[token];
  if (units[at] === WAW || units[at] === FEH) at++;
  if (isVowel(units[at])) at++;
  if (units[at] === LAM) return units[isVowel(units[at + 1]) ? at + 2 : at + 1] === LAM;
  if (units[at] === BEH || units[at] === KAF) at++;
  if (isVowel(units[at])) at++;
  // A bare alef: `ألبرت` and `إلياس` carry no article.
  return units[at] === ALEF && units[isVowel(units[at + 1]) ? at + 2 : at + 1] === LAM;
}

function isVowel(unit: number): boolean {
  return unit >= FATHATAN && unit <= SUKUN;
}

function foreignShape(tokens: Tokens, token: number): number {
  const unit = tokens.text.charCodeAt(tokens.start[token]);
  const capital =
    CLASS[unit] === LATIN && String.fromCharCode(unit) !== String.fromCharCode(unit).toLowerCase();
  return SHAPE.Latin | (capital ? SHAPE.Capital : 0);
}

/** Unknown words with a pronoun, a plural, feminine or adverbial ending, a verb's prefixes or its measure (`يخلط`), are no names. */
function canBeName(tokens: Tokens, token: number): boolean {
  if (tokens.foldLength[token] < 2) return false;
  const last = tokens.units[tokens.end[token] - 1];
  if (last === TEH_MARBUTA || last === FATHATAN) return false;
  if (last === ALEF && tokens.units[tokens.end[token] - 2] === FATHATAN) return false;
  const folded = foldedWord(tokens, token);
  return !NO_NAME.test(folded) && !(last === HEH && WITH_PRONOUN.test(folded));
}

/**
 * ة is gone by now, so that ه behind a consonant is a pronoun (`نقده`, `معارفه`), save in Persian names (`زاده`), in those of
 * God (`جارالله`), and behind an article, where papers leave the dots of ة out (`الشيحه`).
 */
const WITH_PRONOUN = /^(?!و?ال|.*لله$).*(?:[^ايد]|[^ا]د)ه$/u;

const NO_NAME =
  /(ها|هما|تهم|كم|وا|ونه|اته|يته|انه|هن|ات|تين|يين|يون|ويا|يا|تنا|لنا)$|^[يت].*ون$|^[يت][^اوي]{3}$|^م[^اوي].*ون$|^(سي|ست|يت|تت|يست|تست|نت|مست|بال|وال|كال|فال|لل|لت|اسا|است)..|^..$/u;

const ALEF = 0x627;
const BEH = 0x628;
const TEH_MARBUTA = 0x629;
const FEH = 0x641;
const KAF = 0x643;
const LAM = 0x644;
const HEH = 0x647;
const WAW = 0x648;
const FATHATAN = 0x64b;
const SUKUN = 0x652;
