/**
 * Chooses and writes the rows of `names/gazetteer.tsv`: of named places with country and population those whose Arabic
 * name is a name that a newspaper could print, and that `names/places.tsv` does not have. Reads no files.
 */
import { fold } from '../../pipeline/normalize.js';

/** A place as its source has it. */
export interface SourcePlace {
  /** `geonames:99072`, `geonames:IQ.03`, `cldr:IQ`. */
  readonly source: string;
  readonly name: string;
  readonly country: string;
  readonly kind: 'city' | 'province' | 'territory';
  readonly population?: number;
}

/** What the other lists say about words, and a reader about names; all folded. */
export interface Judgement {
  /** Whether `names/places.tsv` has the name, be it under another spelling. */
  isKnown(name: string, country: string): boolean;
  /** Ordinary words, function words, titles, adjectives, class nouns, names of people and organizations. */
  readonly ordinary: ReadonlySet<string>;
  /** Given names of people, which are ordinary as well. */
  readonly given: ReadonlySet<string>;
  /** Names that a reader found wrong. */
  readonly refused: ReadonlySet<string>;
}

/** The columns of the list. */
export const COLUMNS = [
  'name',
  'aliases',
  'kind',
  'country',
  'population',
  'spelling',
  'wikidata',
  'certainty',
  'reading',
  'source',
] as const;

/** The rows of the list, without header, sorted; of places with one name the largest. */
export function gazetteerRows(places: readonly SourcePlace[], judgement: Judgement): string[][] {
  const largest = new Map<string, { name: string; place: SourcePlace }>();
  for (const place of places) {
    const name = printedName(place);
    if (name === undefined) continue;
    const key = fold(name);
    if (judgement.refused.has(key) || judgement.isKnown(name, place.country)) continue;
    const other = largest.get(key)?.place;
    if (other === undefined || (place.population ?? 0) > (other.population ?? 0))
      largest.set(key, { name, place });
  }
  return [...largest.values()]
    .map(({ name, place }) => rowOf(name, place, judgement))
    .filter((row) => row !== undefined)
    .sort(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
}

/** The name in ordinary letters, without what catalogues add to tell places apart; undefined when that is no Arabic name. */
export function printedName({ name, kind }: SourcePlace): string | undefined {
  const written = name
    .normalize('NFC')
    .replace(UNPRINTED, '')
    .replace(/\u06a9/gu, '\u0643')
    .replace(/\u06cc/gu, '\u064a')
    .replace(/\s*(?:\(.*\)|[،,].*)$/u, '')
    .replace(/\s*[-–]\s*/gu, '-')
    .replace(/\s+/gu, ' ')
    .trim();
  const bare = kind === 'territory' ? written : written.replace(CLASS_NOUNS, '');
  return ARABIC.test(bare) && fold(bare).length >= SHORTEST ? bare : undefined;
}

/** Marks that newspapers leave out: vowels, tatweel, and all that nobody sees. */
const UNPRINTED = /[\u0640\u064b-\u065f\u0670\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;
/** The class noun stays outside the name: `محافظة البصرة`. One with ال is part of it: `المنطقة الشرقية`. */
const CLASS_NOUNS =
  /^(?:محافظة|ولاية|مقاطعة|إقليم|منطقة|جهة|إمارة|شعبية|بلدية|مديرية|دائرة|قضاء|ناحية|مدينة|بلدة|قرية|كانتون|أوبلاست|كراي|أبرشية) /u;
const ARABIC =
  /^[\u0621-\u063a\u0641-\u064a\u067e\u0686\u0698\u06a4\u06a8\u06af]+(?:[ -][\u0621-\u063a\u0641-\u064a\u067e\u0686\u0698\u06a4\u06a8\u06af]+)*$/u;
const SHORTEST = 3;

function rowOf(name: string, place: SourcePlace, judgement: Judgement): string[] | undefined {
  const { kind, country, population = 0, source } = place;
  const doubtful = isDoubtful(name, judgement);
  if (doubtful && population < LARGE) return undefined;
  const size = kind === 'city' && population < CITY ? 'town' : kind;
  const spelling = ARAB.has(country) ? 'arabic' : 'foreign';
  const unheard = kind !== 'territory' && population < LARGE && spelling === 'foreign' && !name.includes(' ');
  const certainty = unheard ? 'context' : 'likely';
  const number = population === 0 ? '' : String(population);
  return [name, '', size, country, number, spelling, '', certainty, doubtful ? 'common' : '', source];
}

const CITY = 100_000;
/**
 * A city of this size is kept though its name is a word or a person's name as well; it then counts behind a class noun only.
 * So does a smaller place abroad of one word, since many a surname is spelled like one (`هدسن`).
 */
const LARGE = 300_000;

/** Also a word that attached particles and an ordinary word make up: `بطاقة` is ب and `طاقة`, or a card. */
function isDoubtful(name: string, { ordinary, given }: Judgement): boolean {
  const folded = fold(name);
  const [first, ...more] = folded.split(/[ -]/u);
  if (more.length > 0) return given.has(first);
  if (folded.length <= SHORTEST || ordinary.has(folded)) return true;
  if (ordinary.has(`ال${folded}`) || ordinary.has(folded.replace(/^ال/u, ''))) return true;
  if (ordinary.has(folded.slice(1)) && PARTICLES.includes(folded[0])) return true;
  return PARTICLES.some((particle) => ordinary.has(particle + folded));
}

const PARTICLES = ['و', 'ف', 'ب', 'ل', 'ك', 'س'];

/** Countries where places have Arabic names. */
const ARAB: ReadonlySet<string> = new Set(
  'AE BH DZ EG EH IQ JO KM KW LB LY MA MR OM PS QA SA SD SY TN YE'.split(' '),
);
