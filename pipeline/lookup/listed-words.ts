/**
 * What the lists know of words, a row for each that they know: readings, the ways on to longer phrases, foreign names
 * that it is under another spelling. Words of one reading from which nothing goes on share its row, and most words are such.
 */
import type { WordReading } from './lexicon.js';
import type { SpelledName } from './spellings.js';

/** The listed foreign names that a word is by itself under another spelling. */
export interface Respellings {
  readonly whole?: SpelledName;
  /** Without its first letter, a particle. */
  readonly stripped?: SpelledName;
}

/** What the lists know of a word by itself. */
export interface KnownWord {
  /** Union of the bits of its readings, with those of `word-memory.ts`. */
  readonly bits: number;
  /** The one with the fewest letters taken off first. */
  readonly readings: readonly WordReading[] | undefined;
  /** Where longer phrases go on: node of the trie, number of the particles taken off, and so on. */
  readonly openings: readonly number[] | undefined;
  readonly respellings: Respellings | undefined;
}

/** Stands for a node where there are several; see `openings`. */
export const SEVERAL = -1;

const FIRST_SIZE = 1 << 10;

export class ListedWords {
  /** Row 0 says nothing. */
  count = 1;
  readonly readings: (readonly WordReading[] | undefined)[] = [undefined];
  /** The node where longer phrases go on, and the number of the particles taken off. */
  ways = new Int32Array(FIRST_SIZE * 2);
  readonly openings = new Map<number, readonly number[]>();
  readonly respellings = new Map<number, Respellings>();
  private readonly plain = new Map<WordReading, number>();

  /** The number of the row that says this. */
  add({ readings, openings, respellings }: Omit<KnownWord, 'bits'>): number {
    if (openings !== undefined || respellings !== undefined || readings?.length !== 1)
      return readings === undefined && openings === undefined && respellings === undefined
        ? 0
        : this.append(readings, openings, respellings);
    let row = this.plain.get(readings[0]);
    if (row === undefined) {
      row = this.append(readings, undefined, undefined);
      this.plain.set(readings[0], row);
    }
    return row;
  }

  /** Takes over a row of another table; `numbers` has those that were taken over before. */
  copy(other: ListedWords, row: number, numbers: Int32Array): number {
    if (row === 0 || numbers[row] !== 0) return numbers[row];
    const node = other.ways[row * 2];
    const one = node === 0 ? undefined : [node, other.ways[row * 2 + 1]];
    numbers[row] = this.add({
      readings: other.readings[row],
      openings: node === SEVERAL ? other.openings.get(row) : one,
      respellings: other.respellings.get(row),
    });
    return numbers[row];
  }

  private append(
    readings: readonly WordReading[] | undefined,
    openings: readonly number[] | undefined,
    respellings: Respellings | undefined,
  ): number {
    const row = this.count++;
    if (row * 2 === this.ways.length) {
      const wider = new Int32Array(row * 4);
      wider.set(this.ways);
      this.ways = wider;
    }
    this.readings.push(readings);
    if (openings?.length === 2) this.ways.set(openings, row * 2);
    else if (openings !== undefined) {
      this.ways[row * 2] = SEVERAL;
      this.openings.set(row, openings);
    }
    if (respellings !== undefined) this.respellings.set(row, respellings);
    return row;
  }
}
