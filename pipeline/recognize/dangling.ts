/**
 * Names that end on a word which joins the parts of a name: `عبد العزيز أبو`, `آل`, `بن`. Takes the tokens of a person's
 * name; gives where it ends, with the word that completes it (`أبو شقراء`, `آل الشيخ`), or without the joining word.
 */
import { foldedWord, type Tokens, WORD } from '../tokenize.js';
import { SHAPE } from './shapes.js';

/** The last token of a person's name, or -1 when nothing of a name is left. */
export function nameEnd(tokens: Tokens, shapes: Int32Array, first: number, last: number): number {
  if (!joins(tokens, last)) return last;
  let named = last;
  while (named >= first && joins(tokens, named)) named--;
  if (completes(tokens, shapes, last) && (named >= first || !isBareArticle(tokens, last))) return last + 1;
  return named < first ? -1 : named;
}

function joins(tokens: Tokens, token: number): boolean {
  return (
    tokens.kind[token] === WORD && tokens.foldLength[token] <= 4 && JOINING.has(foldedWord(tokens, token))
  );
}

/** In Arabic names; `لي` and `دو` are whole names elsewhere (`بروس لي`). */
const JOINING: ReadonlySet<string> = new Set(['بن', 'ابن', 'بنت', 'ال', 'ابو', 'ابي', 'ابا', 'عبد', 'ولد']);

/** Whether a joining word has its name behind it. */
function completes(tokens: Tokens, shapes: Int32Array, joining: number): boolean {
  const token = joining + 1;
  if (token >= tokens.count || tokens.kind[token] !== WORD || tokens.line[token] !== tokens.line[joining])
    return false;
  const shape = shapes[token];
  if (shape & SHAPE.Cue) return false;
  const word = foldedWord(tokens, joining);
  // `أشرف بن شرقي`: any noun may be a father's name, but no office; `ابن عمها`, `ابن الأسطورة` are no names.
  if (word === 'بن') return (shape & (SHAPE.Def | SHAPE.DefMore)) === 0 || (shape & NAMED) !== 0;
  if (word === 'ابن' || word === 'بنت' || word === 'ولد') return (shape & NAMED) !== 0;
  return (shape & SHAPE.Function) === 0 || (shape & SHAPE.Time) !== 0;
}

const NAMED = SHAPE.Given | SHAPE.Family | SHAPE.Unknown;

/** `الـ12`, `ال ال سي`: without madda it is the article, or a letter. */
function isBareArticle(tokens: Tokens, token: number): boolean {
  return foldedWord(tokens, token) === 'ال' && tokens.text.charCodeAt(tokens.start[token]) === ALEF;
}

const ALEF = 0x627;
