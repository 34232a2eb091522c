/**
 * A trie over hashes of folded words, in one open-addressing edge table of typed arrays.
 * Built once from phrases; answers which node a word leads to from a node. Every step is verified against the
 * folded word itself, so a hash collision can never give a false hit.
 */
import { fold } from '../normalize.js';
import { hashWord, type Tokens } from '../tokenize.js';

/** Node 0 is the root; a step to nowhere is -1. */
export const NOWHERE = -1;

export interface Trie {
  /** Number of nodes, the root included. */
  readonly nodes: number;
  /** Rows of four: from node, word hash, to node, place of the word in `letters`. */
  readonly edges: Int32Array;
  readonly mask: number;
  /** All distinct words: length, then its units. */
  readonly letters: Uint16Array;
  /** A bit for each node, set when a longer phrase goes on from it. */
  readonly branching: Int32Array;
  /** A bit for each edge, by its hash: where it is not set there is no edge, and most words lead nowhere. */
  readonly filter: Int32Array;
  readonly filterMask: number;
}

/** Whether a longer phrase goes on from a node. */
export function isBranching({ branching }: Trie, node: number): boolean {
  return (branching[node >> 5] & (1 << (node & 31))) !== 0;
}

/** Bits of the filter for each node: with eight, one word in eight that leads nowhere gets past it. */
const FILTER_BITS = 8;

/** Stands in the filter for every node but the root. */
const ANYWHERE = 0x7fffffff;

/** Whether a word of this hash may stand behind the first word of some phrase; false is certain. */
export function mayContinue({ filter, filterMask }: Trie, hash: number): boolean {
  const bit = slotOf(ANYWHERE, hash) & filterMask;
  return (filter[bit >> 5] & (1 << (bit & 31))) !== 0;
}

function setBit(bits: Int32Array, bit: number): void {
  bits[bit >> 5] |= 1 << (bit & 31);
}

/** Collects phrases and freezes them into a trie. */
export class TrieBuilder {
  private nodes = 1;
  private readonly words = new Map<string, number>();
  /** `node * WORDS + word` → node */
  private readonly edges = new Map<number, number>();

  /** The node of a phrase (folded here), made when new; 0 when nothing is left of it after folding. */
  add(phrase: string): number {
    let node = 0;
    for (const word of fold(phrase).split(' ')) {
      if (word === '') continue;
      const edge = node * WORDS + this.wordNumber(word);
      let to = this.edges.get(edge);
      if (to === undefined) {
        to = this.nodes++;
        this.edges.set(edge, to);
      }
      node = to;
    }
    return node;
  }

  freeze(): Trie {
    const { places, hashes, letters } = this.spellOut();
    const size = powerOfTwo(this.nodes * 2);
    const edges = new Int32Array(size * 4).fill(NOWHERE);
    const mask = size - 1;
    const branching = new Int32Array((this.nodes >> 5) + 1);
    const filterMask = powerOfTwo(this.nodes * FILTER_BITS) - 1;
    const filter = new Int32Array((filterMask + 1) >> 5);
    for (const [edge, to] of this.edges) {
      const from = Math.floor(edge / WORDS);
      const word = edge % WORDS;
      setBit(branching, from);
      const mixed = slotOf(from, hashes[word]);
      setBit(filter, mixed & filterMask);
      if (from !== 0) setBit(filter, slotOf(ANYWHERE, hashes[word]) & filterMask);
      let slot = mixed & mask;
      while (edges[slot * 4] !== NOWHERE) slot = (slot + 1) & mask;
      edges[slot * 4] = from;
      edges[slot * 4 + 1] = hashes[word];
      edges[slot * 4 + 2] = to;
      edges[slot * 4 + 3] = places[word];
    }
    return { nodes: this.nodes, edges, mask, letters, branching, filter, filterMask };
  }

  private wordNumber(word: string): number {
    let number = this.words.get(word);
    if (number === undefined) {
      number = this.words.size;
      this.words.set(word, number);
    }
    return number;
  }

  /** All words one behind the other, each with its length before it. */
  private spellOut(): { places: Int32Array; hashes: Int32Array; letters: Uint16Array } {
    const places = new Int32Array(this.words.size);
    const hashes = new Int32Array(this.words.size);
    let total = 0;
    for (const word of this.words.keys()) total += word.length + 1;
    const letters = new Uint16Array(total);
    let at = 0;
    for (const [word, number] of this.words) {
      places[number] = at;
      hashes[number] = hashWord(word);
      letters[at++] = word.length;
      for (let i = 0; i < word.length; i++) letters[at++] = word.charCodeAt(i);
    }
    return { places, hashes, letters };
  }
}

/** More different words than any pack has; `node * WORDS` stays an exact integer. */
const WORDS = 2 ** 22;

/** The node that a whole token leads to from `node`, or `NOWHERE`. */
export function step(trie: Trie, node: number, tokens: Tokens, token: number): number {
  return stepWord(trie, node, tokens, token, 0, tokens.hash[token], false);
}

/**
 * The node that a token without its first `skip` letters leads to from `node`, or `NOWHERE`.
 * With `restored` the word is ا plus those letters: `لل` stands for ل and ال.
 */
export function stepWord(
  trie: Trie,
  node: number,
  tokens: Tokens,
  token: number,
  skip: number,
  hash: number,
  restored: boolean,
): number {
  const { edges, mask, filter, filterMask } = trie;
  const mixed = slotOf(node, hash);
  if ((filter[(mixed & filterMask) >> 5] & (1 << (mixed & 31))) === 0) return NOWHERE;
  let slot = mixed & mask;
  while (edges[slot * 4] !== NOWHERE) {
    const row = slot * 4;
    if (
      edges[row] === node &&
      edges[row + 1] === hash &&
      same(trie, edges[row + 3], tokens, token, skip, restored)
    )
      return edges[row + 2];
    slot = (slot + 1) & mask;
  }
  return NOWHERE;
}

function same(
  trie: Trie,
  place: number,
  tokens: Tokens,
  token: number,
  skip: number,
  restored: boolean,
): boolean {
  const { letters } = trie;
  const extra = restored ? 1 : 0;
  const length = tokens.foldLength[token] - skip + extra;
  if (letters[place] !== length) return false;
  if (restored && letters[place + 1] !== ALEF) return false;
  const from = tokens.foldStart[token] + skip;
  for (let i = extra; i < length; i++)
    if (letters[place + 1 + i] !== tokens.folded[from + i - extra]) return false;
  return true;
}

const ALEF = 0x627;

function slotOf(node: number, hash: number): number {
  const mixed = Math.imul(hash ^ Math.imul(node, 0x85ebca6b), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}

function powerOfTwo(atLeast: number): number {
  let size = 32;
  while (size < atLeast) size *= 2;
  return size;
}
