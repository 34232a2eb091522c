/**
 * The body of an HTTP answer as it was meant: out of its chunks and unpacked, within bounds. Archives often keep the headers of a packing
 * that they undid themselves, so a body that is not packed as its headers say stays as it is.
 */
import { brotliDecompressSync, constants, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';
import { InputDamage } from '../unpack/damage.js';
import { JUDGED_FROM, UNPACKED_RATIO, type UnpackLimits } from '../unpack/limits.js';
import { packingOf } from '../unpack/packing.js';
import type { HttpHead } from './http-head.js';

/** @throws InputDamage for a body that unpacks to more than the bounds allow */
export function bodyOf(sent: Buffer, { headers }: HttpHead, limits: UnpackLimits, largest: number): Buffer {
  let body = /\bchunked\b/iu.test(headers.get('transfer-encoding') ?? '') ? withoutChunks(sent) : sent;
  const packings = (headers.get('content-encoding') ?? '').toLowerCase().split(',').reverse();
  for (const packing of packings.slice(0, MOST_PACKINGS))
    body = unpacked(body, packing.trim(), mostOf(body, limits, largest));
  return body;
}

const MOST_PACKINGS = 3;

function mostOf(
  { length }: Buffer,
  { unpackedRatio = UNPACKED_RATIO }: UnpackLimits,
  largest: number,
): number {
  return Math.min(largest, Math.max(JUDGED_FROM, length * unpackedRatio));
}

/** The data of each chunk; what does not look like a chunk is data, too. */
function withoutChunks(sent: Buffer): Buffer {
  const data: Buffer[] = [];
  let at = 0;
  while (at < sent.length) {
    const end = sent.indexOf('\n', at);
    const line = end < 0 || end - at > LONGEST_CHUNK_LINE ? '' : sent.toString('latin1', at, end).trim();
    const size = /^([\da-f]{1,8})\s*(?:;.*)?$/iu.exec(line)?.[1];
    if (size === undefined) {
      data.push(sent.subarray(at));
      break;
    }
    const length = Number.parseInt(size, 16);
    if (length === 0) break;
    data.push(sent.subarray(end + 1, end + 1 + length));
    at = end + 1 + length;
    while (sent[at] === 0x0d || sent[at] === 0x0a) at++;
  }
  return Buffer.concat(data);
}

const LONGEST_CHUNK_LINE = 256;

function unpacked(body: Buffer, packing: string, most: number): Buffer {
  const unpack = unpackerOf(body, packing);
  if (unpack === undefined || body.length === 0) return body;
  try {
    return unpack(body, { maxOutputLength: most, ...BEGINNING_IS_ENOUGH });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ERR_BUFFER_TOO_LARGE')
      throw new InputDamage('unpacking-limit', `unpacks to more than ${most} bytes`);
    return body;
  }
}

/** A body that the crawler cut short is read as far as it goes. */
const BEGINNING_IS_ENOUGH = { finishFlush: constants.Z_SYNC_FLUSH };

type Unpack = (body: Buffer, options: { maxOutputLength: number; finishFlush?: number }) => Buffer;

function unpackerOf(body: Buffer, packing: string): Unpack | undefined {
  if (packing === 'gzip' || packing === 'x-gzip') return packingOf(body) === 'gzip' ? gunzipSync : undefined;
  if (packing === 'br')
    return (bytes, { maxOutputLength }) => brotliDecompressSync(bytes, { maxOutputLength });
  // Some servers send deflate without the frame that the name asks for.
  if (packing === 'deflate') return (body[0] & 0x0f) === 8 ? inflateSync : inflateRawSync;
  return undefined;
}
