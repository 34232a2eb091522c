/**
 * The names of courts behind `المحكمة`: by what they judge (`الدستورية`), and by the town where they sit.
 * Takes a token of the name; gives where it ends.
 */
import type { HeadRow } from '../knowledge.js';
import type { NameHit } from '../lookup/lookup.js';
import { isNationality, type Reader } from './name-words.js';
import { SHAPE } from './shapes.js';
import { wordHashes } from './word-hashes.js';

/** `المحكمة الدستورية`, `المحكمة العليا`: a state has one of its kind. */
export function isCourt({ tokens }: Reader, token: number, { head }: Pick<HeadRow, 'head'>): boolean {
  return token < tokens.count && head === 'محكمة' && COURTS.has(tokens.hash[token]);
}

/** `المحكمة الاتحادية العليا`, `المحكمة الدستورية الأردنية`. */
export function courtEnd(reader: Reader, token: number): number {
  const next = token + 1;
  const more = isCourt(reader, next, { head: 'محكمة' }) ? next : token;
  return isNationality(reader, more + 1) ? more + 1 : more;
}

const COURTS = wordHashes('الدستوريه العليا الاتحاديه الاداريه العسكريه');

/** `المحكمة الابتدائية بتونس`: the town where a court sits. */
export function seatEnd({ lookups, shapes, tokens }: Reader, token: number): number | undefined {
  const at = token + 1;
  if (at >= shapes.length || (shapes[at] & SHAPE.Place) === 0 || tokens.folded[tokens.foldStart[at]] !== BEH)
    return undefined;
  return nameFrom(lookups.names, at)?.last;
}

/** The list name that begins at a token; names stand in text order. */
function nameFrom(names: readonly NameHit[], token: number): NameHit | undefined {
  let from = 0;
  for (let end = names.length; from < end; ) {
    const middle = (from + end) >> 1;
    if (names[middle].first < token) from = middle + 1;
    else end = middle;
  }
  return names[from]?.first === token ? names[from] : undefined;
}

const BEH = 0x628;
