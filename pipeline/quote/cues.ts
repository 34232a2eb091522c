/**
 * Cues: the words of a text that may announce speech, with their readings as forms of reporting verbs.
 * Takes the lookups; leaves out what a fixed phrase shows to be the writer's own voice (`يذكر أن`, `من المتوقع أن`).
 */

import type { Layers } from '../layers.js';
import { COMPLEMENTIZER, CUE, type Cue, MASDAR_CUE } from '../lookup/lexicon.js';
import type { WordReading } from '../lookup/lookup.js';
import { SHAPE } from '../recognize/shapes.js';
import { foldedWord, WORD } from '../tokenize.js';

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
      while (next < writers.length && writers[next].first <= token)
        writer = Math.max(writer, writers[next++].last);
      if (token <= writer || (lookups.bits[token] & CUE) === 0 || isLabel(layers, token)) continue;
      const cue = cueAt(layers, token);
      if (cue !== undefined && (!cue.object || isRelative(layers, token))) cues.push(cue);
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

/** `رأي:`, `كتب:`, `اقرأ أيضا:`, `رأي | …` at the start of a line. */
function isLabel({ tokens, lookups, shapes, segments }: Layers, token: number): boolean {
  if (segments.sentences[segments.sentenceOf[token]].first !== token) return false;
  const phrase = lookups.phrases.get(token);
  const last = phrase?.reading.attribution?.kind === 'label' ? phrase.last : token;
  const next = last + 1;
  if (next >= shapes.length || !(shapes[next] & SHAPE.Colon || tokens.hash[next] === PIPE)) return false;
  return (
    last > token || (lookups.words[token] ?? []).some(({ reading }) => reading.attribution?.kind === 'label')
  );
}

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
  return token > 0 && /^[وفلب]?(ما|مما|كما|حسبما|الذي|التي|وفقما|عما)$/u.test(foldedWord(tokens, token - 1));
}

/** `عدم ذكر اسمه`, `على رد`: behind a preposition or عدم stands a noun, no verb. */
export function isNoun({ tokens, lookups }: Layers, token: number): boolean {
  if (token === 0 || tokens.line[token - 1] !== tokens.line[token] || tokens.kind[token - 1] !== WORD)
    return false;
  if (/^(عدم|دون|بدون|مجرد|سبق)$/u.test(foldedWord(tokens, token - 1))) return true;
  return (
    (lookups.words[token - 1] ?? []).some(
      ({ reading, preposition }) => !preposition && reading.functions.includes('preposition'),
    ) && !/^[وف]?(بعد|قبل|منذ|مع|حتي|غير|سوي|بما|دون)$/u.test(foldedWord(tokens, token - 1))
  );
}

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
    if (tokens.kind[next] === WORD && foldedWord(tokens, next) === 'عن')
      return cues.some(({ governs }) => governs.has('عن'));
  return false;
}

/** How far behind an ambiguous word its preposition may stand, in tokens. */
const FARTHEST_GOVERNED = 10;

/** Whether a reading of a word is that of a verb or noun of speech where it stands. */
function mayAnnounce(layers: Layers, token: number, word: WordReading, noun: boolean): boolean {
  const { bits, skip, reading } = word;
  if ((bits & CUE) === 0 || (bits & MASDAR_CUE && !isPossessed(layers, token))) return false;
  if (isOtherWord(layers, token, word)) return false;
  if (skip > 0) return true;
  if (noun && reading.cues.every(({ form }) => form === 'perfect' || form === 'passive')) return false;
  if (reading.functions.includes('preposition') && !isVerb(layers, token, reading.cues)) return false;
  return true;
}

/** `هنا` is no `هنأ`, `اثنين` no `أثنين`, and `نادي المدينة` no `نادى`. */
function isOtherWord({ tokens }: Layers, token: number, { reading }: WordReading): boolean {
  if (reading.functions.some((name) => name === 'demonstrative' || name === 'number')) return true;
  return reading.head !== undefined && tokens.text.charCodeAt(tokens.end[token] - 1) === YEH;
}

const YEH = 0x64a;

function cuesOf(words: readonly WordReading[]): readonly Cue[] {
  return words.length === 1 ? words[0].reading.cues : words.flatMap(({ reading }) => reading.cues);
}

/** Those whose pronoun, if they have one, is no object. */
function subjectCuesOf(words: readonly WordReading[]): readonly Cue[] {
  const cues = cuesOf(words);
  return cues.some(isObject) ? cues.filter((cue) => !isObject(cue)) : cues;
}

function cueAt(layers: Layers, token: number): CueWord | undefined {
  const { tokens, lookups } = layers;
  const noun = isNoun(layers, token);
  const words = (lookups.words[token] ?? []).filter((word) => mayAnnounce(layers, token, word, noun));
  const first = words[0];
  if (first === undefined) return undefined;
  const relative = isRelative(layers, token);
  const letters = foldedWord(tokens, token).slice(0, first.skip);
  const future = letters.endsWith('س') && !first.preposition;
  const glued =
    token > 0 &&
    tokens.kind[token - 1] === WORD &&
    tokens.end[token - 1] === tokens.start[token] &&
    /^[وف]$/u.test(foldedWord(tokens, token - 1));
  return {
    token,
    readings: withoutParticiple(layers, token, relative ? cuesOf(words) : subjectCuesOf(words)),
    conjoined: glued || /^[وفل]/u.test(letters),
    future,
    object: first.reading.cues.every(isObject),
  };
}
