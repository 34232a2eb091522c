/**
 * What a person most likely meant who annotated words that the text does not have: takes text and words, gives
 * words of the text, or nothing. Only advice: nothing is ever marked by it.
 */
import { nearest } from '../../packs/nearest.js';
import { foldName } from '../fold.js';

/** The advice for words that are not in the text. */
export function adviceFor(text: string, words: string): string {
  const near = nearestWords(text, words);
  return near === undefined ? 'copy them from the text' : `the text has "${near}"`;
}

/** The stretch of as many words that shares most of them, or for want of one the word most like the first. */
export function nearestWords(text: string, words: string): string | undefined {
  const said = words.split(/\s+/u).filter((word) => word !== '');
  const written = [...text.matchAll(/\S+/gu)];
  const folded = written.map(([word]) => bare(word));
  const wanted = said.map(bare);
  let best = -1;
  let most = 0;
  for (let first = 0; first < written.length; first++) {
    const same = wanted.filter((word, index) => folded[first + index] === word).length;
    // Of two equally good stretches people mean the one that begins as they wrote.
    const shared = folded[first] === wanted[0] ? same + 0.5 : same;
    if (shared > most) [best, most] = [first, shared];
  }
  if (most * 2 >= wanted.length && best >= 0) return stretch(text, written, best, said.length);
  const like = nearest(wanted[0] ?? '', [...new Set(folded)]);
  const at = like === undefined ? -1 : folded.indexOf(like);
  return at < 0 ? undefined : stretch(text, written, at, said.length);
}

/** A long stretch is shown by its beginning and its end. */
const SHOWN = 12;

function stretch(text: string, written: readonly RegExpExecArray[], first: number, count: number): string {
  const last = written[Math.min(first + count, written.length) - 1];
  const all = withoutMarks(text.slice(written[first].index, last.index + last[0].length)).split(/\s+/u);
  if (all.length <= SHOWN) return all.join(' ');
  return `${all.slice(0, SHOWN / 2).join(' ')} … ${all.slice(-SHOWN / 2).join(' ')}`;
}

/** A word without the marks beside it, folded. */
function bare(word: string): string {
  return foldName(withoutMarks(word));
}

function withoutMarks(words: string): string {
  return words.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
}
