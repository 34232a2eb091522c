/**
 * Spellings of foreign names: what newspapers do to one name (`سيرغي/سيرجي`, `ديمتري/ديميتري`, `جاووش/تشاووش`)
 * without listing each. A word's skeleton drops long vowels and merges letters that stand for one foreign sound;
 * two spellings are the same name when every word's skeleton agrees and few letters differ.
 */
import type { NameRow } from '../knowledge.js';
import { fold } from '../normalize.js';
import type { PackImage } from './image.js';

/** A listed foreign name, folded word by word. */
export interface SpelledName {
  readonly row: NameRow;
  readonly words: readonly string[];
  /** Skeleton of each word. */
  readonly skeletons: readonly number[];
}

/** The listed foreign names, by the skeletons of their words. */
export interface Spellings {
  /** Names of one word with this skeleton. */
  alone(skeleton: number): readonly SpelledName[];
  /** Names of several words whose first two have these skeletons. */
  longer(first: number, second: number): readonly SpelledName[];
  /** Whether there may be names of several words whose first two have these skeletons; false is certain. */
  mayBeLonger(first: number, second: number): boolean;
  /** Whether any name begins with a word of this skeleton. */
  opens(skeleton: number): boolean;
}

/**
 * For each foreign form: skeletons of its first two words, number of its row, number of the form (0 the name, then its
 * aliases); sorted by the skeletons, and otherwise in the order of the rows.
 */
export function listSpellings(names: readonly NameRow[]): number[][] {
  const listed: number[][] = [];
  for (const [index, { type, name, aliases, spelling, certainty }] of names.entries()) {
    if (spelling !== 'foreign' || certainty === 'context') continue;
    // Places that come from a catalogue and not from newspapers have too many neighbours.
    if (type === 'Place' && certainty === 'likely') continue;
    for (const [form, written] of [name, ...aliases].entries()) {
      const words = fold(written).split(' ');
      if (!/[\u0621-\u064a]/u.test(written) || (words.length === 1 && words[0].length < SHORTEST_ALONE))
        continue;
      const skeleton = skeletonHash(words[0]);
      if (skeleton === 0) continue;
      listed.push([skeleton, words.length > 1 ? skeletonHash(words[1]) : 0, index, form]);
    }
  }
  return listed.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
}

/** Integers for each listed form: skeletons of its first two words, its row, its number there. */
export const SPELLED_COLUMNS = 4;
export const SPELLED_ROW = 2;
const COLUMNS = SPELLED_COLUMNS;

/** Opens what `listSpellings` listed; the words of a name are folded when a text first asks for names of its skeletons. */
export function openSpellings(image: Pick<PackImage, 'spelled' | 'row'>): Spellings {
  const { spelled } = image;
  const made = new Map<number, readonly SpelledName[]>();
  const filter = pairFilter(spelled);
  const mayStand = (first: number, second: number): boolean => {
    const bit = pairOf(first, second) & (filter.length * 32 - 1);
    return (filter[bit >> 5] & (1 << (bit & 31))) !== 0;
  };
  const namesOf = (first: number, second: number): readonly SpelledName[] => {
    if (!mayStand(first, second)) return NONE;
    const from = firstPlace(spelled, first, second);
    if (!isAt(spelled, from, first, second)) return NONE;
    let found = made.get(from);
    if (found === undefined) {
      const names: SpelledName[] = [];
      for (let at = from; isAt(spelled, at, first, second); at++)
        names.push(spelledName(image.row('names', spelled[at * COLUMNS + 2]), spelled[at * COLUMNS + 3]));
      found = names;
      made.set(from, found);
    }
    return found;
  };
  return {
    alone: (skeleton) => namesOf(skeleton, 0),
    longer: namesOf,
    mayBeLonger: mayStand,
    opens: (first) =>
      mayStand(first, ANY) && spelled[firstPlace(spelled, first, -(2 ** 31)) * COLUMNS] === first,
  };
}

/** Stands in the filter for every second word. */
const ANY = 0x7fffffff;

/** A bit for each pair of skeletons, and for each first one: most words of a text stand before no second word of a listed name, or open none. */
function pairFilter(spelled: Int32Array): Int32Array {
  let size = 32;
  while (size < spelled.length / COLUMNS) size *= 2;
  const filter = new Int32Array(size / 2);
  for (let at = 0; at < spelled.length; at += COLUMNS)
    for (const second of [spelled[at + 1], ANY]) {
      const bit = pairOf(spelled[at], second) & (filter.length * 32 - 1);
      filter[bit >> 5] |= 1 << (bit & 31);
    }
  return filter;
}

/** One number for two skeletons; different pairs may share it. */
function pairOf(first: number, second: number): number {
  const mixed = Math.imul(Math.imul(first, 0x85ebca6b) ^ second, 0xc2b2ae35);
  return mixed ^ (mixed >>> 15);
}

/** The first form that does not stand before the given skeletons. */
function firstPlace(spelled: Int32Array, first: number, second: number): number {
  let from = 0;
  let to = spelled.length / COLUMNS;
  while (from < to) {
    const middle = (from + to) >> 1;
    const skeleton = spelled[middle * COLUMNS];
    const before = skeleton < first || (skeleton === first && spelled[middle * COLUMNS + 1] < second);
    if (before) from = middle + 1;
    else to = middle;
  }
  return from;
}

function isAt(spelled: Int32Array, at: number, first: number, second: number): boolean {
  return spelled[at * COLUMNS] === first && spelled[at * COLUMNS + 1] === second;
}

const NONE: readonly SpelledName[] = [];

function spelledName(row: NameRow, form: number): SpelledName {
  const words = fold(form === 0 ? row.name : row.aliases[form - 1]).split(' ');
  return { row, words, skeletons: words.map(skeletonHash) };
}

/** The listed name that a folded word of this skeleton is by itself, under another spelling. */
export function spelledAlone(spellings: Spellings, word: string, skeleton: number): SpelledName | undefined {
  return spellings
    .alone(skeleton)
    .find(({ words }) => words.length === 1 && lettersApart(words[0], word) === 1);
}

/** How a word may begin listed foreign names under another spelling. */
export interface SpelledOpening {
  readonly skeleton: number;
  /** The listed name that the word is by itself. */
  readonly alone?: SpelledName;
}

/**
 * The longest listed name that the given folded words begin with, under some spelling of theirs. `second` is the
 * skeleton of the second word. The words are asked for one by one; `undefined` ends them.
 */
export function matchSpelling(
  spellings: Pick<Spellings, 'longer'>,
  opening: SpelledOpening,
  second: number,
  word: (at: number) => string | undefined,
): SpelledName | undefined {
  let best = opening.alone;
  for (const name of spellings.longer(opening.skeleton, second)) {
    const length = name.words.length;
    if (length > 1 && length > (best?.words.length ?? 0) && agrees(name, word)) best = name;
  }
  return best;
}

/** A single word shorter than this has too many neighbours to be respelled. */
const SHORTEST_ALONE = 6;

function agrees({ words, skeletons }: SpelledName, word: (at: number) => string | undefined): boolean {
  let apart = 0;
  for (let i = 0; i < words.length; i++) {
    const written = word(i);
    if (written === undefined) return false;
    if (written === words[i]) continue;
    const difference = skeletonHash(written) !== skeletons[i] ? -1 : lettersApart(words[i], written);
    if (difference < 0) return false;
    apart += difference;
  }
  return words.length > 1 ? apart <= 4 : apart <= 1;
}

/** How many letters two spellings with one skeleton differ in; -1 when they are too far apart to be one name. */
function lettersApart(listed: string, written: string): number {
  if (listed === written) return 0;
  const most = Math.max(1, Math.floor(listed.length / 3));
  if (Math.abs(listed.length - written.length) > most + 1) return -1;
  const difference = distance(listed, written);
  return difference > most ? -1 : difference;
}

/**
 * A hash of the word's skeleton: its consonants, one letter for each foreign sound, so that `جاووش` and `تشاووش` share it.
 * What shares it is still compared letter by letter.
 */
export function skeletonHash(word: string): number {
  const units = Uint16Array.from({ length: word.length }, (_, i) => word.charCodeAt(i));
  return skeletonOf(units, 0, units.length);
}

/** The same of folded units. */
export function skeletonOf(units: Uint16Array, from: number, length: number): number {
  let hash = 0;
  let before = 0;
  const end = from + (length > 0 && units[from + length - 1] === HEH ? length - 1 : length);
  for (let i = from; i < end; i++) {
    const unit = units[i];
    if (unit === TEH && i + 1 < from + length && units[i + 1] === SHEEN) continue;
    const sound = unit >= 0x621 && unit <= 0x64a ? SOUNDS[unit - 0x621] : unit;
    if (sound !== 0 && sound !== before) hash = (Math.imul(hash, 31) + sound) | 0;
    if (sound !== 0) before = sound;
  }
  return hash;
}

const HEH = 0x647;
const TEH = 0x62a;
const SHEEN = 0x634;

/** The sound that stands for a letter: none for vowels, one for all letters that write the same foreign consonant. */
const SOUND = new Map(
  Object.entries({
    ا: '',
    و: '',
    ي: '',
    ء: '',
    ع: '',
    غ: 'ج',
    ق: 'ج',
    ك: 'ج',
    ش: 'ج',
    ط: 'ت',
    ص: 'س',
    ث: 'س',
    ذ: 'ز',
    ظ: 'ز',
    ض: 'د',
    ح: 'ه',
  }),
);

const SOUNDS: Uint16Array = Uint16Array.from({ length: 0x64a - 0x621 + 1 }, (_, i) => {
  const letter = String.fromCharCode(0x621 + i);
  const sound = SOUND.get(letter) ?? letter;
  return sound === '' ? 0 : sound.charCodeAt(0);
});

/** Letters to insert, drop or change, at most `LIMIT`; `تش` for one letter counts one. */
function distance(left: string, right: string): number {
  const a = oneSound(left);
  const b = oneSound(right);
  if (Math.abs(a.length - b.length) > LIMIT) return LIMIT + 1;
  const row = new Uint8Array(b.length + 1).map((_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    let diagonal = row[0];
    row[0] = i;
    for (let j = 1; j <= b.length; j++) {
      const above = row[j];
      const changed = diagonal + (a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1);
      row[j] = Math.min(above + 1, row[j - 1] + 1, changed);
      diagonal = above;
    }
  }
  return row[b.length];
}

function oneSound(word: string): string {
  return word.includes('تش') ? word.replace(/تش/gu, 'ش') : word;
}

const LIMIT = 4;
