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
  /** By node: 1 when a longer phrase goes on from it. */
  readonly branching: Uint8Array;
}

/** Collects phrases and freezes them into a trie. */
export class TrieBuilder {
  private readonly next: Map<string, number>[] = [new Map()];

  /** The node of a phrase (folded here), made when new; 0 when nothing is left of it after folding. */
  add(phrase: string): number {
    let node = 0;
    for (const word of fold(phrase).split(' ')) {
      if (word === '') continue;
      const edges = this.next[node];
      let to = edges.get(word);
      if (to === undefined) {
        to = this.next.push(new Map()) - 1;
        edges.set(word, to);
      }
      node = to;
    }
    return node;
  }

  freeze(): Trie {
    const size = powerOfTwo(this.next.length * 2);
    const edges = new Int32Array(size * 4).fill(NOWHERE);
    const words = new Map<string, number>();
    const letters: number[] = [];
    const mask = size - 1;
    this.next.forEach((targets, from) => {
      for (const [word, to] of targets) {
        let place = words.get(word);
        if (place === undefined) {
          place = letters.length;
          words.set(word, place);
          letters.push(word.length);
          for (let i = 0; i < word.length; i++) letters.push(word.charCodeAt(i));
        }
        const hash = hashWord(word);
        let slot = slotOf(from, hash) & mask;
        while (edges[slot * 4] !== NOWHERE) slot = (slot + 1) & mask;
        edges.set([from, hash, to, place], slot * 4);
      }
    });
    return { nodes: this.next.length, edges, mask, letters: Uint16Array.from(letters), branching: Uint8Array.from(this.next, ({ size }) => (size > 0 ? 1 : 0)) };
  }
}

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
  const { edges, mask } = trie;
  let slot = slotOf(node, hash) & mask;
  while (edges[slot * 4] !== NOWHERE) {
    const row = slot * 4;
    if (edges[row] === node && edges[row + 1] === hash && same(trie, edges[row + 3], tokens, token, skip, restored))
      return edges[row + 2];
    slot = (slot + 1) & mask;
  }
  return NOWHERE;
}

function same(trie: Trie, place: number, tokens: Tokens, token: number, skip: number, restored: boolean): boolean {
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
  let size = 16;
  while (size < atLeast) size *= 2;
  return size;
}
