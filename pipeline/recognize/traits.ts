/**
 * What a word is to its neighbours in a name, found out once and kept with the word: one bit set, asked instead of the
 * word's readings, which lie far apart in memory. Traits are no tags: no rule sees them. They say nothing of what stands
 * around a word. Found when the shapes of an article are made; later stages only ask.
 */
import type { HeadRow } from '../knowledge.js';
import { COMMON, CUE, FUNCTION, HEAD, NISBA, TITLE } from '../lookup/lexicon.js';
import type { Lookups, WordReading } from '../lookup/lookup.js';
import { RECORD, TRAITS } from '../lookup/word-memory.js';
import { hashWord, suffixHash, type Tokens, WORD } from '../tokenize.js';
import { wordHashes } from './word-hashes.js';
import { isAli, isUnknown } from './word-shape.js';

export const TRAIT = {
  /** A given name that the list does not call an ordinary word as well, with or without particles before it. */
  sureGiven: 1 << 0,
  sureGivenWhole: 1 << 1,
  sureFamily: 1 << 2,
  /** Its first reading takes no particle off. */
  whole: 1 << 3,
  particle: 1 << 4,
  abd: 1 << 5,
  /** `الدين`, `الزهراء`: completes a given name, and so does `الله` behind `عبد`. */
  completion: 1 << 6,
  allah: 1 << 7,
  ali: 1 << 8,
  /** No list knows it, and it is long enough for a family name. */
  unlisted: 1 << 9,
  ordinary: 1 << 10,
  /** `وماركوفيتش` behind a name is another name; a foreign `و` stands before a vowel (`واتسون`, `ويلكس`). */
  joined: 1 << 11,
  /** `السوريين`, `المصريون`: many people are nobody's family name. */
  people: 1 << 12,
  /** `أدّى`, `تولّى`: so a verb is written, and no name. */
  verbInShadda: 1 << 13,
  /** A class noun of organizations, in whatever form but a plural. */
  bodyNoun: 1 << 14,
  /** A class noun without article, and not one of many things: what stands behind it is named by it. */
  headOfBody: 1 << 15,
  headOfPlace: 1 << 16,
  /** `مدينتي`, `محافظتي`. */
  dualOfPlaces: 1 << 17,
  /** `الوزراء`, `المحامين`. */
  pluralTitle: 1 << 18,
  /** A preposition may be written onto it. */
  prepositional: 1 << 19,
} as const;

/** Above the traits: how many letters of particles stand before the word. */
const PARTICLES = 20;

/** The traits of a token; none of a mark. */
export function traitsOf({ numbers, memory }: Lookups, token: number): number {
  const number = numbers[token];
  return number === -1 ? 0 : memory.records[number * RECORD + TRAITS];
}

/** Letters of particles before a word, its article not counted: 1 in `لحزب` and `للقناة`, 2 in `وبالحزب`. */
export function particlesOf(lookups: Lookups, token: number): number {
  return traitsOf(lookups, token) >>> PARTICLES;
}

/** To be kept; see `traitsOf`. */
export function wordTraits(tokens: Tokens, lookups: Lookups, token: number): number {
  const bits = lookups.bits[token];
  let traits = ofLetters(tokens, token);
  if (tokens.kind[token] === WORD && tokens.foldLength[token] > 2 && isUnknown(lookups, token))
    traits |= TRAIT.unlisted;
  const readings = lookups.words[token];
  if (readings === undefined) return traits;
  if (bits & (COMMON | FUNCTION | TITLE | HEAD | NISBA | CUE)) traits |= TRAIT.ordinary;
  traits |= ofNames(bits, readings);
  if (bits & HEAD) traits |= ofHeads(readings);
  if (bits & TITLE && readings.some((word) => word.bits & TITLE && word.reading.title?.number === 'p'))
    traits |= TRAIT.pluralTitle;
  if (readings[0].skip === 0) traits |= TRAIT.whole;
  if (readings.some(({ preposition }) => preposition)) traits |= TRAIT.prepositional;
  return traits | (lettersBefore(readings[0]) << PARTICLES);
}

function lettersBefore({ skip, definite, preposition }: WordReading): number {
  return definite ? Math.max(skip - 2, preposition ? 1 : 0) : skip;
}

function ofNames(bits: number, readings: readonly WordReading[]): number {
  let traits = isSureFamily(bits, readings) ? TRAIT.sureFamily : 0;
  for (const { reading, skip } of readings)
    if (reading.given?.common === false) traits |= TRAIT.sureGiven | (skip === 0 ? TRAIT.sureGivenWhole : 0);
  return traits;
}

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

function ofHeads(readings: readonly WordReading[]): number {
  const first = readings.find(({ bits }) => bits & HEAD);
  const head = first?.reading.head;
  let traits = readings.some(isDualOfPlaces) ? TRAIT.dualOfPlaces : 0;
  if (first === undefined || head === undefined) return traits;
  if (head.row.type === 'Organization' && head.number !== 'p') traits |= TRAIT.bodyNoun;
  if (!first.definite && !isOfManyThings(head.row))
    traits |= head.row.type === 'Organization' ? TRAIT.headOfBody : TRAIT.headOfPlace;
  return traits;
}

function isOfManyThings({ type, inside }: HeadRow): boolean {
  return type === 'Organization' && inside === 'generic';
}

function isDualOfPlaces({ reading, definite }: WordReading): boolean {
  return !definite && reading.head?.number === 'd' && reading.head.row.type === 'Place';
}

/** What the letters alone tell. */
function ofLetters(tokens: Tokens, token: number): number {
  const { text, end, hash, foldLength: lengths, folded, foldStart } = tokens;
  const length = lengths[token];
  const from = foldStart[token];
  let traits = isAli(tokens, token) ? TRAIT.ali : 0;
  if (length <= LONGEST_PARTICLE && NAME_PARTICLE_HASHES.has(hash[token])) traits |= TRAIT.particle;
  if (isAbd(tokens, token)) traits |= TRAIT.abd;
  if (COMPLETIONS.has(hash[token])) traits |= TRAIT.completion;
  if (hash[token] === ALLAH) traits |= TRAIT.allah;
  if (isJoined(tokens, token)) traits |= TRAIT.joined;
  const behind = folded[from + length - 2];
  if (length > 2 && folded[from + length - 1] === NOON && (behind === YEH || behind === WAW))
    if (folded[from + length - 3] === YEH) traits |= TRAIT.people;
  if (text.charCodeAt(end[token] - 1) === ALEF_MAKSURA && text.charCodeAt(end[token] - 2) === SHADDA)
    traits |= TRAIT.verbInShadda;
  return traits;
}

/** `عبد`, `لعبد`. */
function isAbd(tokens: Tokens, token: number): boolean {
  const length = tokens.foldLength[token];
  if (length === 3) return tokens.hash[token] === ABD;
  return length === 4 && isParticle(tokens, token) && suffixHash(tokens, token, 1) === ABD;
}

/** `وماركو`, and `بعبد العزيز` behind another name: a particle stands before a name of its own. */
function isJoined(tokens: Tokens, token: number): boolean {
  const { folded, foldStart, foldLength } = tokens;
  const from = foldStart[token];
  if (foldLength[token] < 2) return false;
  if (folded[from] === WAW) return !VOWELS.has(folded[from + 1]);
  if (foldLength[token] < 4 || !isParticle(tokens, token)) return false;
  return folded[from + 1] === AIN && folded[from + 2] === BEH && folded[from + 3] === DAL;
}

function isParticle({ folded, foldStart }: Tokens, token: number): boolean {
  return ATTACHED.has(folded[foldStart[token]]);
}

/** Words that join the parts of a name, folded. */
const PARTICLE_WORDS =
  'بن ابن بنت ال ابو ابي ابا ام عبد دي دو دا دوس ديل ديلا دال فان فون بين لو لا لي سان سانت ماك اوغلو زاده ولد منت ايت مولاي سيدي';
export const NAME_PARTICLES: ReadonlySet<string> = new Set(PARTICLE_WORDS.split(' '));
const NAME_PARTICLE_HASHES = wordHashes(PARTICLE_WORDS);
const LONGEST_PARTICLE = 5;

/** By the hash of a word. */
export function isNameParticle(hash: number): boolean {
  return NAME_PARTICLE_HASHES.has(hash);
}

const COMPLETIONS = wordHashes('الله الدين الاسلام الحق الزمان الزهراء');
const ALLAH = hashWord('الله');
const ABD = hashWord('عبد');

const unitsOf = (letters: string): ReadonlySet<number> =>
  new Set([...letters].map((letter) => letter.charCodeAt(0)));
const ATTACHED = unitsOf('وفبلك');
/** And ل, which و stands before as a particle too: `ولد`. */
const VOWELS = unitsOf('اويل');

const BEH = 0x628;
const DAL = 0x62f;
const AIN = 0x639;
const NOON = 0x646;
const WAW = 0x648;
const ALEF_MAKSURA = 0x649;
const YEH = 0x64a;
const SHADDA = 0x651;
