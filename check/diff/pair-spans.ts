/**
 * Pairs spans of two sides one to one: equal spans first, then those that overlap, the most alike first. Takes spans in text
 * order, gives the pairs and what is left on each side. Its work is that of sorting as long as few spans overlap.
 */

interface Span {
  readonly start: number;
  readonly end: number;
}

export interface SpanPairs<Item> {
  readonly pairs: readonly (readonly [Item, Item])[];
  readonly before: readonly Item[];
  readonly after: readonly Item[];
}

/** @param least the share of their common length that two spans must have in common to be the same thing, moved */
export function pairSpans<Item extends Span>(
  before: readonly Item[],
  after: readonly Item[],
  least: number,
): SpanPairs<Item> {
  const partners = new Map<Item, Item>();
  const taken = new Set<Item>();
  const pair = (one: Item, other: Item) => {
    if (partners.has(one) || taken.has(other)) return;
    partners.set(one, other);
    taken.add(other);
  };
  pairEqual(before, after, pair);
  const isFree = (item: Item) => !partners.has(item) && !taken.has(item);
  const candidates = overlaps(before.filter(isFree), after.filter(isFree), least);
  candidates.sort((a, b) => b.likeness - a.likeness || a.one.start - b.one.start);
  for (const { one, other } of candidates) pair(one, other);
  return {
    pairs: before.flatMap((one) => (partners.has(one) ? [[one, partners.get(one)!] as const] : [])),
    before: before.filter(isFree),
    after: after.filter(isFree),
  };
}

function pairEqual<Item extends Span>(
  before: readonly Item[],
  after: readonly Item[],
  pair: (one: Item, other: Item) => void,
): void {
  const key = ({ start, end }: Span) => `${start} ${end}`;
  const waiting = new Map<string, Item[]>();
  for (const one of before) waiting.set(key(one), [...(waiting.get(key(one)) ?? []), one]);
  for (const other of after) {
    const one = waiting.get(key(other))?.shift();
    if (one !== undefined) pair(one, other);
  }
}

interface Overlap<Item> {
  readonly one: Item;
  readonly other: Item;
  readonly likeness: number;
}

function overlaps<Item extends Span>(
  before: readonly Item[],
  after: readonly Item[],
  least: number,
): Overlap<Item>[] {
  const found: Overlap<Item>[] = [];
  const sorted = after.toSorted((a, b) => a.start - b.start);
  const longest = sorted.reduce((most, { start, end }) => Math.max(most, end - start), 0);
  for (const one of before) {
    for (let at = firstFrom(sorted, one.start - longest); at < sorted.length; at++) {
      const other = sorted[at];
      if (other.start >= one.end) break;
      const likeness = shareOf(one, other);
      if (likeness > 0 && likeness >= least) found.push({ one, other, likeness });
    }
  }
  return found;
}

/** What both cover, as a share of what either covers. */
function shareOf(a: Span, b: Span): number {
  const common = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return common <= 0 ? 0 : common / (Math.max(a.end, b.end) - Math.min(a.start, b.start));
}

function firstFrom(sorted: readonly Span[], start: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle].start < start) low = middle + 1;
    else high = middle;
  }
  return low;
}
