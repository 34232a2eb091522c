/**
 * Who is to blame for each difference in an article. When it is known what differs between two packs, only that can be a
 * cause: what the evidence of either side rests on, else list rows whose words stand there, else the cause of the nearest
 * difference. When nobody knows (finished outputs), the rules of the evidence are named, and whatever only follows from another
 * difference (a shorter form of a lost name, a speaker who is no longer found) is put down to that one.
 */
import type { RawDifference } from './compare.js';
import type { FoundThing } from './findings.js';

/** What differs between two packs, by name (`person/kunya`, `people:…`), and where its words stand in the article. */
export interface Suspects {
  readonly names: ReadonlySet<string>;
  /** Suspected list rows whose words stand in the article, with code points. */
  readonly met: readonly { readonly name: string; readonly start: number; readonly end: number }[];
}

export interface Blame {
  readonly causes: readonly string[];
  readonly by: string;
}

/** Gives the causes of each difference of one article, in the order of the differences. */
export function blame(differences: readonly RawDifference[], suspects: Suspects | undefined): Blame[] {
  const direct = differences.map((one) =>
    suspects === undefined ? firmRules(one) : suspected(one, suspects),
  );
  spread(differences, direct, entityKeys);
  spread(differences, direct, placeKeys);
  spread(differences, direct, entityKeys);
  const rest = suspects === undefined ? undefined : anywhere(direct, suspects);
  return differences.map((one, index) => {
    const causes = direct[index] ?? rest ?? bothRules(one);
    const arrow = suspects === undefined && direct[index] === undefined ? arrowOf(one) : undefined;
    return { causes, by: arrow ?? (causes.length === 0 ? 'unknown' : causes.join(', ')) };
  });
}

/** Sides of a difference, the earlier first. */
function sidesOf({ before, after }: RawDifference): readonly FoundThing[] {
  return [before, after].filter((side) => side !== undefined);
}

function suspected(one: RawDifference, { names, met }: Suspects): readonly string[] | undefined {
  const sides = sidesOf(one);
  const roots = distinct(sides.flatMap((side) => side.roots)).filter((root) => names.has(root));
  if (roots.length > 0) return roots;
  const here = met.filter(({ start, end }) => sides.some((side) => start < side.end && end > side.start));
  return here.length === 0 ? undefined : distinct(here.map(({ name }) => name));
}

/** What is to blame when nothing nearer is: whatever changed something else here, then whatever stands here, then all. */
function anywhere(direct: readonly (readonly string[] | undefined)[], suspects: Suspects): readonly string[] {
  const causes = distinct(direct.flatMap((found) => found ?? []));
  if (causes.length > 0) return causes;
  const met = distinct(suspects.met.map(({ name }) => name));
  if (met.length > 0) return met;
  return suspects.names.size === 1 ? [...suspects.names] : [];
}

/** Mentions that only repeat another one, and sieves that only find who stands there. */
const FOLLOWS = /^(?:mention|speaker)\//u;

/** Without knowledge of the packs: rules that find something by themselves, `undefined` where all only follows. */
function firmRules(one: RawDifference): readonly string[] | undefined {
  const sides = sidesOf(one);
  if (sides[0].subject === 'entity' || one.change === 're-attributed') return undefined;
  const lists = sides.map(({ rules }) => rules);
  const differing = sides.length === 2 ? symmetricDifference(lists[0], lists[1]) : lists[0];
  const firm = differing.filter((rule) => !FOLLOWS.test(rule));
  return firm.length === 0 || sides.length === 2 ? undefined : distinct(firm);
}

function bothRules(one: RawDifference): readonly string[] {
  return distinct(sidesOf(one).flatMap(({ rules }) => rules));
}

/** `person/a → person/b`: what found it before, and what finds it now, without what is the same on both sides. */
function arrowOf({ before, after }: RawDifference): string | undefined {
  if (before === undefined || after === undefined) return undefined;
  const only = (rules: readonly string[], others: readonly string[]) =>
    rules.filter((rule) => !others.includes(rule)).join(', ');
  const [lost, gained] = [only(before.rules, after.rules), only(after.rules, before.rules)];
  return lost === '' && gained === '' ? undefined : `${lost || '…'} → ${gained || '…'}`;
}

type KeysOf = (one: RawDifference) => readonly unknown[];

function entityKeys(one: RawDifference): readonly unknown[] {
  return sidesOf(one).flatMap((side) => {
    if (side.subject === 'entity') return [side];
    return side.subject === 'mention' ? [side.entity] : side.speakers;
  });
}

/** Code points of a cell: what stands in one cell is near. */
const CELL = 48;
const MOST_CELLS = 64;

function placeKeys(one: RawDifference): readonly unknown[] {
  return sidesOf(one).flatMap(({ start, end }) => {
    const first = Math.floor(start / CELL);
    const last = Math.min(Math.floor((end - 1) / CELL), first + MOST_CELLS);
    return Array.from({ length: last - first + 1 }, (_, cell) => first + cell);
  });
}

/** Gives the causes of a difference to all that share a key with it and have none, nearest first. */
function spread(
  differences: readonly RawDifference[],
  causes: (readonly string[] | undefined)[],
  keysOf: KeysOf,
): void {
  const waiting = new Map<unknown, number[]>();
  const add = (key: unknown, index: number) => waiting.set(key, [...(waiting.get(key) ?? []), index]);
  differences.forEach((one, index) => {
    if (causes[index] === undefined) for (const key of keysOf(one)) add(key, index);
  });
  let reached = differences.flatMap((_, index) => (causes[index] === undefined ? [] : [index]));
  while (reached.length > 0 && waiting.size > 0) {
    const next: number[] = [];
    for (const from of reached)
      for (const key of keysOf(differences[from])) {
        for (const index of waiting.get(key) ?? []) {
          if (causes[index] !== undefined) continue;
          causes[index] = causes[from];
          next.push(index);
        }
        waiting.delete(key);
      }
    reached = next;
  }
}

function symmetricDifference(one: readonly string[], other: readonly string[]): readonly string[] {
  return [...one.filter((rule) => !other.includes(rule)), ...other.filter((rule) => !one.includes(rule))];
}

function distinct(values: readonly string[]): readonly string[] {
  return [...new Set(values)];
}
