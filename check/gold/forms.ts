/**
 * Where the forms of a name stand in a text: as a word, alone or behind particles, which are left out of the span.
 * Offsets are UTF-16 units. It knows no lists: `findForm` marks whatever it is given.
 */
import type { Stretch } from './annotation.js';
import { byPosition, type Span } from './rows.js';

const WORD = '[\\p{L}\\p{N}\\u064B-\\u065F\\u0670\\u0640]';
const WORD_BEFORE = new RegExp(`${WORD}*$`, 'u');
const WORD_BEHIND = new RegExp(`^${WORD}`, 'u');
const PROCLITICS = /^\u0623?[\u0648\u0641]?[\u0628\u0644\u0643\u0633]?\u0640*$/u;
const WITH_LAM = /^\u0623?[\u0648\u0641]?\u0644$/u;
const NOTHING = /^$/u;

/**
 * Where a form stands as a word, alone or behind proclitics, in text order.
 * The ل of لِ swallows the alef of the article, so that `الكرملين` is found as `لكرملين` in `للكرملين`.
 */
export function findForm(text: string, form: string): readonly Span[] {
  const spans = wordsBehind(text, form, PROCLITICS);
  if (!form.startsWith('\u0627\u0644')) return spans;
  const bare = form.slice(2);
  const joined = bare.startsWith('\u0644') ? bare : `\u0644${bare}`;
  return [...spans, ...wordsBehind(text, joined, WITH_LAM)].sort(byPosition);
}

/** Where words stand with only such letters between them and the word's beginning. */
function wordsBehind(text: string, words: string, letters: RegExp): readonly Span[] {
  const spans: Span[] = [];
  for (const start of startsOf(text, words)) {
    const end = start + words.length;
    const isFree = start >= (spans.at(-1)?.end ?? 0);
    if (isFree && letters.test(wordBefore(text, start)) && !WORD_BEHIND.test(text.slice(end, end + 2)))
      spans.push({ start, end });
  }
  return spans;
}

/** Where a form of an entity stands: wherever it is a word, or at its one place. */
export function placesOf(text: string, { words, occurrence }: Stretch): readonly Span[] {
  if (occurrence === undefined) return findForm(text, words);
  const start = startsOf(text, words)[occurrence - 1];
  return start === undefined ? [] : [{ start, end: start + words.length }];
}

/** Where words begin, in other words too; places may overlap. */
export function startsOf(text: string, words: string): readonly number[] {
  const starts: number[] = [];
  for (let start = text.indexOf(words); start >= 0; start = text.indexOf(words, start + 1)) {
    starts.push(start);
  }
  return starts;
}

/** Whether a span begins or ends inside a word. It may begin behind a proclitic (`بإخفاء`). */
export function cutsWords(text: string, { start, end }: Span): boolean {
  return cutsWord(text, start, PROCLITICS) || cutsWord(text, end, NOTHING);
}

function cutsWord(text: string, at: number, allowed: RegExp): boolean {
  return WORD_BEHIND.test(text.slice(at, at + 2)) && !allowed.test(wordBefore(text, at));
}

/** So much is looked at, so that a long text costs no more than a short one. */
const LONGEST_WORD = 64;

function wordBefore(text: string, at: number): string {
  return WORD_BEFORE.exec(text.slice(Math.max(0, at - LONGEST_WORD), at))?.[0] ?? '';
}
