/** Packed files as attackers make them: archives with names that lead elsewhere, and small files that unpack to a lot. */
import { crc32, deflateRawSync, gzipSync } from 'node:zlib';

const MEBIBYTE = 2 ** 20;

export interface ZippedFile {
  /** Written as it is: `../x`, `/x`, `x\0y`. */
  readonly name: string;
  readonly data: Uint8Array;
}

/**
 * A zip archive.
 * @param copies how many entries of the directory lead to each file; more than one is how a small archive becomes a bomb
 */
export function zip(files: readonly ZippedFile[], copies = 1): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, data } of files) {
    const packed = deflateRawSync(data, { level: 9 });
    const body = Buffer.concat([header(0x04034b50, 30, name, data, packed), Buffer.from(name), packed]);
    for (let copy = 0; copy < copies; copy++) {
      const copyName = copy === 0 ? name : name.replace(/(\.\w+)?$/u, `-${copy}$1`);
      directory.push(directoryEntry(copyName, data, packed, offset));
    }
    bodies.push(body);
    offset += body.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, central, end]);
}

function directoryEntry(name: string, data: Uint8Array, packed: Uint8Array, offset: number): Buffer {
  const entry = header(0x02014b50, 46, name, data, packed);
  entry.writeUInt32LE(offset, 42);
  return Buffer.concat([entry, Buffer.from(name)]);
}

/** What the header before a file and that in the directory share; the latter has two bytes more in front. */
function header(
  signature: number,
  length: number,
  name: string,
  data: Uint8Array,
  packed: Uint8Array,
): Buffer {
  const bytes = Buffer.alloc(length);
  const at = length === 46 ? 2 : 0;
  bytes.writeUInt32LE(signature, 0);
  bytes.writeUInt16LE(20, 4 + at);
  bytes.writeUInt16LE(0x800, 6 + at);
  bytes.writeUInt16LE(8, 8 + at);
  bytes.writeUInt32LE(crc32Of(data), 14 + at);
  bytes.writeUInt32LE(packed.length, 18 + at);
  bytes.writeUInt32LE(data.length, 22 + at);
  bytes.writeUInt16LE(Buffer.byteLength(name), 26 + at);
  return bytes;
}

function crc32Of(data: Uint8Array): number {
  return crc32(data as Buffer) >>> 0;
}

/** A gzip file of so many mebibytes of spaces. */
export function gzipBomb(mebibytes: number): Buffer {
  const member = gzipSync(Buffer.alloc(MEBIBYTE, ' '), { level: 9 });
  return Buffer.concat(Array.from({ length: mebibytes }, () => member));
}

/** The bzip2 file of 900,000 spaces, the most that one block holds. */
const SPACES_IN_BZIP2 = 'QlpoOTFBWSZTWWEWz1IABuSRAMAAAgAACCAAMMwJqmmUoTapKE8XckU4UJBhFs9S';

/** A bzip2 file of somewhat fewer mebibytes of spaces than said. */
export function bzip2Bomb(mebibytes: number): Buffer {
  const stream = Buffer.from(SPACES_IN_BZIP2, 'base64');
  return Buffer.concat(Array.from({ length: mebibytes }, () => stream));
}

/** No checksum, no size, a window of 128 KiB. */
const ZSTD_START = Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x00, 0x38]);

/** A zstd file of so many mebibytes of spaces: blocks that say “this byte, 131,072 times”. */
export function zstdBomb(mebibytes: number): Buffer {
  const size = 2 ** 17;
  const block = (isLast: boolean) => {
    const bytes = Buffer.alloc(4, ' ');
    bytes.writeUIntLE((size << 3) | (1 << 1) | (isLast ? 1 : 0), 0, 3);
    return bytes;
  };
  const blocks = mebibytes * (MEBIBYTE / size);
  return Buffer.concat([
    ZSTD_START,
    ...Array.from({ length: blocks }, (_, index) => block(index === blocks - 1)),
  ]);
}

/** A zstd file of text, not packed any smaller: the bytes as one raw block. */
export function zstdOf(text: string): Buffer {
  const bytes = Buffer.from(text);
  const head = Buffer.alloc(3);
  head.writeUIntLE((bytes.length << 3) | 1, 0, 3);
  return Buffer.concat([ZSTD_START, head, bytes]);
}
