/**
 * Finds near-duplicates among sketches: texts that share at least a given part of their wording, and the groups that they
 * form. It marks and never drops. Memory is bounded by 100 MB and half a kilobyte for each text that has a near-duplicate;
 * postings are sorted on disk. The order and number of the files change nothing.
 */
import { setImmediate as othersTurn } from 'node:timers/promises';
import { candidates } from './candidates.js';
import { Forest, type Link, type Member } from './forest.js';
import { Postings } from './postings.js';
import { type Compared, similarityOf, toCompare } from './similarity.js';
import type { SketchOf } from './sketch.js';
import { SketchFiles } from './sketch-files.js';

export interface Duplicates {
  /** How many texts were compared. */
  readonly texts: number;
  readonly links: readonly GroupLink[];
  readonly groups: readonly Group[];
}

/** One of the strongest links that hold a group together. */
export interface GroupLink extends Link {
  readonly representative: Member;
}

export interface Group {
  /** The member with the most word runs: the fullest text. */
  readonly representative: Member;
  /** All members, in the order of their ids, with what each shares with the representative. */
  readonly members: readonly { readonly member: Member; readonly similarity: number }[];
}

export interface DuplicateOptions {
  readonly of: SketchOf;
  /** From 0 to 1. */
  readonly similarity: number;
  /** An empty folder in which postings are sorted. */
  readonly scratch: string;
  /** Postings that are sorted in memory at once. */
  readonly inMemory?: number;
}

/**
 * Compares the sketches in files.
 * @throws InputError for a file that is none of sketches or damaged
 */
export async function findDuplicates(
  names: readonly string[],
  options: DuplicateOptions,
): Promise<Duplicates> {
  const files = new SketchFiles(names);
  try {
    const postings = new Postings(options.scratch, options.inMemory);
    const texts = await indexed(files, options.of, postings);
    const forest = new Forest();
    for (const pair of candidates(postings.sorted(), (place) => files.at(place))) {
      if (pair === undefined) await othersTurn();
      else link(forest, pair, options.similarity);
    }
    return grouped(texts, forest, files);
  } finally {
    files.close();
  }
}

/** Gives back how many texts there are. */
async function indexed(files: SketchFiles, of: SketchOf, postings: Postings): Promise<number> {
  let texts = 0;
  for (const placed of files.all()) {
    if (placed.sketch.of !== of) continue;
    postings.add(placed);
    if (++texts % 4096 === 0) await othersTurn();
  }
  return texts;
}

function link(forest: Forest, [one, other]: readonly [Compared, Compared], least: number): void {
  // Whoever repeats himself within one article is nobody's copy.
  if (one.sketch.article === other.sketch.article) return;
  const similarity = similarityOf(one, other);
  if (similarity >= least) forest.add(one, other, similarity);
}

function grouped(texts: number, forest: Forest, files: SketchFiles): Duplicates {
  const read = ({ place }: Member) => toCompare(place, files.at(place));
  const groups = forest.groups().map((group): Group => {
    const [representative] = [...group].sort((a, b) => b.runs - a.runs || byId(a, b));
    const fullest = read(representative);
    const members = [...group]
      .sort(byId)
      .map((member) => ({ member, similarity: similarityOf(fullest, read(member)) }));
    return { representative, members };
  });
  groups.sort((a, b) => byId(a.representative, b.representative));
  const representatives = new Map(
    groups.flatMap(({ representative, members }) => members.map(({ member }) => [member, representative])),
  );
  const links = forest.links().map((link) => ({ ...link, representative: representatives.get(link.a)! }));
  return { texts, links, groups };
}

function byId(a: Member, b: Member): number {
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}
