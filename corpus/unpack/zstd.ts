/**
 * Unpacks zstd (https://www.rfc-editor.org/rfc/rfc8878): finds frames and blocks itself and gives fzstd one block at a time, so that no
 * header makes it hold more than a window and nothing before a damaged place is lost. Several frames are one text; sums are
 * checked. Frames that need a dictionary are not read.
 */
import { Decompress } from 'fzstd';
import { createXXHash64, type IHasher } from 'hash-wasm';
import { ByteReader } from './byte-reader.js';
import type { Pieces } from './pieces.js';

/** Thrown when the bytes are no sound zstd, or ask for too much; the message says what is wrong. */
export class ZstdError extends Error {
  override readonly name = 'ZstdError';

  constructor(
    message: string,
    readonly kind: 'damaged' | 'truncated' | 'too-large' = 'damaged',
  ) {
    super(message);
  }
}

/** Unpacks; what is given comes block by block. */
export async function* unpackZstd(bytes: Pieces): AsyncGenerator<Buffer> {
  const reader = new ByteReader(bytes, () => new ZstdError('it ends too early', 'truncated'));
  const hash = await createXXHash64();
  while (!(await reader.isAtEnd())) {
    const magic = (await reader.take(4)).readUInt32LE();
    if (magic === FRAME) yield* unpackFrame(reader, hash);
    else if ((magic & ~0xf) >>> 0 === SKIPPED) await reader.skip((await reader.take(4)).readUInt32LE());
    else throw new ZstdError('a frame has a wrong beginning');
  }
}

const FRAME = 0xfd2fb528;
const SKIPPED = 0x184d2a50;
/** What zstd itself unpacks without being asked for more. */
const LARGEST_WINDOW = 2 ** 27;
const LARGEST_BLOCK = 2 ** 17;
const HAS_SUM = 0x04;

async function* unpackFrame(reader: ByteReader, hash: IHasher): AsyncGenerator<Buffer> {
  const header = await readHeader(reader);
  const blocks = new Blocks(header);
  hash.init();
  for (let isLast = false; !isLast; ) {
    const start = await reader.take(3);
    isLast = (start[0] & 1) === 1;
    const isRun = ((start[0] >> 1) & 3) === 1;
    const size = start.readUIntLE(0, 3) >> 3;
    if (size > LARGEST_BLOCK) throw new ZstdError('a block is longer than it may be');
    const unpacked = blocks.unpack(Buffer.concat([start, await reader.take(isRun ? 1 : size)]), isLast);
    if (unpacked.length === 0) continue;
    hash.update(unpacked);
    yield unpacked;
  }
  if ((header[4] & HAS_SUM) === 0) return;
  const sum = (await reader.take(4)).readUInt32LE();
  if (Number.parseInt(hash.digest().slice(-8), 16) !== sum) throw new ZstdError('its check sum is wrong');
}

/** The header of a frame, with its magic number. */
async function readHeader(reader: ByteReader): Promise<Buffer> {
  const flags = await reader.take(1);
  const isSingle = (flags[0] & 0x20) !== 0;
  const dictionary = [0, 1, 2, 4][flags[0] & 3];
  const size = [isSingle ? 1 : 0, 2, 4, 8][flags[0] >> 6];
  const rest = await reader.take((isSingle ? 0 : 1) + dictionary + size);
  if ((flags[0] & 0x08) !== 0) throw new ZstdError('a frame has a wrong beginning');
  if (dictionary > 0 && rest.readUIntLE(isSingle ? 0 : 1, dictionary) !== 0)
    throw new ZstdError('it was packed with a dictionary');
  const window = isSingle ? contentSize(rest.subarray(dictionary)) : windowOf(rest[0]);
  if (window > LARGEST_WINDOW)
    throw new ZstdError(`it asks for ${Math.ceil(window / 2 ** 20)} MiB of memory`, 'too-large');
  return Buffer.concat([Buffer.from([0x28, 0xb5, 0x2f, 0xfd]), flags, rest]);
}

function contentSize(bytes: Buffer): number {
  if (bytes.length === 8) return Number(bytes.readBigUInt64LE());
  return bytes.readUIntLE(0, bytes.length) + (bytes.length === 2 ? 256 : 0);
}

function windowOf(descriptor: number): number {
  const base = 2 ** (10 + (descriptor >> 3));
  return base + (base / 8) * (descriptor & 7);
}

/** A frame's blocks, one at a time. */
class Blocks {
  private pieces: Uint8Array[] = [];
  private readonly stream = new Decompress((piece) => this.pieces.push(piece));

  constructor(header: Buffer) {
    const withoutSum = Buffer.from(header);
    withoutSum[4] &= ~HAS_SUM;
    this.push(withoutSum);
  }

  /** What a block unpacks to. fzstd waits for 18 bytes of a frame, so a short one comes with its last block. */
  unpack(block: Buffer, isLast: boolean): Buffer {
    this.pieces = [];
    this.push(block);
    if (isLast) this.push(Buffer.alloc(0), true);
    return Buffer.concat(this.pieces);
  }

  private push(bytes: Buffer, isLast = false): void {
    try {
      this.stream.push(bytes, isLast);
    } catch (error) {
      throw new ZstdError((error as Error).message);
    }
  }
}
