/**
 * Intervals of a score by bootstrap over articles: articles are drawn again and again with replacement, and the
 * middle 95 % of the scores of the draws is the interval. The generator has a fixed seed, so that the same input
 * gives the same interval.
 */

/** Lower and upper bound. */
export type Interval = readonly [number, number];

const DRAWS = 1000;
const SEED = 20_170_401;

/**
 * The 95 % interval of each score.
 * @param articles how many articles there are to draw from
 * @param scoresOf scores of a draw, given how often each article is in it; always of the same length
 */
export function bootstrap(
  articles: number,
  scoresOf: (times: readonly number[]) => readonly number[],
): readonly Interval[] {
  const random = generator(SEED);
  const draws = Array.from({ length: DRAWS }, () => scoresOf(draw(articles, random)));
  return draws[0].map((_, index) => middle(draws.map((scores) => scores[index])));
}

function draw(articles: number, random: () => number): readonly number[] {
  const times = new Array<number>(articles).fill(0);
  for (let index = 0; index < articles; index++) times[Math.floor(random() * articles)]++;
  return times;
}

function middle(scores: readonly number[]): Interval {
  const sorted = scores.toSorted((a, b) => a - b);
  const cut = Math.floor(sorted.length * 0.025);
  return [sorted[cut], sorted[sorted.length - 1 - cut]];
}

/** Mulberry32: small, fast and good enough to draw articles. */
export function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
