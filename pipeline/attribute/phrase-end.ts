/**
 * Where a noun phrase that is no name ends: at a comma, a preposition of place or time, a relative pronoun, a word of
 * manner, or the complement; where an unnamed source belongs (`مصدر في المؤسسة`) is still part of it.
 */
import type { Layers } from '../layers.js';
import { firstLetter, LAM, WAW } from '../letters.js';
import { ANONYMOUS, MASDAR_CUE, QUANTIFIER } from '../lookup/lexicon.js';
import { complementizerAt } from '../quote/complementizers.js';
import { pairOpenedAt, RELATIVES } from '../quote/frames.js';
import { SHAPE } from '../recognize/shapes.js';
import type { TitlePhrase } from '../resolve/titles.js';
import { WORD } from '../tokenize.js';
import { wordSet } from '../word-set.js';
import { isManner, prepositionAt } from './adverbials.js';
import { isOutletSpokenTo, outletInMarks } from './outlets.js';

/** A description runs on to a comma, a preposition of place or time, a relative pronoun, or the complement. */
export function endOfPhrase(
  layers: Layers,
  first: number,
  end: number,
  title: TitlePhrase | undefined,
): number {
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
      RELATIVES.has(tokens, next) ||
      complementizerAt(layers, next) !== undefined
    )
      break;
    const place = placeOfSource(layers, first, next, end, title);
    if (place > 0) {
      last = place;
      continue;
    }
    if (BREAKS.has(tokens, next) || isFixedPhrase(layers, next)) break;
    if (
      title !== undefined &&
      next > title.last &&
      shapes[next] & SHAPE.Function &&
      !IN_NAME_OF.has(tokens, next) &&
      !isOneOf(layers, next, title)
    )
      break;
    if (layers.lookups.bits[next] & MASDAR_CUE || isObjectOf(layers, next, title)) break;
    const attached = prepositionAt(layers, next);
    if ((attached === 'ب' || attached === 'ل') && !IN_NAME_OF.has(tokens, next)) break;
    last = next;
  }
  return last;
}

/** `وجه المدير العام رسالة`: behind a definite title a noun without article is what the verb is about. */
function isObjectOf(
  { tokens, shapes, figures }: Layers,
  token: number,
  title: TitlePhrase | undefined,
): boolean {
  if (title === undefined || token <= title.last || figures.at[token] !== 0) return false;
  if (!(shapes[token - 1] & SHAPE.Def) || !(shapes[token] & SHAPE.Bare)) return false;
  if (shapes[token] & (SHAPE.Def | SHAPE.Title | SHAPE.Given | SHAPE.Family)) return false;
  const letter = firstLetter(tokens, token);
  return !(shapes[token + 1] & SHAPE.NameNext) && letter !== WAW && letter !== LAM;
}

/** `مدير إحدى الوكالات`, `رئيسة إحدى اللجان`: an office without article may be one of one of many. */
function isOneOf({ tokens }: Layers, token: number, { last, definite }: TitlePhrase): boolean {
  return token === last + 1 && !definite && ONE_OF.has(tokens, token);
}

const ONE_OF = wordSet('احد احدي');

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
  const near = FROM.has(tokens, next) && SOURCES.has(tokens, first);
  if (!near && (attached === 'ب' || attached === 'ل') && shapes[next] & PLACEABLE && source) return next;
  if (next + 1 >= end || !(near || IN.has(tokens, next))) return -1;
  if (tokens.kind[next + 1] !== WORD || shapes[next + 1] & SHAPE.Time) return -1;
  if (near) return next + 1;
  return shapes[next + 1] & PLACEABLE && (title !== undefined || source) ? next + 1 : -1;
}

/** `مصدر مقرب من العطار`, `شهود`: whoever is named behind these is not who speaks. */
export const SOURCES = wordSet('مصدر مصادر شاهد شهود سكان اهالي اوساط مقربون مقربين جهات دوائر دواير', [
  'ال',
]);

/** `المتحدث باسم الحكومة` */
export const IN_NAME_OF = wordSet('باسم');
const FROM = wordSet('من عن');
const IN = wordSet('في');

const PLACEABLE = SHAPE.Def | SHAPE.Place | SHAPE.Organization | SHAPE.Complement;

const BREAKS = wordSet(
  'فان فانه فانها ضروره اهميه وجوب في خلال بعد قبل عقب اثناء امام عبر لدي الي اليوم امس ردا تعليقا ايضا كذلك حول ان علي لوكاله لقناه لصحيفه',
);
