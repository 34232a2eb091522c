/**
 * Spellings of foreign names: what newspapers do to one name (`سيرغي/سيرجي`, `ديمتري/ديميتري`, `جاووش/تشاووش`)
 * without listing each. A word's skeleton drops long vowels and merges letters that stand for one foreign sound;
 * two spellings are the same name when every word's skeleton agrees and few letters differ.
 */
import type { NameRow } from '../knowledge.js';
import { fold } from '../normalize.js';

/** A listed foreign name, folded word by word. */
export interface SpelledName {
  readonly row: NameRow;
  readonly words: readonly string[];
  /** Skeleton of each word. */
  readonly skeletons: readonly number[];
}

/** Names of foreign spelling by the skeleton of their first word. */
export interface Spellings {
  get(skeleton: number): readonly SpelledName[] | undefined;
}

/** For each foreign form: skeleton of its first word, number of its row, number of the form (0 the name, then its aliases). */
export function* listSpellings(names: readonly NameRow[]): Generator<number> {
  for (const [index, { name, aliases, spelling, certainty }] of names.entries()) {
    if (spelling !== 'foreign' || certainty === 'context') continue;
    for (const [form, written] of [name, ...aliases].entries()) {
      const words = fold(written).split(' ');
      if (!/[\u0621-\u064a]/u.test(written) || (words.length === 1 && words[0].length < SHORTEST_ALONE))
        continue;
      const skeleton = skeletonHash(words[0]);
      if (skeleton !== 0) yield* [skeleton, index, form];
    }
  }
}

/** Opens what `listSpellings` listed; the words of a name are folded when a text first asks for names of its skeleton. */
export function openSpellings(names: readonly NameRow[], spelled: Int32Array): Spellings {
  const places = new Map<number, number[]>();
  for (let at = 0; at < spelled.length; at += 3) {
    const list = places.get(spelled[at]);
    if (list === undefined) places.set(spelled[at], [at]);
    else list.push(at);
  }
  const made = new Map<number, readonly SpelledName[]>();
  return {
    get(skeleton) {
      const known = made.get(skeleton);
      if (known !== undefined) return known;
      const found = places.get(skeleton)?.map((at) => spelledName(names[spelled[at + 1]], spelled[at + 2]));
      if (found !== undefined) made.set(skeleton, found);
      return found;
    },
  };
}

function spelledName(row: NameRow, form: number): SpelledName {
  const words = fold(form === 0 ? row.name : row.aliases[form - 1]).split(' ');
  return { row, words, skeletons: words.map(skeletonHash) };
}

/** The listed names of which this may be the first word: single words are compared here, longer names when the next word is known. */
export function namesOpeningWith(spellings: Spellings, word: string): readonly SpelledName[] {
  const sharing = spellings.get(skeletonHash(word));
  return sharing === undefined
    ? []
    : sharing.filter(({ words }) => words.length > 1 || lettersApart(words[0], word) === 1);
}

/**
 * Of the candidates the longest name that the given folded words start with, under some spelling of theirs.
 * The words are asked for one by one: most candidates fail at the second. `undefined` ends them.
 */
export function matchSpelling(
  candidates: readonly SpelledName[],
  word: (at: number) => string | undefined,
): SpelledName | undefined {
  let best: SpelledName | undefined;
  let secondSkeleton: number | undefined;
  for (const name of candidates) {
    if (name.words.length <= (best?.words.length ?? 0)) continue;
    if (name.words.length > 1) {
      secondSkeleton ??= skeletonHash(word(1) ?? '');
      if (name.skeletons[1] !== secondSkeleton) continue;
    }
    if (agrees(name, word)) best = name;
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
    const difference = i > 1 && skeletonHash(written) !== skeletons[i] ? -1 : lettersApart(words[i], written);
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
  let hash = 0;
  let before = 0;
  const length = word.endsWith('ه') ? word.length - 1 : word.length;
  for (let i = 0; i < length; i++) {
    const unit = word.charCodeAt(i);
    if (unit === TEH && word.charCodeAt(i + 1) === SHEEN) continue;
    const sound = unit >= 0x621 && unit <= 0x64a ? SOUNDS[unit - 0x621] : unit;
    if (sound !== 0 && sound !== before) hash = (Math.imul(hash, 31) + sound) | 0;
    if (sound !== 0) before = sound;
  }
  return hash;
}

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
  const a = left.replace(/تش/gu, 'ش');
  const b = right.replace(/تش/gu, 'ش');
  if (Math.abs(a.length - b.length) > LIMIT) return LIMIT + 1;
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
    row = next;
  }
  return row[b.length];
}

const LIMIT = 4;
