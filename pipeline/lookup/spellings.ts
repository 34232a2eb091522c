/**
 * Spellings of foreign names: what newspapers do to one name (`سيرغي/سيرجي`, `ديمتري/ديميتري`, `جاووش/تشاووش`)
 * without listing each. A word's skeleton drops long vowels and merges letters that stand for one foreign sound;
 * two spellings are the same name when every word's skeleton agrees and few letters differ.
 */
import type { NameRow } from '../knowledge.js';
import { fold } from '../normalize.js';

interface SpelledName {
  readonly row: NameRow;
  readonly words: readonly string[];
}

/** Names of foreign spelling by the skeleton of their first word. */
export type Spellings = ReadonlyMap<string, readonly SpelledName[]>;

/** A foreign name found under another spelling. */
export interface SpellingMatch {
  readonly row: NameRow;
  /** The listed words, folded. */
  readonly words: readonly string[];
}

export function buildSpellings(names: readonly NameRow[]): Spellings {
  const index = new Map<string, SpelledName[]>();
  for (const row of names) {
    if (row.spelling !== 'foreign' || row.certainty === 'context') continue;
    for (const form of [row.name, ...row.aliases]) {
      const words = fold(form).split(' ');
      if (!/[\u0621-\u064a]/u.test(form) || (words.length === 1 && words[0].length < SHORTEST_ALONE)) continue;
      const key = skeleton(words[0]);
      if (key === '') continue;
      const list = index.get(key);
      if (list === undefined) index.set(key, [{ row, words }]);
      else list.push({ row, words });
    }
  }
  return index;
}

/**
 * The longest listed name that starts with the given folded words under some spelling of theirs.
 * `words` holds at most `LONGEST_NAME` words.
 */
export function matchSpelling(spellings: Spellings, words: readonly string[]): SpellingMatch | undefined {
  let best: SpelledName | undefined;
  for (const name of spellings.get(skeleton(words[0])) ?? [])
    if (name.words.length <= words.length && name.words.length > (best?.words.length ?? 0) && agrees(name.words, words))
      best = name;
  return best;
}

/** No listed name is longer. */
export const LONGEST_NAME = 5;
/** A single word shorter than this has too many neighbours to be respelled. */
const SHORTEST_ALONE = 6;

function agrees(listed: readonly string[], written: readonly string[]): boolean {
  let apart = 0;
  for (let i = 0; i < listed.length; i++) {
    if (listed[i] === written[i]) continue;
    if (skeleton(listed[i]) !== skeleton(written[i])) return false;
    const difference = distance(listed[i], written[i]);
    if (difference > Math.max(1, Math.floor(listed[i].length / 3))) return false;
    apart += difference;
  }
  return listed.length > 1 ? apart <= 4 : apart <= 1;
}

/** Consonants only, one letter for each foreign sound: `جاووش` and `تشاووش` give the same. */
export function skeleton(word: string): string {
  const sounds = word.replace(/تش/gu, 'ج');
  let out = '';
  for (let i = 0; i < sounds.length; i++) {
    const letter = SOUND.get(sounds[i]) ?? sounds[i];
    if (letter !== '' && letter !== out.at(-1)) out += letter;
  }
  return out.replace(/ه$/u, '');
}

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
