/** Bombs: small files that unpack to much. They are stopped at the bound, to the byte, and what is beside them is read. */
import { deflateRawSync, gzipSync } from 'node:zlib';
import { zipFile } from '../../../tools/corpora/zip-file.js';
import { reader } from './packed.js';

const read = reader();
const MIB = 2 ** 20;
const ZEROS = Buffer.alloc(40 * MIB);
const BOMB = gzipSync(ZEROS);

/** A frame of zstd with blocks that repeat one letter, 128 KiB each, of four bytes. */
function zstdBomb(blocks: number): Buffer {
  const run = (isLast: boolean) => {
    const block = Buffer.alloc(4, 0x61);
    block.writeUIntLE(((2 ** 17) << 3) | 2 | Number(isLast), 0, 3);
    return block;
  };
  const header = Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x00, 0x60]);
  return Buffer.concat([header, ...Array.from({ length: blocks }, (_, at) => run(at === blocks - 1))]);
}

test.each([
  ['gzip', BOMB],
  ['zstd', zstdBomb(400)],
])('a bomb of %s is stopped where its ratio is too high', async (_, bomb) => {
  const [{ bytes, ...rest }, ...more] = await read(bomb);
  expect(more).toEqual([]);
  expect(bytes.length).toBe(16 * MIB);
  expect(rest).toMatchObject({
    reason: 'unpacking-limit',
    message:
      'input: unpacks to more than 100 times its packed size; if it is no attack, allow more with --unpacked-ratio',
  });
});

test('bounds are what is asked for', async () => {
  expect((await read(BOMB, { unpackedRatio: 2000 }))[0].bytes.length).toBe(ZEROS.length);
  const [{ bytes, message }] = await read(BOMB, { unpackedBytes: 1000 });
  expect([bytes.length, message]).toEqual([
    1000,
    expect.stringMatching(/more than 1000 bytes.*--unpacked-bytes/u),
  ]);
  expect((await read(gzipSync(Buffer.alloc(MIB)), { unpackedRatio: 2 }))[0].reason).toBeUndefined();
});

test('a bomb in an archive leaves what is beside it', async () => {
  const archive = zipFile([
    { name: 'before.txt', content: Buffer.from('قبل') },
    { name: 'bomb', content: ZEROS, isDeflated: true },
    { name: 'bomb.gz', content: BOMB },
    { name: 'behind.txt', content: Buffer.from('بعد') },
  ]);
  const given = await read(archive);
  expect(given.map(({ name, reason }) => [name, reason])).toEqual([
    ['input/before.txt', undefined],
    ['input/bomb', 'unpacking-limit'],
    ['input/bomb.gz', 'unpacking-limit'],
    ['input/behind.txt', undefined],
  ]);
});

test('an archive whose files overlap is stopped by what they are together', async () => {
  const archive = overlapping(400);
  const given = await read(archive);
  expect(given.length).toBeLessThan(100);
  expect(given.at(-1)?.reason).toBe('unpacking-limit');
  const sum = given.reduce((bytes, { bytes: one }) => bytes + one.length, 0);
  expect(sum).toBeLessThanOrEqual(256 * MIB);
}, 60_000);

/** All entries of the directory point at the same data of 4 MiB. */
function overlapping(count: number): Buffer {
  const content = Buffer.alloc(4 * MIB);
  const single = zipFile([{ name: 'aaaa', content, isDeflated: true }]);
  const central = single.subarray(30 + 4 + deflateRawSync(content).length, -22);
  const directory = Array.from({ length: count }, (_, at) => {
    const entry = Buffer.from(central);
    entry.write(String(at).padStart(4, '0'), 46);
    return entry;
  });
  const end = Buffer.from(single.subarray(-22));
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(central.length * count, 12);
  return Buffer.concat([single.subarray(0, -22 - central.length), ...directory, end]);
}

test('a header that asks for gigabytes gets none', async () => {
  const large = Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x00, 0xff, 0x01, 0, 0]);
  const single = Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0xe0, 0, 0, 0, 0, 0x10, 0, 0, 0, 0x01, 0, 0]);
  for (const bytes of [large, single])
    expect(await read(bytes)).toMatchObject([
      { reason: 'unpacking-limit', message: expect.stringMatching(/MiB of memory.*unpack it first/u) },
    ]);
});
