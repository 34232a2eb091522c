/** Bytes on their way to lines: bzip2 in all its shapes, damaged or not, and lines in pieces of any size. */
import { type Line, linesOf } from '../../corpus/lines.js';
import { Bzip2Error, unpackBzip2 } from '../../corpus/unpack/bzip2.js';
import { inPieces } from './samples.js';

// Packed by bzip2 itself: three lines, a run of 304 letters, and a last word; another stream; nothing.
const PACKED = Buffer.from(
  'QlpoMTFBWSZTWdPNsJkAABVRWoAQAAIgACOQCKAgAABgAAggADFMAACSjQaB6kqAcVTQMDK3zaakffPvxdyRThQkNPNsJkA=',
  'base64',
);
const SECOND = Buffer.from('QlpoOTFBWSZTWSaKAjQAAAKBgA4BiAAgACIYaDAHAphdyRThQkCaKAjQ', 'base64');
const NOTHING = Buffer.from('QlpoORdyRThQkAAAAAA=', 'base64');
const TEXT = `${'مرفأ\n'.repeat(3)}${'a'.repeat(304)}نهاية`;

async function unpacked(bytes: Buffer, size = bytes.length): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of unpackBzip2(inPieces(bytes, size))) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}

test.each([1, 7, 1000])('bzip2 in pieces of %d bytes', async (size) => {
  expect(await unpacked(PACKED, size)).toBe(TEXT);
  expect(await unpacked(Buffer.concat([PACKED, NOTHING, SECOND]), size)).toBe(`${TEXT}second`);
  expect(await unpacked(NOTHING, size)).toBe('');
});

test('every flipped bit of a packed text is noticed', async () => {
  for (let bit = 32; bit < PACKED.length * 8 - 8; bit++) {
    const damaged = Buffer.from(PACKED);
    damaged[bit >> 3] ^= 1 << (bit & 7);
    const text = await unpacked(damaged).catch((error: unknown) => {
      expect(error).toBeInstanceOf(Bzip2Error);
      return TEXT;
    });
    // What fills the last byte belongs to nothing.
    expect(text).toBe(TEXT);
  }
});

test.each([5, 20, 60])('bzip2 that ends after %d bytes is refused', async (length) => {
  await expect(unpacked(PACKED.subarray(0, length))).rejects.toThrow('it ends too early');
});

async function lines(text: string, size: number, longest?: number): Promise<Line[]> {
  const found: Line[] = [];
  for await (const batch of linesOf(inPieces(text, size), longest)) found.push(...batch);
  return found;
}

test.each([1, 3, 100])('lines in pieces of %d bytes', async (size) => {
  const found = await lines('واحد\r\n\nاثنان\nثلاثة', size);
  expect(found.map(({ number, bytes }) => [number, bytes?.toString()])).toEqual([
    [1, 'واحد'],
    [2, ''],
    [3, 'اثنان'],
    [4, 'ثلاثة'],
  ]);
});

test.each([2, 100])('a line that is too long is handed on without its bytes (pieces of %d)', async (size) => {
  const found = await lines(`abc\n${'x'.repeat(50)}\ndef\n`, size, 10);
  expect(found.map(({ number, bytes }) => [number, bytes?.toString()])).toEqual([
    [1, 'abc'],
    [2, undefined],
    [3, 'def'],
  ]);
});
