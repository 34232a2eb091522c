/** Pairing, of spans by what they cover and of lines by their article. */
import fc from 'fast-check';
import type { OutputLine } from '../../../check/diff/output-lines.js';
import { type LinePair, pairLines } from '../../../check/diff/pair-lines.js';
import { pairSpans } from '../../../check/diff/pair-spans.js';

const span = (start: number, end: number) => ({ start, end });

test('equal spans pair first, then the most alike', () => {
  const before = [span(0, 10), span(20, 30), span(40, 50)];
  const after = [span(0, 10), span(2, 8), span(22, 40), span(24, 29), span(60, 70)];
  const { pairs, ...left } = pairSpans(before, after, 0);
  expect(pairs.map(([one, other]) => [before.indexOf(one), after.indexOf(other)])).toEqual([
    [0, 0],
    [1, 3],
  ]);
  expect(left).toEqual({ before: [span(40, 50)], after: [span(2, 8), span(22, 40), span(60, 70)] });
});

test('spans that share less than is asked for are two things', () => {
  expect(pairSpans([span(0, 10)], [span(8, 30)], 1 / 3).pairs).toEqual([]);
  expect(pairSpans([span(0, 10)], [span(8, 30)], 0).pairs).toHaveLength(1);
});

const SPANS = fc
  .array(fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 12 })), { maxLength: 14 })
  .map((rows) =>
    rows.map(([start, length]) => span(start, start + length)).sort((a, b) => a.start - b.start),
  );

test('every span is in one pair at most, pairs overlap, and nothing that is equal is left over', () => {
  fc.assert(
    fc.property(SPANS, SPANS, (before, after) => {
      const { pairs, ...left } = pairSpans(before, after, 0);
      expect(new Set(pairs.flat()).size).toBe(pairs.length * 2);
      expect(pairs.length + left.before.length).toBe(before.length);
      expect(pairs.length + left.after.length).toBe(after.length);
      for (const [one, other] of pairs) expect(one.start < other.end && other.start < one.end).toBe(true);
      for (const one of left.before)
        expect(left.after.some((other) => one.start < other.end && other.start < one.end)).toBe(false);
    }),
  );
});

const line = (id: number): OutputLine => ({
  id: `urn:${id}`,
  bytes: Buffer.from(`{"n":${id}}`),
  place: `file:${id}`,
});

async function* stream(ids: readonly number[]): AsyncGenerator<OutputLine> {
  for (const id of ids) yield line(id);
}

async function pairsOf(
  before: readonly number[],
  after: readonly number[],
  most?: number,
): Promise<string[]> {
  const shown = ({ before: one, after: other }: LinePair) => {
    if (one !== undefined && other !== undefined) expect(one.bytes.equals(other.bytes)).toBe(true);
    return `${one?.id ?? ''}|${other?.id ?? ''}`;
  };
  const found: string[] = [];
  for await (const pair of pairLines(stream(before), stream(after), most)) found.push(shown(pair));
  return found;
}

test('lines in one order pair at once, and what stands on one side is told', async () => {
  expect(await pairsOf([1, 2, 3], [1, 2, 3])).toEqual(['urn:1|urn:1', 'urn:2|urn:2', 'urn:3|urn:3']);
  expect((await pairsOf([9, 1, 2], [1, 2, 8])).sort()).toEqual([
    'urn:1|urn:1',
    'urn:2|urn:2',
    'urn:9|',
    '|urn:8',
  ]);
});

test('in whatever order lines are, and however few may be held, each finds its partner', async () => {
  const ids = fc.uniqueArray(fc.nat(40), { maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(ids, ids, fc.constantFrom(0, 40, 1 << 20), async (before, after, most) => {
      const expected = [
        ...before.map((id) => `urn:${id}|${after.includes(id) ? `urn:${id}` : ''}`),
        ...after.filter((id) => !before.includes(id)).map((id) => `|urn:${id}`),
      ];
      expect((await pairsOf(before, after, most)).sort()).toEqual(expected.sort());
    }),
    { numRuns: 40 },
  );
});
