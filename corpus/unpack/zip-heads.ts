/**
 * Reads a zip archive from its front, file by file, where its directory is missing because the archive was cut. Takes bytes; gives what
 * is whole and the beginning of what is not. Archives whose heads leave the sizes to the directory cannot be read so.
 */
import { ByteReader } from './byte-reader.js';
import type { UnpackLimits } from './limits.js';
import type { Pieces } from './pieces.js';
import {
  cutArchive,
  damagedArchive,
  Names,
  unpackedFile,
  type ZipHead,
  type ZippedFile,
} from './zip-entry.js';

const FILE = 0x04034b50;
const DIRECTORY = 0x02014b50;
const SIZES_FOLLOW = 0x08;
const IN_EXTRA = 0xffffffff;

/** @throws InputDamage where a head is cut or is none */
export async function* filesByHeads(
  bytes: Pieces,
  name: string,
  limits: UnpackLimits,
): AsyncGenerator<ZippedFile> {
  const reader = new ByteReader(bytes, () => cutArchive(name));
  const names = new Names();
  while (true) {
    const signature = (await reader.take(4)).readUInt32LE();
    if (signature === DIRECTORY) return;
    if (signature !== FILE) throw damagedArchive(name, 'a file has a wrong beginning');
    const head = await readHead(reader);
    if ((head.flags & SIZES_FOLLOW) !== 0 && head.packedSize === 0) throw cutArchive(name);
    const packed = { hasFailed: false, left: head.packedSize };
    const data = dataOf(reader, packed);
    const own = names.nameOf(head);
    if (own !== undefined) yield { name: own, bytes: unpackedFile(head, `${name}/${own}`, data, limits) };
    // Who read it has heard that it is cut.
    if (packed.hasFailed) return;
    await reader.skip(packed.left);
  }
}

async function readHead(reader: ByteReader): Promise<ZipHead> {
  const fixed = Buffer.from(await reader.take(26));
  const name = Buffer.from(await reader.take(fixed.readUInt16LE(22)));
  const extra = Buffer.from(await reader.take(fixed.readUInt16LE(24)));
  const sizes = largeSizes(extra);
  return {
    flags: fixed.readUInt16LE(2),
    method: fixed.readUInt16LE(4),
    sum: fixed.readUInt32LE(10),
    packedSize: fixed.readUInt32LE(14) === IN_EXTRA ? sizes.packed : fixed.readUInt32LE(14),
    size: fixed.readUInt32LE(18) === IN_EXTRA ? sizes.unpacked : fixed.readUInt32LE(18),
    name,
    extra,
  };
}

/** The field of 64 bits comes first where there is one. */
function largeSizes(extra: Buffer): { readonly unpacked: number; readonly packed: number } {
  if (extra.length < 20 || extra.readUInt16LE(0) !== 1) return { unpacked: IN_EXTRA, packed: IN_EXTRA };
  return { unpacked: Number(extra.readBigUInt64LE(4)), packed: Number(extra.readBigUInt64LE(12)) };
}

async function* dataOf(
  reader: ByteReader,
  packed: { hasFailed: boolean; left: number },
): AsyncGenerator<Buffer> {
  try {
    while (packed.left > 0) {
      const piece = await reader.some(packed.left);
      packed.left -= piece.length;
      yield piece;
    }
  } catch (error) {
    packed.hasFailed = true;
    throw error;
  }
}
