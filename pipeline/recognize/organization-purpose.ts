/**
 * What an organization is for, behind ل: `للمحامين`, `لكرة القدم`, `لمكافحة الفساد`. Takes the last token of what is read of a
 * name; gives where the purpose behind it ends. Whom something was given to (`للوزير`) is none.
 */
import { TITLE } from '../lookup/lexicon.js';
import { foldedWord, WORD } from '../tokenize.js';
import {
  isConstruct,
  isDefiniteWord,
  isJoinedTo,
  isNationality,
  isPlaceWord,
  isSameLine,
  isTitleWord,
  opensComplement,
  type Reader,
  shapeAt,
} from './name-words.js';
import { SHAPE } from './shapes.js';

/** The end of `للمحامين`, `لكرة القدم`, `لمكافحة الفساد` behind a token; undefined when nothing of the kind follows. */
export function purposeEnd(reader: Reader, token: number): number | undefined {
  const first = token + 1;
  if (!isSameLine(reader, first) || reader.tokens.kind[first] !== WORD) return undefined;
  if (reader.tokens.folded[reader.tokens.foldStart[first]] !== LAM) return undefined;
  const word = foldedWord(reader.tokens, first);
  if (
    !/^ل..../u.test(word) ||
    shapeAt(reader, first) & (SHAPE.Place | SHAPE.Person | SHAPE.Unknown | SHAPE.Nisba)
  )
    return undefined;
  const definite = word.startsWith('لل');
  if (definite ? isTitleWord(reader, first) && !isPlural(word) : !isOfPurpose(reader, first))
    return undefined;
  let last = first;
  if (!definite) {
    while (last - first < 2 && isConstruct(reader, last + 1)) last++;
    if (!opensComplement(reader, last + 1) && !isPlaceWord(reader, last + 1)) return undefined;
    last++;
  }
  while (last - first < 5 && (isDefiniteWord(reader, last + 1) || isJoinedTo(reader, last + 1))) {
    if (definite && word.endsWith('ين') && !/[يو]ن$/u.test(foldedWord(reader.tokens, last + 1))) break;
    last++;
  }
  return isNationality(reader, last + 1) ? last + 1 : last;
}

/** `للمحامين`, `للعمال`: bodies of people, where `للوزير` is whom something was given to. */
function isPlural(word: string): boolean {
  return /(?:ين|ات|ون)$/u.test(word) || /^للم?[^ا]{1,3}ا/u.test(word);
}

/** ل with a noun in construct: `لكرة القدم`, `لحقوق الإنسان`. */
function isOfPurpose({ lookups, shapes }: Reader, token: number): boolean {
  const reading = lookups.words[token]?.find(({ preposition }) => preposition);
  return (
    reading !== undefined &&
    (lookups.bits[token] & TITLE) === 0 &&
    (shapes[token] & (SHAPE.Bare | SHAPE.Complement)) !== 0 &&
    !reading.definite
  );
}

/** One word that is no adjective, before the purpose of the company: `مسار` before `للسكك`, but not `تابعة` before `للحكومة`. */
export function isPurposeName(reader: Reader, token: number): boolean {
  const shape = shapeAt(reader, token);
  if (!isSameLine(reader, token) || shape & (SHAPE.Function | SHAPE.Title | SHAPE.Nisba | SHAPE.Time))
    return false;
  return (shape & (SHAPE.Bare | SHAPE.DefMore)) !== 0 && !NO_COMPANY.test(foldedWord(reader.tokens, token));
}

/** Adjectives, and verbal nouns: `شركة تابعة للحكومة`, `شركة تصنيع للسيارات`. */
const NO_COMPANY = /[هي]$|^ت..ي.$|^ا..ا.$|^است|^م..و.$/u;

const LAM = 0x644;
