/**
 * Punctuation as rules see it: every mark of a class is one word, its sign. `،` in a match means any comma, `«` whatever
 * opens a quotation. Takes a code unit; gives the sign of its class.
 */

/** The sign of each class, and the marks that it stands for besides itself. */
const CLASSES: readonly (readonly [sign: string, marks: string])[] = [
  ['،', ','],
  ['؛', ';'],
  ['؟', '?'],
  [':', ''],
  ['.', '۔'],
  ['-', '–—―'],
];

/** A quotation mark, by what it does in its text and not by its form. */
export const OPENING = '«';
export const CLOSING = '»';
/** `..`, `...` and `…` */
export const DOTS_SIGN = '…';

/** By UTF-16 unit; marks of other classes have no sign. */
export const SIGNS: ReadonlyMap<number, string> = new Map(
  CLASSES.flatMap(([sign, marks]) => [...sign, ...marks].map((mark) => [mark.charCodeAt(0), sign] as const)),
);

/** All signs that a match may name. */
export const KNOWN_SIGNS: readonly string[] = [...CLASSES.map(([sign]) => sign), OPENING, CLOSING, DOTS_SIGN];

/** The sign for a mark as a rule's author may have typed it; undefined when no class holds it. */
export function signOf(written: string): string | undefined {
  if (KNOWN_SIGNS.includes(written)) return written;
  return written.length === 1 ? SIGNS.get(written.charCodeAt(0)) : undefined;
}
