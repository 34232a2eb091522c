/** Packed inputs: every packing, one in another, cut or damaged at every byte, and archives that attack. */
import { gzipSync } from 'node:zlib';
import { BZIP2, GZIP, ZSTD } from '../../../tools/corpora/packed.js';
import { ARTICLE } from '../../../tools/corpora/texts.js';
import { type ZipEntry, zipFile } from '../../../tools/corpora/zip-file.js';
import { reader } from './packed.js';

const read = reader();
const TEXT = Buffer.from(ARTICLE);
const PACKINGS = [
  ['gzip', GZIP],
  ['bzip2', BZIP2],
  ['zstd', ZSTD],
] as const;

test.each(PACKINGS)('%s is unpacked, also several behind one another', async (_, packed) => {
  expect(await read(packed)).toEqual([{ name: 'input', bytes: TEXT }]);
  expect(await read(Buffer.concat([packed, packed]))).toEqual([
    { name: 'input', bytes: Buffer.concat([TEXT, TEXT]) },
  ]);
});

test.each(PACKINGS)('%s that is cut after any byte gives a beginning and one refusal', async (_, packed) => {
  for (let length = 4; length < packed.length; length++) {
    const [given, ...more] = await read(packed.subarray(0, length));
    expect(more).toEqual([]);
    expect(TEXT.subarray(0, given.bytes.length).equals(given.bytes)).toBe(true);
    expect(given).toMatchObject({ reason: 'truncated', message: expect.stringMatching(/^input: /u) });
  }
});

test.each(PACKINGS)(
  '%s with any flipped bit gives its text or a refusal',
  async (_, packed) => {
    for (let bit = 32; bit < packed.length * 8; bit += 13) {
      const damaged = Buffer.from(packed);
      damaged[bit >> 3] ^= 1 << (bit & 7);
      const [given] = await read(damaged);
      if (given.reason === undefined) expect(given.bytes.equals(TEXT)).toBe(true);
      else expect(['truncated', 'unpacking-limit', 'malformed']).toContain(given.reason);
    }
  },
  60_000,
);

test('packings in packings are unpacked, but not without end', async () => {
  let packed = gzipSync(
    zipFile([{ name: 'a/b.zip', content: zipFile([{ name: 'c.txt.gz', content: GZIP }]) }]),
  );
  expect(await read(packed)).toEqual([{ name: 'input/a/b.zip/c.txt.gz', bytes: TEXT }]);
  for (let time = 0; time < 5; time++) packed = gzipSync(packed);
  expect(await read(packed)).toMatchObject([
    { reason: 'unpacking-limit', message: expect.stringMatching(/packed more than 4 times/u) },
  ]);
});

const names = async (...entries: readonly ZipEntry[]) =>
  (await read(zipFile(entries))).map(({ name }) => name);
const named = (name: string | Buffer): ZipEntry => ({ name, content: TEXT });

test('names in archives are names: nothing in them leads anywhere', async () => {
  expect(await names(named('../a.txt'), named('/b.txt'), named('c\0d.txt'), named('e\\f.txt'))).toEqual([
    'input/../a.txt',
    'input//b.txt',
    'input/c\uFFFDd.txt',
    'input/e/f.txt',
  ]);
  expect(await names(named('a.txt'), named('a.txt (2)'), named('a.txt'))).toEqual([
    'input/a.txt',
    'input/a.txt (2)',
    'input/a.txt (3)',
  ]);
  expect(await names(named(Buffer.from('خبر.txt')), named(Buffer.from([0x82, 0x2e])))).toEqual([
    'input/خبر.txt',
    'input/\u00e9.',
  ]);
  expect(await names(named('folder/'), named('.hidden'), named('__MACOSX/x'), named('a/.b/c'))).toEqual([]);
});

test('what cannot be read in an archive does not disturb the rest', async () => {
  const entries = [
    { ...named('secret'), isEncrypted: true },
    { ...named('rare'), method: 14 },
    { ...named('wrong'), sum: 1 },
    { ...named('large'), isZip64: true, isDeflated: true },
    { ...named('bzip2'), packed: BZIP2, method: 12 },
  ];
  expect((await read(zipFile(entries))).map(({ bytes, reason }) => reason ?? bytes.length)).toEqual([
    'malformed',
    'malformed',
    'truncated',
    TEXT.length,
    TEXT.length,
  ]);
});

test('an archive that is cut gives the files before the place, and one refusal', async () => {
  const entries = [
    named('a.txt'),
    { ...named('b.txt'), isDeflated: true },
    { ...named('c.txt'), isZip64: true },
  ];
  const archive = zipFile(entries);
  const directory = archive.indexOf(Buffer.from('PK\x01\x02', 'latin1'));
  for (let length = 4; length < archive.length; length += 5) {
    const given = await read(archive.subarray(0, length));
    const whole = given.filter(({ reason }) => reason === undefined);
    for (const { bytes } of whole) expect(bytes.equals(TEXT)).toBe(true);
    // What is cut off the directory alone is no loss.
    if (length >= directory + 4) expect(given.length).toBe(entries.length);
    else expect([given.length - whole.length, given.at(-1)?.reason]).toEqual([1, 'truncated']);
  }
});

test('an archive whose sizes stood in its lost directory is refused', async () => {
  const archive = zipFile([{ ...named('a.txt'), isDeflated: true, isStreamed: true }]);
  expect(await read(archive)).toEqual([{ name: 'input/a.txt', bytes: TEXT }]);
  expect(await read(archive.subarray(0, -30))).toMatchObject([{ reason: 'truncated' }]);
});

test('a directory that lies gives refusals', async () => {
  const archive = zipFile([named('a.txt'), named('b.txt')]);
  for (let at = archive.length - 130; at < archive.length - 2; at++) {
    const damaged = Buffer.from(archive);
    damaged[at] ^= 0xff;
    for (const { bytes, reason } of await read(damaged))
      if (reason === undefined) expect(bytes.equals(TEXT)).toBe(true);
  }
});

test.each([
  ['xz', Buffer.from('\xfd7zXZ\0rest', 'latin1'), /packed with xz/u],
  ['7z', Buffer.from('7z\xbc\xaf\x27\x1crest', 'latin1'), /7z archive/u],
  ['tar', Buffer.concat([Buffer.alloc(257, 0x61), Buffer.from('ustar')]), /tar archive.*tar -xf/u],
  [
    'an office document',
    zipFile([named('[Content_Types].xml'), named('word/document.xml')]),
    /office program/u,
  ],
  ['a book', zipFile([named('mimetype'), named('OEBPS/1.xhtml')]), /a book; save it/u],
  ['tar in gzip', gzipSync(Buffer.concat([Buffer.alloc(257, 0x61), Buffer.from('ustar')])), /tar archive/u],
])('%s is named and refused', async (_, bytes, message) => {
  expect(await read(bytes)).toMatchObject([{ reason: 'malformed', message: expect.stringMatching(message) }]);
});
