/**
 * Frames: a cue with what it takes. From each cue the text is read on, to a complementizer that the verb governs
 * (`أشار إلى أن`), a colon, or an opening mark; long material may stand between, another cue may not.
 * The search window is bounded, so that no text costs more than its length.
 */

import type { Layers } from '../layers.js';
import { FEH, firstLetter, WAW } from '../letters.js';
import { ANONYMOUS, type Cue, MASDAR_CUE, STOPPING_CUE } from '../lookup/lexicon.js';
import { SHAPE } from '../recognize/shapes.js';
import { DOTS, foldedWord, NUMBER, PUNCT, WORD } from '../tokenize.js';
import { type WordSet, wordSet } from '../word-set.js';
import { complementizerAt, governs, NEAR } from './complementizers.js';
import { type CueWord, isInName, isNoun, isPossessed } from './cues.js';
import { opensList } from './lists.js';
import { countWords, isNameInMarks, SHORT } from './names-in-marks.js';
import { isTaken } from './weak.js';

export type FrameKind = 'clause' | 'colon' | 'marks';

export interface Frame {
  readonly cue: CueWord;
  readonly reading: Cue;
  readonly kind: FrameKind;
  /** Where what stands between cue and content ends: the first token of the complement (`إلى` of `إلى أن`). */
  readonly complement: number;
  /** First token of the content. */
  readonly content: number;
  /** Index of the marked pair, for `marks` and for a colon before marks. */
  readonly pair?: number;
}

/** How far a complement may be from its cue, in tokens. */
const STRONG_REACH = 48;

const MEDIUM_REACH = 24;

const WEAK_REACH = 10;

/** The frame of a cue, if it has one. */
export function frameOf(layers: Layers, cue: CueWord): Frame | undefined {
  for (const reading of cue.readings) {
    if (reading.form === 'passive' && (reading.row.trust !== 'strong' || reading.row.lemma === ASKING))
      continue;
    const frame = frameOfReading(layers, cue, reading);
    if (frame !== undefined) return frame;
  }
  return undefined;
}

/** What somebody `سئل` is the question, not what he says. */
const ASKING = 'سأل';

function reachOf(reading: Cue): number {
  if (reading.form === 'masdar') return 5;
  if (reading.form === 'participle') return 14;
  const { trust } = reading.row;
  return trust === 'strong' ? STRONG_REACH : trust === 'medium' ? MEDIUM_REACH : WEAK_REACH;
}

function frameOfReading(layers: Layers, cue: CueWord, reading: Cue): Frame | undefined {
  const { tokens, segments, marks, shapes } = layers;
  const from = cue.token;
  const sentence = segments.sentences[segments.sentenceOf[from]];
  const limit = Math.min(sentence.end, from + 1 + reachOf(reading));
  const cueInside = marks.inside[from];
  for (let token = from + 1; token < limit; token++) {
    if (cueInside !== 0 && marks.inside[token] !== cueInside && !isWithin(layers, token, cueInside))
      return undefined;
    if (shapes[token] & SHAPE.Colon) {
      if (isClock(layers, token)) continue;
      return afterColon(layers, cue, reading, token);
    }
    if (tokens.kind[token] === DOTS) {
      const frame = afterDots(layers, cue, reading, token);
      if (frame !== undefined) return frame;
    }
    if (shapes[token] & SHAPE.Open) {
      const pair = pairOpenedAt(layers, token);
      if (pair >= 0) {
        const spoken = !isScareQuote(layers, pair, reading) || isCalled(layers, cue, token);
        const named =
          isNameInMarks(layers, pair) || isDefinition(layers, cue, reading) || isRelay(layers, pair, reading);
        if (takesMarks(reading) && spoken && !named)
          return { cue, reading, kind: 'marks', complement: token, content: token + 1, pair };
        token = Math.max(token, Math.min(marks.pairs[pair].last + 1, limit - 1));
        continue;
      }
    }
    const clause = clauseAt(layers, cue, reading, token);
    if (reading.row.trust === 'weak' && isTaken(layers, from, clause?.complement, token)) return undefined;
    if (clause !== undefined) return clause;
    if (stops(layers, token)) return undefined;
  }
  return undefined;
}

/** Whether a token stands in the marked pair numbered `inside`, however deep. */
function isWithin(layers: Layers, token: number, inside: number): boolean {
  const { first, last } = layers.marks.pairs[inside - 1];
  return token >= first && token <= last;
}

/** Index of the pair that a mark opens, or -1. */
export function pairOpenedAt({ marks }: Layers, token: number): number {
  return marks.opened[token] - 1;
}

/** Without a colon, one or two marked words are a term or an ironic word; behind كتب a few are the title of a work. */
function isScareQuote(layers: Layers, pair: number, { row }: Cue): boolean {
  const { first, last } = layers.marks.pairs[pair];
  return countWords(layers, first, last) < (row.lemma === 'كتب' || row.lemma === 'نشر' ? 2 * SHORT : SHORT);
}

/** `ما وصفه بـ«الفوضى المالية»`: the words are his, few as they are. */
function isCalled({ tokens, marks }: Layers, { token }: CueWord, open: number): boolean {
  const { first, last } = marks.pairs[marks.opened[open] - 1];
  if (token === 0 || open !== token + 2 || last === first) return false;
  return IN.has(tokens, open - 1) && WHAT.has(tokens, token - 1);
}

const IN = wordSet('ب');
const WHAT = wordSet('ما مما', 'وفب');

/** `الآلية التي توصف بـ«…»`, `الذي يعتبر موسم «…»`: a term that everybody uses. */
function isDefinition({ tokens }: Layers, { token }: CueWord, { row, form }: Cue): boolean {
  if (row.stance !== 'opinion' || token === 0) return false;
  return (form === 'passive' || form === 'imperfect') && WHICH.has(tokens, token - 1);
}

const WHICH = wordSet('الذي التي', 'و');

/** `نقل «مكتب النخيل» عن الوزير قوله`: the marks name who passes the words on. */
function isRelay({ tokens, marks }: Layers, pair: number, { row }: Cue): boolean {
  const { close } = marks.pairs[pair];
  if (row.lemma !== 'نقل' || close < 0 || close + 1 >= tokens.count) return false;
  return foldedWord(tokens, close + 1) === 'عن';
}

function takesMarks({ row, form }: Cue): boolean {
  return (
    row.complements.includes('«') && (row.trust !== 'weak' || form === 'participle') && row.speech !== 'topic'
  );
}

function afterColon(layers: Layers, cue: CueWord, reading: Cue, colon: number): Frame | undefined {
  const { tokens, shapes } = layers;
  if (!reading.row.complements.includes(':') && reading.row.trust !== 'strong') return undefined;
  if (isAddress(layers, colon)) return undefined;
  let content = colon + 1;
  while (content < tokens.count && (tokens.kind[content] === DOTS || isDash(layers, content))) content++;
  if (content >= tokens.count) return undefined;
  if (tokens.line[content] !== tokens.line[colon] && (shapes[content] & SHAPE.Open) === 0) return undefined;
  if (shapes[content] & SHAPE.Open) {
    const pair = pairOpenedAt(layers, content);
    if (pair >= 0 && layers.marks.pairs[pair].last > content)
      return { cue, reading, kind: 'marks', complement: colon, content: content + 1, pair };
  }
  if (opensList(layers, cue.token, colon) || isFarThing(layers, cue, reading, colon)) return undefined;
  return { cue, reading, kind: 'colon', complement: colon, content };
}

/**
 * `أعلنت الشركة طرح الهاتف الجديد في الأسواق بسعرين: …`: so far behind a verb that takes a thing the colon is not its own,
 * but `أكد المدير سامر العتيبي في تصريح للصحيفة: …`.
 */
function isFarThing(layers: Layers, { token }: CueWord, { row }: Cue, colon: number): boolean {
  if (colon - token <= NEAR || TELLING.has(row.lemma)) return false;
  if (row.speech === 'indirect' || row.speech === 'topic') return true;
  return row.complements.includes('object') && (row.trust === 'weak' || !isSomebody(layers, token + 1));
}

function isSomebody({ figures, lookups, shapes }: Layers, token: number): boolean {
  const figure = figures.at[token];
  if (figure !== 0) return figures.figures[figure - 1].entity.type === 'Person';
  return (shapes[token] & SHAPE.Title) !== 0 || (lookups.bits[token] & ANONYMOUS) !== 0;
}

/** `أبلغ المدير صحيفة الميزان بعد المباراة في المدينة: …`: these take whom they tell. */
const TELLING = new Set(['أبلغ', 'أخبر']);

/** `https://…` */
export function isAddress({ tokens }: Layers, colon: number): boolean {
  const next = colon + 1;
  return next < tokens.count && tokens.hash[next] === SLASH && tokens.start[next] === tokens.end[colon];
}

const SLASH = 0x2f;

/** `10:30` */
export function isClock({ tokens }: Layers, colon: number): boolean {
  return (
    colon + 1 < tokens.count &&
    tokens.kind[colon - 1] === NUMBER &&
    tokens.kind[colon + 1] === NUMBER &&
    tokens.end[colon - 1] === tokens.start[colon] &&
    tokens.end[colon] === tokens.start[colon + 1]
  );
}

/** Two dots stand for a colon in some papers: `وأضاف لافروف.. “…”`, `مضيفا.. إن`. */
function afterDots(layers: Layers, cue: CueWord, reading: Cue, dots: number): Frame | undefined {
  const { tokens, shapes } = layers;
  const next = dots + 1;
  if (next >= tokens.count || tokens.line[next] !== tokens.line[dots]) return undefined;
  if (shapes[next] & SHAPE.Open && takesMarks(reading)) {
    const pair = pairOpenedAt(layers, next);
    if (pair >= 0) return { cue, reading, kind: 'marks', complement: dots, content: next + 1, pair };
  }
  const verbal = reading.form !== 'masdar' && reading.row.speech === 'both';
  const own = reading.row.trust === 'strong' && verbal && tokens.kind[next] === WORD;
  const near = dots - cue.token <= NEAR && !goesOn(layers, next);
  return own && near && complementizerAt(layers, next) === undefined
    ? { cue, reading, kind: 'colon', complement: dots, content: next }
    : undefined;
}

/** `أعلن فوزه.. ومنافسه يشكك`: dots before a conjunction join two clauses. */
function goesOn({ tokens, lookups }: Layers, token: number): boolean {
  const letter = firstLetter(tokens, token);
  const joined = letter === WAW || letter === FEH;
  return (lookups.words[token] ?? []).some(
    ({ skip, reading }) => (skip > 0 && joined) || reading.functions.includes('conjunction'),
  );
}

function isDash(layers: Layers, token: number): boolean {
  return layers.tokens.kind[token] === PUNCT && DASHES.has(layers.tokens.hash[token]);
}

const DASHES: ReadonlySet<number> = new Set([0x2d, 0x2013, 0x2014]);

/** A complementizer at `token` that the verb governs. */
function clauseAt(layers: Layers, cue: CueWord, reading: Cue, token: number): Frame | undefined {
  const complementizer = complementizerAt(layers, token);
  if (complementizer === undefined) return undefined;
  const { tokens } = layers;
  const complement = governs(layers, cue, reading, token, complementizer.withB);
  if (complement === undefined) return undefined;
  const content = complementizer.pronoun ? token : token + 1;
  if (content >= tokens.count || tokens.line[content] !== tokens.line[token]) return undefined;
  return { cue, reading, kind: 'clause', complement, content };
}

/** Another finite verb of speech, or a participle of one, takes what follows for itself; a relative clause or `وهو يتحدث` may hold one. */
function stops(layers: Layers, token: number): boolean {
  const { tokens, lookups, shapes } = layers;
  const bits = lookups.bits[token];
  if (bits & MASDAR_CUE) return isPossessed(layers, token);
  if ((bits & STOPPING_CUE) === 0 || isNoun(layers, token) || isInName(layers, token)) return false;
  const words = lookups.words[token] ?? [];
  if (words.some(({ reading, definite }) => definite || reading.title !== undefined)) return false;
  if (RELATIVES.has(tokens, token - 1) || WHILE.has(tokens, token - 1)) return false;
  if (
    WHEN.has(tokens, token - 1) &&
    words.every(({ reading }) => reading.cues.every(({ form }) => form === 'passive'))
  )
    return false;
  return !(shapes[token] & (SHAPE.Person | SHAPE.Place | SHAPE.Organization));
}

export const RELATIVES: WordSet = wordSet('الذي التي اللذين اللتين الذين اللذان ما مما كما لما بما');

/** `قال X عندما سئل عن السبب: …` */
const WHEN = wordSet('عندما حين حينما لما وعندما وحين');

/** `ولفتت هدى، وهي تتحدث إلى الصحفيين، إلى أن …` */
const WHILE = wordSet('وهو وهي وهم');
