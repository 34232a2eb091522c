/**
 * Words met before: what the lists know of a written word is found out once and kept under a number, since a text's
 * words repeat. Typed arrays by that number; remembering changes nothing but the time.
 * Bounded: at the start of an article a full memory is emptied, so that no corpus fills it.
 */
import type { Tokens } from '../tokenize.js';
import type { WordReading } from './lexicon.js';
import type { SpelledOpening } from './spellings.js';

/** How the word may begin listed foreign names under another spelling. */
export interface Respellings {
  readonly whole?: SpelledOpening;
  /** Without its first letter, a particle. */
  readonly stripped?: SpelledOpening;
}

/** What the lists know of a word by itself. */
export interface WordKnowledge {
  readonly folded: string;
  readonly bits: number;
  /** The one with the fewest letters taken off first. */
  readonly readings: readonly WordReading[] | undefined;
  /** Where longer phrases go on: node of the trie, number of the particles taken off, and so on. */
  readonly openings: readonly number[] | undefined;
  readonly respellings: Respellings | undefined;
  /** Hash of what foreign spellings leave alone. */
  readonly skeleton: number;
}

const MOST = 1 << 16;
const FIRST_SIZE = 1 << 12;
/** Slots for each word that there is room for. */
const SLOTS = 4;
/** A word with more units (most of them tatweel) is read anew each time. */
const LONGEST_KEPT = 200;

export class WordMemory {
  count = 0;
  /** By the number of a word. */
  bits = new Int32Array(FIRST_SIZE);
  skeletons = new Int32Array(FIRST_SIZE);
  /** Its shape without neighbours, -1 until somebody asks, and what else its shape will need (`recognize/shapes`). */
  shapes = new Int32Array(FIRST_SIZE);
  traits = new Int32Array(FIRST_SIZE);
  folded: string[] = [];
  readings: (readonly WordReading[] | undefined)[] = [];
  openings: (readonly number[] | undefined)[] = [];
  respellings: (Respellings | undefined)[] = [];

  /** Written units of all words, one behind the other, and where each word starts. */
  private units = new Uint16Array(FIRST_SIZE * 8);
  private places = new Int32Array(FIRST_SIZE + 1);
  /** Open addressing over the hash of the written word: the hash, and its number and one, or 0. */
  private slots = new Int32Array(FIRST_SIZE * 2 * SLOTS);

  private readonly most: number;

  /** @param most words that are kept from one article to the next */
  constructor(most = MOST) {
    this.most = most;
  }

  /** To be called before an article: numbers of words hold until the next call. */
  refresh(): void {
    if (this.count <= this.most) return;
    this.count = 0;
    this.folded = [];
    this.readings = [];
    this.openings = [];
    this.respellings = [];
    this.slots.fill(0);
  }

  /** The number of a token's word, or -1. */
  recall(tokens: Tokens, token: number): number {
    const { slots } = this;
    const hash = tokens.writtenHash[token];
    const mask = slots.length - 2;
    for (let slot = slotOf(hash) & mask; slots[slot + 1] !== 0; slot = (slot + 2) & mask) {
      const word = slots[slot + 1] - 1;
      if (slots[slot] === hash && this.isWritten(word, tokens, token)) return word;
    }
    return -1;
  }

  /** Keeps what is known of a token's word, and gives its number. */
  learn(tokens: Tokens, token: number, knowledge: WordKnowledge): number {
    if (this.count === this.bits.length) this.grow();
    const word = this.count++;
    this.bits[word] = knowledge.bits;
    this.skeletons[word] = knowledge.skeleton;
    this.shapes[word] = -1;
    this.folded.push(knowledge.folded);
    this.readings.push(knowledge.readings);
    this.openings.push(knowledge.openings);
    this.respellings.push(knowledge.respellings);
    if (this.keepUnits(word, tokens, token)) this.file(word, tokens.writtenHash[token]);
    return word;
  }

  private isWritten(word: number, { text, start, end }: Tokens, token: number): boolean {
    const { units } = this;
    const place = this.places[word];
    const from = start[token];
    const length = end[token] - from;
    if (this.places[word + 1] - place !== length) return false;
    for (let i = 0; i < length; i++) if (units[place + i] !== text.charCodeAt(from + i)) return false;
    return true;
  }

  /** False for words that are too long to be kept. */
  private keepUnits(word: number, { text, start, end }: Tokens, token: number): boolean {
    let place = this.places[word];
    const kept = end[token] - start[token] <= LONGEST_KEPT;
    if (kept) {
      if (place + LONGEST_KEPT > this.units.length) this.units = widen(this.units, this.units.length * 2);
      for (let at = start[token]; at < end[token]; at++) this.units[place++] = text.charCodeAt(at);
    }
    this.places[word + 1] = place;
    return kept;
  }

  private file(word: number, hash: number): void {
    const { slots } = this;
    const mask = slots.length - 2;
    let slot = slotOf(hash) & mask;
    while (slots[slot + 1] !== 0) slot = (slot + 2) & mask;
    slots[slot] = hash;
    slots[slot + 1] = word + 1;
  }

  private grow(): void {
    const size = this.bits.length * 2;
    this.bits = widen(this.bits, size);
    this.skeletons = widen(this.skeletons, size);
    this.shapes = widen(this.shapes, size);
    this.traits = widen(this.traits, size);
    this.places = widen(this.places, size + 1);
    const filed = this.slots;
    this.slots = new Int32Array(size * 2 * SLOTS);
    for (let slot = 0; slot < filed.length; slot += 2)
      if (filed[slot + 1] !== 0) this.file(filed[slot + 1] - 1, filed[slot]);
  }
}

function slotOf(hash: number): number {
  const mixed = Math.imul(hash, 0xc2b2ae35);
  return mixed ^ (mixed >>> 15);
}

function widen<Units extends Int32Array | Uint16Array>(array: Units, size: number): Units {
  const wider = new (array.constructor as new (length: number) => Units)(size);
  wider.set(array);
  return wider;
}
