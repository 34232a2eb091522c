/**
 * Measures work over texts: takes texts and what to do with each, gives how much of them was done in how long.
 * What prepares a text does not count.
 */
import type { Text, Throughput } from './measurement.js';

/** Work on one text. */
export interface Work<Input> {
  prepare(text: Text): Input;
  /** Gives a number that depends on the result, so that the compiler cannot leave the work out. */
  run(input: Input): number;
}

/**
 * A warm-up reads this much, since the compiler and what is remembered of words take long to settle; but it takes no
 * more than so many times the seconds that are measured.
 */
const WARM_UP = { bytes: 8_000_000, most: 8 };
/** Preparing may cost far more than a quick stage; measuring ends after this many times its seconds all the same. */
const MOST = 2;

/** Runs over the texts, again from the first after the last: to warm up, then to measure. */
export function throughput<Input>(texts: readonly Text[], seconds: number, work: Work<Input>): Throughput {
  const endless = repeat(texts);
  for (let bytes = 0, spent = 0; bytes < WARM_UP.bytes && spent < WARM_UP.most * seconds; ) {
    spent += secondsOf(() => {
      bytes += pass(endless, seconds / 2, 1, work).bytes;
    });
  }
  return pass(endless, seconds, MOST, work);
}

/** Seconds that some work takes. */
export function secondsOf(work: () => unknown): number {
  const from = performance.now();
  work();
  return (performance.now() - from) / 1000;
}

function pass<Input>(texts: Iterator<Text>, limit: number, most: number, work: Work<Input>): Throughput {
  const begin = performance.now();
  let seconds = 0;
  let bytes = 0;
  let words = 0;
  let sum = 0;
  while (seconds < limit && performance.now() - begin < most * limit * 1000) {
    const text: Text = texts.next().value;
    const input = work.prepare(text);
    seconds += secondsOf(() => {
      sum += work.run(input);
    });
    bytes += text.bytes;
    words += text.words;
  }
  if (Number.isNaN(sum)) throw new Error('the work of this case gives no number');
  return { kind: 'throughput', seconds, bytes, words };
}

function* repeat(texts: readonly Text[]): Generator<Text> {
  for (;;) yield* texts;
}
