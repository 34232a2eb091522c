/**
 * The noun phrase that starts at a token: a name, a title with or without its holder, a body behind its class noun, or a
 * description. Gives its tokens and whom it names, if anybody; who is meant by the rest, the sieves decide.
 */
import type { Layers } from '../layers.js';
import { firstLetter, WAW } from '../letters.js';
import { ANONYMOUS, QUANTIFIER } from '../lookup/lexicon.js';
import { complementizerAt } from '../quote/complementizers.js';
import { SHAPE } from '../recognize/shapes.js';
import { type TitlePhrase, titlePhraseAt } from '../resolve/titles.js';
import { foldedWord, WORD } from '../tokenize.js';
import { wordSet } from '../word-set.js';
import { isDash, isSomebody, prepositionAt } from './adverbials.js';
import { endOfFigure, mentionStart } from './figure-tokens.js';
import { endOfPhrase, SOURCES } from './phrase-end.js';

/** A noun phrase over tokens `first` to `last`. */
export interface Subject {
  readonly first: number;
  readonly last: number;
  /** Index of the figure that the phrase names. */
  readonly figure?: number;
  /** Further figures joined by و. */
  readonly others: readonly number[];
  /** The title that opens the phrase. */
  readonly title?: TitlePhrase;
  readonly position: 'after' | 'before';
}

/** The noun phrase that starts at a token: a name, a title with or without its holder, or a description. */
export function nounPhrase(
  layers: Layers,
  first: number,
  end: number,
  position: Subject['position'],
): Subject | undefined {
  const { tokens, shapes, lookups, figures } = layers;
  if (tokens.kind[first] !== WORD && figures.at[first] === 0) return undefined;
  const direct = figures.at[first];
  if (
    direct === 0 &&
    (shapes[first] & SHAPE.Function) !== 0 &&
    !(shapes[first] & (SHAPE.Title | SHAPE.OrgHead | SHAPE.OrgHeadOut)) &&
    !isQuantifier(layers, first) &&
    lookups.phrases.get(first)?.reading.title === undefined
  )
    return undefined;
  const title = titlePhraseAt(tokens, lookups, shapes, first);
  if (direct !== 0 && (title === undefined || isMentionFirst(layers, first))) {
    const last = endOfFigure(layers, first);
    return { first, last, figure: direct - 1, others: joinedFigures(layers, last, end), position };
  }
  const last = endOfPhrase(layers, first, end, title);
  const body = bodyBehind(layers, first, end);
  if (body !== undefined) {
    const name = endOfFigure(layers, body);
    const marked = body > first + 1 && name + 1 < end && (shapes[name + 1] & SHAPE.Close) !== 0;
    const figure = figures.at[body] - 1;
    return { first, last: marked ? name + 1 : name, figure, others: [], title, position };
  }
  const unnamed = (lookups.bits[first] & ANONYMOUS) !== 0 && SOURCES.has(tokens, first);
  const holder = unnamed ? undefined : holderIn(layers, first, last, end, title);
  if (holder !== undefined) {
    const holderLast = endOfFigure(layers, holder);
    return {
      first,
      last: Math.max(last, holderLast),
      figure: figures.at[holder] - 1,
      others: joinedFigures(layers, holderLast, end),
      title,
      position,
    };
  }
  return { first, last, others: [], title, position };
}

/** `أحد الضباط`, `عدد من المواطنين`, `آخرون`, `مراسلنا`: of the function words only these open a noun phrase. */
function isQuantifier(layers: Layers, token: number): boolean {
  return (layers.lookups.bits[token] & (QUANTIFIER | ANONYMOUS)) !== 0 || isSomebody(layers, token);
}

/** Whether a mention starts at the token and is not a proclitic reading of a title. */
function isMentionFirst({ figures }: Layers, token: number): boolean {
  return figures.startAt[token] >= 0;
}

/** `قناة النيل`, `تنظيم "داعش"`: the body named right behind its class noun; `لجنة الفيفا` is only a part of one. */
function bodyBehind({ figures, shapes, tokens }: Layers, first: number, end: number): number | undefined {
  if (!(shapes[first] & SHAPE.OrgHeadOut) && !APPOSED.has(tokens, first)) return undefined;
  const name = first + 1 < end && shapes[first + 1] & SHAPE.Open ? first + 2 : first + 1;
  if (name >= end || figures.at[name] === 0 || figures.startAt[name] !== tokens.start[name]) return undefined;
  const { entity } = figures.figures[figures.at[name] - 1];
  return entity.type === 'Organization' ? name : undefined;
}

/** These class nouns belong to most names; where a name goes without, it is still the name of that body. */
const APPOSED = wordSet('منظمه حركه جماعه موسسه جمعيه شبكه حزب تيار وكاله منصه موقع');

/** The person in or right behind a noun phrase: `وزير النقل سامر العتيبي`, `الرئيس الروسي، فلاديمير بوتين`. */
function holderIn(
  layers: Layers,
  first: number,
  last: number,
  end: number,
  title: TitlePhrase | undefined,
): number | undefined {
  const { figures, shapes, tokens } = layers;
  const isPerson = (token: number): boolean =>
    figures.at[token] !== 0 && figures.figures[figures.at[token] - 1].entity.type === 'Person';
  let token = Math.max(first, title?.last ?? first);
  for (let at = first; at <= Math.min(last, end - 1); at++) {
    if (!isPerson(at)) continue;
    if (prepositionAt(layers, at - 1) === '' && !isPossessor(layers, first, at, title)) return at;
    at = endOfFigure(layers, at);
  }
  token = last + 1;
  while (token < end && (shapes[token] & (SHAPE.Comma | SHAPE.Open | SHAPE.Close) || isDash(layers, token)))
    token++;
  if (
    token < end &&
    token <= last + 3 &&
    isPerson(token) &&
    tokens.start[token] === mentionStart(layers, token)
  )
    return token;
  return farHolder(layers, last + 1, end, isPerson);
}

/** `المتخصص في البنوك وتعثرات الدول سليم سويسي`, `السفير لدى لبنان، علي الديلمي`: the name behind the description's adverbials. */
function farHolder(
  layers: Layers,
  from: number,
  end: number,
  isPerson: (token: number) => boolean,
): number | undefined {
  const { tokens, shapes } = layers;
  for (let token = from; token < Math.min(end, from + 14); token++) {
    if (tokens.line[token] !== tokens.line[from] || complementizerAt(layers, token) !== undefined)
      return undefined;
    if (layers.segments.sentenceOf[token] !== layers.segments.sentenceOf[from]) return undefined;
    if (
      shapes[token] & SHAPE.Comma &&
      !(token + 1 < end && (isPerson(token + 1) || shapes[token + 1] & SHAPE.Title)) &&
      !isApposition(layers, token, end, isPerson)
    )
      return undefined;
    if (!isPerson(token)) continue;
    if (tokens.start[token] !== mentionStart(layers, token) || prepositionAt(layers, token - 1) !== '')
      return undefined;
    return MEETING.has(tokens, token - 1) || isInOfficeMet(layers, from, token) ? undefined : token;
  }
  return undefined;
}

/** `راقبه مع الرئيس الأفغاني نزار عياد`: whose office stands behind a preposition is not who is described. */
function isInOfficeMet(layers: Layers, from: number, name: number): boolean {
  const { shapes } = layers;
  let token = name - 1;
  while (token > from && shapes[token] & (SHAPE.Nisba | SHAPE.DefMore) && !(shapes[token] & SHAPE.Title))
    token--;
  if (!(shapes[token] & SHAPE.Title)) return false;
  while (token > from && shapes[token - 1] & SHAPE.Title) token--;
  return token > from && prepositionAt(layers, token - 1) === 'في';
}

const MEETING = wordSet('مع نظيره لقايه لقاء حكومه نظام');

/** `قائد الجيش، اللفتنانت جنرال جادي آيزنكوت، إن`: ranks that no list knows, and a name up to the complement or comma. */
function isApposition(
  layers: Layers,
  comma: number,
  end: number,
  isPerson: (token: number) => boolean,
): boolean {
  const { tokens, shapes } = layers;
  let token = comma + 1;
  while (token < end && token <= comma + 3 && !isPerson(token)) {
    if (tokens.kind[token] !== WORD || !(shapes[token] & APPOSED_WORD) || prepositionAt(layers, token) !== '')
      return false;
    token++;
  }
  if (token >= end || !isPerson(token)) return false;
  const behind = endOfFigure(layers, token) + 1;
  return behind >= end || (shapes[behind] & (SHAPE.Comma | SHAPE.Colon | SHAPE.Open)) !== 0;
}

const APPOSED_WORD =
  SHAPE.Def | SHAPE.Title | SHAPE.Nisba | SHAPE.Unknown | SHAPE.Given | SHAPE.Family | SHAPE.NameNext;

/** `محامي إلياس المنكبي`, `مكتب العبادي`: the name says whose, not who, when the title takes a complement of persons. */
function isPossessor({ tokens }: Layers, first: number, at: number, title: TitlePhrase | undefined): boolean {
  if (title === undefined)
    return (
      at > first &&
      /^[وفبلك]?(مكتب|نظام|حكومه|اداره|عايله|محامي|محاميه|انصار|قوات|حزب|جماعه)$/u.test(
        foldedWord(tokens, at - 1),
      )
    );
  return at === first + 1 && !title.definite && POSSESSED.has(title.title);
}

const POSSESSED = new Set('محامي شقيق نجل والد زوج ابن ابنه ناطق انصار محام صهر زوجه شقيقه والده'.split(' '));

function joinedFigures({ figures, tokens }: Layers, last: number, end: number): number[] {
  const next = last + 1;
  if (next >= end || figures.at[next] === 0 || tokens.kind[next] !== WORD) return [];
  return firstLetter(tokens, next) === WAW && figures.figures[figures.at[next] - 1].entity.type === 'Person'
    ? [figures.at[next] - 1]
    : [];
}
