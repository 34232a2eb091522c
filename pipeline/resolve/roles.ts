/**
 * Roles: the titles that the text gives a person beside its name, before it (`وزير الخارجية الروسي سيرغي لافروف`),
 * in apposition after it (`X، وزير النقل،`), or through a counterpart (`نظيره التركي X`).
 */
import { TITLE } from '../lookup/lexicon.js';
import type { Lookups } from '../lookup/lookup.js';
import { SHAPE } from '../recognize/shapes.js';
import { wordHashes } from '../recognize/word-hashes.js';
import { foldedWord, type Tokens, WORD } from '../tokenize.js';
import { nationalityOf, readingWith, type TitlePhrase, titlePhraseAt } from './titles.js';

/** Prepositions inside a title: `السفير اليمني لدى لبنان`, `الخبير في شؤون المناخ`. */
const POSTED = wordHashes('لدي في باسم عن علي');

/** Further left than this a title belongs to somebody else. */
const FARTHEST = 12;

/** The title phrases beside the names at some places, in text order. */
export function rolesBeside(
  tokens: Tokens,
  lookups: Lookups,
  shapes: Int32Array,
  places: readonly { readonly first: number; readonly last: number }[],
): TitlePhrase[] {
  const roles: TitlePhrase[] = [];
  for (const { first, last } of places) {
    const left = before(tokens, lookups, shapes, first);
    const right = after(tokens, lookups, shapes, last);
    if (left !== undefined) roles.push(left);
    if (right !== undefined) roles.push(right);
  }
  return roles;
}

function before(
  tokens: Tokens,
  lookups: Lookups,
  shapes: Int32Array,
  first: number,
): TitlePhrase | undefined {
  let at = first - 1;
  if (at >= 0 && shapes[at] & (SHAPE.Comma | SHAPE.Open)) at--;
  let leftmost = -1;
  for (; at >= 0 && first - at <= FARTHEST && tokens.line[at] === tokens.line[first]; at--) {
    if (isCounterpart(tokens, at)) return counterpart(tokens, lookups, shapes, at, first);
    const shape = shapes[at];
    if (shape & SHAPE.Title) leftmost = at;
    else if (shape & SHAPE.Cue && !(shape & SHAPE.Nisba)) break;
    else if (
      !(shape & (SHAPE.Complement | SHAPE.Nisba | SHAPE.Organization | SHAPE.Place)) &&
      !POSTED.has(tokens.hash[at])
    )
      break;
  }
  const phrase = leftmost < 0 ? undefined : titlePhraseAt(tokens, lookups, shapes, leftmost);
  if (phrase?.number !== 's' || isOfSomebody(tokens, phrase, first)) return undefined;
  return phrase.last < first ? phrase : { ...phrase, last: first - 1 };
}

/** `محامي فلان`, `شقيقة فلان`: the name says whose lawyer or sister; `شقيقه فلان`, `المحامي فلان` and `محامي الدفاع فلان` are called so. */
function isOfSomebody(tokens: Tokens, { first, last, definite }: TitlePhrase, name: number): boolean {
  if (definite || name !== first + 1 || last < name) return false;
  return !/(ه|ها|هم|هما)$/u.test(tokens.text.slice(tokens.start[first], tokens.end[first]));
}

function after(tokens: Tokens, lookups: Lookups, shapes: Int32Array, last: number): TitlePhrase | undefined {
  let at = last + 1;
  if (at < tokens.count && shapes[at] & (SHAPE.Comma | SHAPE.ParenOpen | SHAPE.Close)) at++;
  if (at >= tokens.count || tokens.line[at] !== tokens.line[last]) return undefined;
  const phrase = titlePhraseAt(tokens, lookups, shapes, at);
  if (phrase?.number !== 's' || isJoined(tokens, lookups, at)) return undefined;
  return isOfNextName(tokens, shapes, phrase) ? undefined : phrase;
}

/** `سامر والوزير`: و joins somebody else. */
export function isJoined(tokens: Tokens, lookups: Lookups, title: number): boolean {
  const skip = readingWith(lookups, title, TITLE)?.skip ?? 0;
  return skip > 0 && tokens.text[tokens.start[title]] === 'و';
}

/** A title right before a further name belongs to that one: `سامر، الوزير الأردني فلان`, `سامر ومحامي الدفاع فلان`. */
function isOfNextName(tokens: Tokens, shapes: Int32Array, phrase: TitlePhrase): boolean {
  const ofSomebody = phrase.kind === 'kin' || phrase.title.startsWith('محام');
  for (let token = ofSomebody ? phrase.first + 1 : phrase.last + 1; token <= phrase.last + 1; token++)
    if (tokens.line[token] === tokens.line[phrase.first] && shapes[token] & (SHAPE.Person | SHAPE.Given))
      return !isOfSomebody(tokens, phrase, token);
  return false;
}

/** `نظيره`, `نظيرته`, `نظيرها` … */
function isCounterpart(tokens: Tokens, token: number): boolean {
  const { kind, foldLength, folded, foldStart } = tokens;
  if (kind[token] !== WORD || foldLength[token] < 5) return false;
  const from = foldStart[token];
  if (folded[from] !== NOON && folded[from + 1] !== NOON) return false;
  return /^[ولب]?نظير(ه|ها|ته|تها|هما|هم|يه|يها)$/u.test(foldedWord(tokens, token));
}

const NOON = 0x646;

/** A counterpart has the office of the title that stands before it, in another country. */
function counterpart(
  tokens: Tokens,
  lookups: Lookups,
  shapes: Int32Array,
  at: number,
  first: number,
): TitlePhrase | undefined {
  for (
    let token = at - 1;
    token >= 0 && at - token <= 30 && tokens.line[token] === tokens.line[at];
    token--
  ) {
    if (!(shapes[token] & SHAPE.Title)) continue;
    let leftmost = token;
    while (leftmost > 0 && shapes[leftmost - 1] & SHAPE.Title) leftmost--;
    const office = titlePhraseAt(tokens, lookups, shapes, leftmost);
    if (office === undefined) return undefined;
    const nationalities: string[] = [];
    for (let word = at + 1; word < first; word++) {
      const place = nationalityOf(lookups, word);
      if (place !== undefined) nationalities.push(place);
    }
    return { ...office, first: at, last: first - 1, nationalities, number: 's' };
  }
  return undefined;
}
