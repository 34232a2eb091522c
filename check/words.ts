/**
 * The words of a text as the evaluator counts them, and spans as ranges of words.
 * It takes a text or a list of written words and gives a table that answers by bisection which words a span
 * touches. All offsets are Unicode code points, end exclusive. It never looks at what a word means, except that
 * it knows the complementizers that do not count as content.
 */

/** The words of a text, in order and without overlaps. */
export interface WordTable {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly forms: readonly string[];
}

/** Words number `first` to `after`, the latter exclusive. Words of a text follow each other, so a set is a range. */
export interface WordRange {
  readonly first: number;
  readonly after: number;
}

export const NO_WORDS: WordRange = { first: 0, after: 0 };

const WORD = /[\p{L}\p{N}\u064B-\u065F\u0670\u0640]+/gu;
const COMPLEMENTIZERS: ReadonlySet<string> = new Set('أن إن ان بأن بان وأن وإن وان بإن أنّ إنّ'.split(' '));

/** Finds the words of a text: maximal runs of letters and digits with the Arabic marks in them. */
export function wordsOf(text: string): WordTable {
  const starts: number[] = [];
  const ends: number[] = [];
  const forms: string[] = [];
  let unit = 0;
  let point = 0;
  for (const match of text.matchAll(WORD)) {
    point += codePointCount(text.slice(unit, match.index));
    starts.push(point);
    point += codePointCount(match[0]);
    ends.push(point);
    forms.push(match[0]);
    unit = match.index + match[0].length;
  }
  return { starts, ends, forms };
}

/** Number of Unicode code points of a text. */
export function codePointCount(text: string): number {
  let count = text.length;
  for (let unit = 0; unit + 1 < text.length; unit++) {
    if (isHigh(text.charCodeAt(unit)) && isLow(text.charCodeAt(unit + 1))) count--;
  }
  return count;
}

/** The words that a span of code points touches by at least one character. */
export function wordsIn(words: WordTable, start: number, end: number): WordRange {
  const first = firstAbove(words.ends, start);
  const after = firstAtLeast(words.starts, end);
  return end > start && after > first ? { first, after } : NO_WORDS;
}

/** The words of a quotation without the complementizers that lead it. */
export function contentIn(words: WordTable, start: number, end: number): WordRange {
  const { first, after } = wordsIn(words, start, end);
  let from = first;
  while (from < after && COMPLEMENTIZERS.has(words.forms[from])) from++;
  return from < after ? { first: from, after } : NO_WORDS;
}

export function sizeOf(range: WordRange): number {
  return range.after - range.first;
}

/** Number of words that two ranges share. */
export function sharedWords(a: WordRange, b: WordRange): number {
  return Math.max(0, Math.min(a.after, b.after) - Math.max(a.first, b.first));
}

/** Shared words over all words of both; 0 when neither has a word. */
export function jaccard(a: WordRange, b: WordRange): number {
  const shared = sharedWords(a, b);
  const union = sizeOf(a) + sizeOf(b) - shared;
  return union === 0 ? 0 : shared / union;
}

export function sameWords(a: WordRange, b: WordRange): boolean {
  return a.first === b.first && a.after === b.after;
}

/** A key by which equal sets of words are found in a map. */
export function keyOf(range: WordRange): string {
  return `${range.first}-${range.after}`;
}

function firstAbove(sorted: readonly number[], value: number): number {
  return firstAtLeast(sorted, value + 1);
}

function firstAtLeast(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
