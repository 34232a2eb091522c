/**
 * Who in this article holds a title: `الوزير الروسي`, `السفير`, `أستاذ القانون الدستوري`, `البيان`, `الوزارة`.
 * A title fits a figure when office, nationality, gender and number agree; the last one spoken of wins.
 */

import type { Layers } from '../layers.js';
import { lastLetter } from '../letters.js';
import { HEAD } from '../lookup/lexicon.js';
import { fold } from '../normalize.js';
import { SHAPE } from '../recognize/shapes.js';
import type { Figure } from '../resolve/entities.js';
import { bare, nationalityOf, type TitlePhrase } from '../resolve/titles.js';
import { foldedWord } from '../tokenize.js';
import { weighFigure } from './weigh.js';

/** Titles that many can be called by: nearness decides between those that bear them. */
const GENERIC = new Set([
  'دبلوماسي',
  'مسوول',
  'سياسي',
  'متحدث',
  'قيادي',
  'مسيول',
  'زعيم',
  'خبير',
  'استاذ',
  'نجم',
  'رجل',
  'سيد',
  'شيخ',
  'دكتور',
]);
/** Of these, what any office holder of the right country can be called, whatever the title. */
const OFFICIAL = new Set(['دبلوماسي', 'مسوول', 'مسيول', 'سياسي', 'زعيم', 'رجل', 'سيد', 'شيخ', 'دكتور']);

/** Words that point back and describe nothing: `المتحدث ذاته`, `المسؤول المذكور`. */
export const ANAPHORIC: ReadonlySet<string> = new Set([
  'ذاته',
  'نفسه',
  'ذاتها',
  'نفسها',
  'سالف',
  'ذكر',
  'مذكور',
  'عينه',
]);

export interface TitleHolder {
  readonly figure: number;
  readonly score: number;
}

/**
 * The figure that a title phrase stands for, judged from token `at`. In a `heading` an indefinite phrase may stand for
 * who is named below (`دبلوماسي تركي: …`); elsewhere it brings in somebody new (`مسؤول في الوزارة`).
 */
export function holderOf(
  layers: Layers,
  title: TitlePhrase,
  at: number,
  heading = false,
): TitleHolder | undefined {
  if (title.number !== 's' || (GENERIC.has(title.title) && !heading && !isDefinite(layers, title)))
    return undefined;
  let best: TitleHolder | undefined;
  const wanted = withCountry(layers, title);
  for (const index of around(layers, at)) {
    const figure = layers.figures.figures[index];
    if (figure.entity.type !== 'Person') continue;
    const score = agreement(layers, figure, wanted);
    if (score <= 0) continue;
    const near = score + nearness(figure, at) * (GENERIC.has(title.title) ? 3 : 1);
    if (best === undefined || near > best.score) {
      if (best !== undefined) weighFigure(layers, 'speaker/title-of-entity', best.figure, FITS_LESS);
      best = { figure: index, score: near };
    } else weighFigure(layers, 'speaker/title-of-entity', index, FITS_LESS);
  }
  return best;
}

const FITS_LESS = 'the title fits less, or the name stands farther away';

/** `الخبير`, `أستاذ القانون`; not `خبير روسي`. */
function isDefinite({ shapes }: Layers, { first, last, definite }: TitlePhrase): boolean {
  if (definite) return true;
  for (let token = first + 1; token <= last; token++) if (shapes[token] & SHAPE.Def) return true;
  return false;
}

/** So many figures on either side of a place in the text are asked; an article seldom names more. */
const FIGURES_BEFORE = 200;
const FIGURES_AFTER = 40;

/** Indexes of the figures first named around a token, in text order. */
export function around({ figures: { figures } }: Layers, at: number): number[] {
  let low = 0;
  let high = figures.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (figures[middle].places[0].first < at) low = middle + 1;
    else high = middle;
  }
  const from = Math.max(0, low - FIGURES_BEFORE);
  const to = Math.min(figures.length, low + FIGURES_AFTER);
  return Array.from({ length: to - from }, (_, i) => from + i);
}

/** Two figures for a dual title with two nationalities or none: `الوزيران`. */
export function holdersOfDual(layers: Layers, title: TitlePhrase, at: number): number[] {
  const single = { ...title, number: 's' as const };
  if (title.nationalities.length === 2)
    return title.nationalities.flatMap(
      (nationality) => holderOf(layers, { ...single, nationalities: [nationality] }, at)?.figure ?? [],
    );
  const { figures } = layers.figures;
  const fitting = around(layers, at)
    .filter((index) => figures[index].entity.type === 'Person')
    .map((index) => ({
      index,
      score: agreement(layers, figures[index], single) + nearness(figures[index], at),
    }))
    .filter(({ score }) => score >= 1)
    .sort((a, b) => b.score - a.score);
  return fitting
    .slice(0, 2)
    .map(({ index }) => index)
    .sort((a, b) => a - b);
}

/** 0 when it does not fit; more for each thing that agrees. */
function agreement(layers: Layers, figure: Figure, title: TitlePhrase): number {
  if (figure.entity.gender !== undefined && figure.entity.gender !== title.gender) return 0;
  let best = 0;
  for (const role of figure.roles)
    if (!isOfAnother(layers, figure, role)) best = Math.max(best, agreementWithRole(role, title, figure));
  if (figure.row !== undefined) best = Math.max(best, agreementWithOffices(figure, title));
  return best;
}

/** `التقى فلان، وزير الدفاع علان`: a title with another name right behind it is that other's. */
function isOfAnother({ figures }: Layers, figure: Figure, { last }: TitlePhrase): boolean {
  const named = figures.at[last + 1] ?? 0;
  if (named === 0) return false;
  const other = figures.figures[named - 1];
  return other !== figure && other.entity.type === 'Person' && figures.startAt[last + 1] >= 0;
}

function agreementWithRole(role: TitlePhrase, title: TitlePhrase, figure: Figure): number {
  const same = role.title === title.title || role.words.has(title.title);
  const generic = GENERIC.has(title.title);
  if (!same && !OFFICIAL.has(title.title)) return 0;
  const nationality = agreesInNationality(title.nationalities, role.nationalities, figure);
  if (nationality < 0 || (generic && !same && nationality === 0 && title.words.size > 1)) return 0;
  let shared = 0;
  let foreign = 0;
  for (const word of title.words) {
    if (word === title.title || ANAPHORIC.has(word) || title.nationalityWords.has(word)) continue;
    if (role.words.has(word)) shared++;
    else foreign++;
  }
  if (!same && foreign > 0) return 0;
  if (foreign > 1 || (foreign === 1 && shared === 0 && same && !generic && title.words.size > 1)) return 0;
  return (same ? 2 : 0.8) + nationality + shared * 0.5 - foreign * 0.4;
}

/** `وزير خارجية كينيا` is `وزير الخارجية الكيني`: a country in the phrase is the nationality. */
function withCountry({ figures, tokens }: Layers, title: TitlePhrase): TitlePhrase {
  if (title.nationalities.length > 0) return title;
  for (let token = title.first + 1; token <= title.last; token++) {
    const index = figures.at[token] - 1;
    const row = index < 0 ? undefined : figures.figures[index].row;
    if (row?.kind !== 'country' || row.country === undefined) continue;
    const words = new Set<string>();
    for (let at = token; at <= title.last && figures.at[at] === index + 1; at++)
      words.add(bare(foldedWord(tokens, at)));
    return { ...title, nationalities: [row.country], nationalityWords: words };
  }
  return title;
}

/** Whether two title phrases can be of one country; the second is said of the figure. */
export function agreesInCountry(
  layers: Layers,
  title: TitlePhrase,
  had: TitlePhrase,
  figure: Figure,
): boolean {
  const { nationalities } = withCountry(layers, title);
  return agreesInNationality(nationalities, withCountry(layers, had).nationalities, figure) >= -0.2;
}

/** 1 when a nationality agrees, 0 when nothing is said, -1 when it speaks against. */
function agreesInNationality(wanted: readonly string[], had: readonly string[], figure: Figure): number {
  if (wanted.length === 0) return 0;
  if (had.some((place) => wanted.includes(place))) return 1;
  if (figure.row?.country !== undefined && wanted.includes(figure.row.country)) return 1;
  return had.length > 0 || figure.row?.country !== undefined ? -1 : -0.2;
}

/** Offices that the list knows of a person: `رئيس الوزراء 2018-2020`. */
function agreementWithOffices(figure: Figure, title: TitlePhrase): number {
  const country = figure.row?.country;
  if (country === undefined || (title.nationalities.length > 0 && !title.nationalities.includes(country)))
    return 0;
  let best = 0;
  for (const office of figure.row?.offices ?? []) {
    // Only an office that begins with the title fits.
    const first = openingOf(office);
    if (!first.endsWith(title.title) || bare(first) !== title.title) continue;
    const words = fold(office).split(' ').map(bare);
    const missing = [...title.words].filter(
      (word) => word !== title.title && !words.includes(word) && !title.nationalityWords.has(word),
    ).length;
    if (missing === 0) best = Math.max(best, 1.2 + (title.nationalities.length > 0 ? 0.8 : 0));
  }
  return best;
}

/** The first word of a phrase, folded. */
function openingOf(phrase: string): string {
  const end = phrase.indexOf(' ');
  const folded = fold(end > 0 ? phrase.slice(0, end) : phrase);
  return folded === '' ? fold(phrase).split(' ')[0] : folded.split(' ')[0];
}

/** Up to half a point for having been named shortly before. */
function nearness(figure: Figure, at: number): number {
  let low = 0;
  let high = figure.places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (figure.places[middle].first < at) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? 0.05 : 0.5 / (1 + (at - figure.places[low - 1].first) / 60);
}

/** Ministries that are called by their portfolio alone: `الخارجية الإيرانية`. */
const PORTFOLIOS = new Set(['خارجيه', 'داخليه', 'ماليه', 'دفاع', 'صحه', 'عدل', 'تربيه', 'طاقه', 'اقتصاد']);

/** `الوزارة`, `الشركة`, `الحزب`: the organization of this article whose name opens with that class noun. */
export function organizationByHead(layers: Layers, token: number): number | undefined {
  const { tokens, lookups, shapes, figures } = layers;
  if ((lookups.bits[token] & HEAD) === 0) return undefined;
  const head = lookups.words[token]?.find(({ reading, definite }) => reading.head !== undefined && definite)
    ?.reading.head;
  if (head === undefined || head.row.type !== 'Organization' || head.number !== 's') return undefined;
  const word = fold(head.row.head);
  const nationality = token + 1 < tokens.count ? nationalityOf(lookups, token + 1) : undefined;
  const ending = word.charCodeAt(word.length - 1);
  let found: number | undefined;
  for (const index of around(layers, token)) {
    const figure = figures.figures[index];
    if (figure.entity.type !== 'Organization' || figure.places[0].first > token) continue;
    const opening = openingOf(figure.entity.name);
    const named =
      (opening.endsWith(word) && bare(opening) === word) ||
      (word === 'وزاره' && PORTFOLIOS.has(bare(opening)));
    const headed = figure.places.slice(0, 8).some(({ first }) => {
      const noun = shapes[first - 1] & SHAPE.Open ? first - 2 : first - 1;
      if (noun < 0 || lastLetter(tokens, noun) !== ending) return false;
      return bare(foldedWord(tokens, noun)) === word;
    });
    if (!named && !headed) continue;
    if (nationality !== undefined && figure.row?.country !== undefined && figure.row.country !== nationality)
      continue;
    found = index;
  }
  return found;
}
