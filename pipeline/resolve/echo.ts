/**
 * Echoes: a name that is sure in one place is looked for in the rest of the article, whole and shortened
 * (`لافروف` after `سيرغي لافروف`, `أوبر` after `شركة "أوبر"`). Takes the settled mentions; gives further candidates.
 * One sweep over the tokens, however many names there are.
 */
import {
  COMMON,
  COMPLEMENTIZER,
  CUE,
  FINITE_CUE,
  FUNCTION,
  HEAD,
  NAME,
  NISBA,
  TITLE,
} from '../lookup/lexicon.js';
import type { Lookups } from '../lookup/lookup.js';
import { proclitics } from '../lookup/proclitics.js';
import { type Candidate, WEAK } from '../recognize/candidates.js';
import { standsAsPlace } from '../recognize/place-context.js';
import { SHAPE } from '../recognize/shapes.js';
import { NAME_PARTICLES } from '../recognize/traits.js';
import {
  FOREIGN,
  foldedWord,
  hashWord,
  LONGEST_WORD,
  offsetAfter,
  suffixHash,
  type Tokens,
  WORD,
} from '../tokenize.js';

interface Form {
  readonly words: readonly string[];
  readonly of: Candidate;
  /** Shorter than the name it comes from. */
  readonly short: boolean;
}

export function echoes(
  tokens: Tokens,
  lookups: Lookups,
  shapes: Int32Array,
  mentions: readonly Candidate[],
): Candidate[] {
  const forms = formsOf(tokens, lookups, mentions);
  if (forms.size === 0) return [];
  const openers = openersOf(forms);
  const taken = new Uint8Array(tokens.count);
  for (const { first, last } of mentions) taken.fill(1, first, last + 1);
  const found: Candidate[] = [];
  for (let token = 0; token < tokens.count; token++) {
    if (taken[token] || (tokens.kind[token] !== WORD && tokens.kind[token] !== FOREIGN)) continue;
    if (!mayOpen(openers, tokens, token) || !mayEcho(forms, foldedWord(tokens, token))) continue;
    const echo = echoAt(tokens, lookups, shapes, taken, forms, token);
    if (echo === undefined) continue;
    found.push(echo);
    token = echo.last;
  }
  return found;
}

/** A power of two, far above the number of names in an article. */
const OPENERS = 1024;

/** By the low bits of a hash: whether a form begins with a word of that hash. */
function openersOf(forms: ReadonlyMap<string, unknown>): Uint8Array {
  const openers = new Uint8Array(OPENERS);
  for (const word of forms.keys()) openers[hashWord(word) & (OPENERS - 1)] = 1;
  return openers;
}

/** What `mayEcho` asks, of hashes instead of words: nearly every token ends here. */
function mayOpen(openers: Uint8Array, tokens: Tokens, token: number): boolean {
  const length = tokens.foldLength[token];
  if (length < 3 || length > LONGEST_WORD) return true;
  if (openers[tokens.hash[token] & (OPENERS - 1)] === 1) return true;
  if (!PARTICLES.has(tokens.folded[tokens.foldStart[token]])) return false;
  for (let skip = 1; skip <= 2; skip++)
    if (openers[suffixHash(tokens, token, skip) & (OPENERS - 1)] === 1) return true;
  return false;
}

/** Whether the word, or what is left of it without one or two particles, opens a form at all. */
function mayEcho(forms: ReadonlyMap<string, unknown>, word: string): boolean {
  if (forms.has(word)) return true;
  if (!PARTICLES.has(word.charCodeAt(0))) return false;
  return forms.has(word.slice(1)) || forms.has(word.slice(2));
}

const PARTICLES = new Set([...'وفبلك'].map((letter) => letter.charCodeAt(0)));

/** All forms by their first word. */
function formsOf(tokens: Tokens, lookups: Lookups, mentions: readonly Candidate[]): Map<string, Form[]> {
  const forms = new Map<string, Form[]>();
  const seen = new Set<string>();
  for (const mention of mentions) {
    // Of a listed name only what is shorter is looked for, and only the name of a person or club is shortened.
    const isClub = mention.row?.kind === 'club';
    if (mention.row !== undefined && !isClub && mention.type !== 'Person') continue;
    if (mention.row !== undefined && mention.first === mention.last) continue;
    const words = wordsOf(tokens, mention);
    if (words.length === 0) continue;
    if (words.length > 1 && (isFamilyFirst(mention) || isForeignGiven(lookups, mention)))
      noteShort(forms, seen, mention, words[0]);
    const from = mention.type === 'Person' || isClub ? words.length - 1 : 0;
    for (let start = 0; start <= from; start++) {
      const rest = words.slice(start);
      if (isClub && !(rest.length === 1 && LAST_OF_CLUBS.has(rest[0]))) continue;
      if (isBareParticle(rest) || rest[0] === ALLAH) continue;
      if (start > 0 && NAME_PARTICLES.has(words[start - 1]) && words[start - 1] !== 'بن') continue;
      if (start === 0 && mention.row !== undefined) continue;
      if (rest.length === 1 && rest[0].length < 3) continue;
      const key = `${mention.type} ${rest.join(' ')}`;
      if (seen.has(key) || (start === 0 && isPlainWord(lookups, mention))) continue;
      seen.add(key);
      const list = forms.get(rest[0]) ?? [];
      list.push({ words: rest, of: mention, short: start > 0 });
      forms.set(rest[0], list);
    }
  }
  return forms;
}

/** `كيم` for `كيم جونغ أون`: in the east of Asia the family's name stands first. */
function isFamilyFirst({ type, row }: Candidate): boolean {
  return type === 'Person' && row?.country !== undefined && FAMILY_FIRST.has(row.country);
}

/** `أنطونيو` for `أنطونيو غوتيريش`: a foreign given name is nobody else in the article; `محمد` may be many. */
function isForeignGiven({ words, bits }: Lookups, { type, first }: Candidate): boolean {
  if (type !== 'Person' || (bits[first] & (ORDINARY | CUE | NAME)) !== 0) return false;
  return (words[first] ?? []).some(
    ({ skip, reading: { given } }) =>
      skip === 0 && given?.common === false && given.origin !== undefined && !NEAR_ORIGINS.has(given.origin),
  );
}

/** Names of these people are borne by many in an Arab article. */
const NEAR_ORIGINS: ReadonlySet<string> = new Set(['arabic', 'persian', 'turkish', 'kurdish', 'amazigh']);

const FAMILY_FIRST: ReadonlySet<string> = new Set(['KP', 'KR', 'CN', 'TW', 'VN']);

function noteShort(forms: Map<string, Form[]>, seen: Set<string>, of: Candidate, word: string): void {
  const key = `Person ${word}`;
  if (word.length < 3 || seen.has(key)) return;
  seen.add(key);
  forms.set(word, [...(forms.get(word) ?? []), { words: [word], of, short: true }]);
}

/** `سيتي` and `يونايتد` alone, where an article has the whole name of the club. */
const LAST_OF_CLUBS: ReadonlySet<string> = new Set(['سيتي', 'يونايتد']);

function wordsOf(tokens: Tokens, { first, last, start }: Candidate): string[] {
  const words: string[] = [];
  for (let token = first; token <= last; token++)
    if (tokens.kind[token] === WORD || tokens.kind[token] === FOREIGN) words.push(foldedWord(tokens, token));
  if (words.length > 0 && start > tokens.start[first])
    words[0] = words[0].slice(skipped(tokens, first, start));
  return words;
}

function skipped(tokens: Tokens, token: number, start: number): number {
  for (let skip = 1; skip < 4; skip++) if (offsetAfter(tokens, token, skip) === start) return skip;
  return 0;
}

/** `نصر الله` is never `الله`. */
const ALLAH = 'الله';

function isBareParticle(words: readonly string[]): boolean {
  return words.every((word) => NAME_PARTICLES.has(word));
}

const ORDINARY = COMMON | FUNCTION | TITLE | HEAD | NISBA | COMPLEMENTIZER;

/** A one-word name that is an ordinary word elsewhere is not looked for. */
function isPlainWord(lookups: Lookups, { first, last }: Candidate): boolean {
  return first === last && (lookups.bits[first] & (ORDINARY | CUE)) !== 0;
}

function echoAt(
  tokens: Tokens,
  lookups: Lookups,
  shapes: Int32Array,
  taken: Uint8Array,
  forms: ReadonlyMap<string, readonly Form[]>,
  token: number,
): Candidate | undefined {
  const whole = foldedWord(tokens, token);
  for (const { skip, definite, restored } of proclitics(tokens, token)) {
    if (definite || restored) continue;
    for (const form of longestFirst(forms.get(whole.slice(skip)))) {
      const last = token + form.words.length - 1;
      if (!continues(tokens, taken, token, form.words)) continue;
      const single = form.words.length === 1;
      const start = offsetAfter(tokens, token, skip);
      if (single && !mayStandAlone(lookups, shapes, form, token)) continue;
      if (single && form.of.type === 'Place' && !standsAsPlace(tokens, shapes, token, start)) continue;
      return {
        start,
        end: tokens.end[last],
        first: token,
        last,
        type: form.of.type,
        row: form.of.row,
        evidence: {
          rule: form.short ? 'mention/short-form' : 'mention/same-name',
          spans: {
            name: { start, end: tokens.end[last] },
            fullName: { start: form.of.start, end: form.of.end },
          },
          because: [form.of.evidence],
        },
        confidence: Math.min(form.of.confidence, single ? 0.88 : 0.92),
        furtherName: false,
        rank: WEAK,
      };
    }
  }
  return undefined;
}

function longestFirst(forms: readonly Form[] | undefined): readonly Form[] {
  return forms === undefined
    ? []
    : [...forms].sort((a, b) => b.words.length - a.words.length || Number(a.short) - Number(b.short));
}

function continues(tokens: Tokens, taken: Uint8Array, token: number, words: readonly string[]): boolean {
  for (let i = 1; i < words.length; i++) {
    const at = token + i;
    if (
      at >= tokens.count ||
      taken[at] ||
      tokens.line[at] !== tokens.line[token] ||
      foldedWord(tokens, at) !== words[i]
    )
      return false;
  }
  return true;
}

/** Whether one word by itself may be taken for a name that was found elsewhere. */
function mayStandAlone(lookups: Lookups, shapes: Int32Array, form: Form, token: number): boolean {
  if (form.of.type !== 'Person')
    return !form.short || !isDoubtful(lookups, token) || isAddressed(lookups, shapes, token);
  if (lookups.bits[token] & COMPLEMENTIZER) return false;
  if (lookups.bits[token] & FUNCTION) return isMonth(lookups, token) && isSpeaker(lookups, shapes, token);
  if (isOfCountry(lookups, token)) return isSpeaker(lookups, shapes, token);
  const doubtful = isDoubtful(lookups, token) || (!form.short && isCommonName(lookups, token));
  return !doubtful || isAddressed(lookups, shapes, token);
}

/** `ماي`: behind a verb of speech a family name that is a month as well is the person. */
function isMonth({ words }: Lookups, token: number): boolean {
  return (words[token] ?? []).every(({ reading }) => reading.functions.every((name) => name === 'month'));
}

function isDoubtful(lookups: Lookups, token: number): boolean {
  return (lookups.bits[token] & ORDINARY) !== 0;
}

/** `الهجري`, `صالح`: a name that the lists call an ordinary word as well. */
function isCommonName({ words }: Lookups, token: number): boolean {
  return (words[token] ?? []).some(({ reading }) => (reading.family ?? reading.given)?.common === true);
}

/** `الأميركي` of `عزام الأميركي` is an adjective nearly everywhere else. */
function isOfCountry({ words }: Lookups, token: number): boolean {
  return (words[token] ?? []).some(
    ({ reading, bits }) => bits & NISBA && reading.nisba?.row.country !== undefined,
  );
}

/** A name that is also an ordinary word echoes only beside a verb of speech or a title, or before a colon. */
function isAddressed(lookups: Lookups, shapes: Int32Array, token: number): boolean {
  if (token + 1 < shapes.length && shapes[token + 1] & SHAPE.Colon) return true;
  if (token === 0) return false;
  if (lookups.bits[token - 1] & FINITE_CUE) return true;
  return (shapes[token - 1] & (SHAPE.Cue | SHAPE.Title)) !== 0;
}

/** `وقال السوداني إن`, but not `وقال الأميركي المخضرم`. */
function isSpeaker(lookups: Lookups, shapes: Int32Array, token: number): boolean {
  const next = token + 1 < shapes.length ? shapes[token + 1] : 0;
  if (next & SHAPE.Colon) return true;
  if (token === 0 || (lookups.bits[token - 1] & FINITE_CUE) === 0) return false;
  return (next & (SHAPE.Function | SHAPE.Comma | SHAPE.Open)) !== 0;
}
