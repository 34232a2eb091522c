/**
 * Cues: the words of a text that may announce speech, with their readings as forms of reporting verbs.
 * Takes the lookups; leaves out what a fixed phrase shows to be the writer's own voice (`يذكر أن`, `من المتوقع أن`).
 */

import type { Layers } from '../layers.js';
import { FEH, firstLetter, LAM, SEEN, WAW, YEH } from '../letters.js';
import {
  ADVERBIAL,
  COMPLEMENTIZER,
  CUE,
  type Cue,
  MASDAR_CUE,
  PREPOSITION,
  QUANTIFIER,
} from '../lookup/lexicon.js';
import type { WordReading } from '../lookup/lookup.js';
import { SHAPE } from '../recognize/shapes.js';
import { WORD } from '../tokenize.js';
import { wordSet } from '../word-set.js';

/** A word that may announce speech. */
export interface CueWord {
  readonly token: number;
  readonly readings: readonly Cue[];
  /** و, ف or ل (`ليضيف`) stands before it: it opens a clause of its own. */
  readonly conjoined: boolean;
  /** س stands before it: it is still to be said. */
  readonly future: boolean;
  /** It carries an object pronoun (`وصفه`, `أكده`). */
  readonly object: boolean;
}

export function findCues(layers: Layers): CueWord[] {
  const { lookups } = layers;
  const cues: CueWord[] = [];
  const writers = writerPhrases(layers);
  let next = 0;
  let writer = -1;
  for (const { kind, first, end } of layers.segments.lines) {
    if (kind !== 'heading' && kind !== 'paragraph') continue;
    for (let token = first; token < end; token++) {
      if ((lookups.bits[token] & CUE) === 0) continue;
      while (next < writers.length && writers[next].first <= token)
        writer = Math.max(writer, writers[next++].last);
      if (token <= writer || isLabel(layers, token)) continue;
      const cue = cueAt(layers, token);
      if (cue !== undefined) cues.push(cue);
    }
  }
  return cues;
}

/** Fixed phrases of the writer's own voice, in text order as the lookups are; few of the words of a text open one. */
function writerPhrases({ lookups }: Layers): readonly { readonly first: number; readonly last: number }[] {
  const found: { first: number; last: number }[] = [];
  for (const [first, { last, reading }] of lookups.phrases)
    if (reading.attribution?.kind === 'writer') found.push({ first, last });
  return found;
}

/** The object of these verbs is who is spoken to: `سألته`, `أبلغهم`. */
const ADDRESSING = new Set(['سأل', 'أجاب', 'أبلغ', 'أخبر', 'خاطب', 'حذر', 'ذكر', 'طمأن', 'ناشد']);

/** `رأي:`, `كتب:`, `اقرأ أيضا في الميزان:`, `رأي | …` at the start of a line. */
function isLabel({ tokens, lookups, shapes, segments }: Layers, token: number): boolean {
  if (segments.sentences[segments.sentenceOf[token]].first !== token) return false;
  const phrase = lookups.phrases.get(token);
  const last = phrase?.reading.attribution?.kind === 'label' ? phrase.last : token;
  const labels =
    last > token || (lookups.words[token] ?? []).some(({ reading }) => reading.attribution?.kind === 'label');
  if (!labels) return false;
  const end = Math.min(tokens.count, last + (last > token ? LONGEST_OF_LABEL : 2));
  for (let next = last + 1; next < end; next++)
    if (shapes[next] & SHAPE.Colon || tokens.hash[next] === PIPE) return true;
  return false;
}

/** How far behind `اقرأ أيضا` its colon may stand, in tokens. */
const LONGEST_OF_LABEL = 6;
const PIPE = 0x7c;

/** `أسفه` is his regret, `آسفة` is sorry: where the letter tells them apart, it is believed. */
function withoutParticiple(layers: Layers, token: number, cues: readonly Cue[]): readonly Cue[] {
  if (cues.length < 2 || !cues.some(({ form }) => form === 'masdar') || !isPossessed(layers, token))
    return cues;
  return cues.filter(({ form }) => form !== 'participle');
}

function isObject({ object, row }: Cue): boolean {
  return object && !ADDRESSING.has(row.lemma);
}

/** A verb with an object pronoun announces speech only where the pronoun stands for it: `ما وصفه بـ`, `وفق ما أكده`. */
function isRelative({ tokens }: Layers, token: number): boolean {
  return token > 0 && RELATIVE.has(tokens, token - 1);
}

const RELATIVE = wordSet('ما مما كما حسبما الذي التي وفقما عما', 'وفلب');

/** `عدم ذكر اسمه`, `على رد`: behind a preposition or عدم stands a noun, no verb; `الإمام` is none, though `أمام` is. */
export function isNoun({ tokens, lookups }: Layers, token: number): boolean {
  const before = token - 1;
  if (token === 0 || tokens.line[before] !== tokens.line[token] || tokens.kind[before] !== WORD) return false;
  if (GOVERNING.has(tokens, before)) return true;
  if ((lookups.bits[before] & PREPOSITION) === 0) return false;
  for (const { bits, preposition } of lookups.words[before] ?? [])
    if (!preposition && bits & PREPOSITION) return !BEFORE_CLAUSES.has(tokens, before);
  return false;
}

const GOVERNING = wordSet('عدم دون بدون مجرد سبق');
const BEFORE_CLAUSES = wordSet('بعد قبل منذ مع حتي غير سوي بما دون', 'وف');

/** `تغريده` is his, `تغريدة` is a tweet. */
export function isPossessed({ tokens }: Layers, token: number): boolean {
  return tokens.text.charCodeAt(tokens.end[token] - 1) !== TEH_MARBUTA;
}

const TEH_MARBUTA = 0x629;

/** `عبر الوزير عن أمله` is a verb, `عبر الموقع` a preposition: the verb's own preposition or its `أن` must follow. */
function isVerb({ tokens, lookups }: Layers, token: number, cues: readonly Cue[]): boolean {
  if (lookups.bits[token + 1] & COMPLEMENTIZER) return cues.some(({ row }) => row.lemma === 'بين');
  const end = Math.min(tokens.count, token + FARTHEST_GOVERNED);
  for (let next = token + 1; next < end && tokens.line[next] === tokens.line[token]; next++)
    if (ABOUT.has(tokens, next)) return cues.some(({ governs }) => governs.includes('عن'));
  return false;
}

const ABOUT = wordSet('عن');
/** How far behind an ambiguous word its preposition may stand, in tokens. */
const FARTHEST_GOVERNED = 10;

/** Whether a reading of a word is that of a verb or noun of speech where it stands. */
function mayAnnounce(layers: Layers, token: number, word: WordReading, noun: boolean): boolean {
  const { bits, skip, reading } = word;
  if ((bits & CUE) === 0 || (bits & MASDAR_CUE && !isPossessed(layers, token))) return false;
  if (isOtherWord(layers, token, word)) return false;
  if (skip > 0) return true;
  if (noun && reading.cues.every(({ form }) => form === 'perfect' || form === 'passive')) return false;
  if (reading.bits & PREPOSITION && !isVerb(layers, token, reading.cues)) return false;
  return true;
}

/** `هنا` is no `هنأ`, `اثنين` no `أثنين`, and `نادي المدينة` no `نادى`. */
function isOtherWord({ tokens }: Layers, token: number, { reading }: WordReading): boolean {
  const { functions } = reading;
  if (
    reading.bits & (ADVERBIAL | QUANTIFIER) &&
    (functions.includes('demonstrative') || functions.includes('number'))
  )
    return true;
  return reading.head !== undefined && tokens.text.charCodeAt(tokens.end[token] - 1) === YEH;
}

function cuesOf(words: readonly WordReading[]): readonly Cue[] {
  return words.length === 1 ? words[0].reading.cues : words.flatMap(({ reading }) => reading.cues);
}

/** Those whose pronoun, if they have one, is no object. */
function subjectCuesOf(words: readonly WordReading[]): readonly Cue[] {
  const cues = cuesOf(words);
  return cues.some(isObject) ? cues.filter((cue) => !isObject(cue)) : cues;
}

/** `أبو طالب`, `بن علي`: part of a name. */
export function isInName({ tokens }: Layers, token: number): boolean {
  return token > 0 && tokens.line[token - 1] === tokens.line[token] && FATHER.has(tokens, token - 1);
}

const FATHER = wordSet('ابو ابي ابا بن ابن', 'وفلب');

function cueAt(layers: Layers, token: number): CueWord | undefined {
  const { tokens, lookups } = layers;
  if (isInName(layers, token)) return undefined;
  const noun = isNoun(layers, token);
  const words: WordReading[] = [];
  for (const word of lookups.words[token] ?? []) if (mayAnnounce(layers, token, word, noun)) words.push(word);
  if (words.length === 0) return undefined;
  const { skip, preposition, reading } = words[0];
  const object = reading.cues.every(isObject);
  const relative = isRelative(layers, token);
  if (object && !relative) return undefined;
  return {
    token,
    readings: withoutParticiple(layers, token, relative ? cuesOf(words) : subjectCuesOf(words)),
    conjoined: (skip > 0 && CONJOINING.has(firstLetter(tokens, token))) || followsParticle(tokens, token),
    future: skip > 0 && !preposition && tokens.folded[tokens.foldStart[token] + skip - 1] === SEEN,
    object,
  };
}

/** `و "قال`: a particle that stands alone, and nothing between. */
function followsParticle(tokens: Layers['tokens'], token: number): boolean {
  const before = token - 1;
  if (token === 0 || tokens.foldLength[before] !== 1 || tokens.end[before] !== tokens.start[token])
    return false;
  const letter = firstLetter(tokens, before);
  return letter === WAW || letter === FEH;
}

/** و ف ل */
const CONJOINING: ReadonlySet<number> = new Set([WAW, FEH, LAM]);
