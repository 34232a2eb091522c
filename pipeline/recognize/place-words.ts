/**
 * Whether a word in which the lists see a place can be one as it is written: folding, particles and endings make names of
 * places out of ordinary words (`كأس`, `بنوك`, `جوياً`). Gives yes or no for a row of a hit; what stands around it is no
 * matter here.
 */
import type { NameRow } from '../knowledge.js';
import {
  COMMON,
  COMPLEMENTIZER,
  CUE,
  FAMILY,
  FUNCTION,
  GIVEN,
  HEAD,
  NAME,
  NISBA,
  TITLE,
} from '../lookup/lexicon.js';
import type { Lookups, NameHit } from '../lookup/lookup.js';
import { fold } from '../normalize.js';
import { type Tokens, WORD } from '../tokenize.js';

const ORDINARY = COMMON | FUNCTION | COMPLEMENTIZER | CUE | TITLE | HEAD | NISBA;

/** Whether the word may name the place; `headed` says that a class noun of places stands before it, which forgives slips. */
export function canNamePlace(
  tokens: Tokens,
  lookups: Lookups,
  hit: NameHit,
  row: NameRow,
  headed: boolean,
): boolean {
  if (hasTanwin(tokens, hit)) return false;
  const { first, last } = hit;
  if (first !== last || tokens.kind[first] !== WORD) return true;
  if (!headed && isAnotherWord(lookups, hit)) return false;
  if (!hit.respelled && (isUnmistakable(row) || !(isSlippery(tokens, hit) || row.name.includes('ؤ'))))
    return true;
  const written = tokens.text.slice(hit.start, hit.end);
  if (hit.respelled) return soundsForeign(lookups, hit, written, row);
  const forms = [row.name, ...row.aliases];
  const listed = forms.filter((form) => fold(form) === fold(written));
  if (listed.length > 0 && isWithArticle(lookups, hit, written)) return false;
  return listed.length === 0 || listed.some((form) => isSpelledLike(written, form, row, headed));
}

/** Whether the word behind its particles is an ordinary one as well, be it only without its article. */
export function isOrdinaryWord(lookups: Lookups, { first, last, preposition }: NameHit): boolean {
  if (first !== last || !(lookups.bits[first] & ORDINARY)) return false;
  const taken = lettersTaken(lookups, first);
  return (lookups.words[first] ?? []).some(
    (reading) =>
      (reading.skip === taken || (reading.definite && reading.preposition === preposition)) &&
      (reading.bits & ORDINARY) !== 0,
  );
}

/** The same with the article, if it has one: a list that is sure of `البصرة` knows that it is no `بصرة`. */
export function isOrdinaryWhole(lookups: Lookups, { first }: NameHit): boolean {
  const taken = lettersTaken(lookups, first);
  return (lookups.words[first] ?? []).some(({ skip, bits }) => skip === taken && (bits & COMMON) !== 0);
}

/** `صباح`, `كان`; a month is passed over, since `إب` folds like `آب`. */
export function isFunctionWord(lookups: Lookups, { first, last }: NameHit): boolean {
  if (first !== last || !(lookups.bits[first] & FUNCTION)) return false;
  const taken = lettersTaken(lookups, first);
  return (lookups.words[first] ?? []).some(
    ({ skip, reading }) => skip === taken && reading.functions.some((role) => role !== 'month'),
  );
}

/** Places that everybody means when the word is written, even if it is an ordinary word as well. */
export function isUnmistakable({ kind }: NameRow): boolean {
  return kind === 'country' || kind === 'capital' || kind === 'continent';
}

/** Where folding may have made another word into the name (`كأس`, `جده`, `للحج`); most words need no closer look. */
function isSlippery({ units }: Tokens, { start, end }: NameHit): boolean {
  if (units[start] === LAM || units[end - 1] === HEH) return true;
  for (let at = start + 1; at < end; at++)
    if (units[at] === ALEF_HAMZA || units[at] === WAW_HAMZA || units[at] === YEH_HAMZA) return true;
  return false;
}

const ALEF_HAMZA = 0x623;
const WAW_HAMZA = 0x624;
const YEH_HAMZA = 0x626;
const LAM = 0x644;
const HEH = 0x647;

/** `12 روسياً`, `هجوما جوياً`: an adjective or noun in the accusative; names of places take no tanwin. */
function hasTanwin({ units }: Tokens, { end }: NameHit): boolean {
  return units[end - 1] === FATHATAN || (end > 1 && units[end - 2] === FATHATAN);
}

const FATHATAN = 0x64b;

/** `بنوك` is no ب and `نوك` when more of it is a word, and `وأن` is و and a function word before it is `وان`. */
function isAnotherWord(lookups: Lookups, { first, start, end, preposition }: NameHit): boolean {
  if (preposition && end - start < 3) return true;
  if (!(lookups.bits[first] & ORDINARY)) return false;
  const taken = lettersTaken(lookups, first);
  return (lookups.words[first] ?? []).some(({ skip, preposition: more, definite, bits }) =>
    skip < taken
      ? (bits & ORDINARY) !== 0
      : skip > taken && !more && !definite && (bits & (FUNCTION | COMPLEMENTIZER)) !== 0,
  );
}

/** `للحج` is the pilgrimage before it is `لحج`: behind ل the word has lost the alef of its article. */
function isWithArticle(lookups: Lookups, { first, preposition }: NameHit, written: string): boolean {
  const taken = lettersTaken(lookups, first);
  return (
    preposition &&
    written.startsWith('ل') &&
    (lookups.words[first] ?? []).some(
      ({ skip, definite, bits }) => definite && skip === taken + 1 && (bits & ORDINARY) !== 0,
    )
  );
}

/** How many letters of particles stand before the listed name. */
function lettersTaken({ words }: Lookups, token: number): number {
  return words[token]?.find(({ bits }) => bits & NAME)?.skip ?? 0;
}

/**
 * Under another spelling than the listed one no name of a person, and no word with letters that Arabic alone has. Whatever
 * is no country or large city must not owe its likeness to a letter taken off (`كبارتون`).
 */
function soundsForeign({ bits }: Lookups, hit: NameHit, written: string, row: NameRow): boolean {
  if (bits[hit.first] & (GIVEN | FAMILY | CUE)) return false;
  if (hit.preposition && !isUnmistakable(row) && (row.population ?? 0) < METROPOLIS) return false;
  const forms = [row.name, ...row.aliases];
  if (written.startsWith('ال') && !forms.some((form) => hasSameConsonants(form, written))) return false;
  return [...written].every((letter) => !'عحضظصثذء'.includes(letter) || forms.join().includes(letter));
}

const METROPOLIS = 1_000_000;

/** Behind an article a foreign name changes its vowels at most: `الارجنتيين`, but no `الحبكة` for `الحبشة`. */
function hasSameConsonants(form: string, written: string): boolean {
  return form.startsWith('ال') && consonants(form) === consonants(written);
}

function consonants(word: string): string {
  return fold(word).slice(2).replace(/[اوي]/gu, '');
}

/** Folding makes `كأس` and the town `كاس` one, `تؤتي` and `توتي`, `موته` and `مؤتة`; a hamza inside a word is seldom a slip. */
function isSpelledLike(written: string, form: string, row: NameRow, headed: boolean): boolean {
  if (INNER_HAMZA.test(written) && inner(written) !== inner(form)) return false;
  if (/ؤ/u.test(form) && !/[ؤ]/u.test(written)) return false;
  if (written.endsWith('\u0647') && form.endsWith('\u0629'))
    return headed || (row.population ?? 0) >= LARGE || isWide(row);
  return true;
}

const INNER_HAMZA = /(?!^)[أؤئ]/u;

/** What hamzas a word holds behind its first letter and its article. */
function inner(word: string): string {
  return word.replace(/^(?:ال)?./u, '').replace(/[^أؤئ]/gu, '');
}

/** Papers that drop the dots of ة write `جده` and `بريده`; a smaller place is less likely than a word with a pronoun. */
const LARGE = 150_000;

function isWide({ kind }: NameRow): boolean {
  return kind === 'province' || kind === 'region' || kind === 'territory';
}
