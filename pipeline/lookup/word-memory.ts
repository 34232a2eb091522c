/**
 * Words met before: what the lists know of a written word is found out once and kept under a number, since a text's
 * words repeat. Typed arrays by that number; remembering changes nothing but the time.
 * Bounded: at the start of an article a full memory is emptied, so that no corpus fills it.
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

/** Words, and units of them, that are kept from one article to the next. */
const MOST = 1 << 17;
const UNITS = 16;
const FIRST_SIZE = 1 << 12;
/** Slots for each word that there is room for. */
const SLOTS = 2;

/** Integers of a slot, side by side, since most words are asked for nothing else. */
const HASH = 0;
const NUMBER = 1;
const PLACE = 2;
const BITS = 3;
const SLOT = 4;

export class WordMemory implements SpelledWords {
  count = 0;
  /** By the number of a word. */
  readings: (readonly WordReading[] | undefined)[] = [];
  openings: (readonly number[] | undefined)[] = [];
  respellings: (Respellings | undefined)[] = [];
  folded: (string | undefined)[] = [];
  skeletons = new Int32Array(FIRST_SIZE);
  /** Its shape without neighbours, -1 until somebody asks, and what else its shape will need (`recognize/shapes`). */
  shapes = new Int32Array(FIRST_SIZE);
  traits = new Int32Array(FIRST_SIZE);

  /** Written units of all words, before each word how many they are (by the low 16 bits). */
  private units = new Uint16Array(FIRST_SIZE * UNITS);
  private end = 0;
  /** Open addressing over the hash of the written word: hash, number and one, place of its units, bits; 0 is free. */
  private slots = new Int32Array(FIRST_SIZE * SLOTS * SLOT);
  private readonly most: number;

  /** @param most words that are kept from one article to the next */
  constructor(most = MOST) {
    this.most = most;
  }

  /** To be called before an article: numbers of words hold until the next call. */
  refresh(): void {
    if (this.count <= this.most && this.end <= this.most * UNITS) return;
    this.count = 0;
    this.end = 0;
    this.folded = [];
    this.readings = [];
    this.openings = [];
    this.respellings = [];
    this.slots.fill(0);
    if (this.units.length > this.most * UNITS * 2) this.units = new Uint16Array(FIRST_SIZE * UNITS);
  }

  /** Where a token's word is kept, for `numberAt` and `bitsAt`; -1 when it is not. */
  recall(tokens: Tokens, token: number): number {
    const { slots } = this;
    const hash = tokens.writtenHash[token];
    const mask = slots.length - 1;
    for (let slot = slotOf(hash) & mask; slots[slot + NUMBER] !== 0; slot = (slot + SLOT) & mask)
      if (slots[slot + HASH] === hash && this.isWritten(slots[slot + PLACE], tokens, token)) return slot;
    return -1;
  }

  numberAt(slot: number): number {
    return this.slots[slot + NUMBER] - 1;
  }

  bitsAt(slot: number): number {
    return this.slots[slot + BITS];
  }

  /** Keeps what is known of a token's word, and gives the place of it. */
  learn(tokens: Tokens, token: number, known: KnownWord): number {
    if (this.count === this.shapes.length) this.grow();
    const word = this.count++;
    this.skeletons[word] = known.skeleton;
    this.shapes[word] = -1;
    this.folded.push(tokens.words[token]);
    this.readings.push(known.readings);
    this.openings.push(known.openings);
    this.respellings.push(known.respellings);
    const { slots } = this;
    const slot = freeSlot(slots, tokens.writtenHash[token]);
    slots[slot + HASH] = tokens.writtenHash[token];
    slots[slot + NUMBER] = word + 1;
    slots[slot + PLACE] = this.keepUnits(tokens, token);
    slots[slot + BITS] = known.bits;
    return slot;
  }

  private isWritten(place: number, tokens: Tokens, token: number): boolean {
    const { units } = this;
    const written = tokens.units;
    const from = tokens.start[token];
    const length = tokens.end[token] - from;
    if (units[place] !== (length & 0xffff)) return false;
    for (let i = 0; i < length; i++) if (units[place + 1 + i] !== written[from + i]) return false;
    return true;
  }

  private keepUnits({ units, start, end }: Tokens, token: number): number {
    const place = this.end;
    const length = end[token] - start[token];
    let size = this.units.length;
    while (place + length + 1 > size) size *= 2;
    if (size > this.units.length) this.units = widen(this.units, size);
    this.units[place] = length & 0xffff;
    this.units.set(units.subarray(start[token], end[token]), place + 1);
    this.end = place + 1 + length;
    return place;
  }

  private grow(): void {
    const size = this.shapes.length * 2;
    this.skeletons = widen(this.skeletons, size);
    this.shapes = widen(this.shapes, size);
    this.traits = widen(this.traits, size);
    const slots = new Int32Array(size * SLOTS * SLOT);
    for (let slot = 0; slot < this.slots.length; slot += SLOT)
      if (this.slots[slot + NUMBER] !== 0)
        slots.set(this.slots.subarray(slot, slot + SLOT), freeSlot(slots, this.slots[slot + HASH]));
    this.slots = slots;
  }
}

function freeSlot(slots: Int32Array, hash: number): number {
  const mask = slots.length - 1;
  let slot = slotOf(hash) & mask;
  while (slots[slot + NUMBER] !== 0) slot = (slot + SLOT) & mask;
  return slot;
}

/** Where to look first for a hash, before it is cut to the size of the table. */
function slotOf(hash: number): number {
  const mixed = Math.imul(hash, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 15)) & -SLOT;
}

function widen<Units extends Int32Array | Uint16Array>(array: Units, size: number): Units {
  const wider = new (array.constructor as new (length: number) => Units)(size);
  wider.set(array);
  return wider;
}
