/**
 * Words met before: what the lists know of a written word is found out once and kept under a number, since a text's
 * words repeat; remembering changes nothing but the time. Most of the time goes into waiting for memory, so that
 * all that is asked of every word stands in half a cache line, its record:
 *
 *   hash · bits · row of `listed` · shape · traits · number of its written letters and the letters, a byte each
 *
 * Bounded: at the start of an article a full memory forgets what was met once only, so that no corpus fills it.
 */
import { LONGEST_WORD, NUMBER, type SpelledWords, type Tokens } from '../tokenize.js';
import { type KnownWord, ListedWords } from './listed-words.js';

/** Above the bits of a reading: longer phrases go on from the word; it may begin a respelled name. */
export const OPENS = 1 << 24;
export const RESPELLED = 1 << 25;
/** Above the bits of a reading: some phrase has the word behind its first. */
export const CONTINUES = 1 << 26;
/** All the bits of readings. */
export const READING_BITS = OPENS - 1;

/** Above the bits of a reading: met a second time. */
const RECALLED = 1 << 27;

/** In place of a number: no word, or absurdly long; a word that is not remembered. */
export const NO_WORD = -1;
export const NOT_MET = -2;

/** Integers of a record. */
export const RECORD = 8;
const HASH = 0;
export const BITS = 1;
/** What the lists know of it. */
export const LISTED = 2;
/** Its shape without neighbours, -1 until somebody asks, and what else its shape will need (`recognize/shapes`). */
export const SHAPE_ALONE = 3;
export const TRAITS = 4;
const LETTERS = 5;

/** Letters that have room in a record; of a longer word all units stand elsewhere, and here only where. */
const INLINE = (RECORD - LETTERS) * 4 - 1;
/** In the byte before the letters: they are of the Arabic block, not of the first 256 units; or they stand elsewhere. */
const ARABIC_BLOCK = 0x40;
const ELSEWHERE = 0x80;
/** The first unit of the Arabic block. */
const ARABIC_UNITS = 0x600;

/**
 * Words, and units of long ones, that are kept from one article to the next. With twice as many words hardly fewer are met for the
 * first time, since the rest comes once in a corpus; and all of them lie farther apart.
 */
const MOST = 60_000;
const MOST_UNITS = 1 << 20;
const MOST_RUNS = 1 << 14;
const FIRST_SIZE = 1 << 12;
/** Slots for each word that there is room for. */
const SLOTS = 2;

export class WordMemory implements SpelledWords {
  count = 0;
  /** `RECORD` integers for each word by its number. */
  records = new Int32Array(FIRST_SIZE * RECORD);
  listed = new ListedWords();
  /** By the number of a word. */
  folded: (string | undefined)[] = [];
  /** Which runs of Latin words are one person's name, as far as somebody asked (`recognize/english-people`). */
  readonly people = new Map<string, boolean>();

  /** The letters in the records. */
  private bytes = new Uint8Array(this.records.buffer);
  /** Words that have no room there: how many units, then the units. */
  private longUnits = new Uint16Array(FIRST_SIZE);
  private longEnd = 0;
  /**
   * Open addressing over the hash of the written word: its number and one, and above them the upper bits of the hash,
   * so that hardly ever another word's record is read; 0 is free.
   */
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
    if (this.count > this.most / 2 || this.longEnd > MOST_UNITS / 2) this.empty();
  }

  /** Forgets the words that were met once only, about half of all. */
  private forget(): void {
    const { records, bytes } = this;
    const kept = new ListedWords();
    const rows = new Int32Array(this.listed.count);
    let count = 0;
    this.longEnd = 0;
    for (let word = 0; word < this.count; word++) {
      const record = word * RECORD;
      if ((records[record + BITS] & RECALLED) === 0) continue;
      const to = count * RECORD;
      records.copyWithin(to, record, record + RECORD);
      records[to + BITS] &= ~RECALLED;
      records[to + LISTED] = kept.copy(this.listed, records[to + LISTED], rows);
      if (bytes[(to + LETTERS) * 4] & ELSEWHERE) this.moveLong(to + LETTERS + 1);
      this.folded[count++] = this.folded[word];
    }
    this.listed = kept;
    this.truncate(count);
    for (let word = 0; word < count; word++) this.file(word);
  }

  /** Moves the units of a long word, whose place stands at `at`, behind those that were moved before. */
  private moveLong(at: number): void {
    const from = this.records[at];
    const size = this.longUnits[from] + 1;
    this.longUnits.copyWithin(this.longEnd, from, from + size);
    this.records[at] = this.longEnd;
    this.longEnd += size;
  }

  private empty(): void {
    this.truncate(0);
    this.listed = new ListedWords();
    this.longEnd = 0;
    if (this.longUnits.length > MOST_UNITS) this.longUnits = new Uint16Array(FIRST_SIZE);
  }

  /** Leaves the first words, and none of them filed. */
  private truncate(count: number): void {
    this.count = count;
    this.folded.length = count;
    this.slots.fill(0);
  }

  /**
   * For each token the number of the word that it most likely is, with its bits: `isWritten` tells. `NOT_MET` where there is none,
   * `NO_WORD` for marks and what is absurdly long. Each pass reads one place of memory a token and waits for nothing, so that the machine fetches
   * many of them at a time.
   */
  guess(tokens: Tokens, numbers: Int32Array, bits: Int32Array): void {
    const { slots, records } = this;
    const { kind, foldLength, writtenHash, count } = tokens;
    const mask = slots.length - 1;
    for (let token = 0; token < count; token++) {
      const place = mixed(writtenHash[token]);
      let slot = place & mask;
      while (slots[slot] !== 0 && ((slots[slot] ^ place) & ~mask) !== 0) slot = (slot + 1) & mask;
      numbers[token] =
        kind[token] > NUMBER || foldLength[token] > LONGEST_WORD
          ? NO_WORD
          : slots[slot] === 0
            ? NOT_MET
            : (slots[slot] & mask) - 1;
    }
    for (let token = 0; token < count; token++) {
      if (numbers[token] < 0) continue;
      const at = numbers[token] * RECORD + BITS;
      bits[token] = records[at];
      if ((bits[token] & RECALLED) === 0) records[at] |= RECALLED;
    }
  }

  /** The number of a token's word, or `NOT_MET`. */
  recall(tokens: Tokens, token: number): number {
    const { slots } = this;
    const place = mixed(tokens.writtenHash[token]);
    const mask = slots.length - 1;
    for (let slot = place & mask; slots[slot] !== 0; slot = (slot + 1) & mask) {
      if (((slots[slot] ^ place) & ~mask) !== 0) continue;
      const word = (slots[slot] & mask) - 1;
      if (!this.isWritten(word, tokens, token)) continue;
      this.records[word * RECORD + BITS] |= RECALLED;
      return word;
    }
    return NOT_MET;
  }

  /** Whether a token is this word. */
  isWritten(word: number, { units, start, end }: Tokens, token: number): boolean {
    const { bytes } = this;
    const place = (word * RECORD + LETTERS) * 4;
    const head = bytes[place];
    const from = start[token];
    const length = end[token] - from;
    if (head & ELSEWHERE) {
      const long = this.records[word * RECORD + LETTERS + 1];
      if (this.longUnits[long] !== length) return false;
      for (let i = 0; i < length; i++) if (this.longUnits[long + 1 + i] !== units[from + i]) return false;
      return true;
    }
    if ((head & ~ARABIC_BLOCK) !== length) return false;
    const block = head & ARABIC_BLOCK ? ARABIC_UNITS : 0;
    for (let i = 0; i < length; i++) if ((bytes[place + 1 + i] | block) !== units[from + i]) return false;
    return true;
  }

  isMetAgain(word: number): boolean {
    return (this.records[word * RECORD + BITS] & RECALLED) !== 0;
  }

  /** Keeps what is known of a token's word, and gives its number. */
  learn(tokens: Tokens, token: number, known: KnownWord): number {
    if ((this.count + 1) * RECORD > this.records.length) this.grow();
    const { records } = this;
    const word = this.count++;
    const record = word * RECORD;
    records[record + HASH] = tokens.writtenHash[token];
    records[record + BITS] = known.bits;
    records[record + LISTED] = this.listed.add(known);
    records[record + SHAPE_ALONE] = -1;
    this.keepLetters(record + LETTERS, tokens, token);
    this.folded.push(undefined);
    this.file(word);
    return word;
  }

  private keepLetters(at: number, { units, start, end }: Tokens, token: number): void {
    const from = start[token];
    const length = end[token] - from;
    const block = units[from] & 0xff00;
    let fits = length <= INLINE && (block === 0 || block === ARABIC_UNITS);
    for (let i = 0; fits && i < length; i++) fits = (units[from + i] & 0xff00) === block;
    if (!fits) {
      this.bytes[at * 4] = ELSEWHERE;
      this.records[at + 1] = this.keepLong(units.subarray(from, from + length));
      return;
    }
    this.bytes[at * 4] = block === 0 ? length : length | ARABIC_BLOCK;
    for (let i = 0; i < length; i++) this.bytes[at * 4 + 1 + i] = units[from + i];
  }

  /** The place of units that are kept apart. */
  private keepLong(written: Uint16Array): number {
    const place = this.longEnd;
    this.longEnd += written.length + 1;
    if (this.longEnd > this.longUnits.length) {
      const wider = new Uint16Array(Math.max(this.longEnd, this.longUnits.length * 2));
      wider.set(this.longUnits);
      this.longUnits = wider;
    }
    this.longUnits[place] = written.length;
    this.longUnits.set(written, place + 1);
    return place;
  }

  private file(word: number): void {
    const { slots } = this;
    const mask = slots.length - 1;
    const place = mixed(this.records[word * RECORD + HASH]);
    let slot = place & mask;
    while (slots[slot] !== 0) slot = (slot + 1) & mask;
    slots[slot] = (place & ~mask) | (word + 1);
  }

  private grow(): void {
    const wider = new Int32Array(this.records.length * 2);
    wider.set(this.records);
    this.records = wider;
    this.bytes = new Uint8Array(wider.buffer);
    this.slots = new Int32Array((wider.length / RECORD) * SLOTS);
    for (let word = 0; word < this.count; word++) this.file(word);
  }
}

function mixed(hash: number): number {
  const product = Math.imul(hash, 0xc2b2ae35);
  return product ^ (product >>> 15);
}
