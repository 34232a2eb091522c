/**
 * How far the name of a place goes that a rule found behind a class noun: `مطار كفرزينا ومطار …` ends before the conjunction,
 * `ضريح سعد بن …` does not end at the particle, `مطار كفرزينا الدولي` takes what kind of airport it is. Takes the tokens that
 * the rule matched; gives the last one that belongs to the name, or the class noun's own when nothing does.
 */
import { FAMILY, GIVEN, HEAD, NAME } from '../lookup/lexicon.js';
import type { Lookups } from '../lookup/lookup.js';
import { foldedWord, type Tokens, WORD } from '../tokenize.js';
import { SHAPE } from './shapes.js';
import { NAME_PARTICLES } from './traits.js';
import { wordHashes } from './word-hashes.js';

/** The last token of the name whose class noun is `head`; the rule went as far as `last`. */
export function lastOfPlace(
  tokens: Tokens,
  lookups: Lookups,
  shapes: Int32Array,
  head: number,
  last: number,
): number {
  if (!isHeadAsWritten(tokens, head)) return head;
  for (let token = head + 1; token <= last; token++) {
    const begins = tokens.kind[token] === WORD && beginsAnother(tokens, lookups, shapes, token);
    if (begins && (token > head + 1 || !(shapes[token] & SHAPE.Unknown))) return token - 1;
  }
  let end = last;
  while (end > head && isOpenEnded(tokens, end) && continuesName(tokens, shapes, end + 1)) end++;
  return end > head && isDescribed(tokens, shapes, head, end + 1) ? end + 1 : end;
}

/** `مستشفى كفرزينا المركزي`, `مطار كفرزينا الدولي`: what kind of building it is belongs to the name. */
function isDescribed(tokens: Tokens, shapes: Int32Array, head: number, token: number): boolean {
  if (token >= tokens.count || tokens.line[token] !== tokens.line[head]) return false;
  return (shapes[head] & SHAPE.PlaceHeadIn) !== 0 && DESCRIBES.has(tokens.hash[token]);
}

const DESCRIBES = wordHashes(
  'الدولي التخصصي المركزي الجامعي العسكري الطبي الطبيه التعليمي الرياضي الرياضيه الاولمبي الاقتصاديه الصحراوي الساحلي الدايري النوويه الحراريه',
);

/** `وأدى` is no `وادي`, and `فؤاد` no ف with it: few class nouns of places are written with a hamza inside. */
function isHeadAsWritten({ text, start, end }: Tokens, head: number): boolean {
  const written = text.slice(start[head], end[head]);
  return !/(?!^)[أؤ]/u.test(written) || WITH_HAMZA.test(written);
}

const WITH_HAMZA = /رأس|مرفأ|منشأ|أرخبيل/u;

/** `والزبداني`, `بالأردن`, `ومطار`, `بتندوف`: particles and another name, or a conjunction and a word that no list knows. */
function beginsAnother(tokens: Tokens, { words, bits }: Lookups, shapes: Int32Array, token: number): boolean {
  const folded = foldedWord(tokens, token);
  if (shapes[token] & SHAPE.Def && !folded.startsWith('ا')) return true;
  if (bits[token] === 0) return JOINED.test(folded);
  const readings = words[token] ?? [];
  return (
    readings.every(({ skip }) => skip > 0) &&
    readings.some(({ bits: own }) => (own & (NAME | GIVEN | FAMILY | HEAD)) !== 0)
  );
}

/** A foreign `و` stands before a vowel: `ويندام`, but `وكورمال` is و and `كورمال`. */
const JOINED = /^و[^اويهل]/u;

/** A name goes on behind `بن`, `أبي`, `بني`, `سان`. */
function isOpenEnded(tokens: Tokens, token: number): boolean {
  const folded = foldedWord(tokens, token);
  return folded === 'بني' || NAME_PARTICLES.has(folded);
}

function continuesName(tokens: Tokens, shapes: Int32Array, token: number): boolean {
  if (token >= tokens.count || tokens.kind[token] !== WORD) return false;
  return (
    tokens.line[token] === tokens.line[token - 1] && (shapes[token] & (SHAPE.Function | SHAPE.Cue)) === 0
  );
}
