/**
 * The lists of a pack, compiled for matching: one trie, and for each of its nodes what the phrase that ends there is.
 * Takes the rows of a `Knowledge`; inflects nothing but what a row spells out.
 */
import type { Gender } from '../document.js';
import type {
  AttributionRow,
  CueRow,
  HeadRow,
  NamePartRow,
  NameRow,
  NisbaRow,
  TitleRow,
} from '../knowledge.js';
import { fold } from '../normalize.js';
import { hashWord } from '../tokenize.js';
import { type WordSet, wordSet } from '../word-set.js';
import { detailOf } from './form-detail.js';
import type { PackImage } from './image.js';
import { type CueForm, type GrammaticalNumber, LISTS } from './phrases.js';
import type { Proclitic } from './proclitics.js';
import { openSpellings, type Spellings } from './spellings.js';
import type { Trie } from './trie.js';

export type { CueForm, GrammaticalNumber } from './phrases.js';

/** What stands between a verb and its complementizer, folded; `…` stands for one to four words. */
export interface ClauseFrame {
  readonly words: readonly string[];
  readonly hashes: readonly number[];
  /** The complementizer is `بأن`. */
  readonly withB: boolean;
}

/** One reading of a written word as a form of a reporting verb. */
export interface Cue {
  readonly row: CueRow;
  readonly clauses: readonly ClauseFrame[];
  /** First words of its complements, folded: the prepositions that it governs. */
  readonly governs: WordSet;
  readonly form: CueForm;
  readonly gender?: Gender;
  readonly number: GrammaticalNumber;
  /** First person (`قلت`): the writer or a quoted voice speaks. */
  readonly first: boolean;
  /** With an object pronoun (`وصفه`, `أكدته`). */
  readonly object: boolean;
}

/** An inflected form of a title, an adjective of nationality, or a class noun. */
export interface Inflected<Row> {
  readonly row: Row;
  readonly gender: Gender;
  readonly number: GrammaticalNumber;
}

export interface TitleForm extends Inflected<TitleRow> {
  /** The first word of the title, folded. */
  readonly word: string;
}

/** What a phrase of the lists is; most have one reading. */
export interface Reading {
  bits: number;
  names: NameRow[];
  given?: NamePartRow;
  family?: NamePartRow;
  title?: TitleForm;
  nisba?: Inflected<NisbaRow>;
  head?: Inflected<HeadRow>;
  cues: Cue[];
  complementizer?: string;
  attribution?: AttributionRow;
  functions: string[];
  /** Itself behind attached particles, those that were met (`Lexicon.wordAt`). */
  behind: readonly WordReading[];
}

/** A word of the lists as it stands at a token, behind `skip` letters of attached particles. */
export interface WordReading {
  readonly reading: Reading;
  /** What of the reading the particles leave possible. */
  readonly bits: number;
  /** The number of the way in which particles were taken off. */
  readonly way: number;
  readonly skip: number;
  /** Whether ال was taken off as well. */
  readonly definite: boolean;
  /** Whether a preposition (ب ل ك) was taken off. */
  readonly preposition: boolean;
}

export const NAME = 1 << 0;
export const GIVEN = 1 << 1;
export const FAMILY = 1 << 2;
export const TITLE = 1 << 3;
export const NISBA = 1 << 4;
export const HEAD = 1 << 5;
export const CUE = 1 << 6;
export const COMPLEMENTIZER = 1 << 7;
export const ATTRIBUTION = 1 << 8;
export const FUNCTION = 1 << 9;
export const COMMON = 1 << 10;
/** A verb form that can open a clause of speech: perfect, imperfect or passive. */
export const FINITE_CUE = 1 << 11;
export const PARTICIPLE_CUE = 1 << 12;

/** By function: prepositions, quantifiers and numbers, adverbs and what is passed over like them, times. */
export const PREPOSITION = 1 << 13;
export const QUANTIFIER = 1 << 14;
export const ADVERBIAL = 1 << 15;
export const TIME = 1 << 16;
/** A noun of speech with its possessor: `قوله`. */
export const MASDAR_CUE = 1 << 17;
/** A verb or participle that is speech more often than not: it takes what follows for itself. */
export const STOPPING_CUE = 1 << 18;
/** Heads of unnamed speakers: `مصدر`, `سكان`. */
export const ANONYMOUS = 1 << 19;
/** What names a source by itself: `وفق`, `بحسب`. */
export const ACCORDING = 1 << 20;
/** What may end reported words by itself: `وفق`, `بينما`. */
export const ENDING = 1 << 21;

const ROLE_BITS: Readonly<Record<string, number>> = {
  preposition: PREPOSITION,
  quantifier: QUANTIFIER,
  number: QUANTIFIER,
  ordinal: ADVERBIAL,
  adverb: ADVERBIAL,
  'prepositional-pronoun': ADVERBIAL,
  particle: ADVERBIAL,
  demonstrative: ADVERBIAL,
  conjunction: ADVERBIAL,
  month: TIME,
  weekday: TIME,
  time: TIME,
};

const KIND_BITS: Readonly<Partial<Record<AttributionRow['kind'], number>>> = {
  according: ACCORDING | ENDING,
  'own-words': ENDING,
  relay: ENDING,
  turn: ENDING,
  boundary: ENDING,
};

export interface Lexicon {
  readonly trie: Trie;
  /** What the phrase is that ends at a node of the trie; undefined where none ends. */
  readingAt(node: number): Reading | undefined;
  /** The same behind attached particles, one object for each node and way; undefined where they leave nothing. */
  wordAt(node: number, proclitic: Proclitic): WordReading | undefined;
  readonly spellings: Spellings;
}

/** Opens the lists of a pack. */
export function openLexicon(image: PackImage): Lexicon {
  const { trie, first, entries } = image;
  const made: (Reading | undefined)[] = new Array(trie.nodes);
  const cueParts = new Map<CueRow, Pick<Cue, 'clauses' | 'governs'>>();
  const plain = new Map<string, Reading>();
  const readingAt = (node: number): Reading | undefined => {
    if (first[node] === first[node + 1]) return undefined;
    made[node] ??= plainReading(node) ?? readingOf(node);
    return made[node];
  };
  /** Most words are ordinary and nothing else: all of one function share a reading. */
  const plainReading = (node: number): Reading | undefined => {
    const at = first[node];
    if (first[node + 1] !== at + 1) return undefined;
    const list = LISTS[entries[at * 2] & 255];
    if (list !== 'common' && list !== 'function') return undefined;
    const role = list === 'common' ? '' : image.row('functionWords', entries[at * 2 + 1]).function;
    let reading = plain.get(role);
    if (reading === undefined) {
      reading = readingOf(node);
      plain.set(role, reading);
    }
    return reading;
  };
  const readingOf = (node: number): Reading => {
    const reading = { bits: 0, names: NONE, cues: NONE, functions: NONE, behind: NONE };
    for (let at = first[node]; at < first[node + 1]; at++)
      addEntry(reading, image, entries[at * 2], entries[at * 2 + 1], cueParts);
    return reading;
  };
  const wordAt = (node: number, proclitic: Proclitic): WordReading | undefined => {
    const reading = readingAt(node);
    if (reading === undefined) return undefined;
    const word = wordBehind(reading, proclitic);
    return word.bits === 0 ? undefined : word;
  };
  return { trie, readingAt, wordAt, spellings: openSpellings(image) };
}

function wordBehind(reading: Reading, proclitic: Proclitic): WordReading {
  for (const word of reading.behind) if (word.way === proclitic.number) return word;
  const { number: way, skip, definite, preposition } = proclitic;
  const bits = reading.bits & allowedBits(proclitic, reading);
  const word = { reading, bits, way, skip, definite, preposition };
  reading.behind = reading.behind.concat(word);
  return word;
}

const AFTER_ARTICLE = TITLE | NISBA | HEAD | COMMON;
const AFTER_PREPOSITION = NAME | GIVEN | FAMILY | TITLE | NISBA | HEAD | COMPLEMENTIZER | COMMON | FUNCTION;

/**
 * Shared by all readings that have none: most have no names, no cues and no function. Lists that grow do so by `concat`,
 * which leaves no spare room behind: there is one of each for every word met.
 */
const NONE: never[] = [];

/** What a word can still be once these particles are taken off. */
function allowedBits(proclitic: Proclitic, reading: Reading): number {
  if (proclitic.skip === 0) return ~0;
  if (proclitic.definite) return AFTER_ARTICLE;
  if (proclitic.future)
    return reading.cues.some((cue) => cue.form === 'imperfect') ? CUE | FINITE_CUE | STOPPING_CUE : 0;
  if (proclitic.preposition)
    return reading.bits & MASDAR_CUE ? AFTER_PREPOSITION | CUE | MASDAR_CUE : AFTER_PREPOSITION;
  return ~0;
}

function addEntry(
  reading: Reading,
  image: PackImage,
  entry: number,
  row: number,
  cueParts: Map<CueRow, Pick<Cue, 'clauses' | 'governs'>>,
): void {
  switch (LISTS[entry & 255]) {
    case 'common':
      reading.bits |= COMMON;
      break;
    case 'function': {
      const role = image.row('functionWords', row).function;
      reading.bits |= FUNCTION | (ROLE_BITS[role] ?? 0);
      reading.functions = reading.functions.concat(role);
      break;
    }
    case 'complementizer':
      reading.bits |= COMPLEMENTIZER;
      reading.complementizer ??= image.row('complementizers', row).function;
      break;
    case 'attribution': {
      const phrase = image.row('attributions', row);
      reading.bits |= ATTRIBUTION | (phrase.kind === 'anonymous' ? ANONYMOUS : 0);
      if (reading.attribution !== undefined) break;
      reading.attribution = phrase;
      reading.bits |= KIND_BITS[phrase.kind] ?? 0;
      break;
    }
    case 'given':
      reading.bits |= GIVEN;
      reading.given ??= image.row('givenNames', row);
      break;
    case 'family':
      reading.bits |= FAMILY;
      reading.family ??= image.row('familyNames', row);
      break;
    case 'name':
      reading.bits |= NAME;
      if (!reading.names.includes(image.row('names', row)))
        reading.names = reading.names.concat(image.row('names', row));
      break;
    case 'cue':
      addCue(reading, image.row('cues', row), entry, cueParts);
      break;
    default:
      addInflected(reading, image, entry, row);
  }
}

function addInflected(reading: Reading, image: PackImage, entry: number, row: number): void {
  const { gender = 'm', number } = detailOf(entry);
  const list = LISTS[entry & 255];
  if (list === 'title') {
    reading.bits |= TITLE;
    reading.title ??= titleForm(image.row('titles', row), gender, number);
  } else if (list === 'nisba') {
    reading.bits |= NISBA;
    reading.nisba ??= { row: image.row('nisbas', row), gender, number };
  } else {
    reading.bits |= HEAD;
    reading.head ??= { row: image.row('heads', row), gender, number };
  }
}

function titleForm(row: TitleRow, gender: Gender, number: GrammaticalNumber): TitleForm {
  return { row, gender, number, word: fold(row.title).split(' ')[0] };
}

function addCue(
  reading: Reading,
  row: CueRow,
  entry: number,
  cueParts: Map<CueRow, Pick<Cue, 'clauses' | 'governs'>>,
): void {
  const { gender, number, form = 'perfect', object = false } = detailOf(entry);
  reading.bits |=
    CUE | (form === 'participle' ? PARTICIPLE_CUE : form === 'masdar' ? MASDAR_CUE : FINITE_CUE);
  if (form !== 'masdar' && row.trust !== 'weak' && !object) reading.bits |= STOPPING_CUE;
  if (reading.cues.some((cue) => cue.row === row && cue.form === form)) return;
  let parts = cueParts.get(row);
  if (parts === undefined) {
    const governs = wordSet(row.complements.map((complement) => fold(complement.split(' ')[0])).join(' '));
    parts = { clauses: clauseFrames(row), governs };
    cueParts.set(row, parts);
  }
  reading.cues = reading.cues.concat({ row, ...parts, form, gender, number, first: false, object });
}

function clauseFrames({ complements }: CueRow): ClauseFrame[] {
  return complements
    .filter((complement) => /(^| )ب?[أإ]ن$/u.test(complement))
    .map((complement) => {
      const words = complement.split(' ').map((word) => (word === '…' ? word : fold(word)));
      const withB = words.pop() === 'بان';
      return { words, hashes: words.map(hashWord), withB };
    });
}
