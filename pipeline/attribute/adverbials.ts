/**
 * What is passed over on the way to a subject: prepositions with their noun phrases, adverbs, manners (`مبتسما`), and
 * what stands between brackets or dashes. Takes a token; gives where to read on.
 */
import type { Layers } from '../layers.js';
import { ALEF, BEH, firstLetter, HEH, KAF, LAM, lastLetter, letterBehindJoint, MEEM } from '../letters.js';
import { ADVERBIAL, HEAD, PREPOSITION, TITLE, type WordReading } from '../lookup/lexicon.js';
import { pairOpenedAt } from '../quote/frames.js';
import { SHAPE } from '../recognize/shapes.js';
import { titlePhraseAt } from '../resolve/titles.js';
import { foldedWord, PUNCT, type Tokens, WORD } from '../tokenize.js';
import { wordSet } from '../word-set.js';
import { endOfFigure } from './figure-tokens.js';

/** The particle or preposition that a word starts with or is: ل, ب, في, خلال … ; empty for none. */
export function prepositionAt(layers: Layers, token: number): string {
  const { tokens, lookups, figures } = layers;
  if (token < 0 || tokens.kind[token] !== WORD) return '';
  if (lookups.bits[token] & PREPOSITION && isPreposition(lookups.words[token] ?? []))
    return tokens.foldLength[token] === 1 && firstLetter(tokens, token) === LAM ? 'ل' : 'في';
  const letter = letterBehindJoint(tokens, token);
  if (letter !== LAM && letter !== BEH && letter !== KAF) return '';
  if (opensTitle(layers, token)) return '';
  if (figures.startAt[token] > tokens.start[token]) return letter === LAM ? 'ل' : 'ب';
  if (letter === LAM && figures.at[token] === 0 && isAddressed(tokens, token)) return 'ل';
  if (POINTED.has(tokens, token)) return 'ب';
  const readings = lookups.words[token];
  if (readings === undefined) return isArticleBehindLam(tokens, token, 6) ? 'ل' : '';
  const [{ preposition, skip }] = readings;
  if (!preposition || skip === 0) return '';
  return letter === LAM ? 'ل' : 'ب';
}

/** `ولي العهد` is no و and لي: what a list has as the first word of a title has no particle before it. */
function opensTitle({ tokens, lookups: { phrases } }: Layers, token: number): boolean {
  const title = phrases.get(token)?.reading.title;
  return title !== undefined && foldedWord(tokens, token).startsWith(title.word.slice(0, LETTERS_THAT_TELL));
}

/** So many letters of a word tell whether it is the word itself or has a particle before it. */
const LETTERS_THAT_TELL = 3;

function isPreposition(readings: readonly WordReading[]): boolean {
  for (const { bits, skip, preposition } of readings)
    if (bits & PREPOSITION && skip <= 1 && !preposition) return true;
  return false;
}

/** `بهذا الاتجاه`, `لهذه الغاية`: a list has the two words as one. */
const POINTED = wordSet(
  ['ب', 'ل', 'ك']
    .flatMap((particle) => ['هذا', 'هذه', 'ذلك', 'تلك'].map((word) => particle + word))
    .join(' '),
  'وف',
);

/** `للصحفيين`, `لبي بي سي`: behind such a ل somebody is spoken to, though no list knows the word. */
function isAddressed(tokens: Tokens, token: number): boolean {
  if (isArticleBehindLam(tokens, token, 5)) return true;
  return (
    firstLetter(tokens, token) === LAM && LETTERS_BEHIND_LAM.has(tokens, token) && isLetter(tokens, token + 1)
  );
}

/** لل and what it stands before, so many letters in all. */
function isArticleBehindLam(tokens: Tokens, token: number, letters: number): boolean {
  return (
    tokens.foldLength[token] >= letters &&
    firstLetter(tokens, token) === LAM &&
    firstLetter(tokens, token, 1) === LAM
  );
}

function isLetter(tokens: Tokens, token: number): boolean {
  return token < tokens.count && LETTERS.has(tokens, token);
}

/** Latin letters by their names, as in `بي بي سي`. */
const NAMES_OF_LETTERS = 'بي سي ان اي ايه دي اف ام ار تي جي اس او ال';
const LETTERS = wordSet(NAMES_OF_LETTERS);
const LETTERS_BEHIND_LAM = wordSet(NAMES_OF_LETTERS, 'ل');

/** One past an adverbial: a preposition with its noun phrase, up to a name's end, a comma, or a noun that cannot belong to it. */
export function skipAdverbial(layers: Layers, from: number, end: number): number {
  const { tokens, shapes, figures } = layers;
  const temporal = TEMPORAL.has(tokens, from);
  let token = from;
  if (
    prepositionAt(layers, token) === 'في' ||
    (tokens.kind[token] === WORD && tokens.foldLength[token] === 1)
  )
    token++;
  const office = token > from && !temporal ? endOfOffice(layers, token, end) : undefined;
  if (office !== undefined) return office;
  let district = false;
  for (let words = 0; token < end && words < 12; token++, words++) {
    if (figures.at[token] !== 0) return endOfFigure(layers, token) + 1;
    if (shapes[token] & SHAPE.Open) {
      const pair = pairOpenedAt(layers, token);
      return pair < 0 || layers.marks.pairs[pair].close < 0 ? token + 1 : layers.marks.pairs[pair].close + 1;
    }
    if (tokens.kind[token] !== WORD) return token + 1;
    const next = token + 1;
    district ||= isDistrict(layers, token);
    if (district && isPlace(layers, next, end)) return endOfFigure(layers, next) + 1;
    if (next >= end || takesTheRest(layers, next) || prepositionAt(layers, next) === 'في') return next;
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

function isDistrict({ lookups }: Layers, token: number): boolean {
  if ((lookups.bits[token] & HEAD) === 0) return false;
  return (lookups.words[token] ?? []).some(({ reading }) => reading.head?.row.type === 'Place');
}

/** `في العاصمة الألمانية برلين`: the name right behind belongs to the noun. */
function isPlace({ figures }: Layers, token: number, end: number): boolean {
  const named = token < end ? figures.at[token] : 0;
  return named !== 0 && figures.figures[named - 1].entity.type === 'Place';
}

/** `مع رئيس الوزراء الياباني نزار عياد`: one past the office right behind a preposition and the name of its holder. */
function endOfOffice(layers: Layers, token: number, end: number): number | undefined {
  const { tokens, lookups, shapes, figures } = layers;
  if (token >= end || (shapes[token] & SHAPE.Title) === 0 || figures.at[token] !== 0) return undefined;
  const office = titlePhraseAt(tokens, lookups, shapes, token);
  if (office === undefined) return undefined;
  const behind = office.last + 1;
  const name = behind < end && shapes[behind] & SHAPE.Comma ? behind + 1 : behind;
  const named = name < end ? figures.at[name] : 0;
  if (named === 0 || figures.figures[named - 1].entity.type !== 'Person') return undefined;
  return endOfFigure(layers, name) + 1;
}

/** `قبيل زيارة نائب الرئيس`: the title says whose visit it is; `في بيان وزير المالية` may be followed by its speaker. */
const TEMPORAL = wordSet('بعد قبل قبيل عقب خلال اثناء اثر لدي عند');

export function isAdverb(layers: Layers, token: number): boolean {
  const { lookups, shapes } = layers;
  if (shapes[token] & SHAPE.Time || isManner(layers, token) || isOwnSpeech(layers, token)) return true;
  if (lookups.words[token]?.[0]?.reading.attribution?.kind === 'turn') return true;
  if ((lookups.bits[token] & ADVERBIAL) === 0) return false;
  return (lookups.words[token] ?? []).some(({ bits, skip }) => skip === 0 && (bits & ADVERBIAL) !== 0);
}

/** `قال مبتسما إن`, `قالت ضاحكة`: an indefinite accusative participle is no subject. */
export function isManner(layers: Layers, token: number): boolean {
  const { tokens, figures, lookups } = layers;
  if (isSomebody(layers, token)) return false;
  if (tokens.kind[token] !== WORD || figures.at[token] !== 0 || lookups.bits[token] & TITLE) return false;
  const ending = lastLetter(tokens, token);
  if (ending === HEH) return MANNERS.has(tokens, token);
  if (ending !== ALEF) return false;
  if (IN_REPLY.has(tokens, token)) return true;
  const length = tokens.foldLength[token];
  if (firstLetter(tokens, token) === MEEM && length >= 5) return true;
  return length === 5 && firstLetter(tokens, token, 1) === ALEF;
}

const MANNERS = wordSet(
  'مبتسمه مازحه ضاحكه ساخره غاضبه باكيه متهكمه متسايله مهاجمه موجهه مخاطبه منتقده محذره مطالبه معلقه متوعده مهدده مستنكره مشيره',
);

/** `أكد تعقيبا على ذلك` */
const IN_REPLY = wordSet('تعقيبا تعليقا');

/** `مهاجما الهيئة`, `موجها كلامه إلى الحكومة`: what follows such a participle is its object, and no subject comes. */
export function takesTheRest(layers: Layers, token: number): boolean {
  return TRANSITIVE.has(layers.tokens, token) && isManner(layers, token);
}

/** `واختتم حديثه قائلا`, `وتابعت كلمتها بالقول`: his own speech is what he ends, not who ends it. */
function isOwnSpeech({ tokens, figures }: Layers, token: number): boolean {
  return figures.at[token] === 0 && OWN_SPEECH.has(tokens, token);
}

const SPEECHES = 'حديث كلام كلمت تصريح تصريحات خطاب مداخلت تعليق مقال تغريدت'.split(' ');
const OWN_SPEECH = wordSet(
  ['بالقول', ...['ه', 'ها', 'هم', 'هما'].flatMap((owner) => SPEECHES.map((noun) => noun + owner))].join(' '),
);
const TRANSITIVE = wordSet(
  'مهاجما موجها مخاطبا منتقدا متهما مذكرا محذرا مطالبا معلقا متوعدا مهددا مستنكرا مشيرا ناقلا حاملا واصفا رافضا شاكرا نافيا تاركا ناشرا ' +
    'مهاجمه موجهه مخاطبه منتقده محذره مطالبه معلقه متوعده مهدده مستنكره مشيره',
);

export function isDash({ tokens }: Layers, token: number): boolean {
  return tokens.kind[token] === PUNCT && DASHES.has(tokens.hash[token]);
}

const DASHES: ReadonlySet<number> = new Set([0x2d, 0x2013, 0x2014]);

/** The partner of a bracket or dash within the next words, or the token itself. */
export function closing(layers: Layers, token: number, end: number): number {
  for (let at = token + 1; at < Math.min(end, token + 12); at++)
    if (layers.shapes[at] & SHAPE.ParenClose || (isDash(layers, token) && isDash(layers, at))) return at;
  return token;
}

/** `أفاد مراسلنا بأن`, `وقال آخر إن`: words that look like others and stand for who speaks. */
export function isSomebody({ tokens }: Layers, token: number): boolean {
  return SOMEBODY.has(tokens, token);
}

const SOMEBODY = wordSet('مراسلنا مراسلتنا مراسلونا موفدنا موفدتنا اخر الاخر الاخرون');
