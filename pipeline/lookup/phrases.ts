/**
 * The phrases of a pack: every form that the lists spell out or that follows from them (particles of names, object and
 * possessive pronouns of verbs), each with the row that it comes from. Order decides between rows of one form.
 */
import type { Gender } from '../document.js';
import type { CueRow, Knowledge } from '../knowledge.js';
import { fold } from '../normalize.js';

export type GrammaticalNumber = 's' | 'd' | 'p';
export type CueForm = 'perfect' | 'imperfect' | 'passive' | 'participle' | 'masdar';

/** Which list a phrase comes from. */
export const LISTS = [
  'common',
  'function',
  'complementizer',
  'attribution',
  'given',
  'family',
  'title',
  'nisba',
  'head',
  'cue',
  'name',
] as const;
export type ListName = (typeof LISTS)[number];

/** What the form of a word says beyond its row. */
export interface FormDetail {
  readonly gender?: Gender;
  readonly number: GrammaticalNumber;
  readonly form?: CueForm;
  /** With an object pronoun. */
  readonly object?: boolean;
}

/** Takes one phrase: its words, its list, the number of its row there, and its form. */
export type Note = (phrase: string, list: ListName, row: number, detail?: FormDetail) => void;

/** Gives every phrase of a pack to `note`, in the order in which rows take precedence. */
export function listPhrases(knowledge: Knowledge, note: Note): void {
  knowledge.commonWords.forEach((word, row) => {
    note(word, 'common', row);
  });
  knowledge.functionWords.forEach(({ word }, row) => {
    note(word, 'function', row);
  });
  knowledge.complementizers.forEach(({ word }, row) => {
    note(word, 'complementizer', row);
  });
  knowledge.attributions.forEach(({ phrase }, row) => {
    note(phrase, 'attribution', row);
  });
  knowledge.givenNames.forEach(({ name }, row) => {
    for (const spelling of joinedSpellings(name)) note(spelling, 'given', row);
  });
  knowledge.familyNames.forEach(({ name }, row) => {
    for (const spelling of joinedSpellings(name)) note(spelling, 'family', row);
  });
  listInflected(knowledge, note);
  knowledge.cues.forEach((cue, row) => {
    listCue(cue, row, note);
  });
  knowledge.names.forEach(({ name, aliases }, row) => {
    for (const form of [name, ...aliases])
      for (const spelling of joinedSpellings(form)) note(spelling, 'name', row);
  });
}

function listInflected({ titles, nisbas, heads }: Knowledge, note: Note): void {
  const each = (
    words: readonly (string | undefined)[],
    list: ListName,
    row: number,
    gender: Gender,
    number: GrammaticalNumber,
  ): void => {
    for (const word of words)
      if (word !== undefined && word !== '') note(word, list, row, { gender, number });
  };
  titles.forEach(({ title, feminine, dual, plural, gender }, row) => {
    each([title], 'title', row, gender === 'f' ? 'f' : 'm', 's');
    each([feminine], 'title', row, 'f', 's');
    each(dual, 'title', row, 'm', 'd');
    each(plural, 'title', row, 'm', 'p');
  });
  nisbas.forEach(({ masculine, feminine, dual, plural }, row) => {
    each([masculine], 'nisba', row, 'm', 's');
    each([feminine], 'nisba', row, 'f', 's');
    each(dual, 'nisba', row, 'm', 'd');
    each(plural, 'nisba', row, 'm', 'p');
  });
  heads.forEach(({ head, gender, dual, plural }, row) => {
    each([head], 'head', row, gender, 's');
    each(dual, 'head', row, gender, 'd');
    each(plural, 'head', row, gender, 'p');
  });
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

function listCue(cue: CueRow, row: number, note: Note): void {
  const add = (word: string, detail: FormDetail): void => {
    if (word !== '') note(word, 'cue', row, detail);
  };
  for (const form of ['perfect', 'imperfect', 'participle'] as const)
    cue[form].forEach((word, i) => {
      const [gender, number] = FORM_ORDER[i] ?? FORM_ORDER[0];
      add(word, { form, gender, number });
      if (i < 2 && form !== 'participle' && word !== '' && cue.trust !== 'weak')
        for (const suffix of OBJECTS) add(withObject(word, suffix), { form, gender, number, object: true });
    });
  cue.passive.forEach((word, i) => {
    add(word, { form: 'passive', gender: i % 2 === 0 ? 'm' : 'f', number: 's' });
  });
  for (const word of cue.masdar) {
    if (word === '') continue;
    if (cue.trust === 'strong') add(`بال${word}`, { form: 'participle', number: 's' });
    const stem = fold(word).replace(/ه$/u, 'ت');
    for (const [suffix, gender, number] of POSSESSIVES)
      add(stem + suffix, { form: 'masdar', gender, number });
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
