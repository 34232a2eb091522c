/**
 * Tokens to shapes: one bit set a token, saying what the word could be in a name. These are the tags that rules see.
 * A shape is read off the lists and the neighbours; it is no decision yet.
 */
import type { NameRow } from '../knowledge.js';
import { FUNCTION } from '../lookup/lexicon.js';
import type { Lookups } from '../lookup/lookup.js';
import { RECORD, SHAPE_ALONE, TRAITS } from '../lookup/word-memory.js';
import type { Marks } from '../quote/marks.js';
import { hashWord, PUNCT, type Tokens, WORD } from '../tokenize.js';
import { SHAPE } from './tags.js';
import { TRAIT, wordTraits } from './traits.js';
import { shapeOf } from './word-shape.js';

export { SHAPE, TAGS, type Tag } from './tags.js';

/** Shape of every token. */
export function shapeTokens(tokens: Tokens, lookups: Lookups, marks: Marks): Int32Array {
  const shapes = new Int32Array(tokens.count);
  const traits = new Int32Array(tokens.count);
  const { memory, numbers } = lookups;
  for (let token = 0; token < tokens.count; token++) {
    const number = numbers[token];
    if (number !== -1) {
      const record = number * RECORD;
      if (memory.records[record + SHAPE_ALONE] === -1) rememberShape(tokens, lookups, token);
      shapes[token] = memory.records[record + SHAPE_ALONE];
      traits[token] = memory.records[record + TRAITS];
    } else if (tokens.kind[token] === PUNCT) shapes[token] = shapeOfMark(tokens.hash[token]);
    else shapes[token] = shapeOf(tokens, lookups, token);
  }
  for (const { open, close } of marks.pairs) {
    shapes[open] = SHAPE.Open;
    if (close >= 0) shapes[close] = SHAPE.Close;
  }
  for (const { first, last, reading } of lookups.phrases.values())
    if (reading.bits & FUNCTION) for (let token = first; token <= last; token++) shapes[token] &= ~HEADS;
  for (const name of lookups.names) {
    if (name.rows.every(isDoubtful)) continue;
    const tag = SHAPE[name.rows[0].type];
    for (let token = name.first; token <= name.last; token++) shapes[token] |= tag;
  }
  for (let token = tokens.count - 1; token >= 0; token--) addNamePlace(tokens, shapes, traits, token);
  return shapes;
}

function isDoubtful({ certainty }: NameRow): boolean {
  return certainty === 'context';
}

/** A class noun in a fixed phrase opens no name: `عن طريق هدسن`, `من جهة كريم`. */
const HEADS =
  SHAPE.PlaceHead | SHAPE.PlaceHeadIn | SHAPE.OrgHead | SHAPE.OrgHeadOut | SHAPE.OrgHeadGeneral | SHAPE.Dual;

/** A word's shape and traits by itself depend on its letters alone. */
function rememberShape(tokens: Tokens, lookups: Lookups, token: number): void {
  const { numbers, memory } = lookups;
  memory.records[numbers[token] * RECORD + SHAPE_ALONE] = shapeOf(tokens, lookups, token);
  memory.records[numbers[token] * RECORD + TRAITS] = wordTraits(tokens, lookups, token);
}

/**
 * Whether a token can open a person's name, and whether it can carry it on; to be asked from the last token to the first,
 * since a word may need that the one behind it can. `علي` before a place is the preposition `على`, which many papers
 * write with dots: `الحرب علي لبنان`.
 */
function addNamePlace(tokens: Tokens, shapes: Int32Array, traits: Int32Array, token: number): void {
  if (token > 0 && isBehindName(tokens, shapes, traits, token)) shapes[token] |= SHAPE.NameNext;
  const trait = traits[token];
  if (tokens.kind[token] !== WORD || trait & TRAIT.verbInShadda) return;
  const next = token + 1 < tokens.count && follows(tokens, token) ? shapes[token + 1] : 0;
  const shape = shapes[token];
  const named = (shape & (SHAPE.Given | SHAPE.Family)) !== 0;
  const plausible = (shape & SHAPE.Unknown) !== 0;
  let places = 0;
  if (
    (named && trait & TRAIT.whole) ||
    (plausible && !(trait & TRAIT.joined)) ||
    isParticle(trait, shape, next)
  )
    places = SHAPE.NameNext;
  if (
    (plausible && !(shape & SHAPE.Def)) ||
    (shape & SHAPE.Family && trait & TRAIT.sureFamily) ||
    (shape & SHAPE.Given && opensAsGiven(trait, next))
  )
    places |= SHAPE.NameFirst;
  if (places === 0) return;
  shapes[token] |= places;
  if (places & SHAPE.NameFirst) shapes[token] &= ~SHAPE.Complement;
}

/** A given name that is an ordinary word as well needs a name behind it, and `علي` no place. */
function opensAsGiven(trait: number, next: number): boolean {
  if (trait & TRAIT.ali && next & SHAPE.Place && !(next & SHAPE.Nisba)) return false;
  if (!(trait & TRAIT.ordinary)) return true;
  if (!(next & SHAPE.NameNext)) return false;
  return (next & (SHAPE.Given | SHAPE.Family)) !== 0 || (trait & (TRAIT.sureGiven | TRAIT.ali)) !== 0;
}

/** Whether what stands before a word makes a part of a name of it; for nearly all words one look at that denies it. */
function isBehindName(tokens: Tokens, shapes: Int32Array, traits: Int32Array, token: number): boolean {
  const opens = (shapes[token - 1] & SHAPE.Given) | (traits[token - 1] & OPENING);
  if (opens === 0 && (token < 2 || !(traits[token - 2] & TRAIT.abd))) return false;
  if (!follows(tokens, token - 1)) return false;
  if (shapes[token] & SHAPE.Nisba && traits[token] & TRAIT.people) return false;
  return (
    isFathersName(tokens, shapes, token) ||
    isSurnameByPlace(shapes, traits, token) ||
    isUnlistedSurname(tokens, shapes, traits, token) ||
    completesName(shapes, traits, token)
  );
}

const OPENING = TRAIT.particle | TRAIT.abd | TRAIT.sureGivenWhole;

/** `ناصر بن مالح`: behind a name and بن stands a father's name, whatever else the word means. */
function isFathersName(tokens: Tokens, shapes: Int32Array, token: number): boolean {
  if (token < 2 || tokens.hash[token - 1] !== BIN || tokens.kind[token] !== WORD) return false;
  if (shapes[token] & (SHAPE.Function | SHAPE.Cue | SHAPE.Def | SHAPE.Time)) return false;
  return (shapes[token - 2] & (SHAPE.Given | SHAPE.Family | SHAPE.Unknown)) !== 0;
}

const BIN = hashWord('بن');

/** `عبد الواحد`, `عبد الله`, `نور الدين`: the second word of a compound name, whatever it means elsewhere. */
function completesName(shapes: Int32Array, traits: Int32Array, token: number): boolean {
  if (!(shapes[token] & SHAPE.Def) && !(traits[token] & TRAIT.allah)) return false;
  if (traits[token - 1] & TRAIT.abd) return true;
  return (shapes[token - 1] & SHAPE.Given) !== 0 && (traits[token] & TRAIT.completion) !== 0;
}

/** `سليم سويسي`, `علي الأحمدي`: behind a given name a place or its adjective is a family name. */
function isSurnameByPlace(shapes: Int32Array, traits: Int32Array, token: number): boolean {
  const shape = shapes[token];
  if ((shape & (SHAPE.Nisba | SHAPE.Place)) === 0 || shape & (SHAPE.Feminine | SHAPE.Function | SHAPE.Title))
    return false;
  const before = shapes[token - 1];
  if ((before & SHAPE.Given) === 0 || (before & SHAPE.Place) !== 0) return false;
  if (before & SHAPE.Function) return (shape & (SHAPE.Nisba | SHAPE.Family)) !== 0 && !(shape & SHAPE.Place);
  if (shape & SHAPE.Place) return (traits[token - 1] & TRAIT.sureGiven) !== 0;
  return (traits[token - 1] & (TRAIT.sureGiven | TRAIT.ordinary)) !== TRAIT.ordinary;
}

/** `سميرة بنونة`, `عبد الوهاب بنونة`: behind a sure given name even an unknown word in ة is a family name. */
function isUnlistedSurname(tokens: Tokens, shapes: Int32Array, traits: Int32Array, token: number): boolean {
  if (!(traits[token] & TRAIT.unlisted) || shapes[token] & SHAPE.Def) return false;
  if (traits[token - 1] & TRAIT.sureGivenWhole) return true;
  const ending = tokens.text.charCodeAt(tokens.end[token] - 1);
  return token > 1 && ending === TEH_MARBUTA && (traits[token - 2] & TRAIT.abd) !== 0;
}

function follows(tokens: Tokens, token: number): boolean {
  return tokens.line[token] === tokens.line[token + 1];
}

/** بن, آل, أبو, دي, فان, لو … */
function isParticle(trait: number, shape: number, next: number): boolean {
  if (!(trait & TRAIT.particle)) return false;
  return (shape & (SHAPE.Function | SHAPE.Cue)) === 0 || (next & (SHAPE.Unknown | SHAPE.Family)) !== 0;
}

const TEH_MARBUTA = 0x629;

function shapeOfMark(unit: number): number {
  switch (unit) {
    case 0x2c:
    case 0x3b:
    case 0x60c:
    case 0x61b:
      return SHAPE.Comma;
    case 0x3a:
      return SHAPE.Colon;
    case 0x28:
    case 0x5b:
      return SHAPE.ParenOpen;
    case 0x29:
    case 0x5d:
      return SHAPE.ParenClose;
    default:
      return 0;
  }
}
