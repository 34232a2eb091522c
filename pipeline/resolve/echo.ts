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
import { isNameParticle } from '../recognize/traits.js';
import { wordHashes } from '../recognize/word-hashes.js';
import { FOREIGN, hashWord, LONGEST_WORD, offsetAfter, suffixHash, type Tokens } from '../tokenize.js';

/** A name to look for: whole, or a part of it. Its words are told by where they stand, so that none needs a string. */
interface Form {
  readonly of: Candidate;
  /** Tokens of its words. */
  readonly words: readonly number[];
  /** Letters of particles before its first word. */
  readonly skip: number;
  /** Shorter than the name it comes from. */
  readonly short: boolean;
}

/** By the hash of the first word; the longest of a word first. */
type Forms = Map<number, Form[]>;

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
  for (const { first, last } of mentions) for (let token = first; token <= last; token++) taken[token] = 1;
  const found: Candidate[] = [];
  for (let token = 0; token < tokens.count; token++) {
    if (taken[token] !== 0 || tokens.kind[token] > FOREIGN || !mayOpen(openers, tokens, token)) continue;
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
function openersOf(forms: Forms): Uint8Array {
  const openers = new Uint8Array(OPENERS);
  for (const hash of forms.keys()) openers[hash & (OPENERS - 1)] = 1;
  return openers;
}

/** Whether the word, or what is left of it without one or two particles, may open a form: nearly every token ends here. */
function mayOpen(openers: Uint8Array, tokens: Tokens, token: number): boolean {
  if (openers[tokens.hash[token] & (OPENERS - 1)] === 1) return true;
  const length = tokens.foldLength[token];
  if (length < 3 || length > LONGEST_WORD || !isParticle(tokens.folded[tokens.foldStart[token]]))
    return false;
  if (openers[suffixHash(tokens, token, 1) & (OPENERS - 1)] === 1) return true;
  return openers[suffixHash(tokens, token, 2) & (OPENERS - 1)] === 1;
}

/** و ف ب ل ك */
function isParticle(letter: number): boolean {
  return letter === 0x648 || letter === 0x641 || letter === 0x628 || letter === 0x644 || letter === 0x643;
}

/** All forms by their first word. */
function formsOf(tokens: Tokens, lookups: Lookups, mentions: readonly Candidate[]): Forms {
  const forms: Forms = new Map();
  const seen = new Map<number, Form>();
  for (const mention of mentions) {
    // Of a listed name only what is shorter is looked for, and only the name of a person or club is shortened.
    const { row, type } = mention;
    const isClub = row?.kind === 'club';
    if (row !== undefined && ((type !== 'Person' && !isClub) || mention.first === mention.last)) continue;
    const words = wordsOf(tokens, mention);
    const skip = mention.start > tokens.start[mention.first] ? skipped(tokens, mention) : 0;
    if (words.length > 1 && (isFamilyFirst(mention) || isForeignGiven(lookups, mention)))
      note(tokens, forms, seen, { of: mention, words: words.slice(0, 1), skip, short: true });
    const shortest = type === 'Person' || isClub ? words.length - 1 : 0;
    const from = row === undefined && !isPlainWord(lookups, mention) ? 0 : 1;
    for (let start = from; start <= shortest && start < words.length; start++) {
      const form = { of: mention, words: words.slice(start), skip: start === 0 ? skip : 0, short: start > 0 };
      const before = start === 0 ? 0 : hashOf(tokens, words[start - 1], start === 1 ? skip : 0);
      if (isClub ? isLastOfClub(tokens, form) : isTelling(tokens, form, before))
        note(tokens, forms, seen, form);
    }
  }
  for (const list of forms.values()) if (list.length > 1) list.sort(longerFirst);
  return forms;
}

/** Files a form under its first word, unless one of the same type and words is there, or it is too short to tell. */
function note(tokens: Tokens, forms: Forms, seen: Map<number, Form>, form: Form): void {
  const [word] = form.words;
  if (form.words.length === 1 && tokens.foldLength[word] - form.skip < SHORTEST) return;
  if (isSeen(tokens, seen, form)) return;
  const hash = hashOf(tokens, word, form.skip);
  const list = forms.get(hash);
  if (list === undefined) forms.set(hash, [form]);
  else list.push(form);
}

const SHORTEST = 3;

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

function longerFirst(a: Form, b: Form): number {
  return b.words.length - a.words.length || Number(a.short) - Number(b.short);
}

function hashOf(tokens: Tokens, word: number, skip: number): number {
  return skip === 0 ? tokens.hash[word] : suffixHash(tokens, word, skip);
}

/** `سيتي` and `يونايتد` alone, where an article has the whole name of the club. */
function isLastOfClub(tokens: Tokens, { words }: Form): boolean {
  return words.length === 1 && LAST_OF_CLUBS.has(tokens.hash[words[0]]);
}

const LAST_OF_CLUBS = wordHashes('سيتي يونايتد');

/** No particles alone, and no part that a particle joins to the word `before`; `نصر الله` is never `الله`. */
function isTelling(tokens: Tokens, { words, skip, short }: Form, before: number): boolean {
  const first = hashOf(tokens, words[0], skip);
  if (first === ALLAH || (short && before !== BIN && isNameParticle(before))) return false;
  if (!isNameParticle(first)) return true;
  return words.some((word, i) => i > 0 && !isNameParticle(tokens.hash[word]));
}

const ALLAH = hashWord('الله');
const BIN = hashWord('بن');

/** Whether a form of the same type and words was met before; notes it when none was. */
function isSeen(tokens: Tokens, seen: Map<number, Form>, form: Form): boolean {
  let hash = form.of.type.charCodeAt(0);
  for (let i = 0; i < form.words.length; i++)
    hash = (Math.imul(hash, 31) + hashOf(tokens, form.words[i], i === 0 ? form.skip : 0)) | 0;
  const other = seen.get(hash);
  if (other === undefined) seen.set(hash, form);
  return other !== undefined && other.of.type === form.of.type && areSame(tokens, other, form);
}

function areSame(tokens: Tokens, a: Form, b: Form): boolean {
  if (a.words.length !== b.words.length) return false;
  return a.words.every((word, i) =>
    i === 0 ? isSame(tokens, word, a.skip, b.words[0], b.skip) : isSame(tokens, word, 0, b.words[i], 0),
  );
}

/** Whether two words are the same without their first letters. */
function isSame(
  { folded, foldStart, foldLength }: Tokens,
  a: number,
  skipA: number,
  b: number,
  skipB: number,
): boolean {
  const length = foldLength[a] - skipA;
  if (foldLength[b] - skipB !== length) return false;
  const fromA = foldStart[a] + skipA;
  const fromB = foldStart[b] + skipB;
  for (let i = 0; i < length; i++) if (folded[fromA + i] !== folded[fromB + i]) return false;
  return true;
}

function wordsOf({ kind }: Tokens, { first, last }: Candidate): number[] {
  const words: number[] = [];
  for (let token = first; token <= last; token++) if (kind[token] <= FOREIGN) words.push(token);
  return words;
}

/** Letters of the first token that stand before the name. */
function skipped(tokens: Tokens, { first, start }: Candidate): number {
  for (let skip = 1; skip < 4; skip++) if (offsetAfter(tokens, first, skip) === start) return skip;
  return 0;
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
  forms: Forms,
  token: number,
): Candidate | undefined {
  for (const { skip, definite, restored } of proclitics(tokens, token)) {
    const list = definite || restored ? undefined : forms.get(hashOf(tokens, token, skip));
    if (list === undefined) continue;
    const start = skip === 0 ? tokens.start[token] : offsetAfter(tokens, token, skip);
    for (const form of list) {
      if (!stands(tokens, taken, form, token, skip)) continue;
      const single = form.words.length === 1;
      if (single && !mayStandAlone(lookups, shapes, form, token)) continue;
      if (single && form.of.type === 'Place' && !standsAsPlace(tokens, shapes, token, start)) continue;
      return echoOf(tokens, form, token, start);
    }
  }
  return undefined;
}

function echoOf(tokens: Tokens, { of, words, short }: Form, first: number, start: number): Candidate {
  const single = words.length === 1;
  const last = first + words.length - 1;
  const end = tokens.end[last];
  return {
    start,
    end,
    first,
    last,
    type: of.type,
    row: of.row,
    evidence: {
      rule: short ? 'mention/short-form' : 'mention/same-name',
      spans: { name: { start, end }, fullName: { start: of.start, end: of.end } },
      because: [of.evidence],
    },
    confidence: Math.min(of.confidence, single ? 0.88 : 0.92),
    furtherName: false,
    rank: WEAK,
  };
}

/** Whether the words of a form stand from a token on, in one line and where no mention is. */
function stands(tokens: Tokens, taken: Uint8Array, form: Form, token: number, skip: number): boolean {
  const { words } = form;
  if (!isSame(tokens, words[0], form.skip, token, skip)) return false;
  for (let i = 1; i < words.length; i++) {
    const at = token + i;
    if (at >= tokens.count || taken[at] !== 0 || tokens.line[at] !== tokens.line[token]) return false;
    if (!isSame(tokens, words[i], 0, at, 0)) return false;
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
