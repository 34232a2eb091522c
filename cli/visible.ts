/**
 * Words of an article or a file name made fit for a terminal: takes any text, gives one that cannot move the
 * cursor, change colours or turn the direction of what stands beside it. Letters stay as they are.
 */

const FIRST_STRONG_ISOLATE = '\u2068';
const POP_ISOLATE = '\u2069';
const CONTROLS = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/gu;
const DIRECTION_CONTROLS = /[\u202A-\u202E\u2066-\u2069]/gu;

/** Shows control characters as signs (`␛`), which a terminal would otherwise obey. */
export function visible(text: string): string {
  return text.replace(CONTROLS, (control) => {
    const code = control.charCodeAt(0);
    if (code === 0x7f) return '\u2421';
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : '\uFFFD';
  });
}

/**
 * Words on one line between isolates, so that right-to-left words leave the order of the rest of the line alone.
 * Direction controls inside are dropped: an unclosed one would reach over the end of the isolate.
 */
export function isolated(words: string): string {
  const line = words.replace(DIRECTION_CONTROLS, '').replace(/\s+/gu, ' ').trim();
  return `${FIRST_STRONG_ISOLATE}${visible(line)}${POP_ISOLATE}`;
}
