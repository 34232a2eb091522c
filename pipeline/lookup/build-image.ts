/** A pack to its image: every phrase into the trie, every row as JSON. Layout and reading are those of `image.ts`. */
import type { Knowledge } from '../knowledge.js';
import { packDetail } from './form-detail.js';
import { DIGEST, HEADER, MAGIC, ROWS, SECTIONS, type Section } from './image.js';
import { LISTS, listPhrases } from './phrases.js';
import { listSpellings } from './spellings.js';
import { TrieBuilder } from './trie.js';

/** Builds the image of a pack; the sum of its bytes (`image.ts`) is left for whoever keeps it in a file. */
export function buildImage(knowledge: Knowledge): Int32Array {
  const builder = new TrieBuilder();
  const noted: number[][] = [];
  listPhrases(knowledge, (phrase, list, row, detail) => {
    const node = builder.add(phrase);
    if (node === 0) return;
    noted[node] ??= [];
    noted[node].push(LISTS.indexOf(list) | (packDetail(detail) << 8), row);
  });
  const { edges, letters, branching, filter, nodes } = builder.freeze();
  return joined({
    digest: digestOf(knowledge),
    edges,
    letters: packed([new Uint8Array(letters.buffer, 0, letters.length * 2)], letters.length * 2),
    branching,
    filter,
    ...entriesOf(noted, nodes),
    spelled: Int32Array.from(listSpellings(knowledge.names).flat()),
    ...rowsOf(knowledge),
  });
}

function entriesOf(noted: readonly number[][], nodes: number): Record<'first' | 'entries', Int32Array> {
  const first = new Int32Array(nodes + 1);
  for (let node = 0; node < nodes; node++) first[node + 1] = first[node] + (noted[node]?.length ?? 0) / 2;
  const entries = new Int32Array(first[nodes] * 2);
  noted.forEach((list, node) => {
    entries.set(list, first[node] * 2);
  });
  return { first, entries };
}

function rowsOf(knowledge: Knowledge): Record<'offsets' | 'rows', Int32Array> {
  const offsets: number[] = [];
  const encoder = new TextEncoder();
  const chunks: Uint8Array[] = [];
  let end = 0;
  for (const list of ROWS) {
    offsets.push(knowledge[list].length, end);
    for (const row of knowledge[list]) {
      const json = encoder.encode(JSON.stringify(row));
      chunks.push(json);
      end += json.length;
      offsets.push(end);
    }
  }
  return { offsets: Int32Array.from(offsets), rows: packed(chunks, end) };
}

function digestOf({ digest }: Knowledge): Int32Array {
  const bytes = new Uint8Array(DIGEST * 4);
  for (let i = 0; i < bytes.length; i++) bytes[i] = Number.parseInt(digest.slice(i * 2, i * 2 + 2), 16);
  return packed([bytes], bytes.length);
}

/** Bytes one behind the other, `length` in all, four to an integer. */
function packed(chunks: readonly Uint8Array[], length: number): Int32Array {
  const integers = new Int32Array(Math.ceil(length / 4));
  const bytes = new Uint8Array(integers.buffer);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return integers;
}

function joined(parts: Readonly<Record<Section, Int32Array>>): Int32Array {
  const image = new Int32Array(SECTIONS.reduce((sum, section) => sum + parts[section].length, HEADER));
  image[0] = MAGIC;
  let at = HEADER;
  SECTIONS.forEach((section, i) => {
    image[2 + i] = parts[section].length;
    image.set(parts[section], at);
    at += parts[section].length;
  });
  return image;
}
