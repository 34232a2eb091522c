/**
 * Quoted words between annotation and text: `placeStretch` finds where they stand and says why not, `stretchOf`
 * chooses words by which a span is found again. Offsets are UTF-16 units.
 */
import type { Stretch } from './annotation.js';
import type { Defects } from './defects.js';
import { cutsWords, startsOf } from './forms.js';
import { adviceFor } from './nearest-words.js';
import type { Span } from './rows.js';

/** The span of a stretch. Words that stand in the text more than once must say which occurrence is meant. */
export function placeStretch(text: string, stretch: Stretch, defects: Defects): Span | undefined {
  const start = beginningOf(text, stretch, defects);
  if (start === undefined) return undefined;
  const behind = start + stretch.words.length;
  if (stretch.to === undefined) return { start, end: behind };
  const last = text.indexOf(stretch.to, behind);
  if (last >= 0) return { start, end: last + stretch.to.length };
  const reason = `"${stretch.to}" is not in the text behind "${stretch.words}"`;
  defects.report(stretch.place, reason, adviceFor(text.slice(behind), stretch.to));
  return undefined;
}

function beginningOf(
  text: string,
  { words, occurrence, place }: Stretch,
  defects: Defects,
): number | undefined {
  const starts = startsOf(text, words);
  if (starts.length === 0) {
    defects.report(place, `"${words}" is not in the text`, adviceFor(text, words));
  } else if (occurrence === undefined && starts.length > 1) {
    const advice = `add "occurrence" with a number from 1 to ${starts.length}`;
    defects.report(place, `"${words}" stands in the text ${starts.length} times`, advice);
  } else if (occurrence !== undefined && occurrence > starts.length) {
    const reason = `occurrence ${occurrence} of "${words}" is not in the text`;
    defects.report(place, reason, `it stands there ${timesOf(starts.length)}`);
  } else return starts[(occurrence ?? 1) - 1];
  return undefined;
}

export function timesOf(count: number): string {
  return count === 1 ? 'once' : `${count} times`;
}

/** Letters that are written in full; longer stretches are told by their beginning and end. */
const WHOLE = 90;
const FEWEST_WORDS = 4;
const MOST_WORDS = 16;

/** The shortest readable way to say where a span is; `placeStretch` gives the same span for it. */
export function stretchOf(text: string, span: Span): Stretch {
  const words = text.slice(span.start, span.end);
  const whole = { words, ...occurrenceOf(text, words, span) };
  if (words.length <= WHOLE && !words.includes('\n')) return whole;
  const bounds = [...words.matchAll(/\S+/gu)].map(({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
  }));
  if (bounds.length < 2 * FEWEST_WORDS || bounds[0].start > 0) return whole;
  const opening = openingOf(text, span, bounds);
  const to = closingOf(text, span, span.start + opening.length, bounds);
  if (to === undefined) return whole;
  return { words: opening, to, ...occurrenceOf(text, opening, span) };
}

/** The first words, more of them where fewer stand elsewhere too. */
function openingOf(text: string, span: Span, bounds: readonly Span[]): string {
  const most = Math.min(MOST_WORDS, bounds.length - FEWEST_WORDS);
  const openings = Array.from({ length: most - FEWEST_WORDS + 1 }, (_, more) =>
    text.slice(span.start, span.start + bounds[FEWEST_WORDS - 1 + more].end),
  );
  return openings.find((words) => startsOf(text, words).length === 1) ?? openings[0];
}

/** The last words, more of them where fewer stand between as well. */
function closingOf(text: string, span: Span, behind: number, bounds: readonly Span[]): string | undefined {
  for (let count = FEWEST_WORDS; count <= Math.min(MOST_WORDS, bounds.length - FEWEST_WORDS); count++) {
    const start = span.start + bounds[bounds.length - count].start;
    if (start < behind) return undefined;
    const words = text.slice(start, span.end);
    if (text.indexOf(words, behind) === start) return words;
  }
  return undefined;
}

/** Said where there are several, or where nobody would expect the place: inside a word. */
function occurrenceOf(text: string, words: string, span: Span): { occurrence?: number } {
  const starts = startsOf(text, words);
  return starts.length === 1 && !cutsWords(text, span) ? {} : { occurrence: starts.indexOf(span.start) + 1 };
}
