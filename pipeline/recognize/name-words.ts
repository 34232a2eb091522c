/**
 * The words of an organization's name, one question each: may this word open, continue or end it?
 * Takes tokens with their lookups and shapes; decides nothing about whole names.
 */
import { FINITE_CUE, FUNCTION, NISBA, PREPOSITION, TITLE } from '../lookup/lexicon.js';
import type { Lookups } from '../lookup/lookup.js';
import type { Marks } from '../quote/marks.js';
import { FOREIGN, foldedWord, hashWord, type Tokens } from '../tokenize.js';
import { SHAPE } from './shapes.js';
import { TRAIT, traitsOf } from './traits.js';
import { wordHashes } from './word-hashes.js';

/** What the reading of one name needs. */
export interface Reader {
  readonly tokens: Tokens;
  readonly lookups: Lookups;
  readonly shapes: Int32Array;
  readonly marks: Marks;
}

export function shapeAt({ shapes }: Reader, token: number): number {
  return token < shapes.length ? shapes[token] : 0;
}

export function isSameLine({ tokens }: Reader, token: number): boolean {
  return token < tokens.count && token > 0 && tokens.line[token] === tokens.line[token - 1];
}

/** An ordinary word with ال and without preposition. */
export function isDefiniteWord(reader: Reader, token: number): boolean {
  const shape = shapeAt(reader, token);
  if ((shape & SHAPE.Def) === 0 || !isSameLine(reader, token)) return false;
  const { hash } = reader.tokens;
  if (shape & SHAPE.Function && GENERAL.has(hash[token])) return true;
  if ((shape & SHAPE.DefMore) === 0 && !isPluralTitle(reader, token)) return false;
  return hasArticle(reader, token) && !isVerb(reader, token) && !ENDING.has(hash[token]);
}

/** `المؤسسة العامة للتقاعد والمؤسسة العامة للتأمينات`: behind و a class noun opens a name of its own. */
function isAnotherBody({ tokens }: Reader, token: number): boolean {
  return ANOTHER_BODY.test(foldedWord(tokens, token));
}

const ANOTHER_BODY =
  /^وال(مو?سسه|هييه|لجنه|وزاره|جمعيه|شركه|منظمه|نقابه|مجلس|اداره|رابطه|مفوضيه|جهات|هييات|جيش|شرطه)$/u;

/** `الروسية`, `الأردني` behind what it belongs to. */
export function isNationality(reader: Reader, token: number): boolean {
  const shape = shapeAt(reader, token);
  return (
    (shape & SHAPE.Nisba) !== 0 &&
    (shape & SHAPE.Def) !== 0 &&
    hasArticle(reader, token) &&
    isSameLine(reader, token)
  );
}

/** An adjective here, though `العام` is the year elsewhere. */
const GENERAL = wordHashes('العام العامه الاعلي الاول الثاني الاولي الثانيه');

/** The first definite word may be an adjective as well: `وزارة المالية`, `وزارة العدل`. */
export function opensComplement(reader: Reader, token: number): boolean {
  const shape = shapeAt(reader, token);
  if (!isSameLine(reader, token) || (shape & SHAPE.Def) === 0 || !hasArticle(reader, token)) return false;
  return (
    ((shape & (SHAPE.DefMore | SHAPE.Nisba)) !== 0 || isPluralTitle(reader, token)) && !isVerb(reader, token)
  );
}

/** `مجلس الوزراء`, `نقابة المحامين`: people in the plural are whom a body is made of. */
export function isPluralTitle({ lookups }: Reader, token: number): boolean {
  return (traitsOf(lookups, token) & TRAIT.pluralTitle) !== 0;
}

/** ال itself, not behind ب, ل or ك. */
export function hasArticle({ tokens }: Reader, token: number): boolean {
  const at = tokens.foldStart[token];
  return tokens.folded[at] === ALEF && tokens.folded[at + 1] === LAM;
}

/** و before a definite word: `وزارة الطاقة والمعادن`. */
export function isJoinedTo(reader: Reader, token: number): boolean {
  const shape = shapeAt(reader, token);
  if (!isConjunct(reader, token) || isAnotherBody(reader, token)) return false;
  return (shape & SHAPE.DefMore) !== 0 && isSameLine(reader, token);
}

export function isConjunct({ tokens }: Reader, token: number): boolean {
  if (token >= tokens.count) return false;
  const at = tokens.foldStart[token];
  return tokens.folded[at] === WAW && tokens.folded[at + 1] === ALEF && tokens.folded[at + 2] === LAM;
}

/** A noun without article, before a definite one: `شؤون`, `حقوق`. */
export function isConstruct(reader: Reader, token: number): boolean {
  const { tokens, lookups, shapes } = reader;
  if (!isSameLine(reader, token) || !isSameLine(reader, token + 1)) return false;
  const shape = shapes[token];
  if ((shape & SHAPE.Bare) === 0 || shape & (SHAPE.Function | SHAPE.Place | SHAPE.Nisba)) return false;
  if (shape & SHAPE.Title && !isPluralTitle(reader, token)) return false;
  if (shape & SHAPE.OrgHeadOut || tokens.hash[token] === ADMINISTRATION) return false;
  return (traitsOf(lookups, token) & TRAIT.prepositional) === 0;
}

const ADMINISTRATION = hashWord('اداره');

export function isPlaceWord({ tokens, shapes, lookups }: Reader, token: number): boolean {
  if (token >= shapes.length || tokens.line[token] !== tokens.line[token - 1]) return false;
  if ((shapes[token] & SHAPE.Place) === 0 || shapes[token] & SHAPE.Function) return false;
  return (lookups.words[token]?.[0].skip ?? 0) === 0;
}

export function isTitleWord({ tokens, lookups, shapes }: Reader, token: number): boolean {
  if (token >= shapes.length || tokens.line[token] !== tokens.line[token - 1]) return false;
  return (lookups.bits[token] & TITLE) !== 0 && (shapes[token] & SHAPE.Def) !== 0;
}

export function isNameWord(reader: Reader, token: number, opens: boolean): boolean {
  const shape = shapeAt(reader, token);
  if (!isSameLine(reader, token) || shape & (SHAPE.Function | SHAPE.Nisba)) return false;
  return (shape & (opens ? SHAPE.NameFirst : SHAPE.NameNext)) !== 0 || isForeignWord(reader, token);
}

/** A word that no list knows, or in Latin letters. */
export function isForeignWord(reader: Reader, token: number): boolean {
  const { tokens } = reader;
  if (!isSameLine(reader, token)) return false;
  return tokens.kind[token] === FOREIGN || (shapeAt(reader, token) & SHAPE.Unknown) !== 0;
}

/** With ال, and no ordinary word: a family name, or one that no list knows. */
export function isUnlistedWord(reader: Reader, token: number): boolean {
  const shape = shapeAt(reader, token);
  return (
    isSameLine(reader, token) && (shape & SHAPE.Def) !== 0 && (shape & (SHAPE.Unknown | SHAPE.Family)) !== 0
  );
}

/** `ألقى` without its hamza looks like a word with article. */
export function isVerb({ lookups }: Reader, token: number): boolean {
  return (
    (lookups.bits[token] & (FINITE_CUE | FUNCTION | PREPOSITION)) !== 0 && (lookups.bits[token] & NISBA) === 0
  );
}

/** Adjectives that say when, whose or what kind, and belong to no name. */
const ENDING = wordHashes(
  'الجديد الجديده السابق السابقه الحالي الحاليه المقبل المقبله القادم القادمه الماضي الماضيه الاخير الاخيره الرسمي الرسميه الشهير الشهيره ' +
    'التابع التابعه الخاص الخاصه المكلف المكلفه المختص المختصه المعني المعنيه المنظم المنظمه المشرف المشرفه المسؤول المسووله المسوول ' +
    'الفني الفنيه الحقيقي الحقيقيه المذكور المذكوره نفسه نفسها المحلي المحليه الموقر الموقره المحظور المحظوره العملاق العملاقه',
);

const ALEF = 0x627;
const LAM = 0x644;
const WAW = 0x648;
