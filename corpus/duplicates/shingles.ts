/**
 * What a text is compared by: its runs of successive words, folded, each as a hash. Two texts that have most of these
 * runs in common have most of their wording in common, whatever stands around it. Marks, diacritics and spellings that
 * folding makes equal play no part.
 */
import {
  ARABIC,
  CLASS,
  COMBINING,
  DIGIT,
  FOLD,
  INVISIBLE,
  LATIN,
  LIGATURES,
} from '../../pipeline/normalize.js';

/** The runs of a text. */
export interface Shingles {
  readonly words: number;
  /** Each once, ascending; unsigned integers of 32 bits. */
  readonly hashes: Uint32Array;
}

/** The runs of `length` words; a shorter text is one run, and one without a word has none. */
export function shinglesOf(text: string, length: number): Shingles {
  const words = wordHashes(text);
  if (words.length === 0) return { words: 0, hashes: new Uint32Array() };
  const runs = new Uint32Array(Math.max(1, words.length - length + 1));
  for (let start = 0; start < runs.length; start++) {
    let hash = 0;
    const end = Math.min(start + length, words.length);
    for (let index = start; index < end; index++) hash = mixed(hash ^ words[index]) + index - start;
    runs[start] = hash;
  }
  return { words: words.length, hashes: distinct(runs.sort()) };
}

/** A hash of each folded word, in text order. */
function wordHashes(text: string): readonly number[] {
  const hashes: number[] = [];
  let hash = 0;
  let inWord = false;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    const kind = CLASS[unit];
    if (kind === COMBINING || kind === INVISIBLE) continue;
    if (kind === ARABIC || kind === LATIN || kind === DIGIT) {
      if (!inWord) hash = 0;
      inWord = true;
      hash = FOLD[unit] === 0 ? ligature(hash, unit) : added(hash, FOLD[unit]);
    } else if (inWord) {
      hashes.push(hash);
      inWord = false;
    }
  }
  if (inWord) hashes.push(hash);
  return hashes;
}

function ligature(hash: number, unit: number): number {
  let all = hash;
  for (const letter of LIGATURES.get(unit) ?? '') all = added(all, letter.charCodeAt(0));
  return all;
}

function added(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x0100_0193) + 0x811c;
}

/** Spreads what differs in any bit over all bits. */
export function mixed(hash: number): number {
  let all = hash;
  all = Math.imul(all ^ (all >>> 16), 0x85eb_ca6b);
  all = Math.imul(all ^ (all >>> 13), 0xc2b2_ae35);
  return (all ^ (all >>> 16)) >>> 0;
}

function distinct(sorted: Uint32Array): Uint32Array {
  let count = 0;
  for (let index = 0; index < sorted.length; index++) {
    if (index === 0 || sorted[index] !== sorted[index - 1]) sorted[count++] = sorted[index];
  }
  return sorted.subarray(0, count);
}
