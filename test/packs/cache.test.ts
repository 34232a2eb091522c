/** Compiled packs in files: the same as the pack itself, checked when they are read, kept under a key of all that they depend on. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { cacheFolder, cacheKey, keep, recall } from '../../packs/cache.js';
import { readImageFile, writeImageFile } from '../../packs/image-file.js';
import { openPack } from '../../packs/open.js';
import { buildImage } from '../../pipeline/lookup/build-image.js';
import { openImage, type PackImage, ROWS } from '../../pipeline/lookup/image.js';
import { SMALL } from '../pipeline/layers.js';

const folder = mkdtempSync(path.join(tmpdir(), 'isnad-cache-'));
const before = process.env.ISNAD_CACHE;
beforeAll(() => {
  process.env.ISNAD_CACHE = path.join(folder, 'cache');
});
afterAll(() => {
  if (before === undefined) delete process.env.ISNAD_CACHE;
  else process.env.ISNAD_CACHE = before;
  rmSync(folder, { recursive: true });
});

const plain = (image: PackImage): unknown => ({
  digest: image.digest,
  rows: ROWS.map((list) => image.rows(list)),
  trie: image.trie,
  first: image.first,
  entries: image.entries,
});

test('an image gives the rows that it was built from', () => {
  const image = openPack(SMALL);
  for (const list of ROWS) expect(image.rows(list)).toEqual(JSON.parse(JSON.stringify(SMALL[list])));
  expect(image.row('names', 0)).toBe(image.row('names', 0));
});

test('an image in a file, or in memory that threads share, is the same', () => {
  const built = buildImage(SMALL);
  const file = path.join(folder, 'a.pack');
  writeImageFile(file, built);
  expect(plain(readImageFile(file)!)).toEqual(plain(openImage(built)!));
  const shared = new Int32Array(new SharedArrayBuffer(built.byteLength));
  shared.set(built);
  const opened = openImage(shared)!;
  expect(opened.trie.edges.buffer).toBe(shared.buffer);
  expect(opened.rows('names')).toEqual(openImage(built)!.rows('names'));
});

test('the rows of an open file are its own, though another has taken its name', () => {
  const file = path.join(folder, 'c.pack');
  writeImageFile(file, buildImage(SMALL));
  const opened = readImageFile(file)!;
  writeImageFile(file, buildImage({ ...SMALL, names: [] }));
  expect(opened.rows('names')).toEqual(openPack(SMALL).rows('names'));
  expect(readImageFile(file)!.rows('names')).toEqual([]);
});

test('a damaged, truncated or foreign file is no image, wherever the damage is', () => {
  const file = path.join(folder, 'b.pack');
  writeImageFile(file, buildImage(SMALL));
  const bytes = readFileSync(file);
  for (const at of [0, 5, 40, 60, bytes.length >> 1, bytes.length - 1]) {
    const damaged = Buffer.from(bytes);
    damaged[at] ^= 1;
    writeFileSync(file, damaged);
    expect(readImageFile(file)).toBeUndefined();
  }
  for (const length of [0, 3, 40, bytes.length - 4]) {
    writeFileSync(file, bytes.subarray(0, length));
    expect(readImageFile(file)).toBeUndefined();
  }
  expect(readImageFile(path.join(folder, 'absent.pack'))).toBeUndefined();
});

test('a file that cannot be written leaves nothing behind', () => {
  expect(() => writeImageFile(path.join(folder, 'no', 'c.pack'), buildImage(SMALL))).toThrow(/ENOENT/u);
  mkdirSync(path.join(folder, 'taken.pack'));
  expect(() => writeImageFile(path.join(folder, 'taken.pack'), buildImage(SMALL))).toThrow();
  expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
});

test('what was kept is found again; damage and another key find nothing', () => {
  keep('k', buildImage(SMALL));
  expect(recall('k')?.digest).toBe(openPack(SMALL).digest);
  expect(recall('other')).toBeUndefined();
  const [file] = readdirSync(path.join(folder, 'cache'));
  writeFileSync(path.join(folder, 'cache', file), 'damaged');
  expect(recall('k')).toBeUndefined();
});

test('no more than eight packs are kept', () => {
  for (let i = 0; i < 12; i++) keep(`n${i}`, buildImage(SMALL));
  expect(readdirSync(path.join(folder, 'cache'))).toHaveLength(8);
});

test('a key depends on the basis, the order of the packs, and every byte and name of their files', () => {
  const packs = ['one', 'two'].map((name) => path.join(folder, name));
  for (const pack of packs) mkdirSync(path.join(pack, 'names'), { recursive: true });
  const people = path.join(packs[0], 'names', 'people.tsv');
  writeFileSync(people, 'name\nسامي\n');
  const first = cacheKey('1', packs);
  expect(cacheKey('1', packs)).toBe(first);
  expect(cacheKey('2', packs)).not.toBe(first);
  expect(cacheKey('1', [...packs].reverse())).not.toBe(first);
  writeFileSync(path.join(packs[0], 'notes.txt'), 'not of the pack');
  expect(cacheKey('1', packs)).toBe(first);
  writeFileSync(people, 'name\nسالم\n');
  expect(cacheKey('1', packs)).not.toBe(first);
});

test('the folder of the cache is where the environment says', () => {
  expect(cacheFolder({ ISNAD_CACHE: '/a' })).toBe('/a');
  expect(cacheFolder({ ISNAD_CACHE: '' })).toBeUndefined();
  expect(cacheFolder({ XDG_CACHE_HOME: '/c' })).toBe('/c/isnad');
  expect(cacheFolder({})).toMatch(/\.cache.isnad$/u);
});
