/**
 * The subject of a cue: the words that stand for the speaker at this quotation. Takes a cue and where its complement
 * starts; reads the words between, past adverbials and addressees, and the words before when the subject stands first.
 * Gives the noun phrase with the person in it, if any; who that is, the sieves decide.
 */
import type { Layers } from '../layers.js';
import { ADVERBIAL, ANONYMOUS, MASDAR_CUE, PREPOSITION, QUANTIFIER, TITLE } from '../lookup/lexicon.js';
import { complementizerAt, pairOpenedAt, RELATIVES } from '../quote/frames.js';
import { SHAPE } from '../recognize/shapes.js';
import { type TitlePhrase, titlePhraseAt } from '../resolve/titles.js';
import { DOTS, foldedWord, NUMBER, PUNCT, WORD } from '../tokenize.js';

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

export function endOfFigure({ figures, tokens }: Layers, token: number): number {
  let last = token;
  while (last + 1 < tokens.count && figures.at[last + 1] === figures.at[token]) last++;
  return last;
}

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

function mentionStart({ figures, tokens }: Layers, token: number): number {
  let first = token;
  while (figures.startAt[first] < 0 && figures.at[first - 1] === figures.at[token]) first--;
  return figures.startAt[first] < 0 ? tokens.start[token] : figures.startAt[first];
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

const POSSESSED = new Set([
  'محامي',
  'شقيق',
  'نجل',
  'والد',
  'زوج',
  'ابن',
  'ابنه',
  'ناطق',
  'انصار',
  'محام',
  'صهر',
  'زوجه',
  'شقيقه',
  'والده',
]);

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
  while (last + 1 < end) {
    const next = last + 1;
    if (tokens.line[next] !== tokens.line[first] || next - first > 14) break;
    if (shapes[next] & SHAPE.Open) {
      const pair = pairOpenedAt(layers, next);
      const closes = pair < 0 ? -1 : layers.marks.pairs[pair].close;
      if (closes < 0 || closes - next > 8) break;
      last = Math.min(closes, end - 1);
      continue;
    }
    if (tokens.kind[next] !== WORD && figures.at[next] === 0) break;
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

/** The particle or preposition that a word starts with or is: ل, ب, في, خلال … ; empty for none. */
export function prepositionAt({ tokens, lookups, figures }: Layers, token: number): string {
  if (token < 0 || tokens.kind[token] !== WORD) return '';
  const word = foldedWord(tokens, token);
  const readings = lookups.words[token] ?? [];
  if (
    lookups.bits[token] & PREPOSITION &&
    readings.some(({ bits, skip, preposition }) => bits & PREPOSITION && skip <= 1 && !preposition)
  )
    return word === 'ل' ? 'ل' : 'في';
  if (figures.startAt[token] > tokens.start[token])
    return /^[وف]?ل/u.test(word) ? 'ل' : /^[وف]?[بك]/u.test(word) ? 'ب' : '';
  const attached = readings[0]?.preposition === true && readings[0].skip > 0;
  if (!attached) return readings.length === 0 && /^لل..../u.test(word) ? 'ل' : '';
  return /^[وف]?ل/u.test(word) ? 'ل' : 'ب';
}

/** One past an adverbial: a preposition with its noun phrase, up to a name's end, a comma, or a noun that cannot belong to it. */
function skipAdverbial(layers: Layers, from: number, end: number): number {
  const { tokens, shapes, figures } = layers;
  let token = from;
  if (
    prepositionAt(layers, token) === 'في' ||
    (tokens.kind[token] === WORD && tokens.foldLength[token] === 1)
  )
    token++;
  for (let words = 0; token < end && words < 12; token++, words++) {
    if (figures.at[token] !== 0) return endOfFigure(layers, token) + 1;
    if (shapes[token] & SHAPE.Open) {
      const pair = pairOpenedAt(layers, token);
      return pair < 0 || layers.marks.pairs[pair].close < 0 ? token + 1 : layers.marks.pairs[pair].close + 1;
    }
    if (tokens.kind[token] !== WORD) return token + 1;
    const next = token + 1;
    if (next >= end) return next;
    const stillInside =
      (shapes[next] & (SHAPE.DefMore | SHAPE.Nisba)) !== 0 && (shapes[next] & SHAPE.Title) === 0;
    if (
      figures.at[next] === 0 &&
      !stillInside &&
      !isAdverb(layers, next) &&
      prepositionAt(layers, next) === '' &&
      (shapes[next] & SHAPE.Open) === 0
    ) {
      if (words === 0 && (shapes[token] & SHAPE.Def) === 0 && (shapes[next] & SHAPE.Title) === 0) continue;
      return next;
    }
    if (figures.at[next] !== 0 && words > 0) return next;
  }
  return token;
}

function isAdverb(layers: Layers, token: number): boolean {
  const { lookups, shapes } = layers;
  if (shapes[token] & SHAPE.Time || isManner(layers, token)) return true;
  if ((lookups.bits[token] & ADVERBIAL) === 0) return false;
  return (lookups.words[token] ?? []).some(({ bits, skip }) => skip === 0 && (bits & ADVERBIAL) !== 0);
}

/** `قال مبتسما إن`, `قالت ضاحكة`: an indefinite accusative participle is no subject. */
function isManner({ tokens, figures, lookups }: Layers, token: number): boolean {
  if (tokens.kind[token] !== WORD || figures.at[token] !== 0 || lookups.bits[token] & TITLE) return false;
  return MANNER.test(foldedWord(tokens, token));
}

const MANNER = /^(م...+ا|.ا..ا|(مبتسم|مازح|ضاحك|ساخر|غاضب|باكي|متهكم|متسايل)ه)$/u;

function isDash({ tokens }: Layers, token: number): boolean {
  return tokens.kind[token] === PUNCT && [0x2d, 0x2013, 0x2014].includes(tokens.hash[token]);
}

/** The partner of a bracket or dash within the next words, or the token itself. */
function closing(layers: Layers, token: number, end: number): number {
  for (let at = token + 1; at < Math.min(end, token + 12); at++)
    if (layers.shapes[at] & SHAPE.ParenClose || (isDash(layers, token) && isDash(layers, at))) return at;
  return token;
}
