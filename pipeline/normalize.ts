/**
 * Folding: which characters count as the same when words are compared, and which class each belongs to.
 * Takes UTF-16 code units; gives a class and a folded unit for each, from two tables built once.
 * It never changes the text: the tokenizer keeps the way back to the original.
 */

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
/** Presentation forms that stand for several letters (`ﻻ` is لا). */
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
    for (let unit = from; unit <= to; unit++) {
      CLASS[unit] = kind;
      FOLD[unit] = unit;
    }
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
      const plain = [...String.fromCharCode(unit).normalize('NFKC')]
        .map((letter) => letter.charCodeAt(0))
        .filter((code) => CLASS[code] === ARABIC)
        .map((code) => String.fromCharCode(FOLD[code]))
        .join('');
      if (CLASS[unit] === MARK && unit >= 0xfd3e && unit <= 0xfd4f) continue;
      CLASS[unit] = plain === '' ? COMBINING : ARABIC;
      FOLD[unit] = plain.length === 1 ? plain.charCodeAt(0) : 0;
      if (plain.length > 1) ligatures.set(unit, plain);
    }
  }
  return ligatures;
}

type Ranges = readonly (readonly [number, number])[];

const OTHER_LETTERS: Ranges = [
  [0x41, 0x5a],
  [0x61, 0x7a],
  [0xaa, 0xaa],
  [0xb5, 0xb5],
  [0xba, 0xba],
  [0xc0, 0xd6],
  [0xd8, 0xf6],
  [0xf8, 0x2c1],
  [0x370, 0x373],
  [0x376, 0x377],
  [0x37b, 0x37d],
  [0x37f, 0x37f],
  [0x386, 0x386],
  [0x388, 0x3f5],
  [0x3f7, 0x481],
  [0x48a, 0x556],
  [0x561, 0x587],
  [0x5d0, 0x5f2],
  [0x700, 0x74f],
  [0x780, 0x7b1],
  [0x904, 0x1fff],
  [0x2c00, 0x2dff],
  [0x3041, 0xd7ff],
  [0xf900, 0xfaff],
  [0xff21, 0xff3a],
  [0xff41, 0xff5a],
];
const ARABIC_LETTERS: Ranges = [
  [0x620, 0x63f],
  [0x641, 0x64a],
  [0x66e, 0x66f],
  [0x671, 0x6d3],
  [0x6d5, 0x6d5],
  [0x6e5, 0x6e6],
  [0x6ee, 0x6ef],
  [0x6fa, 0x6fc],
  [0x6ff, 0x6ff],
  [0x750, 0x77f],
  [0x8a0, 0x8c9],
];
const COMBINING_RANGES: Ranges = [
  [0x300, 0x36f],
  [0x483, 0x489],
  [0x610, 0x61a],
  [0x640, 0x640],
  [0x64b, 0x65f],
  [0x670, 0x670],
  [0x6d6, 0x6dc],
  [0x6df, 0x6e4],
  [0x6e7, 0x6e8],
  [0x6ea, 0x6ed],
  [0x8ca, 0x8ff],
  [0xfe00, 0xfe0f],
];
const INVISIBLE_RANGES: Ranges = [
  [0xad, 0xad],
  [0x61c, 0x61c],
  [0x200c, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x2069],
  [0xfeff, 0xfeff],
];
/** Marks inside the letter ranges above. */
const MARK_RANGES: Ranges = [
  [0xd7, 0xd7],
  [0xf7, 0xf7],
  [0x60c, 0x60d],
  [0x61b, 0x61b],
  [0x61d, 0x61f],
  [0x66a, 0x66d],
  [0x6d4, 0x6d4],
  [0x964, 0x965],
  [0xfd3e, 0xfd3f],
];
const PRESENTATION_RANGES: Ranges = [
  [0xfb50, 0xfbb1],
  [0xfbd3, 0xfd3d],
  [0xfd50, 0xfdfb],
  [0xfe70, 0xfefc],
];
/** Letters that one newspaper writes where another writes the other. */
const SAME_LETTERS: readonly (readonly [string, string])[] = [
  ['\u0623\u0625\u0622\u0671\u0672\u0673', '\u0627'],
  ['\u0649\u0626\u06cc\u06d0\u06d2\u06d3\u06cd\u06ce', '\u064a'],
  ['\u0629\u06c0\u06c1\u06c2\u06c3\u06d5\u06be', '\u0647'],
  ['\u0624\u06c4\u06c6\u06c7\u06cb', '\u0648'],
  ['\u06a9\u06aa\u06ab\u06ac\u06ad\u06af', '\u0643'],
  ['\u067e', '\u0628'],
  ['\u0686', '\u062c'],
  ['\u0698', '\u0632'],
  ['\u06a4\u06a8', '\u0641'],
];
