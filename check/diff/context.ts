/**
 * The sentence around a span, for a reader: takes a text and a span in code points, gives what stands before, the words, and what
 * stands behind, on one line and of bounded length.
 */

export interface Context {
  readonly before: string;
  readonly words: string;
  readonly after: string;
}

/** A text whose code points can be sliced. */
export type Slice = (start: number, end: number) => string;

const AROUND = 90;
const WORDS = 400;

/** Makes slices by code points. Only a text with characters outside the basic plane needs to be taken apart. */
export function slicerOf(text: string): Slice {
  if (!/[\ud800-\udfff]/u.test(text)) return (start, end) => text.slice(Math.max(0, start), end);
  const points = Array.from(text);
  return (start, end) => points.slice(Math.max(0, start), end).join('');
}

/** The span in its sentence; a long span is shortened in the middle. Where the sentence is cut, it is cut between words. */
export function contextOf(slice: Slice, start: number, end: number): Context {
  const before = slice(start - AROUND, start);
  const after = slice(end, end + AROUND);
  const sentence = Math.max(...[...before.matchAll(/\n|[.؟!…](?=\s)/gu)].map((mark) => mark.index + 1), 0);
  const isCut = sentence === 0 && start > AROUND;
  const stop = /\n|[.؟!…](?=\s|$)/u.exec(after);
  const rest = stop === null ? after : after.slice(0, stop.index + 1);
  return {
    before: isCut ? oneLine(before.replace(/^\S*\s/u, '… ')) : oneLine(before.slice(sentence)).trimStart(),
    words: shortened(oneLine(slice(start, end))),
    after:
      stop === null && after.length >= AROUND
        ? oneLine(rest.replace(/\s\S*$/u, ' …'))
        : oneLine(rest).trimEnd(),
  };
}

/** The beginning and the end of long words. */
export function shortened(words: string, most: number = WORDS): string {
  const points = Array.from(words);
  if (points.length <= most) return words;
  const half = Math.floor(most / 2);
  return `${points.slice(0, half).join('')} … ${points.slice(-half).join('')}`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ');
}
