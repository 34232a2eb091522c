/**
 * Title phrases: a title with its complements and nationality (`وزير الخارجية الروسي`), read at a place in the text.
 * They are not mentions; they tell who a person is, and they stand for persons (`الوزير الروسي`).
 */
import type { Gender } from '../document.js';
import { type GrammaticalNumber, NISBA, TITLE } from '../lookup/lexicon.js';
import type { Lookups, WordReading } from '../lookup/lookup.js';
import { SHAPE } from '../recognize/shapes.js';
import { foldedWord, type Tokens, WORD } from '../tokenize.js';
import { wordSet } from '../word-set.js';

/** A title phrase over tokens `first` to `last`. */
export interface TitlePhrase {
  readonly first: number;
  readonly last: number;
  /** The title's masculine singular: وزير for وزيرة and الوزير. */
  readonly title: string;
  readonly kind: string;
  readonly gender: Gender;
  readonly number: GrammaticalNumber;
  readonly definite: boolean;
  /** Countries (or places) of its nationality adjectives. */
  readonly nationalities: readonly string[];
  /** Those adjectives themselves, as in `words`. */
  readonly nationalityWords: ReadonlySet<string>;
  /** All its words, folded and without article. */
  readonly words: ReadonlySet<string>;
}

/** A title with more complements than this has run into the next phrase. */
const LONGEST = 9;

/** The title phrase that starts at a token, if one does. */
export function titlePhraseAt(
  tokens: Tokens,
  lookups: Lookups,
  shapes: Int32Array,
  first: number,
): TitlePhrase | undefined {
  const phrase = lookups.phrases.get(first);
  const reading = readingWith(lookups, first, TITLE);
  const title = phrase?.reading.title ?? reading?.reading.title;
  if (title === undefined) return undefined;
  let last = phrase?.reading.title === undefined ? first : phrase.last;
  let closed = reading?.definite === true;
  while (
    last + 1 < tokens.count &&
    last - first < LONGEST &&
    carriesOn(tokens, shapes, lookups, last + 1, closed)
  ) {
    last++;
    closed ||= (shapes[last] & SHAPE.Def) !== 0;
  }
  if (title.row.kind === 'kin' || title.row.title.startsWith('محام')) last = endOfPerson(shapes, last);
  const nationalities: string[] = [];
  const nationalityWords = new Set<string>();
  const words = new Set<string>();
  for (let token = first; token <= last; token++) {
    const word = bare(foldedWord(tokens, token));
    words.add(word);
    const place = nationalityOf(lookups, token);
    if (place === undefined) continue;
    nationalities.push(place);
    nationalityWords.add(word);
  }
  return {
    first,
    last,
    title: title.word,
    kind: title.row.kind,
    gender: hasPronoun(tokens, first) ? 'm' : title.gender,
    number: title.number,
    definite: reading?.definite ?? foldedWord(tokens, first).startsWith('ال'),
    nationalities,
    nationalityWords,
    words,
  };
}

/** The country of an adjective of nationality, or its place where the list knows no country. */
export function nationalityOf(lookups: Lookups, token: number): string | undefined {
  const row = readingWith(lookups, token, NISBA)?.reading.nisba?.row;
  return row?.country ?? row?.place;
}

/** The first reading of a token that has the bit; most words have none, and are not looked into. */
export function readingWith({ bits, words }: Lookups, token: number, bit: number): WordReading | undefined {
  return bits[token] & bit ? words[token]?.find((reading) => reading.bits & bit) : undefined;
}

/** A word without its article and the particles before it, unless one letter would be left. */
export function bare(folded: string): string {
  const first = folded.charCodeAt(0);
  const at = first === WAW || first === FEH ? 1 : 0;
  const end = endOfArticle(folded, at);
  return end > at && folded.length >= end + 2 ? folded.slice(end) : folded;
}

/** Behind `ال`, `بال`, `كال` or `لل`; `at` where none of them stands. */
function endOfArticle(folded: string, at: number): number {
  const letter = folded.charCodeAt(at);
  const next = folded.charCodeAt(at + 1);
  if (letter === ALEF || letter === LAM) return next === LAM ? at + 2 : at;
  if (letter !== BEH && letter !== KAF) return at;
  return next === ALEF && folded.charCodeAt(at + 2) === LAM ? at + 3 : at;
}

const ALEF = 0x627;
const BEH = 0x628;
const FEH = 0x641;
const KAF = 0x643;
const LAM = 0x644;
const WAW = 0x648;

/** `نائبه` is نائب with a pronoun, not `نائبة`. */
function hasPronoun(tokens: Tokens, token: number): boolean {
  return tokens.text.charCodeAt(tokens.end[token] - 1) === 0x647;
}

/** `محامي إلياس المنكبي`, `شقيق فلان`: whose lawyer or brother belongs to the phrase. */
function endOfPerson(shapes: Int32Array, last: number): number {
  let end = last;
  while (end + 1 < shapes.length && end - last < 4 && shapes[end + 1] & (SHAPE.Person | SHAPE.NameNext))
    end++;
  return end;
}

/** `النائب العام`, `الأمينة العامة`: an adjective here, though `العام` is the year elsewhere. */
const GENERAL = wordSet('العام العامه');

/** Behind a definite noun an indefinite one belongs to something else. */
function carriesOn(
  tokens: Tokens,
  shapes: Int32Array,
  lookups: Lookups,
  token: number,
  closed: boolean,
): boolean {
  if (tokens.kind[token] !== WORD || tokens.line[token] !== tokens.line[token - 1]) return false;
  const shape = shapes[token];
  if (shape & (SHAPE.Person | SHAPE.Cue) && !(shape & (SHAPE.Nisba | SHAPE.Title))) return false;
  if (shape & (SHAPE.Organization | SHAPE.Place)) return true;
  if (closed && !(shape & SHAPE.Def)) return false;
  if (shape & SHAPE.Def && shapes[token - 1] & SHAPE.Def && GENERAL.has(tokens, token)) return true;
  if (!(shape & (SHAPE.Complement | SHAPE.Nisba | SHAPE.Title))) return false;
  const afterNisba = nationalityOf(lookups, token - 1) !== undefined;
  return !(afterNisba && (shape & SHAPE.Nisba) === 0 && (shape & SHAPE.Title) === 0);
}
