/**
 * Echoes: a name that is sure in one place is looked for in the rest of the article, whole and shortened
 * (`لافروف` after `سيرغي لافروف`, `أوبر` after `شركة "أوبر"`). Takes the settled mentions; gives further candidates.
 * One sweep over the tokens, however many names there are.
 */
import { COMPLEMENTIZER, FINITE_CUE, FUNCTION, NISBA } from '../lookup/lexicon.js';
import type { Lookups } from '../lookup/lookup.js';
import { proclitics } from '../lookup/proclitics.js';
import { type Candidate, WEAK } from '../recognize/candidates.js';
import { standsAsPlace } from '../recognize/place-context.js';
import { SHAPE } from '../recognize/shapes.js';
import { FOREIGN, LONGEST_WORD, offsetAfter, suffixHash, type Tokens } from '../tokenize.js';
import { type Form, type Forms, formsOf, hashOf, isSame, ORDINARY } from './echo-forms.js';

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
