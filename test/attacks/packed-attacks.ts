/** Packed inputs that lie about their size, their names or their end. */
import { gzipSync } from 'node:zlib';
import { soundIds, soundLines, soundText } from './articles.js';
import type { Attack } from './attack.js';
import { bzip2Bomb, gzipBomb, zip, zstdBomb, zstdOf } from './packed.js';

const NEIGHBOUR = { 'neighbour.txt': soundText(1000) };
const gzipped = (text: string) => gzipSync(Buffer.from(text));

/** Names that lead out of a folder where somebody unpacks them without looking. */
const NAMES = [
  '../../evil-1.txt',
  '/evil-2.txt',
  '..\\..\\evil-3.txt',
  'C:\\evil-4.txt',
  'evil\0-5.txt',
  'a/../../../evil-6.txt',
  './evil-7.txt',
  '~/evil-8.txt',
];

export const PACKED_ATTACKS: Readonly<Record<string, Attack>> = {
  'a gzip bomb behind sound lines': {
    files: { ...NEIGHBOUR, 'bomb.jsonl.gz': Buffer.concat([gzipped(soundLines(2)), gzipBomb(512)]) },
    articles: ['neighbour', ...soundIds(2)],
    quarantined: { 'unpacking-limit': 1 },
  },
  'a bzip2 bomb': {
    files: { ...NEIGHBOUR, 'bomb.txt.bz2': bzip2Bomb(100) },
    articles: ['neighbour'],
    quarantined: { 'unpacking-limit': 1 },
  },
  'a zstd bomb behind sound lines': {
    files: { ...NEIGHBOUR, 'bomb.jsonl.zst': Buffer.concat([zstdOf(soundLines(2)), zstdBomb(512)]) },
    articles: ['neighbour', ...soundIds(2)],
    quarantined: { 'unpacking-limit': 1 },
  },
  'gzip in gzip, twelve times': {
    files: {
      ...NEIGHBOUR,
      'onion.jsonl.gz': Array.from({ length: 12 }).reduce<Buffer>(
        (inner) => gzipSync(inner),
        Buffer.from(soundLines(1)),
      ),
    },
    articles: ['neighbour'],
    quarantined: { 'unpacking-limit': 1 },
  },
  'a zip bomb whose entries overlap': {
    files: {
      ...NEIGHBOUR,
      'bomb.zip': zip([{ name: 'a.txt', data: Buffer.alloc(66 * 2 ** 20, ' ') }], 500),
    },
    articles: ['neighbour'],
    quarantined: { 'unpacking-limit': 17 },
  },
  'names in a zip that lead elsewhere': {
    files: {
      ...NEIGHBOUR,
      'names.zip': zip(NAMES.map((name, index) => ({ name, data: Buffer.from(soundText(index)) }))),
    },
    articles: [
      'neighbour',
      'evil-1',
      'evil-2',
      'evil-3',
      'evil-4',
      'evil\ufffd-5',
      'evil-6',
      'evil-7',
      'evil-8',
    ],
  },
  'archives that end too early': {
    files: {
      ...NEIGHBOUR,
      'cut.jsonl.gz': cut(gzipped(soundLines(40))),
      'cut.jsonl.zst': cut(zstdOf(soundLines(40, 100))),
      'cut.jsonl.bz2': bzip2Bomb(3).subarray(0, 120),
      'cut.zip': cut(zip([{ name: 'a.txt', data: Buffer.from(soundText(3)) }])),
      'head.gz': gzipped(soundText()).subarray(0, 5),
      'head.zst': zstdOf(soundText()).subarray(0, 5),
      'head.bz2': bzip2Bomb(1).subarray(0, 5),
      'head.zip': Buffer.from('PK\x03\x04'),
    },
    articles: ['neighbour', ...soundIds(14)],
    quarantined: { truncated: 8 },
  },
  'packed noise': {
    files: {
      ...NEIGHBOUR,
      'noise.gz': Buffer.concat([gzipped('').subarray(0, 10), noise(5000)]),
      'noise.zst': Buffer.concat([Buffer.from([0x28, 0xb5, 0x2f, 0xfd]), noise(5000)]),
      'noise.bz2': Buffer.concat([Buffer.from('BZh9'), noise(5000)]),
      'noise.zip': Buffer.concat([Buffer.from('PK\x03\x04'), noise(5000)]),
      'noise.parquet': Buffer.concat([Buffer.from('PAR1'), noise(5000), Buffer.from('PAR1')]),
    },
    articles: ['neighbour'],
    quarantined: { malformed: 1, truncated: 4 },
  },
};

function cut(bytes: Buffer): Buffer {
  return bytes.subarray(0, Math.floor(bytes.length * 0.6));
}

/** Bytes without any order, the same each time. */
function noise(length: number): Buffer {
  let state = 12345;
  return Buffer.from(
    Array.from({ length }, () => {
      state = (Math.imul(state, 1103515245) + 12345) >>> 0;
      return state >>> 24;
    }),
  );
}
