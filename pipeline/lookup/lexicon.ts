/**
 * The lists of a pack, compiled for matching: one trie, and for each of its nodes what the phrase that ends there is.
 * Takes the rows of a `Knowledge`; inflects nothing but what a row spells out.
 */
import type { Gender } from '../document.js';
import type {
  AttributionRow,
  CueRow,
  HeadRow,
  Knowledge,
  NamePartRow,
  NameRow,
  NisbaRow,
  TitleRow,
} from '../knowledge.js';
import { fold } from '../normalize.js';
import { buildSpellings, type Spellings } from './spellings.js';
import { type Trie, TrieBuilder } from './trie.js';

export type GrammaticalNumber = 's' | 'd' | 'p';
export type CueForm = 'perfect' | 'imperfect' | 'passive' | 'participle' | 'masdar';

/** What stands between a verb and its complementizer, folded; `…` stands for one to four words. */
export interface ClauseFrame {
  readonly words: readonly string[];
  /** The complementizer is `بأن`. */
  readonly withB: boolean;
}

/** One reading of a written word as a form of a reporting verb. */
export interface Cue {
  readonly row: CueRow;
  readonly clauses: readonly ClauseFrame[];
  /** First words of its complements, folded: the prepositions that it governs. */
  readonly governs: ReadonlySet<string>;
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

/** What a phrase of the lists is; most have one reading. */
export interface Reading {
  bits: number;
  names: NameRow[];
  given?: NamePartRow;
  family?: NamePartRow;
  title?: Inflected<TitleRow>;
  nisba?: Inflected<NisbaRow>;
  head?: Inflected<HeadRow>;
  cues: Cue[];
  complementizer?: string;
  attribution?: AttributionRow;
  functions: string[];
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

export interface Lexicon {
  readonly trie: Trie;
  /** By node of the trie; undefined where no phrase ends. */
  readonly readings: readonly (Reading | undefined)[];
  readonly spellings: Spellings;
}

/** Compiles the lists. */
export function compileLexicon(knowledge: Knowledge): Lexicon {
  const builder = new TrieBuilder();
  const readings: (Reading | undefined)[] = [];
  const at = (phrase: string | undefined): Reading => {
    const node = phrase === undefined ? 0 : builder.add(phrase);
    readings[node] ??= { bits: 0, names: [], cues: [], functions: [] };
    return readings[node];
  };
  addWords(knowledge, at);
  addInflected(knowledge, at);
  for (const row of knowledge.cues) addCue(row, at);
  for (const row of knowledge.names) addName(row, at);
  readings[0] = undefined;
  return { trie: builder.freeze(), readings, spellings: buildSpellings(knowledge.names) };
}

type Place = (phrase: string | undefined) => Reading;

function addWords(knowledge: Knowledge, at: Place): void {
  for (const word of knowledge.commonWords) at(word).bits |= COMMON;
  for (const { word, function: role } of knowledge.functionWords) {
    const reading = at(word);
    reading.bits |= FUNCTION | (ROLE_BITS[role] ?? 0);
    reading.functions.push(role);
  }
  for (const { word, function: role } of knowledge.complementizers) {
    const reading = at(word);
    reading.bits |= COMPLEMENTIZER;
    reading.complementizer ??= role;
  }
  for (const row of knowledge.attributions) {
    const reading = at(row.phrase);
    reading.bits |= ATTRIBUTION | (row.kind === 'anonymous' ? ANONYMOUS : 0);
    reading.attribution ??= row;
  }
  for (const row of knowledge.givenNames) {
    for (const spelling of joinedSpellings(row.name)) {
      const reading = at(spelling);
      reading.bits |= GIVEN;
      reading.given ??= row;
    }
  }
  for (const row of knowledge.familyNames) {
    for (const spelling of joinedSpellings(row.name)) {
      const reading = at(spelling);
      reading.bits |= FAMILY;
      reading.family ??= row;
    }
  }
}

function addInflected(knowledge: Knowledge, at: Place): void {
  const each = <Row>(
    row: Row,
    forms: readonly (readonly [readonly string[], Gender, GrammaticalNumber])[],
    bit: number,
    key: 'title' | 'nisba' | 'head',
  ): void => {
    for (const [words, gender, number] of forms)
      for (const word of words) {
        if (word === '') continue;
        const reading = at(word);
        reading.bits |= bit;
        (reading[key] as Inflected<Row> | undefined) ??= { row, gender, number };
      }
  };
  for (const row of knowledge.titles)
    each(
      row,
      [
        [[row.title], row.gender === 'f' ? 'f' : 'm', 's'],
        [[row.feminine ?? ''], 'f', 's'],
        [row.dual, 'm', 'd'],
        [row.plural, 'm', 'p'],
      ],
      TITLE,
      'title',
    );
  for (const row of knowledge.nisbas)
    each(
      row,
      [
        [[row.masculine], 'm', 's'],
        [[row.feminine], 'f', 's'],
        [row.dual, 'm', 'd'],
        [row.plural, 'm', 'p'],
      ],
      NISBA,
      'nisba',
    );
  for (const row of knowledge.heads)
    each(
      row,
      [
        [[row.head], row.gender, 's'],
        [row.dual, row.gender, 'd'],
        [row.plural, row.gender, 'p'],
      ],
      HEAD,
      'head',
    );
}

/** Order of the six forms in a row: ms, fs, md, fd, mp, fp. */
const FORM_ORDER: readonly (readonly [Gender, GrammaticalNumber])[] = [
  ['m', 's'],
  ['f', 's'],
  ['m', 'd'],
  ['f', 'd'],
  ['m', 'p'],
  ['f', 'p'],
];

function clauseFrames({ complements }: CueRow): ClauseFrame[] {
  return complements
    .filter((complement) => /(^| )ب?[أإ]ن$/u.test(complement))
    .map((complement) => {
      const words = complement.split(' ').map((word) => (word === '…' ? word : fold(word)));
      return { words: words.slice(0, -1), withB: words.at(-1) === 'بان' };
    });
}

function addCue(row: CueRow, at: Place): void {
  const clauses = clauseFrames(row);
  const governs = new Set(row.complements.map((complement) => fold(complement.split(' ')[0])));
  const add = (
    word: string,
    form: CueForm,
    gender: Gender | undefined,
    number: GrammaticalNumber,
    object = false,
  ): void => {
    if (word === '') return;
    const reading = at(word);
    reading.bits |=
      CUE | (form === 'participle' ? PARTICIPLE_CUE : form === 'masdar' ? MASDAR_CUE : FINITE_CUE);
    if (form !== 'masdar' && row.trust !== 'weak' && !object) reading.bits |= STOPPING_CUE;
    if (!reading.cues.some((cue) => cue.row === row && cue.form === form))
      reading.cues.push({ row, clauses, governs, form, gender, number, first: false, object });
  };
  for (const form of ['perfect', 'imperfect', 'participle'] as const)
    row[form].forEach((word, i) => {
      const [gender, number] = FORM_ORDER[i] ?? FORM_ORDER[0];
      add(word, form, gender, number);
      if (i < 2 && form !== 'participle' && word !== '' && row.trust !== 'weak')
        for (const suffix of OBJECTS) add(withObject(word, suffix), form, gender, number, true);
    });
  row.passive.forEach((word, i) => {
    add(word, 'passive', i % 2 === 0 ? 'm' : 'f', 's');
  });
  for (const word of row.masdar) {
    if (word === '') continue;
    if (row.trust === 'strong') add(`بال${word}`, 'participle', undefined, 's');
    const stem = fold(word).replace(/ه$/u, 'ت');
    for (const [suffix, gender, number] of POSSESSIVES) add(stem + suffix, 'masdar', gender, number);
  }
}

const OBJECTS = ['ه', 'ها', 'هم'];

/** A final ى becomes ا before a pronoun: `رأى`, `رآه`; `سمى`, `سماه`. */
function withObject(verb: string, pronoun: string): string {
  return `${verb.replace(/ى$/u, 'ا')}${pronoun}`;
}

const POSSESSIVES: readonly (readonly [string, Gender, GrammaticalNumber])[] = [
  ['ه', 'm', 's'],
  ['ها', 'f', 's'],
  ['هم', 'm', 'p'],
  ['هما', 'm', 'd'],
];

function addName(row: NameRow, at: Place): void {
  for (const name of [row.name, ...row.aliases])
    for (const spelling of joinedSpellings(name)) {
      const reading = at(spelling);
      reading.bits |= NAME;
      if (!reading.names.includes(row)) reading.names.push(row);
    }
}

/** A compound given name is written as two words or one, and كنية nouns take their case: `عبد الله`, `أبو`/`أبي`. */
export function joinedSpellings(name: string): string[] {
  const spellings = [name];
  if (/(^| )عبد /u.test(name)) spellings.push(name.replace(/(^| )عبد /gu, '$1عبد'));
  else if (/(^| )عبدال/u.test(name)) spellings.push(name.replace(/(^| )عبدال/gu, '$1عبد ال'));
  for (const spelling of [...spellings]) {
    if (/(^| )[أا]بو /u.test(spelling)) {
      spellings.push(
        spelling.replace(/(^| )[أا]بو /u, '$1أبي '),
        spelling.replace(/(^| )[أا]بو /u, '$1أبا '),
      );
    }
    if (/ بن /u.test(spelling)) spellings.push(spelling.replace(/ بن /u, ' ابن '));
    if (/الدين\b/u.test(spelling)) spellings.push(spelling.replace(/ الدين/u, 'الدين'));
  }
  return spellings;
}
