/**
 * Marks that hold a name, a title of a work, a term or an ironic word, and no speech: `تنظيم "داعش"`, `فيلم «ليالي المدينة»`.
 * Decided by what stands before the mark, by what the marks hold, and by length.
 */

import type { Layers } from '../layers.js';
import { BEH, firstLetter, LAM, NOON, SEEN, TEH, WAW, YEH } from '../letters.js';
import { ATTRIBUTION, COMPLEMENTIZER, HEAD, NAME } from '../lookup/lexicon.js';
import { SHAPE } from '../recognize/shapes.js';
import { FOREIGN, NUMBER, type Tokens, WORD } from '../tokenize.js';
import { wordSet } from '../word-set.js';

/** Marked stretches of this many words or fewer are names more often than speech. */
export const SHORT = 3;

/** Words (not marks) in tokens `first` to `last`. */
export function countWords({ tokens }: Layers, first: number, last: number): number {
  let words = 0;
  for (let token = first; token <= last; token++) {
    if (tokens.kind[token] <= NUMBER) words++;
  }
  return words;
}

export function hasWords({ tokens }: Layers, first: number, last: number): boolean {
  for (let token = first; token <= last; token++) if (tokens.kind[token] <= NUMBER) return true;
  return false;
}

export function pairWords(layers: Layers, pair: number): number {
  const { first, last } = layers.marks.pairs[pair];
  return countWords(layers, first, last);
}

export function isNameInMarks(layers: Layers, pair: number): boolean {
  const { figures, lookups, shapes, marks } = layers;
  const { open, first, last } = marks.pairs[pair];
  const words = countWords(layers, first, last);
  if (words === 0) return true;
  if (isFullyNamed(layers, first, last) || isAttribute(layers, open)) return true;
  if (words <= SHORT + 1 && isUnheardOf(layers, first, last)) return true;
  if (words > 8) return false;
  const before = open - 1;
  if (before < 0) return words <= SHORT;
  if (words > 1 && opensClause(layers, first)) return false;
  if (words <= 6 && isHeldOffice(layers, pair)) return true;
  if (namesWhatFollows(layers, before)) return true;
  if (words <= SHORT + 1 && isOutletParticle(layers, before)) return true;
  if (words <= 6 && !(words > SHORT && figures.at[before] !== 0) && isComplementOfHead(layers, before))
    return true;
  if (words <= SHORT + 1 && followsName(layers, before)) return true;
  if (words <= SHORT && lookups.bits[before] & HEAD) return true;
  if (words <= SHORT && shapes[before] & (SHAPE.Comma | SHAPE.Colon) && lookups.bits[first] & NAME)
    return true;
  return false;
}

/** `المنطقة "ستتحول إلى …"`, `الوزارة "بروح جديدة"`: a negation, a verb to come or a particle opens no name. */
function opensClause({ tokens, lookups }: Layers, first: number): boolean {
  if (tokens.kind[first] !== WORD) return false;
  if (CLAUSE_OPENERS.has(tokens, first)) return true;
  const letter = firstLetter(tokens, first);
  if (letter === SEEN) return tokens.foldLength[first] >= 4 && isToCome(tokens, first);
  if (letter !== BEH) return false;
  const reading = lookups.words[first]?.[0];
  return reading?.preposition === true && reading.skip === 1;
}

const CLAUSE_OPENERS = wordSet('لن لم لا ليس ليست ضد قد سوف انها انه', 'وف');

/** `ستتحول`, `سيكون`: behind س the prefix of the imperfect. */
function isToCome({ folded, foldStart }: Tokens, token: number): boolean {
  const prefix = folded[foldStart[token] + 1];
  return prefix === YEH || prefix === TEH || prefix === NOON;
}

/** `لـ«الشرق الأوسط»`: the outlet that is spoken to. */
function isOutletParticle({ tokens }: Layers, token: number): boolean {
  return tokens.foldLength[token] === 1 && firstLetter(tokens, token) === LAM;
}

/** `صاحبة رواية «…» و«…»`: what is joined to a name in marks is one too. */
function followsName(layers: Layers, joint: number): boolean {
  const { tokens, marks, shapes } = layers;
  if (
    tokens.foldLength[joint] !== 1 ||
    firstLetter(tokens, joint) !== WAW ||
    !(shapes[joint - 1] & SHAPE.Close)
  )
    return false;
  const inside = marks.inside[joint - 2];
  return inside !== 0 && marks.pairs[inside - 1].close === joint - 1 && isNameInMarks(layers, inside - 1);
}

/** `شركة الاستشارات العقارية «جي إل إل»`: adjectives stand between the class noun and its name. */
function isComplementOfHead(layers: Layers, token: number): boolean {
  for (let at = token; at >= Math.max(0, token - 4); at--) {
    if (at < token && namesWhatFollows(layers, at)) return true;
    if ((layers.shapes[at] & (SHAPE.Complement | SHAPE.Nisba)) === 0) return false;
  }
  return false;
}

/** `content="…"`, `alt="…"`: the remains of a web page's code. */
function isAttribute({ tokens }: Layers, open: number): boolean {
  return open > 0 && tokens.hash[open - 1] === EQUALS && tokens.end[open - 1] === tokens.start[open];
}

const EQUALS = 0x3d;

/** `رئيس "نادي النخيل" نزار عياد`, `قائد "اللواء الثاني" أن`: whose head somebody is, when he or what he says follows. */
function isHeldOffice({ tokens, shapes, lookups, figures, marks }: Layers, pair: number): boolean {
  const { open, close } = marks.pairs[pair];
  if (close < 0 || !(shapes[open - 1] & SHAPE.Title) || shapes[open - 1] & SHAPE.Def) return false;
  const next = close + 1;
  if (next >= tokens.count || tokens.line[next] !== tokens.line[close]) return false;
  if (lookups.bits[next] & COMPLEMENTIZER || shapes[next] & (SHAPE.Title | SHAPE.NameFirst)) return true;
  const figure = figures.at[next];
  return figure !== 0 && figures.figures[figure - 1].entity.type === 'Person';
}

/** `منصة "فرونت بورش"`, `السفينة "كورمالد ستار"`: no list knows any of the words, as of a foreign name. */
function isUnheardOf({ tokens, shapes }: Layers, first: number, last: number): boolean {
  for (let token = first; token <= last; token++)
    if (tokens.kind[token] === WORD ? !(shapes[token] & SHAPE.Unknown) : tokens.kind[token] !== FOREIGN)
      return false;
  return true;
}

/** One mention covers all that is marked. */
function isFullyNamed({ figures }: Layers, first: number, last: number): boolean {
  const figure = figures.at[first];
  if (figure === 0) return false;
  for (let token = first; token <= last; token++) if (figures.at[token] !== figure) return false;
  return true;
}

/** `بعنوان`, `أطلق عليه`, `فيلم`, `مشروع`, `شركة`: the word before the mark says what kind of thing is named. */
function namesWhatFollows({ lookups }: Layers, token: number): boolean {
  const phrase = lookups.phrases.get(token - 1);
  if (phrase?.last === token && phrase.reading.attribution?.kind === 'naming') return true;
  if ((lookups.bits[token] & (ATTRIBUTION | HEAD)) === 0) return false;
  return (lookups.words[token] ?? []).some(
    ({ reading }) =>
      reading.attribution?.kind === 'naming' || (reading.head !== undefined && reading.head.number === 's'),
  );
}
