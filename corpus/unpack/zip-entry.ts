/**
 * One file of a zip archive: its name as a person may read it, and the bytes that it unpacks to. A file that cannot be read
 * (encrypted, packed in a rare way, damaged) has bytes that fail.
 */
import { isUtf8 } from 'node:buffer';
import { crc32 } from 'node:zlib';
import { getFileNameLowLevel, parseExtraFields } from 'yauzl';
import { InputDamage } from './damage.js';
import { Allowance, type UnpackLimits, within } from './limits.js';
import { type StreamPacking, unpackStream } from './packing.js';
import type { Pieces } from './pieces.js';

/** A file in an archive; its bytes are to be read before the next one is asked for. */
export interface ZippedFile {
  /** As the archive has it, made unique and without control characters. */
  readonly name: string;
  readonly bytes: Pieces;
}

/** What a head in the archive says of a file. */
export interface ZipHead {
  readonly flags: number;
  readonly method: number;
  readonly sum: number;
  readonly packedSize: number;
  readonly size: number;
  readonly name: Buffer;
  readonly extra: Buffer;
}

const ENCRYPTED = 0x01;
const UTF_8 = 0x800;

const METHODS: ReadonlyMap<number, StreamPacking | 'stored'> = new Map([
  [0, 'stored'],
  [8, 'deflate'],
  [12, 'bzip2'],
  [93, 'zstd'],
]);

/**
 * The bytes of a file.
 * @param name for messages
 * @param packed its bytes in the archive
 */
export async function* unpackedFile(
  head: ZipHead,
  name: string,
  packed: Pieces,
  limits: UnpackLimits,
): AsyncGenerator<Buffer> {
  const method = METHODS.get(head.method);
  if ((head.flags & ENCRYPTED) !== 0)
    throw new InputDamage('malformed', `${name}: is encrypted; unpack the archive with its password first`);
  if (method === undefined)
    throw new InputDamage(
      'malformed',
      `${name}: is packed with method ${head.method}, which is not read; unpack the archive first`,
    );
  const unpacked = method === 'stored' ? packed : unpackStream(name, method, packed);
  const allowance = new Allowance(name, limits, () => head.packedSize);
  yield* checked(head, name, within([allowance], unpacked));
}

async function* checked(head: ZipHead, name: string, bytes: Pieces): AsyncGenerator<Buffer> {
  let length = 0;
  let sum = 0;
  for await (const piece of bytes) {
    length += piece.length;
    sum = crc32(piece, sum);
    yield piece;
  }
  if (length !== head.size) throw damagedArchive(name, 'its size is wrong');
  if (sum !== head.sum) throw damagedArchive(name, 'its check sum is wrong');
}

export function damagedArchive(name: string, why: string): InputDamage {
  return new InputDamage('truncated', `${name}: the zip archive is damaged (${why}); fetch it again`);
}

export function cutArchive(name: string): InputDamage {
  return new InputDamage('truncated', `${name}: the zip archive ends too early; fetch it again`);
}

/** Gives each file that anybody would see a name of its own; nothing for folders and for what no folder shows. */
export class Names {
  private readonly taken = new Set<string>();

  nameOf(head: ZipHead): string | undefined {
    const plain = plainName(head);
    if (plain.endsWith('/') || plain.split('/').some((part) => HIDDEN.test(part))) return undefined;
    let own = plain;
    for (let time = 2; this.taken.has(own); time++) own = `${plain} (${time})`;
    this.taken.add(own);
    return own;
  }
}

/** `.DS_Store`, `__MACOSX/`, but not `..`. */
const HIDDEN = /^(?:\.[^.]|__MACOSX$)/u;

/** Many archives hold UTF-8 without saying so. */
function plainName({ flags, name, extra }: ZipHead): string {
  const decoded = getFileNameLowLevel(isUtf8(name) ? flags | UTF_8 : flags, name, fieldsOf(extra), false);
  return decoded.toWellFormed().replaceAll(/\p{Cc}/gu, '\uFFFD');
}

function fieldsOf(extra: Buffer): ReturnType<typeof parseExtraFields> {
  try {
    return parseExtraFields(extra);
  } catch {
    return [];
  }
}
