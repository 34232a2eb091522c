/**
 * How far a person's name goes through his fathers to his house: `نادر بن مالح` goes on in `بن خلدون آل الحيدروسي`.
 * Takes the tokens of a name that lists or a rule found; gives its last one, which is never an earlier one, save that an
 * office behind the name is none of it (`بن خلدون أمير المنطقة`).
 */
import { foldedWord, hashWord, type Tokens, WORD } from '../tokenize.js';
import { SHAPE } from './shapes.js';

/** The last token of the name over `first` to `last`, with all fathers that follow. */
export function lineageEnd(tokens: Tokens, shapes: Int32Array, first: number, last: number): number {
  let end = last;
  for (let fathers = 0; fathers < MOST; fathers++) {
    const next = fatherEnd(tokens, shapes, end + 1);
    if (next === undefined) break;
    end = next;
  }
  if ((end > last || hasFather(tokens, first, end)) && isHouse(tokens, shapes, end + 1)) return end + 1;
  return isOffice(tokens, shapes, first, end) ? end - 1 : end;
}

const MOST = 6;

/** `بن خلدون`, `بن عبد الله`, `آل الحيدروسي`: the last token of what a joining word at `token` brings. */
function fatherEnd(tokens: Tokens, shapes: Int32Array, token: number): number | undefined {
  if (token + 1 >= tokens.count || !JOINING.has(tokens.hash[token])) return undefined;
  if (tokens.line[token] !== tokens.line[token - 1] || tokens.line[token] !== tokens.line[token + 1])
    return undefined;
  if (tokens.hash[token] === AL && tokens.text.charCodeAt(tokens.start[token]) !== ALEF_MADDA)
    return undefined;
  const name = token + 1;
  if (tokens.kind[name] !== WORD || shapes[name] & (SHAPE.Cue | SHAPE.Time | SHAPE.Title)) return undefined;
  if (OPEN.has(tokens.hash[name])) return isSameLine(tokens, name + 1) ? name + 1 : undefined;
  if ((shapes[name] & NAMED) === 0 || shapes[name] & SHAPE.Function) return undefined;
  return COMPLETIONS.has(tokens.hash[name + 1]) && isSameLine(tokens, name + 1) ? name + 1 : name;
}

const NAMED = SHAPE.Given | SHAPE.Family | SHAPE.Unknown | SHAPE.NameNext;

function hasFather(tokens: Tokens, first: number, last: number): boolean {
  for (let token = first + 1; token < last; token++) if (tokens.hash[token] === BIN) return true;
  return false;
}

/** A family name with its article, be it a town in `ي` elsewhere: `السبيعي`, `الزبداني`, but not `البصرة`. */
function isHouse(tokens: Tokens, shapes: Int32Array, token: number): boolean {
  if (!isSameLine(tokens, token) || tokens.kind[token] !== WORD) return false;
  const shape = shapes[token];
  if (shape & (SHAPE.Title | SHAPE.Function | SHAPE.Cue | SHAPE.Organization)) return false;
  if ((shape & SHAPE.Def) === 0 || (shape & (SHAPE.Family | SHAPE.NameNext | SHAPE.Place)) === 0)
    return false;
  if (shape & SHAPE.Place && !foldedWord(tokens, token).endsWith('ي')) return false;
  return tokens.folded[tokens.foldStart[token]] === ALEF;
}

/** `أمير` and `أمين` are given names; behind a whole name and before a noun they are what he is. */
function isOffice(tokens: Tokens, shapes: Int32Array, first: number, last: number): boolean {
  if (last - first < 2 || !OFFICES.has(tokens.hash[last]) || !isSameLine(tokens, last + 1)) return false;
  return (shapes[last + 1] & GOVERNED) !== 0 && (shapes[last + 1] & SHAPE.Family) === 0;
}

const GOVERNED =
  SHAPE.PlaceHead |
  SHAPE.PlaceHeadIn |
  SHAPE.OrgHead |
  SHAPE.OrgHeadGeneral |
  SHAPE.Bare |
  SHAPE.DefMore |
  SHAPE.Place;

function isSameLine({ line, count }: Tokens, token: number): boolean {
  return token < count && line[token] === line[token - 1];
}

const BIN = hashWord('بن');
const AL = hashWord('ال');
/** `بن عبد الجليل`, `بن أبي نادر`: the father's name is two words. */
const OPEN: ReadonlySet<number> = new Set(['عبد', 'ابي', 'ابو', 'ابا'].map(hashWord));
const JOINING: ReadonlySet<number> = new Set([BIN, AL, hashWord('بنت')]);
const COMPLETIONS: ReadonlySet<number> = new Set(['الله', 'الدين'].map(hashWord));
const OFFICES: ReadonlySet<number> = new Set(['امير', 'امين', 'عميد', 'وكيل'].map(hashWord));
const ALEF = 0x627;
const ALEF_MADDA = 0x622;
