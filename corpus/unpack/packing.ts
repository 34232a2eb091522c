/**
 * How bytes are packed, by their first bytes and never by a suffix; and the streams of bytes that are in them. Packings that are
 * not read are known too, so that a person hears what the file is.
 */
import { Bzip2Error, unpackBzip2 } from './bzip2.js';
import { InputDamage } from './damage.js';
import { gunzip, inflate } from './inflate.js';
import type { Pieces } from './pieces.js';
import type { ZstdError } from './zstd.js';

/** Packings of one stream of bytes. */
export type StreamPacking = 'gzip' | 'bzip2' | 'zstd' | 'deflate';
export type Packing = Exclude<StreamPacking, 'deflate'> | 'zip';

/** So many first bytes tell how something is packed. */
export const TELLING = 262;

/** How something is packed; `undefined` where it is not, or in a way that is not read. */
export function packingOf(beginning: Uint8Array): Packing | undefined {
  return PACKINGS.find(([, at, magic]) => startsWith(beginning, at, magic))?.[0];
}

/** What something is that is packed in a way that is not read, with advice. */
export function unreadPacking(beginning: Uint8Array): string | undefined {
  return UNREAD.find(([, at, magic]) => startsWith(beginning, at, magic))?.[0];
}

/**
 * The unpacked bytes; what is unsound about them is thrown as `InputDamage`, behind all that came before it.
 * @param name for messages
 */
export async function* unpackStream(
  name: string,
  packing: StreamPacking,
  bytes: Pieces,
): AsyncGenerator<Buffer> {
  try {
    if (packing === 'gzip') yield* gunzip(bytes);
    else if (packing === 'deflate') yield* inflate(bytes);
    else if (packing === 'bzip2') yield* unpackBzip2(bytes);
    else yield* (await import('./zstd.js')).unpackZstd(bytes);
  } catch (error) {
    throw damageOf(name, error);
  }
}

type Known<What> = readonly [What, at: number, magic: string];

const PACKINGS: readonly Known<Packing>[] = [
  ['gzip', 0, '\x1f\x8b'],
  ['bzip2', 0, 'BZh'],
  ['zstd', 0, '\x28\xb5\x2f\xfd'],
  ...Array.from(
    { length: 16 },
    (_, low): Known<Packing> => ['zstd', 0, `${String.fromCharCode(0x50 + low)}\x2a\x4d\x18`],
  ),
  ['zip', 0, 'PK\x03\x04'],
  ['zip', 0, 'PK\x05\x06'],
];

const UNREAD: readonly Known<string>[] = [
  ['packed with xz; unpack it first (xz -d FILE)', 0, '\xfd7zXZ'],
  ['packed with lz4; unpack it first (lz4 -d FILE)', 0, '\x04\x22\x4d\x18'],
  ['packed with compress; unpack it first (uncompress FILE)', 0, '\x1f\x9d'],
  ['a 7z archive; unpack it and name the folder', 0, '7z\xbc\xaf\x27\x1c'],
  ['a rar archive; unpack it and name the folder', 0, 'Rar!\x1a\x07'],
  ['one volume of several of a zip archive; join them first', 0, 'PK\x07\x08'],
  ['a tar archive; unpack it and name the folder (tar -xf FILE)', 257, 'ustar'],
];

function startsWith(beginning: Uint8Array, at: number, magic: string): boolean {
  for (let place = 0; place < magic.length; place++)
    if (beginning[at + place] !== magic.charCodeAt(place)) return false;
  return true;
}

/** The error of an unpacker as damage; what comes from elsewhere stays as it is. */
function damageOf(name: string, error: unknown): unknown {
  const { code, name: kind, message } = error as NodeJS.ErrnoException;
  if (kind === 'ZstdError' && (error as ZstdError).kind === 'too-large')
    return new InputDamage(
      'unpacking-limit',
      `${name}: ${message} to be unpacked; unpack it first (zstd -d --long=31 FILE)`,
    );
  const isUnpacker = error instanceof Bzip2Error || kind === 'ZstdError' || code?.startsWith('Z_');
  if (!isUnpacker) return error;
  const isShort = code === 'Z_BUF_ERROR' || message === 'it ends too early';
  return new InputDamage(
    'truncated',
    isShort
      ? `${name}: the packed file ends too early; fetch it again`
      : `${name}: the packed file is damaged (${message}); fetch it again`,
  );
}
