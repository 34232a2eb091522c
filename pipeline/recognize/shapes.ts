/**
 * Tokens to shapes: one bit set a token, saying what the word could be in a name. These are the tags that rules see.
 * A shape is read off the lists and the neighbours; it is no decision yet.
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
import { RECORD, SHAPE_ALONE, TRAITS } from '../lookup/word-memory.js';
import { CLASS, LATIN } from '../normalize.js';
import type { Marks } from '../quote/marks.js';
import { FOREIGN, foldedWord, hashWord, PUNCT, type Tokens, WORD } from '../tokenize.js';

/** The tags of the rule language, in the order of their bits. */
export const TAGS = [
  'Title',
  'Nisba',
  'Given',
  'Family',
  'NameFirst',
  'NameNext',
  'Unknown',
  'OrgHead',
  'OrgHeadOut',
  'PlaceHead',
  'PlaceHeadIn',
  'Def',
  'DefMore',
  'Bare',
  'Complement',
  'Cue',
  'Function',
  'Open',
  'Close',
  'Comma',
  'Colon',
  'ParenOpen',
  'ParenClose',
  'Latin',
  'Capital',
  'Feminine',
  'Person',
  'Organization',
  'Place',
  'Time',
  'Dual',
  'OrgHeadGeneral',
] as const;

export type Tag = (typeof TAGS)[number];

export const SHAPE: Readonly<Record<Tag, number>> = Object.fromEntries(
  TAGS.map((tag, bit) => [tag, 1 << bit]),
) as Record<Tag, number>;

/** Shape of every token. */
export function shapeTokens(tokens: Tokens, lookups: Lookups, marks: Marks): Int32Array {
  const shapes = new Int32Array(tokens.count);
  const traits = new Int32Array(tokens.count);
  const { memory, numbers } = lookups;
  for (let token = 0; token < tokens.count; token++) {
    const number = numbers[token];
    if (number !== -1) {
      const record = number * RECORD;
      if (memory.records[record + SHAPE_ALONE] === -1) rememberShape(tokens, lookups, token);
      shapes[token] = memory.records[record + SHAPE_ALONE];
      traits[token] = memory.records[record + TRAITS];
    } else if (tokens.kind[token] === PUNCT) shapes[token] = MARK_SHAPES.get(tokens.hash[token]) ?? 0;
    else shapes[token] = shapeOf(tokens, lookups, token);
  }
  for (const { open, close } of marks.pairs) {
    shapes[open] = SHAPE.Open;
    if (close >= 0) shapes[close] = SHAPE.Close;
  }
  for (const [first, { last, reading }] of lookups.phrases)
    if (reading.bits & FUNCTION) for (let token = first; token <= last; token++) shapes[token] &= ~HEADS;
  for (const name of lookups.names) {
    if (name.rows.every((row) => row.certainty === 'context')) continue;
    const tag = SHAPE[name.rows[0].type];
    for (let token = name.first; token <= name.last; token++) shapes[token] |= tag;
  }
  addNamePlaces(tokens, shapes, traits);
  return shapes;
}

/** A class noun in a fixed phrase opens no name: `عن طريق هدسن`, `من جهة كريم`. */
const HEADS =
  SHAPE.PlaceHead | SHAPE.PlaceHeadIn | SHAPE.OrgHead | SHAPE.OrgHeadOut | SHAPE.OrgHeadGeneral | SHAPE.Dual;

/** A word's shape and traits by itself depend on its letters alone. */
function rememberShape(tokens: Tokens, lookups: Lookups, token: number): void {
  const { numbers, memory } = lookups;
  memory.records[numbers[token] * RECORD + SHAPE_ALONE] = shapeOf(tokens, lookups, token);
  memory.records[numbers[token] * RECORD + TRAITS] = wordTraits(tokens, lookups, token);
}

function shapeOf(tokens: Tokens, lookups: Lookups, token: number): number {
  if (tokens.kind[token] === WORD) return wordShape(tokens, lookups, token);
  return tokens.kind[token] === FOREIGN ? foreignShape(tokens, token) : 0;
}

/** What a word is to its neighbours in a name. Traits are no tags: no rule sees them. */
const TRAIT = {
  /** A given name that the list does not call an ordinary word as well, with or without particles before it. */
  sureGiven: 1,
  sureGivenWhole: 2,
  sureFamily: 4,
  /** Its first reading takes no particle off. */
  whole: 8,
  particle: 16,
  abd: 32,
  /** `الدين`, `الزهراء`: completes a given name, and so does `الله` behind `عبد`. */
  completion: 64,
  allah: 128,
  ali: 256,
  /** No list knows it, and it is long enough for a family name. */
  unlisted: 512,
  ordinary: 1024,
  /** `وماركوفيتش` behind a name is another name; a foreign `و` stands before a vowel (`واتسون`, `ويلكس`). */
  joined: 2048,
} as const;

function wordTraits(tokens: Tokens, lookups: Lookups, token: number): number {
  const { bits, words } = lookups;
  const folded = foldedWord(tokens, token);
  const readings = words[token] ?? [];
  let traits = 0;
  for (const { reading, skip } of readings)
    if (reading.given?.common === false) traits |= TRAIT.sureGiven | (skip === 0 ? TRAIT.sureGivenWhole : 0);
  if (isSureFamily(bits[token], readings)) traits |= TRAIT.sureFamily;
  if (readings[0]?.skip === 0) traits |= TRAIT.whole;
  if (folded.length <= 5 && NAME_PARTICLES.has(folded)) traits |= TRAIT.particle;
  if (/^[وفبلك]?عبد$/u.test(folded)) traits |= TRAIT.abd;
  if (COMPLETIONS.has(folded)) traits |= TRAIT.completion;
  if (folded === 'الله') traits |= TRAIT.allah;
  if (isAli(tokens, token)) traits |= TRAIT.ali;
  if (tokens.kind[token] === WORD && isUnknown(lookups, token) && folded.length > 2) traits |= TRAIT.unlisted;
  if (bits[token] & (COMMON | FUNCTION | TITLE | HEAD | NISBA | CUE)) traits |= TRAIT.ordinary;
  if (JOINED.test(folded)) traits |= TRAIT.joined;
  return traits;
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
function isUnknown({ bits, words }: Lookups, token: number): boolean {
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
function isAli(tokens: Tokens, token: number): boolean {
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

/** Whether the word carries ال, alone or behind particles. */
function isDefinite(tokens: Tokens, token: number): boolean {
  if (tokens.foldLength[token] < 4) return false;
  return DEFINITE.test(tokens.text.slice(tokens.start[token], tokens.start[token] + 8));
}

/** A bare alef: `ألبرت` and `إلياس` carry no article. */
const DEFINITE =
  /^[\u0648\u0641]?[\u064b-\u0652]?(?:[\u0628\u0643]?[\u064b-\u0652]?\u0627[\u064b-\u0652]?\u0644|\u0644[\u064b-\u0652]?\u0644)/u;

function foreignShape(tokens: Tokens, token: number): number {
  const unit = tokens.text.charCodeAt(tokens.start[token]);
  const capital =
    CLASS[unit] === LATIN && String.fromCharCode(unit) !== String.fromCharCode(unit).toLowerCase();
  return SHAPE.Latin | (capital ? SHAPE.Capital : 0);
}

/**
 * Which tokens can open a person's name, and which can carry it on. `علي` before a place is the preposition `على`, which
 * many papers write with dots: `الحرب علي لبنان`.
 */
function addNamePlaces(tokens: Tokens, shapes: Int32Array, traits: Int32Array): void {
  for (let token = 1; token < tokens.count; token++)
    if (
      follows(tokens, token - 1) &&
      !isPeople(tokens, shapes, token) &&
      (isFathersName(tokens, shapes, token) ||
        isSurnameByPlace(shapes, traits, token) ||
        isUnlistedSurname(tokens, shapes, traits, token) ||
        completesName(shapes, traits, token))
    )
      shapes[token] |= SHAPE.NameNext;
  for (let token = tokens.count - 1; token >= 0; token--) {
    if (tokens.kind[token] !== WORD || isVerbInShadda(tokens, token)) continue;
    const next = token + 1 < tokens.count && follows(tokens, token) ? shapes[token + 1] : 0;
    const shape = shapes[token];
    const trait = traits[token];
    const named = (shape & (SHAPE.Given | SHAPE.Family)) !== 0;
    const plausible = (shape & SHAPE.Unknown) !== 0;
    if (
      (named && trait & TRAIT.whole) ||
      (plausible && !(trait & TRAIT.joined)) ||
      isParticle(trait, shape, next)
    )
      shapes[token] |= SHAPE.NameNext;
    const governs = (trait & TRAIT.ali) !== 0 && (next & SHAPE.Place) !== 0 && (next & SHAPE.Nisba) === 0;
    const given =
      shape & SHAPE.Given &&
      !governs &&
      (!(trait & TRAIT.ordinary) ||
        (next & SHAPE.NameNext &&
          (next & (SHAPE.Given | SHAPE.Family) || trait & (TRAIT.sureGiven | TRAIT.ali))));
    if (given || (plausible && !(shape & SHAPE.Def)) || (shape & SHAPE.Family && trait & TRAIT.sureFamily))
      shapes[token] |= SHAPE.NameFirst;
    if (shapes[token] & SHAPE.NameFirst) shapes[token] &= ~SHAPE.Complement;
  }
}

/** `ناصر بن مالح`: behind a name and بن stands a father's name, whatever else the word means. */
function isFathersName(tokens: Tokens, shapes: Int32Array, token: number): boolean {
  if (token < 2 || tokens.hash[token - 1] !== BIN || tokens.kind[token] !== WORD) return false;
  if (shapes[token] & (SHAPE.Function | SHAPE.Cue | SHAPE.Def | SHAPE.Time)) return false;
  return (shapes[token - 2] & (SHAPE.Given | SHAPE.Family | SHAPE.Unknown)) !== 0;
}

const BIN = hashWord('بن');

/** `السوريين`, `المصريون`: many people are nobody's family name. */
function isPeople(tokens: Tokens, shapes: Int32Array, token: number): boolean {
  return (shapes[token] & SHAPE.Nisba) !== 0 && /ي[يو]ن$/u.test(foldedWord(tokens, token));
}

/** `أدّى`, `تولّى`: so a verb is written, and no name. */
function isVerbInShadda({ text, end }: Tokens, token: number): boolean {
  return text.charCodeAt(end[token] - 1) === 0x649 && text.charCodeAt(end[token] - 2) === 0x651;
}

/** `عبد الواحد`, `عبد الله`, `نور الدين`: the second word of a compound name, whatever it means elsewhere. */
function completesName(shapes: Int32Array, traits: Int32Array, token: number): boolean {
  if (!(shapes[token] & SHAPE.Def) && !(traits[token] & TRAIT.allah)) return false;
  if (traits[token - 1] & TRAIT.abd) return true;
  return (shapes[token - 1] & SHAPE.Given) !== 0 && (traits[token] & TRAIT.completion) !== 0;
}

const COMPLETIONS = new Set(['الله', 'الدين', 'الاسلام', 'الحق', 'الزمان', 'الزهراء']);

/** A family name that is no ordinary word; an adjective of nationality may be one (`الطرابلسي`) unless the list doubts it. */
function isSureFamily(bits: number, readings: readonly WordReading[]): boolean {
  if (bits & (COMMON | FUNCTION | TITLE | HEAD | CUE)) return false;
  return readings.some(
    ({ reading }) => reading.family !== undefined && (!reading.family.common || isOfTown(readings)),
  );
}

/** `الطرابلسي`, `الحلبي`: an adjective of a town stands alone for a person oftener than one of a country. */
function isOfTown(readings: readonly WordReading[]): boolean {
  return readings.some(
    ({ reading }) => reading.nisba !== undefined && reading.nisba.row.country === undefined,
  );
}

/** `سليم سويسي`, `علي الأحمدي`: behind a given name a place or its adjective is a family name. */
function isSurnameByPlace(shapes: Int32Array, traits: Int32Array, token: number): boolean {
  const shape = shapes[token];
  if ((shape & (SHAPE.Nisba | SHAPE.Place)) === 0 || shape & (SHAPE.Feminine | SHAPE.Function | SHAPE.Title))
    return false;
  const before = shapes[token - 1];
  if ((before & SHAPE.Given) === 0 || (before & SHAPE.Place) !== 0) return false;
  if (before & SHAPE.Function) return (shape & (SHAPE.Nisba | SHAPE.Family)) !== 0 && !(shape & SHAPE.Place);
  if (shape & SHAPE.Place) return (traits[token - 1] & TRAIT.sureGiven) !== 0;
  return (traits[token - 1] & (TRAIT.sureGiven | TRAIT.ordinary)) !== TRAIT.ordinary;
}

/** `سميرة بنونة`, `عبد الوهاب بنونة`: behind a sure given name even an unknown word in ة is a family name. */
function isUnlistedSurname(tokens: Tokens, shapes: Int32Array, traits: Int32Array, token: number): boolean {
  if (!(traits[token] & TRAIT.unlisted) || shapes[token] & SHAPE.Def) return false;
  if (traits[token - 1] & TRAIT.sureGivenWhole) return true;
  const ending = tokens.text.charCodeAt(tokens.end[token] - 1);
  return token > 1 && ending === TEH_MARBUTA && (traits[token - 2] & TRAIT.abd) !== 0;
}

function follows(tokens: Tokens, token: number): boolean {
  return tokens.line[token] === tokens.line[token + 1];
}

/** Unknown words with a pronoun, a plural, feminine or adverbial ending, a verb's prefixes or its measure (`يخلط`), are no names. */
function canBeName(tokens: Tokens, token: number): boolean {
  if (tokens.foldLength[token] < 2) return false;
  const written = tokens.text.slice(tokens.start[token], tokens.end[token]);
  if (/[\u0629\u064b]$|\u064b\u0627$|\p{N}/u.test(written)) return false;
  return !NO_NAME.test(foldedWord(tokens, token));
}

const NO_NAME =
  /(ها|هما|تهم|كم|وا|ونه|اته|يته|انه|هن|ات|تين|يين|يون|ويا|يا|[^ا]ته|تنا|لنا)$|^[يت].*ون$|^[يت][^اوي]{3}$|^م[^اوي].*ون$|^(سي|ست|يت|تت|يست|تست|نت|مست|بال|وال|كال|فال|لل|اسا|است)..|^..$/u;

/** `وماركو`, and `بعبد العزيز` behind another name: a particle stands before a name of its own. */
const JOINED = /^(و[^اويل]|[فبلك]عبد)/u;

/** بن, آل, أبو, دي, فان, لو … */
function isParticle(trait: number, shape: number, next: number): boolean {
  if (!(trait & TRAIT.particle)) return false;
  return (shape & (SHAPE.Function | SHAPE.Cue)) === 0 || (next & (SHAPE.Unknown | SHAPE.Family)) !== 0;
}

/** Words that join the parts of a name, folded. */
export const NAME_PARTICLES: ReadonlySet<string> = new Set(
  'بن ابن بنت ال ابو ابي ابا ام عبد دي دو دا دوس ديل ديلا دال فان فون بين لو لا لي سان سانت ماك اوغلو زاده ولد منت ايت مولاي سيدي'.split(
    ' ',
  ),
);

const HEH = 0x647;
const TEH_MARBUTA = 0x629;

const MARK_SHAPES: ReadonlyMap<number, number> = new Map([
  [0x2c, SHAPE.Comma],
  [0x60c, SHAPE.Comma],
  [0x61b, SHAPE.Comma],
  [0x3b, SHAPE.Comma],
  [0x3a, SHAPE.Colon],
  [0x28, SHAPE.ParenOpen],
  [0x5b, SHAPE.ParenOpen],
  [0x29, SHAPE.ParenClose],
  [0x5d, SHAPE.ParenClose],
]);
