/**
 * Folding: which characters count as the same when words are compared, and which class each belongs to.
 * Takes UTF-16 code units; gives a class and a folded unit for each, from two tables built once.
 * It never changes the text: the tokenizer keeps the way back to the original.
 */
import {
  ARABIC_LETTERS,
  COMBINING_RANGES,
  INVISIBLE_RANGES,
  MARK_RANGES,
  OTHER_LETTERS,
  PRESENTATION_RANGES,
  SAME_LETTERS,
} from './fold-ranges.js';

/** Character classes. */
export const SPACE = 0;
export const ARABIC = 1;
export const LATIN = 2;
export const DIGIT = 3;
/** Diacritics and tatweel: part of the word, absent from its folded form. */
export const COMBINING = 4;
/** Bidi controls and joiners: invisible inside a word, never part of a span's edge. */
export const INVISIBLE = 5;
export const MARK = 6;
export const NEWLINE = 7;

/** Class of each UTF-16 unit. */
export const CLASS: Uint8Array = new Uint8Array(65536).fill(MARK);
/** Folded form of each letter or digit; a ligature folds to 0 and stands in `LIGATURES`. */
export const FOLD: Uint16Array = new Uint16Array(65536);
/** Presentation forms that stand for several letters (`\ufefb` is لا). */
export const LIGATURES: ReadonlyMap<number, string> = buildTables();

/**
 * The folded form of a string, as used for list keys: letters and digits folded, diacritics and invisible
 * characters dropped, every other run of characters one space.
 */
export function fold(text: string): string {
  let out = '';
  let gap = false;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const kind = CLASS[unit];
    if (kind === COMBINING || kind === INVISIBLE) continue;
    if (kind === ARABIC || kind === LATIN || kind === DIGIT) {
      if (gap && out !== '') out += ' ';
      gap = false;
      out += FOLD[unit] === 0 ? (LIGATURES.get(unit) ?? '') : String.fromCharCode(FOLD[unit]);
    } else gap = true;
  }
  return out;
}

function buildTables(): Map<number, string> {
  const letters = (from: number, to: number, kind: number): void => {
    CLASS.fill(kind, from, to + 1);
    for (let unit = from; unit <= to; unit++) FOLD[unit] = unit;
  };
  const only = (from: number, to: number, kind: number): void => {
    CLASS.fill(kind, from, to + 1);
  };
  only(0, 0x20, SPACE);
  only(0x7f, 0xa0, SPACE);
  for (const unit of [0x1680, 0x200b, 0x202f, 0x205f, 0x3000]) CLASS[unit] = SPACE;
  only(0x2000, 0x200a, SPACE);
  for (const unit of [0x0a, 0x0b, 0x0c, 0x0d, 0x85, 0x2028, 0x2029]) CLASS[unit] = NEWLINE;
  for (const [from, to] of OTHER_LETTERS) letters(from, to, LATIN);
  for (const [from, to] of ARABIC_LETTERS) letters(from, to, ARABIC);
  for (const [from, to] of COMBINING_RANGES) only(from, to, COMBINING);
  for (const [from, to] of INVISIBLE_RANGES) only(from, to, INVISIBLE);
  for (const [from, to] of MARK_RANGES) only(from, to, MARK);
  for (const zero of [0x30, 0x660, 0x6f0]) {
    only(zero, zero + 9, DIGIT);
    for (let digit = 0; digit < 10; digit++) FOLD[zero + digit] = 0x30 + digit;
  }
  foldLatin();
  for (const [from, to] of SAME_LETTERS)
    for (const letter of from) FOLD[letter.charCodeAt(0)] = to.charCodeAt(0);
  return foldPresentationForms();
}

/** Lower case without accents, so that `É` in a photo credit equals `e`. */
function foldLatin(): void {
  for (let unit = 0x41; unit < 0x250; unit++) {
    if (CLASS[unit] !== LATIN) continue;
    const plain = String.fromCharCode(unit).normalize('NFD').charAt(0).toLowerCase();
    FOLD[unit] = plain.charCodeAt(0);
  }
  for (let unit = 0x370; unit < 0x530; unit++)
    if (CLASS[unit] === LATIN) FOLD[unit] = String.fromCharCode(unit).toLowerCase().charCodeAt(0);
}

/** Compatibility forms, as old systems and PDF copies leave them: each folds like the letters it stands for. */
function foldPresentationForms(): Map<number, string> {
  const ligatures = new Map<number, string>();
  for (const [from, to] of PRESENTATION_RANGES) {
    for (let unit = from; unit <= to; unit++) {
      let plain = '';
      for (const letter of String.fromCharCode(unit).normalize('NFKC')) {
        const code = letter.charCodeAt(0);
        if (CLASS[code] === ARABIC) plain += String.fromCharCode(FOLD[code]);
      }
      if (CLASS[unit] === MARK && unit >= 0xfd3e && unit <= 0xfd4f) continue;
      CLASS[unit] = plain === '' ? COMBINING : ARABIC;
      FOLD[unit] = plain.length === 1 ? plain.charCodeAt(0) : 0;
      if (plain.length > 1) ligatures.set(unit, plain);
    }
  }
  return ligatures;
}
