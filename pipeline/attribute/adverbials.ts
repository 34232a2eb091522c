/**
 * What is passed over on the way to a subject: prepositions with their noun phrases, adverbs, manners (`مبتسما`), and
 * what stands between brackets or dashes. Takes a token; gives where to read on.
 */
import type { Layers } from '../layers.js';
import { ADVERBIAL, PREPOSITION, TITLE } from '../lookup/lexicon.js';
import { pairOpenedAt } from '../quote/frames.js';
import { SHAPE } from '../recognize/shapes.js';
import { foldedWord, PUNCT, type Tokens, WORD } from '../tokenize.js';
import { endOfFigure } from './figure-tokens.js';

/** The particle or preposition that a word starts with or is: ل, ب, في, خلال … ; empty for none. */
export function prepositionAt({ tokens, lookups, figures }: Layers, token: number): string {
  if (token < 0 || tokens.kind[token] !== WORD) return '';
  const word = foldedWord(tokens, token);
  const readings = lookups.words[token] ?? [];
  if (
    lookups.bits[token] & PREPOSITION &&
    readings.some(({ bits, skip, preposition }) => bits & PREPOSITION && skip <= 1 && !preposition)
  )
    return word === 'ل' ? 'ل' : 'في';
  if (figures.startAt[token] > tokens.start[token])
    return /^[وف]?ل/u.test(word) ? 'ل' : /^[وف]?[بك]/u.test(word) ? 'ب' : '';
  if (figures.at[token] === 0 && isAddressed(tokens, token)) return 'ل';
  const attached = readings[0]?.preposition === true && readings[0].skip > 0;
  if (!attached) return readings.length === 0 && /^لل..../u.test(word) ? 'ل' : '';
  return /^[وف]?ل/u.test(word) ? 'ل' : 'ب';
}

/** `للصحفيين`, `لبي بي سي`: behind such a ل somebody is spoken to, though no list knows the word. */
function isAddressed(tokens: Tokens, token: number): boolean {
  const word = foldedWord(tokens, token);
  if (/^لل.../u.test(word)) return true;
  return word.startsWith('ل') && LETTERS.has(word.slice(1)) && isLetter(tokens, token + 1);
}

function isLetter(tokens: Tokens, token: number): boolean {
  return token < tokens.count && tokens.kind[token] === WORD && LETTERS.has(foldedWord(tokens, token));
}

/** Latin letters by their names, as in `بي بي سي`. */
const LETTERS = new Set([
  'بي',
  'سي',
  'ان',
  'اي',
  'ايه',
  'دي',
  'اف',
  'ام',
  'ار',
  'تي',
  'جي',
  'اس',
  'او',
  'ال',
]);

/** One past an adverbial: a preposition with its noun phrase, up to a name's end, a comma, or a noun that cannot belong to it. */
export function skipAdverbial(layers: Layers, from: number, end: number): number {
  const { tokens, shapes, figures } = layers;
  const temporal = TEMPORAL.test(foldedWord(tokens, from));
  let token = from;
  if (
    prepositionAt(layers, token) === 'في' ||
    (tokens.kind[token] === WORD && tokens.foldLength[token] === 1)
  )
    token++;
  for (let words = 0; token < end && words < 12; token++, words++) {
    if (figures.at[token] !== 0) return endOfFigure(layers, token) + 1;
    if (shapes[token] & SHAPE.Open) {
      const pair = pairOpenedAt(layers, token);
      return pair < 0 || layers.marks.pairs[pair].close < 0 ? token + 1 : layers.marks.pairs[pair].close + 1;
    }
    if (tokens.kind[token] !== WORD) return token + 1;
    const next = token + 1;
    if (next >= end || takesTheRest(layers, next)) return next;
    if (isLetter(tokens, next) && (words > 0 || isAddressed(tokens, token))) continue;
    const stillInside =
      (shapes[next] & (SHAPE.DefMore | SHAPE.Nisba)) !== 0 && (shapes[next] & SHAPE.Title) === 0;
    if (
      figures.at[next] === 0 &&
      !stillInside &&
      !isAdverb(layers, next) &&
      prepositionAt(layers, next) === '' &&
      (shapes[next] & SHAPE.Open) === 0
    ) {
      const isWhose = (shapes[next] & SHAPE.Title) === 0 || (temporal && !(shapes[token] & SHAPE.Time));
      if (words === 0 && (shapes[token] & SHAPE.Def) === 0 && isWhose) continue;
      return next;
    }
    if (figures.at[next] !== 0 && words > 0 && prepositionAt(layers, token) !== 'في') return next;
  }
  return token;
}

/** `قبيل زيارة نائب الرئيس`: the title says whose visit it is; `في بيان وزير المالية` may be followed by its speaker. */
const TEMPORAL = /^(بعد|قبل|قبيل|عقب|خلال|اثناء|اثر|لدي|عند)$/u;

export function isAdverb(layers: Layers, token: number): boolean {
  const { lookups, shapes } = layers;
  if (shapes[token] & SHAPE.Time || isManner(layers, token) || isOwnSpeech(layers, token)) return true;
  if ((lookups.bits[token] & ADVERBIAL) === 0) return false;
  return (lookups.words[token] ?? []).some(({ bits, skip }) => skip === 0 && (bits & ADVERBIAL) !== 0);
}

/** `قال مبتسما إن`, `قالت ضاحكة`: an indefinite accusative participle is no subject. */
export function isManner({ tokens, figures, lookups }: Layers, token: number): boolean {
  if (tokens.kind[token] !== WORD || figures.at[token] !== 0 || lookups.bits[token] & TITLE) return false;
  return MANNER.test(foldedWord(tokens, token));
}

/** `مهاجما الهيئة`, `موجها كلامه إلى الحكومة`: what follows such a participle is its object, and no subject comes. */
export function takesTheRest(layers: Layers, token: number): boolean {
  return isManner(layers, token) && TRANSITIVE.test(foldedWord(layers.tokens, token));
}

/** `واختتم حديثه قائلا`, `وتابعت كلمتها بالقول`: his own speech is what he ends, not who ends it. */
function isOwnSpeech({ tokens, figures }: Layers, token: number): boolean {
  return figures.at[token] === 0 && OWN_SPEECH.test(foldedWord(tokens, token));
}

const OWN_SPEECH = /^(حديث|كلام|كلمت|تصريح|تصريحات|خطاب|مداخلت|تعليق|مقال|تغريدت)(ه|ها|هم|هما)$|^بالقول$/u;
const TRANSITIVE =
  /^(م(هاجم|وجه|خاطب|نتقد|تهم|ذكر|حذر|طالب|علق|توعد|هدد|ستنكر|شير)|ناقل|حامل|واصف|رافض|شاكر|نافي|تارك|ناشر)ا$/u;

const MANNER = /^(م...+ا|.ا..ا|(مبتسم|مازح|ضاحك|ساخر|غاضب|باكي|متهكم|متسايل)ه)$/u;

export function isDash({ tokens }: Layers, token: number): boolean {
  return tokens.kind[token] === PUNCT && [0x2d, 0x2013, 0x2014].includes(tokens.hash[token]);
}

/** The partner of a bracket or dash within the next words, or the token itself. */
export function closing(layers: Layers, token: number, end: number): number {
  for (let at = token + 1; at < Math.min(end, token + 12); at++)
    if (layers.shapes[at] & SHAPE.ParenClose || (isDash(layers, token) && isDash(layers, at))) return at;
  return token;
}
