/**
 * Words met before: what the lists know of a written word is found out once and kept under a number, since a text's
 * words repeat; remembering changes nothing but the time. Most of the time goes into waiting for memory, so that
 * all that is asked of every word stands in one cache line, its record:
 *
 *   hash · length · bits · node · way · skeleton · shape · traits · its first 16 written units
 *
 * Bounded: at the start of an article a full memory forgets what was met once only, so that no corpus fills it.
 */
import type { SpelledWords, Tokens } from '../tokenize.js';
import type { WordReading } from './lexicon.js';
import type { SpelledOpening } from './spellings.js';

/** How the word may begin listed foreign names under another spelling. */
export interface Respellings {
  readonly whole?: SpelledOpening;
  /** Without its first letter, a particle. */
  readonly stripped?: SpelledOpening;
}

/** What the lists know of a word by itself. */
export interface KnownWord {
  /** Union of the bits of its readings, with `OPENS` and `RESPELLED`. */
  readonly bits: number;
  /** The one with the fewest letters taken off first. */
  readonly readings: readonly WordReading[] | undefined;
  /** Where longer phrases go on: node of the trie, number of the particles taken off, and so on. */
  readonly openings: readonly number[] | undefined;
  readonly respellings: Respellings | undefined;
  /** Hash of what foreign spellings leave alone. */
  readonly skeleton: number;
}

/** Above the bits of a reading: longer phrases go on from the word; it may begin a respelled name. */
export const OPENS = 1 << 24;
export const RESPELLED = 1 << 25;
/** Above the bits of a reading: some phrase has the word behind its first. */
export const CONTINUES = 1 << 26;
/** All the bits of readings. */
export const READING_BITS = OPENS - 1;

/** Above the bits of a reading: met a second time. */
const RECALLED = 1 << 27;

/** Integers of a record. */
export const RECORD = 16;
const HASH = 0;
const LENGTH = 1;
export const BITS = 2;
/** The node where longer phrases go on, and the number of the particles taken off; several stand in `openings`. */
export const NODE = 3;
export const WAY = 4;
export const SEVERAL = -1;
export const SKELETON = 5;
/** Its shape without neighbours, -1 until somebody asks, and what else its shape will need (`recognize/shapes`). */
export const SHAPE_ALONE = 6;
export const TRAITS = 7;
const UNITS = 8;
/** Units that stand in the record; of a longer word all stand elsewhere, and here only where. */
const INLINE = (RECORD - UNITS) * 2;

/** Words, and units of long ones, that are kept from one article to the next. */
const MOST = 114_000;
const MOST_UNITS = 1 << 20;
const MOST_RUNS = 1 << 14;
const FIRST_SIZE = 1 << 12;
/** A power of two. */
const RECENT = 4096;
/** Slots for each word that there is room for. */
const SLOTS = 4;

export class WordMemory implements SpelledWords {
  count = 0;
  /** `RECORD` integers for each word by its number. */
  records = new Int32Array(FIRST_SIZE * RECORD);
  /** By the number of a word; the rarer parts only where there are any. */
  readings: (readonly WordReading[] | undefined)[] = [];
  folded: (string | undefined)[] = [];
  readonly openings = new Map<number, readonly number[]>();
  readonly respellings = new Map<number, Respellings>();
  /** Which runs of Latin words are one person's name, as far as somebody asked (`recognize/english-people`). */
  readonly people = new Map<string, boolean>();

  /** The units in the records. */
  private units = new Uint16Array(this.records.buffer);
  private longUnits = new Uint16Array(FIRST_SIZE);
  private longEnd = 0;
  /** The word last met by the low bits of its hash: small enough to stay near, and most words are found in it. */
  private readonly recent = new Int32Array(RECENT);
  /** Open addressing over the hash of the written word: its number and one; 0 is free. */
  private slots = new Int32Array(FIRST_SIZE * SLOTS);
  private readonly most: number;

  /** @param most words that are kept from one article to the next */
  constructor(most = MOST) {
    this.most = most;
  }

  /** To be called before an article: numbers of words hold until the next call. */
  refresh(): void {
    if (this.people.size > MOST_RUNS) this.people.clear();
    if (this.count <= this.most && this.longEnd <= MOST_UNITS) return;
    this.forget();
    if (this.count > this.most / 2) this.empty();
  }

  /** Forgets the words that were met once only, about half of all, and those with long units. */
  private forget(): void {
    const { records } = this;
    let kept = 0;
    for (let word = 0; word < this.count; word++) {
      const record = word * RECORD;
      if ((records[record + BITS] & RECALLED) === 0 || records[record + LENGTH] > INLINE) continue;
      records.copyWithin(kept * RECORD, record, record + RECORD);
      records[kept * RECORD + BITS] &= ~RECALLED;
      this.readings[kept] = this.readings[word];
      this.folded[kept] = this.folded[word];
      move(this.openings, word, kept);
      move(this.respellings, word, kept);
      kept++;
    }
    this.truncate(kept);
    for (let word = 0; word < kept; word++) this.file(word);
  }

  private empty(): void {
    this.truncate(0);
    this.records.fill(0, 0, RECORD);
  }

  /** Leaves the first words, and none of them filed. */
  private truncate(count: number): void {
    for (let word = count; word < this.count; word++) {
      this.openings.delete(word);
      this.respellings.delete(word);
    }
    this.count = count;
    this.readings.length = count;
    this.folded.length = count;
    this.slots.fill(0);
    this.recent.fill(0);
    this.longEnd = 0;
    if (this.longUnits.length > MOST_UNITS) this.longUnits = new Uint16Array(FIRST_SIZE);
  }

  /** The number of a token's word, or -1. */
  recall(tokens: Tokens, token: number): number {
    const { slots, records, recent } = this;
    const hash = tokens.writtenHash[token];
    const place = mixed(hash);
    const last = recent[place & (RECENT - 1)];
    if (records[last * RECORD + HASH] === hash && this.isWritten(last, tokens, token)) return last;
    const mask = slots.length - 1;
    for (let slot = place & mask; slots[slot] !== 0; slot = (slot + 1) & mask) {
      const word = slots[slot] - 1;
      if (records[word * RECORD + HASH] !== hash || !this.isWritten(word, tokens, token)) continue;
      recent[place & (RECENT - 1)] = word;
      records[word * RECORD + BITS] |= RECALLED;
      return word;
    }
    return -1;
  }

  /** Keeps what is known of a token's word, and gives its number. */
  learn(tokens: Tokens, token: number, known: KnownWord): number {
    if ((this.count + 1) * RECORD > this.records.length) this.grow();
    const { records } = this;
    const word = this.count++;
    const record = word * RECORD;
    const { openings = NONE, respellings } = known;
    records[record + HASH] = tokens.writtenHash[token];
    records[record + LENGTH] = tokens.end[token] - tokens.start[token];
    records[record + BITS] = known.bits;
    records[record + NODE] = openings.length === 2 ? openings[0] : SEVERAL;
    records[record + WAY] = openings.length === 2 ? openings[1] : 0;
    records[record + SKELETON] = known.skeleton;
    records[record + SHAPE_ALONE] = -1;
    this.keepUnits(word, tokens, token);
    this.folded.push(tokens.words[token]);
    this.readings.push(known.readings);
    if (openings.length > 2) this.openings.set(word, openings);
    if (respellings !== undefined) this.respellings.set(word, respellings);
    this.file(word);
    return word;
  }

  private isWritten(word: number, tokens: Tokens, token: number): boolean {
    const { records } = this;
    const from = tokens.start[token];
    const length = tokens.end[token] - from;
    const record = word * RECORD;
    if (records[record + LENGTH] !== length) return false;
    if (length > INLINE) return isSame(this.longUnits, records[record + UNITS], tokens.units, from, length);
    return isSame(this.units, (record + UNITS) * 2, tokens.units, from, length);
  }

  private keepUnits(word: number, { units, start, end }: Tokens, token: number): void {
    const written = units.subarray(start[token], end[token]);
    const place = word * RECORD + UNITS;
    if (written.length <= INLINE) {
      this.units.set(written, place * 2);
      return;
    }
    let size = this.longUnits.length;
    while (this.longEnd + written.length > size) size *= 2;
    if (size > this.longUnits.length) {
      const wider = new Uint16Array(size);
      wider.set(this.longUnits);
      this.longUnits = wider;
    }
    this.longUnits.set(written, this.longEnd);
    this.records[place] = this.longEnd;
    this.longEnd += written.length;
  }

  private file(word: number): void {
    const mask = this.slots.length - 1;
    let slot = mixed(this.records[word * RECORD + HASH]) & mask;
    while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
    this.slots[slot] = word + 1;
  }

  private grow(): void {
    const wider = new Int32Array(this.records.length * 2);
    wider.set(this.records);
    this.records = wider;
    this.units = new Uint16Array(wider.buffer);
    this.slots = new Int32Array((wider.length / RECORD) * SLOTS);
    for (let word = 0; word < this.count; word++) this.file(word);
  }
}

const NONE: readonly number[] = [];

/** Gives the part of one word to another, and takes it from where it was. */
function move<Part>(parts: Map<number, Part>, from: number, to: number): void {
  const part = parts.get(from);
  if (from !== to) parts.delete(to);
  if (part !== undefined) parts.set(to, part);
}

function isSame(
  kept: Uint16Array,
  place: number,
  written: Uint16Array,
  from: number,
  length: number,
): boolean {
  for (let i = 0; i < length; i++) if (kept[place + i] !== written[from + i]) return false;
  return true;
}

function mixed(hash: number): number {
  const product = Math.imul(hash, 0xc2b2ae35);
  return product ^ (product >>> 15);
}
