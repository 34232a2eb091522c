/**
 * Unpacks bzip2, which Node cannot: takes bytes in pieces of any size, gives the unpacked bytes block by block, and holds
 * one block at a time. Several streams behind one another, as parallel packers write them, are one text. Sums are checked.
 */

/** Thrown when the bytes are no sound bzip2; the message says what is wrong. */
export class Bzip2Error extends Error {
  override readonly name = 'Bzip2Error';
}

/** Unpacks; the pieces that come in may be of any size. */
export async function* unpackBzip2(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const unpacker = new Unpacker();
  for await (const piece of pieces) {
    unpacker.add(piece);
    while (unpacker.hasBlock()) yield* unpacker.next();
  }
  while (!unpacker.isDone()) yield* unpacker.next();
}

/** More than a packed block of 900,000 bytes can take: so many bytes at hand, and a block is read without waiting. */
const LARGEST_BLOCK = 1_200_000;
const STREAM = 0x425a68;
const BLOCK = [0x314159, 0x265359];
const END = [0x177245, 0x385090];

class Unpacker {
  private bits = new BitReader(Buffer.alloc(0));
  private waiting: Buffer[] = [];
  private held = 0;
  /** Bytes of a block of this stream; 0 between streams. */
  private blockSize = 0;
  private sum = 0;

  add(piece: Buffer): void {
    this.waiting.push(piece);
    this.held += piece.length;
  }

  hasBlock(): boolean {
    return this.held + this.bits.left() >= LARGEST_BLOCK;
  }

  isDone(): boolean {
    return this.blockSize === 0 && this.held + this.bits.left() === 0;
  }

  /** The next block's bytes; none at the head or the end of a stream. */
  next(): readonly Buffer[] {
    this.gather();
    if (this.blockSize === 0) {
      this.openStream();
      return [];
    }
    const magic = [this.bits.take(24), this.bits.take(24)];
    const sum = this.bits.take(16) * 0x10000 + this.bits.take(16);
    if (magic[0] === END[0] && magic[1] === END[1]) {
      if (sum !== this.sum >>> 0) throw new Bzip2Error('its check sum is wrong');
      this.bits.align();
      this.blockSize = 0;
      return [];
    }
    if (magic[0] !== BLOCK[0] || magic[1] !== BLOCK[1]) throw new Bzip2Error('a block has a wrong beginning');
    const unpacked = readBlock(this.bits, this.blockSize);
    if (unpacked.sum !== sum) throw new Bzip2Error('the check sum of a block is wrong');
    this.sum = ((this.sum << 1) | (this.sum >>> 31)) ^ sum;
    return unpacked.pieces;
  }

  private openStream(): void {
    const level = this.bits.take(24) === STREAM ? this.bits.take(8) - 0x30 : 0;
    if (level < 1 || level > 9) throw new Bzip2Error('a stream has a wrong beginning');
    this.blockSize = level * 100_000;
    this.sum = 0;
  }

  /** Puts what came in behind what is left; joined only when too little is left for a block. */
  private gather(): void {
    if (this.waiting.length === 0 || this.bits.left() >= LARGEST_BLOCK) return;
    this.bits = this.bits.followedBy(this.waiting);
    this.waiting = [];
    this.held = 0;
  }
}

class BitReader {
  private at = 0;
  private bits = 0;
  /** Valid bits, at most 31, at the low end of `bits`. */
  private count = 0;

  constructor(private readonly bytes: Buffer) {}

  /** Whole bytes not yet taken. */
  left(): number {
    return this.bytes.length - this.at + (this.count >> 3);
  }

  take(count: number): number {
    while (this.count < count) {
      if (this.at >= this.bytes.length) throw new Bzip2Error('it ends too early');
      this.bits = ((this.bits << 8) | this.bytes[this.at++]) >>> 0;
      this.count += 8;
    }
    this.count -= count;
    return (this.bits >>> this.count) & ((1 << count) - 1);
  }

  /** Skips to the next whole byte. */
  align(): void {
    this.count -= this.count & 7;
  }

  followedBy(more: readonly Buffer[]): BitReader {
    const next = new BitReader(Buffer.concat([this.bytes.subarray(this.at), ...more]));
    next.bits = this.bits;
    next.count = this.count;
    return next;
  }
}

interface Unpacked {
  readonly pieces: readonly Buffer[];
  readonly sum: number;
}

function readBlock(bits: BitReader, size: number): Unpacked {
  if (bits.take(1) === 1)
    throw new Bzip2Error('it was packed by a version older than 0.9.5, which is not read');
  const origin = bits.take(24);
  const symbols = readAlphabet(bits);
  const groups = bits.take(3);
  const selectors = readSelectors(bits, groups);
  const tables = Array.from({ length: groups }, () => readTable(bits, symbols.length + 2));
  const { sorted, length } = readSorted(bits, { symbols, selectors, tables }, size);
  if (origin >= length) throw new Bzip2Error('a block points outside itself');
  return unrun(unsort(sorted, length, origin), length);
}

/** Which byte values the block holds, in order. */
function readAlphabet(bits: BitReader): number[] {
  const ranges = bits.take(16);
  const symbols: number[] = [];
  for (let range = 0; range < 16; range++) {
    if (((ranges >> (15 - range)) & 1) === 0) continue;
    const used = bits.take(16);
    for (let low = 0; low < 16; low++) if ((used >> (15 - low)) & 1) symbols.push(range * 16 + low);
  }
  if (symbols.length === 0) throw new Bzip2Error('a block is empty');
  return symbols;
}

/** Which table each run of 50 symbols is written with. */
function readSelectors(bits: BitReader, groups: number): Uint8Array {
  const count = bits.take(15);
  if (groups < 2 || groups > 6 || count === 0) throw new Bzip2Error('a block has no tables');
  const recent = Array.from({ length: groups }, (_, group) => group);
  const selectors = new Uint8Array(count);
  for (let at = 0; at < count; at++) {
    let place = 0;
    while (bits.take(1) === 1)
      if (++place >= groups) throw new Bzip2Error('a block names a table that it lacks');
    const [group] = recent.splice(place, 1);
    recent.unshift(group);
    selectors[at] = group;
  }
  return selectors;
}

/** A canonical Huffman code: by length, the largest code, what takes a code to its place in `order`, and the symbols. */
interface Table {
  readonly limit: Int32Array;
  readonly base: Int32Array;
  readonly order: Uint16Array;
  readonly shortest: number;
}

const LONGEST_CODE = 20;

function readTable(bits: BitReader, count: number): Table {
  const lengths = new Uint8Array(count);
  let length = bits.take(5);
  for (let symbol = 0; symbol < count; symbol++) {
    while (bits.take(1) === 1) length += bits.take(1) === 1 ? -1 : 1;
    if (length < 1 || length > LONGEST_CODE) throw new Bzip2Error('a table of a block is broken');
    lengths[symbol] = length;
  }
  const limit = new Int32Array(LONGEST_CODE + 1).fill(-1);
  const base = new Int32Array(LONGEST_CODE + 1);
  const order = new Uint16Array(count);
  let code = 0;
  let placed = 0;
  for (let size = 1; size <= LONGEST_CODE; size++) {
    base[size] = code - placed;
    for (let symbol = 0; symbol < count; symbol++) if (lengths[symbol] === size) order[placed++] = symbol;
    code = placed + base[size];
    if (placed > 0) limit[size] = code - 1;
    code <<= 1;
  }
  return { limit, base, order, shortest: Math.min(...lengths) };
}

function readSymbol(bits: BitReader, { limit, base, order, shortest }: Table): number {
  let code = bits.take(shortest);
  for (let length = shortest; length <= LONGEST_CODE; length++) {
    if (code <= limit[length]) {
      const place = code - base[length];
      if (place >= 0 && place < order.length) return order[place];
    }
    code = (code << 1) | bits.take(1);
  }
  throw new Bzip2Error('a block holds a code that no table has');
}

interface Codes {
  readonly symbols: readonly number[];
  readonly selectors: Uint8Array;
  readonly tables: readonly Table[];
}

/** The block as its packer sorted it: runs of the most recent byte are written as numbers, other bytes by how recent they are. */
function readSorted(
  bits: BitReader,
  { symbols, selectors, tables }: Codes,
  size: number,
): { sorted: Int32Array; length: number } {
  const sorted = new Int32Array(size);
  const recent = Uint8Array.from(symbols);
  const end = symbols.length + 1;
  let length = 0;
  let run = 0;
  let weight = 1;
  for (let read = 0; ; read++) {
    const symbol = readSymbol(bits, tableAt(read, selectors, tables));
    if (symbol <= 1) {
      run += weight << symbol;
      weight <<= 1;
      if (run > size) throw new Bzip2Error('a block is longer than it may be');
      continue;
    }
    if (length + run + 1 > size && (symbol !== end || length + run > size))
      throw new Bzip2Error('a block is longer than it may be');
    sorted.fill(recent[0], length, length + run);
    length += run;
    run = 0;
    weight = 1;
    if (symbol === end) return { sorted, length };
    const byte = recent[symbol - 1];
    recent.copyWithin(1, 0, symbol - 1);
    recent[0] = byte;
    sorted[length++] = byte;
  }
}

const TABLE_RUN = 50;

function tableAt(read: number, selectors: Uint8Array, tables: readonly Table[]): Table {
  const at = Math.floor(read / TABLE_RUN);
  if (at >= selectors.length) throw new Bzip2Error('a block is longer than it says');
  return tables[selectors[at]];
}

/** Undoes the sort (Burrows and Wheeler's transform). */
function unsort(sorted: Int32Array, length: number, origin: number): Uint8Array {
  const starts = new Int32Array(256);
  for (let at = 0; at < length; at++) starts[sorted[at] & 0xff]++;
  let sum = 0;
  for (let byte = 0; byte < 256; byte++) {
    sum += starts[byte];
    starts[byte] = sum - starts[byte];
  }
  // Each place keeps its byte in the low eight bits and, above them, the place that follows it.
  for (let at = 0; at < length; at++) sorted[starts[sorted[at] & 0xff]++] |= at << 8;
  const bytes = new Uint8Array(length);
  let place = sorted[origin] >>> 8;
  for (let at = 0; at < length; at++) {
    const entry = sorted[place];
    bytes[at] = entry & 0xff;
    place = entry >>> 8;
  }
  return bytes;
}

/** After four equal bytes a count says how many more there are. */
function unrun(bytes: Uint8Array, length: number): Unpacked {
  const pieces: Buffer[] = [];
  let piece = Buffer.allocUnsafe(PIECE);
  let filled = 0;
  let sum = -1;
  let before = -1;
  let equal = 0;
  for (let at = 0; at < length; at++) {
    const byte = bytes[at];
    const isCount = equal === 4;
    const times = isCount ? byte : 1;
    const written = isCount ? before : byte;
    for (let time = 0; time < times; time++) {
      if (filled === PIECE) {
        pieces.push(piece);
        piece = Buffer.allocUnsafe(PIECE);
        filled = 0;
      }
      piece[filled++] = written;
      sum = (sum << 8) ^ SUMS[(sum >>> 24) ^ written];
    }
    equal = isCount ? 0 : byte === before ? equal + 1 : 1;
    before = isCount ? -1 : byte;
  }
  if (filled > 0) pieces.push(piece.subarray(0, filled));
  return { pieces, sum: ~sum >>> 0 };
}

const PIECE = 1 << 18;

/** The check sum's table: the polynomial of Ethernet, highest bit first. */
const SUMS = Int32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte << 24;
  for (let bit = 0; bit < 8; bit++) sum = sum < 0 ? (sum << 1) ^ 0x04c11db7 : sum << 1;
  return sum;
});
