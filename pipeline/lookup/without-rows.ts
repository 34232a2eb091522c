/**
 * A pack's image without some rows of a list, for whoever asks what a row is worth: what is read is what a pack without them would
 * give, and nothing is built anew. The trie keeps their words as ways that lead nowhere; the image that is given is left as it is.
 */
import type { PackImage } from './image.js';
import { LISTS, type ListName } from './phrases.js';
import { SPELLED_COLUMNS, SPELLED_ROW } from './spellings.js';

/** @param rows numbers of rows in the list, from 0 */
export function withoutRows(image: PackImage, list: ListName, rows: ReadonlySet<number>): PackImage {
  return {
    ...image,
    ...withoutEntries(image, LISTS.indexOf(list), rows),
    ...(list === 'name' ? { spelled: withoutSpelled(image.spelled, rows) } : {}),
  };
}

function withoutEntries(
  { first, entries }: PackImage,
  list: number,
  rows: ReadonlySet<number>,
): Pick<PackImage, 'first' | 'entries'> {
  const starts = new Int32Array(first.length);
  const kept = new Int32Array(entries.length);
  let end = 0;
  for (let node = 0; node + 1 < first.length; node++) {
    for (let at = first[node]; at < first[node + 1]; at++) {
      const entry = entries[at * 2];
      const row = entries[at * 2 + 1];
      if ((entry & 255) === list && rows.has(row)) continue;
      kept[end * 2] = entry;
      kept[end * 2 + 1] = row;
      end++;
    }
    starts[node + 1] = end;
  }
  return { first: starts, entries: kept.subarray(0, end * 2) };
}

function withoutSpelled(spelled: Int32Array, rows: ReadonlySet<number>): Int32Array {
  const kept = new Int32Array(spelled.length);
  let end = 0;
  for (let at = 0; at < spelled.length; at += SPELLED_COLUMNS) {
    if (rows.has(spelled[at + SPELLED_ROW])) continue;
    for (let column = 0; column < SPELLED_COLUMNS; column++) kept[end++] = spelled[at + column];
  }
  return kept.subarray(0, end);
}
