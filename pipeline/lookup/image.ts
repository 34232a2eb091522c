/**
 * The lists of a pack as one image of integers: the trie, what ends at each of its nodes, and the skeletons of foreign
 * names. Built once from the rows, kept in a file, and opened without work: readings are made when a text first meets them.
 *
 *   header   nodes · slots · units of letters · entries · spellings
 *   edges    slots × (from, word hash, to, place of the word in letters)
 *   letters  every word: its length, then its units; two to an integer
 *   first    nodes + 1: where a node's entries start
 *   entries  list | detail << 8, row
 *   spelled  skeleton of the first word, row, number of the form (0 the name, then its aliases)
 */
import type { Knowledge } from '../knowledge.js';
import { type CueForm, type FormDetail, type GrammaticalNumber, LISTS, listPhrases } from './phrases.js';
import { listSpellings } from './spellings.js';
import { edgeFilter, type Trie, TrieBuilder } from './trie.js';

export interface LexiconImage {
  readonly trie: Trie;
  /** By node: its entries are `first[node]` to `first[node + 1]`. */
  readonly first: Int32Array;
  readonly entries: Int32Array;
  readonly spelled: Int32Array;
}

const HEADER = 5;

export function buildImage(knowledge: Knowledge): LexiconImage {
  const builder = new TrieBuilder();
  const noted: number[][] = [];
  listPhrases(knowledge, (phrase, list, row, detail) => {
    const node = builder.add(phrase);
    if (node === 0) return;
    noted[node] ??= [];
    noted[node].push(LISTS.indexOf(list) | (packDetail(detail) << 8), row);
  });
  const trie = builder.freeze();
  const first = new Int32Array(trie.nodes + 1);
  for (let node = 0; node < trie.nodes; node++)
    first[node + 1] = first[node] + (noted[node]?.length ?? 0) / 2;
  const entries = new Int32Array(first[trie.nodes] * 2);
  noted.forEach((list, node) => {
    entries.set(list, first[node] * 2);
  });
  return { trie, first, entries, spelled: Int32Array.from(listSpellings(knowledge.names)) };
}

/** The image as one row of integers. */
export function writeImage({ trie, first, entries, spelled }: LexiconImage): Int32Array {
  const letters = new Int32Array(Math.ceil(trie.letters.length / 2));
  trie.letters.forEach((unit, i) => {
    letters[i >> 1] |= unit << ((i & 1) * 16);
  });
  const header = [trie.nodes, trie.mask + 1, trie.letters.length, entries.length, spelled.length];
  const parts = [Int32Array.from(header), trie.edges, letters, first, entries, spelled];
  const image = new Int32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    image.set(part, at);
    at += part.length;
  }
  return image;
}

/** Opens an image; undefined when its lengths do not add up, so that it must be built anew. */
export function readImage(image: Int32Array): LexiconImage | undefined {
  const [nodes, slots, units, entryCount, spelledCount] = image;
  const lengths = [slots * 4, Math.ceil(units / 2), nodes + 1, entryCount, spelledCount];
  if (lengths.reduce((sum, length) => sum + length, HEADER) !== image.length) return undefined;
  let at = HEADER;
  const [edges, packed, first, entries, spelled] = lengths.map((length) => {
    at += length;
    return image.subarray(at - length, at);
  });
  const letters = new Uint16Array(units);
  for (let i = 0; i < units; i++) letters[i] = packed[i >> 1] >>> ((i & 1) * 16);
  const branching = new Uint8Array(nodes);
  for (let slot = 0; slot < edges.length; slot += 4) if (edges[slot] >= 0) branching[edges[slot]] = 1;
  const filter = edgeFilter(edges);
  return { trie: { nodes, edges, mask: slots - 1, letters, branching, filter }, first, entries, spelled };
}

const GENDERS = [undefined, 'm', 'f'] as const;
const NUMBERS: readonly GrammaticalNumber[] = ['s', 'd', 'p'];
const FORMS: readonly (CueForm | undefined)[] = [
  undefined,
  'perfect',
  'imperfect',
  'passive',
  'participle',
  'masdar',
];

function packDetail(detail: FormDetail = { number: 's' }): number {
  const { gender, number, form, object } = detail;
  return (
    GENDERS.indexOf(gender) |
    (NUMBERS.indexOf(number) << 2) |
    (FORMS.indexOf(form) << 4) |
    (object ? 1 << 7 : 0)
  );
}

/** The form of an entry, from its first integer. */
export function detailOf(entry: number): FormDetail {
  const packed = entry >> 8;
  return {
    gender: GENDERS[packed & 3],
    number: NUMBERS[(packed >> 2) & 3],
    form: FORMS[(packed >> 4) & 7],
    object: (packed & (1 << 7)) !== 0,
  };
}
