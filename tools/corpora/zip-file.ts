/**
 * Writes zip archives as other programs would not: with entries of one name, names that lead out of the folder, wrong sums, flags of
 * encryption, sizes of 64 bits. Takes entries, gives the bytes; entries are stored or deflated.
 */
import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipEntry {
  readonly name: string | Buffer;
  readonly content: Buffer;
  readonly isDeflated?: boolean;
  /** The content as `method` packs it. */
  readonly packed?: Buffer;
  readonly isEncrypted?: boolean;
  /** Instead of what the content is. */
  readonly sum?: number;
  readonly method?: number;
  /** Its sum and sizes stand in the directory only. */
  readonly isStreamed?: boolean;
  /** Sizes in the extra field of 64 bits. */
  readonly isZip64?: boolean;
}

export function zipFile(entries: readonly ZipEntry[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const entry of entries) {
    const { head, central } = headers(entry, at);
    const data = packed(entry);
    locals.push(head, data);
    directory.push(central);
    at += head.length + data.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, central, end]);
}

function packed({ content, packed: given, isDeflated = false }: ZipEntry): Buffer {
  return given ?? (isDeflated ? deflateRawSync(content) : content);
}

const UTF_8 = 0x800;
const ENCRYPTED = 1;
const LARGE = 0xffffffff;

function headers(entry: ZipEntry, at: number): { readonly head: Buffer; readonly central: Buffer } {
  const { content, isDeflated = false, isEncrypted = false, isZip64 = false, isStreamed = false } = entry;
  const name = Buffer.from(entry.name);
  const size = packed(entry).length;
  const common = Buffer.alloc(26);
  common.writeUInt16LE(45, 0);
  common.writeUInt16LE(
    typeof entry.name === 'string' ? UTF_8 | Number(isEncrypted) : Number(isEncrypted) & ENCRYPTED,
    2,
  );
  common.writeUInt16LE(entry.method ?? (isDeflated ? 8 : 0), 4);
  common.writeUInt32LE(entry.sum ?? crc32(content), 10);
  common.writeUInt32LE(isZip64 ? LARGE : size, 14);
  common.writeUInt32LE(isZip64 ? LARGE : content.length, 18);
  common.writeUInt16LE(name.length, 22);
  const extra = isZip64 ? sizesOf64Bits(content.length, size) : Buffer.alloc(0);
  common.writeUInt16LE(extra.length, 24);
  const head = Buffer.concat([signature(0x04034b50), isStreamed ? streamed(common) : common, name, extra]);
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(at, 10);
  const central = Buffer.concat([signature(0x02014b50), Buffer.from([45, 0]), common, rest, name, extra]);
  return { head, central };
}

function streamed(common: Buffer): Buffer {
  const bytes = Buffer.from(common);
  bytes.writeUInt16LE(bytes.readUInt16LE(2) | 8, 2);
  return bytes.fill(0, 10, 22);
}

function sizesOf64Bits(unpacked: number, size: number): Buffer {
  const extra = Buffer.alloc(20);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(16, 2);
  extra.writeBigUInt64LE(BigInt(unpacked), 4);
  extra.writeBigUInt64LE(BigInt(size), 12);
  return extra;
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
