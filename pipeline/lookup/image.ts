/**
 * The image of a pack: everything that a text is looked up in, as one row of 32-bit integers. It is built once
 * (`build-image.ts`), kept in a file, and opened without work: views are laid on it, rows are read when a text first
 * meets them, and may stay in the file till then. Threads may share it, since nobody writes to it.
 *
 *   header    magic · CRC-32 of all that follows · length of each section in integers
 *   digest    the pack's digest: 8
 *   edges     slots of the trie × (from, word hash, to, place of the word in letters); from is -1 in a free slot
 *   letters   every word: its length, then its units; two to an integer
 *   branching a bit for each node: a longer phrase goes on from it
 *   filter    a bit for each hash of an edge: most words lead nowhere, and are known by it
 *   first     nodes + 1: where a node's entries start
 *   entries   list | detail << 8, row
 *   spelled   foreign names: skeletons of the first two words, row, number of the form; sorted by the skeletons
 *   offsets   for each list of `ROWS`: number of its rows, then where each row starts, and where the last ends
 *   rows      every row as JSON in UTF-8, one behind the other; four bytes to an integer
 *
 * Integers are in the order of this machine; an image of another one is refused by its magic number.
 */
import type { Knowledge } from '../knowledge.js';
import type { Trie } from './trie.js';

/** The lists whose rows the image holds; of common words only the trie is needed. */
export const ROWS = [
  'names',
  'givenNames',
  'familyNames',
  'nisbas',
  'titles',
  'heads',
  'cues',
  'complementizers',
  'attributions',
  'functionWords',
  'rules',
] as const;

export type RowList = (typeof ROWS)[number];

export interface PackImage {
  /** Digest of the pack's rows and rules, in hex. */
  readonly digest: string;
  readonly trie: Trie;
  /** By node: its entries are `first[node]` to `first[node + 1]`. */
  readonly first: Int32Array;
  readonly entries: Int32Array;
  readonly spelled: Int32Array;
  /** A row of a list; one object for each row. */
  row<List extends RowList>(list: List, number: number): Knowledge[List][number];
  /** All rows of a list. */
  rows<List extends RowList>(list: List): Knowledge[List];
}

export const MAGIC = 0x154ad003;
export const DIGEST = 8;
export const SECTIONS = [
  'digest',
  'edges',
  'letters',
  'branching',
  'filter',
  'first',
  'entries',
  'spelled',
  'offsets',
  'rows',
] as const;
export type Section = (typeof SECTIONS)[number];
/** Where the sections begin. */
export const HEADER = 2 + SECTIONS.length;

/** Gives the bytes of the section `rows` from one offset to another. */
export type ReadRows = (from: number, to: number) => Uint8Array;

/** How many integers an image has by its header, and where its rows, the last section, begin; undefined when it is none. */
export function measureImage(image: Int32Array): { readonly all: number; readonly rows: number } | undefined {
  if (image.length < HEADER || image[0] !== MAGIC) return undefined;
  const lengths = Array.from(image.subarray(2, HEADER));
  if (lengths.some((length) => length < 0)) return undefined;
  const all = lengths.reduce((sum, length) => sum + length, HEADER);
  return { all, rows: all - lengths[SECTIONS.indexOf('rows')] };
}

/**
 * Lays views on an image; undefined when it is none, or its lengths do not add up, so that it must be built anew.
 * @param readRows reads the rows of an image that is given without them
 */
export function openImage(image: Int32Array, readRows?: ReadRows): PackImage | undefined {
  const size = measureImage(image);
  if (size === undefined || image.length !== (readRows === undefined ? size.all : size.rows))
    return undefined;
  const parts = {} as Record<Section, Int32Array>;
  let at = HEADER;
  SECTIONS.forEach((section, i) => {
    parts[section] = image.subarray(at, at + image[2 + i]);
    at += image[2 + i];
  });
  const { first, entries, spelled } = parts;
  const trie: Trie = {
    nodes: first.length - 1,
    edges: parts.edges,
    mask: parts.edges.length / 4 - 1,
    letters: new Uint16Array(image.buffer, parts.letters.byteOffset, parts.letters.length * 2),
    branching: parts.branching,
    filter: parts.filter,
    filterMask: parts.filter.length * 32 - 1,
  };
  return {
    digest: hexOf(new Uint8Array(parts.digest.buffer, parts.digest.byteOffset, DIGEST * 4)),
    trie,
    first,
    entries,
    spelled,
    ...openRows(parts.offsets, readRows ?? readerOf(parts.rows)),
  };
}

/** Reads rows as they are asked for. */
function openRows(offsets: Int32Array, readRows: ReadRows): Pick<PackImage, 'row' | 'rows'> {
  const decoder = new TextDecoder();
  const starts = {} as Record<RowList, Int32Array>;
  let at = 0;
  for (const list of ROWS) {
    starts[list] = offsets.subarray(at + 1, at + 2 + offsets[at]);
    at += 2 + offsets[at];
  }
  const made = new Map<RowList, Map<number, unknown>>(ROWS.map((list) => [list, new Map()]));
  const row = <List extends RowList>(list: List, number: number): Knowledge[List][number] => {
    const known = made.get(list) as Map<number, Knowledge[List][number]>;
    let found = known.get(number);
    if (found === undefined) {
      const json = decoder.decode(readRows(starts[list][number], starts[list][number + 1]));
      found = JSON.parse(json) as Knowledge[List][number];
      known.set(number, found);
    }
    return found;
  };
  const rows = <List extends RowList>(list: List): Knowledge[List] =>
    Array.from({ length: starts[list].length - 1 }, (_, number) => row(list, number)) as Knowledge[List];
  return { row, rows };
}

function readerOf(packed: Int32Array): ReadRows {
  const bytes = new Uint8Array(packed.buffer, packed.byteOffset, packed.length * 4);
  return (from, to) => bytes.subarray(from, to);
}

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
