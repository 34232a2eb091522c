/**
 * What echoes of a name are looked for: the whole name, and the parts under which it is taken up again. Takes the settled
 * mentions; gives forms by their first word. Words are told by where they stand, so that none needs a string.
 */
import { COMMON, COMPLEMENTIZER, CUE, FUNCTION, HEAD, NAME, NISBA, TITLE } from '../lookup/lexicon.js';
import type { Lookups } from '../lookup/lookup.js';
import type { Candidate } from '../recognize/candidates.js';
import { isNameParticle } from '../recognize/traits.js';
import { wordHashes } from '../recognize/word-hashes.js';
import { FOREIGN, hashWord, offsetAfter, suffixHash, type Tokens } from '../tokenize.js';

/** A name to look for: whole, or a part of it. */
export interface Form {
  readonly of: Candidate;
  /** Tokens of its words. */
  readonly words: readonly number[];
  /** Letters of particles before its first word. */
  readonly skip: number;
  /** Shorter than the name it comes from. */
  readonly short: boolean;
}

/** By the hash of the first word; the longest of a word first. */
export type Forms = Map<number, Form[]>;

/** All forms by their first word. */
export function formsOf(tokens: Tokens, lookups: Lookups, mentions: readonly Candidate[]): Forms {
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

export function hashOf(tokens: Tokens, word: number, skip: number): number {
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
export function isSame(
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

/** What else a word of a name may be, so that it is doubtful by itself. */
export const ORDINARY = COMMON | FUNCTION | TITLE | HEAD | NISBA | COMPLEMENTIZER;

/** A one-word name that is an ordinary word elsewhere is not looked for. */
function isPlainWord(lookups: Lookups, { first, last }: Candidate): boolean {
  return first === last && (lookups.bits[first] & (ORDINARY | CUE)) !== 0;
}
