/** That near-copies are found and near misses not, in whatever order they come, with bounded work. */
import fc from 'fast-check';
import { shinglesOf } from '../../../corpus/duplicates/shingles.js';
import { runs } from '../../properties/texts.js';
import {
  anyWords,
  articleNumber,
  articleSketch,
  COPIES,
  foundIn,
  NEAR_MISS,
  numbers,
  plain,
  WIRE,
} from './texts.js';

test('wire copy under another headline and byline, cut or respelled, is one group; the same event in other words is not in it', async () => {
  const texts = [NEAR_MISS, WIRE, ...COPIES];
  const {
    texts: compared,
    groups,
    links,
  } = await foundIn([texts.map((text, number) => articleSketch(number, text))]);
  expect(compared).toBe(5);
  expect(groups).toHaveLength(1);
  const [{ members, representative }] = groups;
  expect(members.map(({ member }) => member.id).sort()).toEqual([1, 2, 3, 4].map(articleNumber).sort());
  // The fullest has the byline of the agency, or what a paper put behind it.
  expect([articleNumber(1), articleNumber(3)]).toContain(representative.id);
  expect(links).toHaveLength(3);
  for (const { similarity } of links) expect(similarity).toBeGreaterThanOrEqual(0.8);
  for (const { similarity } of members) expect(similarity).toBeGreaterThan(0.7);
});

test('the same words in other places of the text are no copy, and a text is none of itself', async () => {
  const shuffled = WIRE.split(' ').reverse().join(' ');
  const { groups } = await foundIn([[articleSketch(0, WIRE), articleSketch(1, shuffled)]]);
  expect(groups).toEqual([]);
});

test('nothing among nothing, and one text alone', async () => {
  expect(await foundIn([])).toEqual({ texts: 0, links: [], groups: [] });
  expect(await foundIn([[], [articleSketch(0, WIRE)]])).toEqual({ texts: 1, links: [], groups: [] });
});

test('a text of two words has its copy too', async () => {
  const { groups } = await foundIn([[articleSketch(0, 'لا تعليق'), articleSketch(1, 'لا تعليق!')]]);
  expect(groups[0].members.map(({ similarity }) => similarity)).toEqual([1, 1]);
});

/** Many searches, on a machine that may have other things to do. */
const PATIENCE = 300_000;

/** Texts among which many share a good deal, and some nothing. */
const families = fc.integer({ min: 1, max: 1e9 }).map((seed) => {
  const random = numbers(seed);
  const texts: string[] = [];
  for (let family = 0; family < 6; family++) {
    const origin = anyWords(random, 20 + random(400));
    for (let copy = random(5); copy >= 0; copy--) {
      const words = [...origin];
      for (let change = random(1 + words.length / 6); change > 0; change--)
        words[random(words.length)] = `غير${change}`;
      texts.push(words.slice(0, words.length - random(words.length / 4)).join(' '));
    }
  }
  return { seed, texts };
});

test(
  'files, their order and the order in them change nothing, nor does sorting on disk in small pieces',
  async () => {
    await fc.assert(
      fc.asyncProperty(families, async ({ seed, texts }) => {
        const sketches = texts.map((text, number) => articleSketch(number, text));
        const expected = plain(await foundIn([sketches]));
        const random = numbers(seed);
        const shuffled = sketches
          .map((sketch) => ({ sketch, key: random(1e9) }))
          .sort((a, b) => a.key - b.key);
        const parts = [0, 1, 2].map((part) =>
          shuffled.filter(({ key }) => key % 3 === part).map(({ sketch }) => sketch),
        );
        expect(plain(await foundIn(parts))).toEqual(expected);
        expect(plain(await foundIn(parts, { inMemory: 7 }))).toEqual(expected);
      }),
      runs(15),
    );
  },
  PATIENCE,
);

test(
  'a higher limit finds no link and joins no texts that a lower one does not',
  async () => {
    await fc.assert(
      fc.asyncProperty(families, async ({ texts }) => {
        const sketches = texts.map((text, number) => articleSketch(number, text));
        let lower = plain(await foundIn([sketches], { similarity: 0.4 }));
        for (const similarity of [0.5, 0.6, 0.7, 0.8, 0.9, 1]) {
          const higher = plain(await foundIn([sketches], { similarity }));
          expect(lower.links).toEqual(expect.arrayContaining(higher.links));
          for (const group of higher.groups)
            expect(lower.groups.some((larger) => group.every((id) => larger.includes(id)))).toBe(true);
          lower = higher;
        }
      }),
      runs(8),
    );
  },
  PATIENCE,
);

test(
  'what is found is what a comparison of every text with every other finds',
  async () => {
    await fc.assert(
      fc.asyncProperty(families, async ({ texts }) => {
        // Short texts are compared exactly.
        const short = texts.map((text) => text.split(' ').slice(0, 250).join(' '));
        const found = plain(await foundIn([short.map((text, number) => articleSketch(number, text))]));
        const together = (a: number, b: number) =>
          found.groups.some((group) => group.includes(articleNumber(a)) && group.includes(articleNumber(b)));
        for (let a = 0; a < short.length; a++)
          for (let b = 0; b < a; b++)
            if (dice(short[a], short[b]) >= 0.8) expect([a, b, together(a, b)]).toEqual([a, b, true]);
        for (const link of found.links) {
          const [a, b, similarity] = link.split(' ');
          const [one, other] = [a, b].map(
            (id) => short[short.findIndex((_, number) => articleNumber(number) === id)],
          );
          expect(Math.abs(dice(one, other) - Number(similarity))).toBeLessThan(0.001);
        }
      }),
      runs(8),
    );
  },
  PATIENCE,
);

function dice(one: string, other: string): number {
  const [a, b] = [one, other].map((text) => new Set(shinglesOf(text, 3).hashes));
  const shared = [...a].filter((hash) => b.has(hash)).length;
  return (2 * shared) / (a.size + b.size);
}

/** How long it takes, in milliseconds of this process. */
async function timed(sketches: Parameters<typeof foundIn>[0][number]) {
  const before = process.cpuUsage();
  const found = await foundIn([sketches]);
  const { user, system } = process.cpuUsage(before);
  return { found, time: (user + system) / 1000 };
}

test(
  '100,000 identical articles are one group with as many links less one, in time that grows like their number',
  async () => {
    const text = anyWords(numbers(1), 9).join(' ');
    const sketch = articleSketch(0, text);
    const many = Array.from({ length: 100_000 }, (_, number) => {
      const id = articleNumber(number);
      return { ...sketch, article: id, id };
    });
    const few = await timed(many.slice(0, 20_000));
    const { found, time } = await timed(many);
    expect(found.groups.map(({ members }) => members.length)).toEqual([100_000]);
    expect(found.links).toHaveLength(99_999);
    expect(time).toBeLessThan(few.time * 20);
  },
  PATIENCE,
);

test(
  '3,000 articles that each differ from all others by a word are one group',
  async () => {
    const words = anyWords(numbers(2), 60);
    const variants = Array.from({ length: 3_000 }, (_, number) => {
      const changed = [...words];
      changed[number % 60] = `كلمة${number}`;
      return articleSketch(number, changed.join(' '));
    });
    const { found } = await timed(variants);
    expect(found.groups.map(({ members }) => members.length)).toEqual([3_000]);
  },
  PATIENCE,
);
