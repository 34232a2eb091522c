/**
 * Names as words: how a mention is compared with others, under which shorter forms it is taken up again, and how it is written
 * out. Takes tokens or folded words; knows nothing of entities.
 */
import type { EntityType } from '../document.js';
import type { NameRow } from '../knowledge.js';
import { fold } from '../normalize.js';
import type { Candidate } from '../recognize/candidates.js';
import { foldedWord, NUMBER, type Tokens } from '../tokenize.js';

/** The folded words of a name, without the particles before it and with its article restored. */
export function foldedName(tokens: Tokens, { first, last, start }: Candidate): string {
  let words: string | undefined;
  for (let token = first; token <= last; token++) {
    if (tokens.kind[token] > NUMBER) continue;
    const word = foldedWord(tokens, token);
    words = words === undefined ? word : `${words} ${word}`;
  }
  if (words === undefined || start <= tokens.start[first]) return words ?? '';
  const particles = fold(tokens.text.slice(tokens.start[first], start)).length;
  const name = words.slice(particles);
  return name.startsWith('ل') && words.charAt(particles - 1) === 'ل' ? `ا${name}` : name;
}

/** Forms under which a person or organization is taken up again. */
export function shorterNames(type: EntityType, name: string): readonly string[] {
  const first = name.indexOf(' ');
  if (first < 0) return NONE;
  const shorter: string[] = [];
  const last = name.lastIndexOf(' ');
  if (type === 'Person')
    for (let space = first; space >= 0; space = name.indexOf(' ', space + 1))
      if (!KUNYA.test(name.slice(0, space))) shorter.push(name.slice(space + 1));
  if (type === 'Organization' && first !== last) shorter.push(name.slice(0, last));
  return shorter;
}

/**
 * The given name, and the given name with the family name, of a longer name: `نور` of `نور الكورمالي`, `سامر العتيبي` of
 * `سامر بن نزار العتيبي`.
 */
export function namesAround(name: string): readonly string[] {
  if (!name.includes(' ')) return NONE;
  const words = name.split(' ');
  const given = words[0] === 'عبد' ? `${words[0]} ${words[1]}` : words[0];
  if (words.length < 2 || given === name || KUNYA.test(words[0])) return [];
  const family = words[words.length - 1];
  return words.length > 2 && given !== words.slice(0, -1).join(' ') ? [given, `${given} ${family}`] : [given];
}

const NONE: readonly string[] = [];

/** `أم يوسف` is no Yusuf. */
const KUNYA = /(^| )(ابو|ابي|ابا|ام)$/u;

export function lastWord(name: string): string {
  return name.slice(name.lastIndexOf(' ') + 1);
}

/** The same for two words of the same letters, and hardly for others. */
export function lettersOf(word: string): number {
  let letters = word.length;
  for (let at = 0; at < word.length; at++) {
    const unit = word.charCodeAt(at);
    letters = (letters + Math.imul(unit, unit * unit)) | 0;
  }
  return letters;
}

export const SHORTEST_SLIP = 5;

export function swapped(a: string, b: string): boolean {
  if (a.length !== b.length || a.length < SHORTEST_SLIP || a === b) return false;
  let at = 0;
  while (a[at] === b[at]) at++;
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}

/** `لكرملين` in `للكرملين` is the name `الكرملين`. */
export function restoreArticle(text: string, { start, end }: { start: number; end: number }): string {
  const slice = text.slice(start, end);
  const written = mayBeUneven(text, start, end)
    ? slice.replace(/[#_\s\u200b-\u200f\u202a-\u202e\u2060-\u2069]+/gu, ' ').trim()
    : slice;
  return isBehindLam(text, start) ? `ا${written}` : written;
}

/** What the mentions of one entity are called; `للبنان` is ل and `لبنان` when the list or another mention says so. */
export function writtenNames(text: string, mentions: readonly Candidate[], row?: NameRow): readonly string[] {
  const names = mentions.map((mention) => restoreArticle(text, mention));
  if (!mentions.some(({ start }) => isBehindLam(text, start))) return names;
  const own = new Set(
    mentions
      .filter(({ start }) => !isBehindLam(text, start))
      .map(({ start, end }) => fold(text.slice(start, end))),
  );
  for (const form of row === undefined ? [] : [row.name, ...row.aliases]) own.add(fold(form));
  return mentions.map(({ start, end }, i) => {
    const written = text.slice(start, end);
    return isBehindLam(text, start) && own.has(fold(written)) && !own.has(fold(names[i]))
      ? written
      : names[i];
  });
}

function isBehindLam(text: string, start: number): boolean {
  return text.charCodeAt(start - 1) === LAM && text.charCodeAt(start) === LAM;
}

const LAM = 0x644;

/** Whether anything but Arabic letters stands there, and single spaces between them. */
function mayBeUneven(text: string, start: number, end: number): boolean {
  let before = 0;
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit < FIRST_ARABIC || unit > LAST_ARABIC) {
      if (unit !== SPACE || before === SPACE) return UNEVEN.test(text.slice(start, end));
    }
    before = unit;
  }
  return false;
}

const SPACE = 0x20;
const FIRST_ARABIC = 0x600;
const LAST_ARABIC = 0x6ff;
const UNEVEN = /[#_\t\n\r\u00a0\u200b-\u200f\u202a-\u202e\u2060-\u2069]| {2}/u;
