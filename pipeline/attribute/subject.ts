/**
 * The subject of a cue: the words that stand for the speaker at this quotation. Takes a cue and where its complement
 * starts; reads the words between, past adverbials and addressees, and the words before when the subject stands first.
 * Gives the noun phrase with the person in it, if any; who that is, the sieves decide.
 */
import type { Layers } from '../layers.js';
import { ANONYMOUS, MASDAR_CUE, QUANTIFIER } from '../lookup/lexicon.js';
import { complementizerAt, pairOpenedAt, RELATIVES } from '../quote/frames.js';
import { SHAPE } from '../recognize/shapes.js';
import { type TitlePhrase, titlePhraseAt } from '../resolve/titles.js';
import { DOTS, foldedWord, NUMBER, PUNCT, WORD } from '../tokenize.js';
import {
  closing,
  isAdverb,
  isDash,
  isManner,
  prepositionAt,
  skipAdverbial,
  takesTheRest,
} from './adverbials.js';
import { endOfFigure, mentionStart } from './figure-tokens.js';

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

/** An outlet or person that is spoken to: `لقناة العربية`. */
export interface Addressee {
  readonly figure: number;
  readonly first: number;
  readonly last: number;
}

export interface Around {
  readonly subject?: Subject;
  readonly addressee?: Addressee;
}

/** The subject behind the cue, between it and `end` (the complement's first token). */
export function subjectAfter(layers: Layers, cue: number, end: number): Around {
  const { tokens, shapes, lookups, figures } = layers;
  let addressee: Addressee | undefined;
  let token = cue + 1;
  while (token < end) {
    const phrase = lookups.phrases.get(token);
    const kind = phrase?.reading.attribution?.kind;
    if (
      phrase !== undefined &&
      (kind === 'turn' || kind === 'channel' || kind === 'according' || kind === 'own-words')
    ) {
      token =
        kind === 'turn' || kind === 'own-words'
          ? phrase.last + 1
          : skipAdverbial(layers, phrase.last + 1, end);
      continue;
    }
    if (tokens.kind[token] === WORD && tokens.foldLength[token] === 1) {
      const outlet = outletInMarks(layers, token);
      addressee ??= outlet?.addressee;
      token = outlet === undefined ? token + 1 : outlet.next;
      continue;
    }
    if (
      tokens.kind[token] === PUNCT ||
      tokens.kind[token] === DOTS ||
      tokens.kind[token] === NUMBER ||
      shapes[token] & (SHAPE.Open | SHAPE.Close)
    ) {
      if (shapes[token] & SHAPE.ParenOpen || isDash(layers, token)) token = closing(layers, token, end);
      token++;
      continue;
    }
    const title = titlePhraseAt(tokens, lookups, shapes, token);
    const boundPreposition = prepositionAt(layers, token);
    if (boundPreposition !== '' && !(title !== undefined && boundPreposition === '')) {
      const figure = figures.at[token] || figures.at[token + 1];
      if (figure !== 0 && boundPreposition === 'ل' && addressee === undefined) {
        const first = figures.at[token] === figure ? token : token + 1;
        addressee = { figure: figure - 1, first, last: endOfFigure(layers, first) };
      }
      token = skipAdverbial(layers, token, end);
      continue;
    }
    if (takesTheRest(layers, token)) return { addressee };
    if (isAdverb(layers, token)) {
      token++;
      continue;
    }
    const subject = nounPhrase(layers, token, end, 'after');
    return { subject, addressee };
  }
  return { addressee };
}

/** `قال لـ«الميزان» مدير الميناء`: whom the words in marks name is spoken to. */
function outletInMarks(
  layers: Layers,
  particle: number,
): { readonly addressee?: Addressee; readonly next: number } | undefined {
  const { tokens, figures, marks } = layers;
  if (tokens.foldLength[particle] !== 1) return undefined;
  const pair = pairOpenedAt(layers, particle + 1);
  if (pair < 0 || foldedWord(tokens, particle) !== 'ل') return undefined;
  const { first, close } = marks.pairs[pair];
  if (close < 0 || close - first > 6) return undefined;
  const figure = figures.at[first];
  return {
    addressee: figure === 0 ? undefined : { figure: figure - 1, first, last: endOfFigure(layers, first) },
    next: close + 1,
  };
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
    !isQuantifier(layers, first)
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
  const unnamed = (lookups.bits[first] & ANONYMOUS) !== 0 && SOURCES.test(foldedWord(tokens, first));
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

/** `مصدر مقرب من العطار`, `شهود`: whoever is named behind these is not who speaks. */
const SOURCES = /^(ال)?(مصدر|مصادر|شاهد|شهود|سكان|اهالي|اوساط|مقربون|مقربين|جهات|دوائر|دواير)$/u;

/** `أحد الضباط`, `عدد من المواطنين`: of the function words only these open a noun phrase. */
function isQuantifier({ lookups }: Layers, token: number): boolean {
  return (lookups.bits[token] & QUANTIFIER) !== 0;
}

/** Whether a mention starts at the token and is not a proclitic reading of a title. */
function isMentionFirst({ figures }: Layers, token: number): boolean {
  return figures.startAt[token] >= 0;
}

/** `قناة النيل`, `تنظيم "داعش"`: the body named right behind its class noun; `لجنة الفيفا` is only a part of one. */
function bodyBehind({ figures, shapes, tokens }: Layers, first: number, end: number): number | undefined {
  if (!(shapes[first] & SHAPE.OrgHeadOut) && !APPOSED.has(foldedWord(tokens, first))) return undefined;
  const name = first + 1 < end && shapes[first + 1] & SHAPE.Open ? first + 2 : first + 1;
  if (name >= end || figures.at[name] === 0 || figures.startAt[name] !== tokens.start[name]) return undefined;
  const { entity } = figures.figures[figures.at[name] - 1];
  return entity.type === 'Organization' ? name : undefined;
}

/** These class nouns belong to most names; where a name goes without, it is still the name of that body. */
const APPOSED = new Set([
  'منظمه',
  'حركه',
  'جماعه',
  'موسسه',
  'جمعيه',
  'شبكه',
  'حزب',
  'تيار',
  'وكاله',
  'منصه',
  'موقع',
]);

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
    if (
      shapes[token] & SHAPE.Comma &&
      !(token + 1 < end && (isPerson(token + 1) || shapes[token + 1] & SHAPE.Title))
    )
      return undefined;
    if (!isPerson(token)) continue;
    if (tokens.start[token] !== mentionStart(layers, token) || prepositionAt(layers, token - 1) !== '')
      return undefined;
    return /^(مع|نظيره|لقايه|لقاء|حكومه|نظام)$/u.test(foldedWord(tokens, token - 1)) ? undefined : token;
  }
  return undefined;
}

/** `محامي إلياس المنكبي`, `مكتب العبادي`: the name says whose, not who, when the title takes a complement of persons. */
function isPossessor({ tokens }: Layers, first: number, at: number, title: TitlePhrase | undefined): boolean {
  if (title === undefined)
    return (
      at > first &&
      /(مكتب|نظام|حكومه|اداره|عايله|محامي|محاميه|انصار|قوات|حزب|جماعه)$/u.test(foldedWord(tokens, at - 1))
    );
  return at === first + 1 && !title.definite && POSSESSED.has(title.title);
}

const POSSESSED = new Set('محامي شقيق نجل والد زوج ابن ابنه ناطق انصار محام صهر زوجه شقيقه والده'.split(' '));

function joinedFigures({ figures, tokens }: Layers, last: number, end: number): number[] {
  const next = last + 1;
  if (next >= end || figures.at[next] === 0 || tokens.kind[next] !== WORD) return [];
  return foldedWord(tokens, next).startsWith('و') &&
    figures.figures[figures.at[next] - 1].entity.type === 'Person'
    ? [figures.at[next] - 1]
    : [];
}

/** A description runs on to a comma, a preposition of place or time, a relative pronoun, or the complement. */
function endOfPhrase(layers: Layers, first: number, end: number, title: TitlePhrase | undefined): number {
  const { tokens, shapes, figures } = layers;
  let last = Math.min(title?.last ?? first, end - 1);
  for (let token = first + 1; token <= last; token++) if (isOutletSpokenTo(layers, token)) return token - 1;
  while (last + 1 < end) {
    const next = last + 1;
    if (isOutletSpokenTo(layers, next)) break;
    if (tokens.line[next] !== tokens.line[first] || next - first > 14) break;
    if (shapes[next] & SHAPE.Open) {
      const pair = pairOpenedAt(layers, next);
      const closes = pair < 0 ? -1 : layers.marks.pairs[pair].close;
      if (closes < 0 || closes - next > 8) break;
      last = Math.min(closes, end - 1);
      continue;
    }
    if (tokens.kind[next] !== WORD && figures.at[next] === 0) break;
    if (outletInMarks(layers, next) !== undefined || isManner(layers, next)) break;
    if (
      shapes[next] & SHAPE.Time ||
      RELATIVES.has(foldedWord(tokens, next)) ||
      complementizerAt(layers, next) !== undefined
    )
      break;
    const place = placeOfSource(layers, first, next, end, title);
    if (place > 0) {
      last = place;
      continue;
    }
    if (BREAKS.has(foldedWord(tokens, next)) || isFixedPhrase(layers, next)) break;
    if (
      title !== undefined &&
      next > title.last &&
      shapes[next] & SHAPE.Function &&
      foldedWord(tokens, next) !== 'باسم'
    )
      break;
    if (layers.lookups.bits[next] & MASDAR_CUE) break;
    if (/^[بل]$/u.test(prepositionAt(layers, next)) && foldedWord(tokens, next) !== 'باسم') break;
    last = next;
  }
  return last;
}

/** `المسؤول التركي لرويترز`, `مصدر لـCNN`: the outlet is spoken to; `السفير الأميركي للعراق` is his title. */
function isOutletSpokenTo(layers: Layers, token: number): boolean {
  const { tokens, figures } = layers;
  const particle = tokens.kind[token] === WORD && /^لـ?$/u.test(foldedWord(tokens, token));
  const named = figures.at[particle ? token + 1 : token] ?? 0;
  if (named === 0 || figures.figures[named - 1].row?.kind !== 'media') return false;
  return particle || (prepositionAt(layers, token) === 'ل' && figures.startAt[token] > tokens.start[token]);
}

/** A phrase of reporting ends a description; `مقرب من` behind `مصدر` is part of it. */
function isFixedPhrase({ lookups }: Layers, token: number): boolean {
  const kind = lookups.phrases.get(token)?.reading.attribution?.kind;
  return kind !== undefined && kind !== 'anonymous';
}

/**
 * `مصدر في المؤسسة`, `سكان في الحي`, `مصدر بالوزارة`, `دراسة لجامعة النخيل`: where an unnamed source belongs is part
 * of its description. Gives the last token of that place, or -1.
 */
function placeOfSource(
  layers: Layers,
  first: number,
  next: number,
  end: number,
  title: TitlePhrase | undefined,
): number {
  const { tokens, lookups, shapes } = layers;
  if (next > first + 3 || (title !== undefined && (title.definite || title.last > title.first))) return -1;
  const source = (lookups.bits[first] & (ANONYMOUS | QUANTIFIER)) !== 0;
  const attached = prepositionAt(layers, next);
  const near = SOURCES.test(foldedWord(tokens, first)) && /^(من|عن)$/u.test(foldedWord(tokens, next));
  if (!near && (attached === 'ب' || attached === 'ل') && shapes[next] & PLACEABLE && source) return next;
  if (next + 1 >= end || !(near || foldedWord(tokens, next) === 'في')) return -1;
  if (tokens.kind[next + 1] !== WORD || shapes[next + 1] & SHAPE.Time) return -1;
  if (near) return next + 1;
  return shapes[next + 1] & PLACEABLE && (title !== undefined || source) ? next + 1 : -1;
}

const PLACEABLE = SHAPE.Def | SHAPE.Place | SHAPE.Organization | SHAPE.Complement;

const BREAKS = new Set([
  'فان',
  'فانه',
  'فانها',
  'ضروره',
  'اهميه',
  'وجوب',
  'في',
  'خلال',
  'بعد',
  'قبل',
  'عقب',
  'اثناء',
  'امام',
  'عبر',
  'لدي',
  'الي',
  'اليوم',
  'امس',
  'ردا',
  'تعليقا',
  'ايضا',
  'كذلك',
  'حول',
  'ان',
  'علي',
  'لوكاله',
  'لقناه',
  'لصحيفه',
]);
