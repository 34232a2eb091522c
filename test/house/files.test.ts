/** How files are kept: short, opened by a comment, free of characters that nobody sees, and with no test left out. */
import { existsSync } from 'node:fs';
import { filesUnder, OURS, read, SHIPPED } from './tree.js';

const LONGEST = 420;
const CODE = filesUnder(SHIPPED, '.ts');

test.each(CODE)('%s is short enough to be read', (file) => {
  expect(read(file).split('\n').length).toBeLessThanOrEqual(LONGEST);
});

test('half of the files are about a hundred lines or fewer', () => {
  const lengths = CODE.map((file) => read(file).split('\n').length).sort((a, b) => a - b);
  expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThanOrEqual(120);
});

test.each(filesUnder([...SHIPPED, ...OURS], '.ts'))(
  '%s opens with a comment that says what it is',
  (file) => {
    expect(read(file)).toMatch(/^(#!.*\n)?\/\*\*\s+\S/u);
  },
);

/** Ranges of characters to be escaped: compatibility forms of Arabic letters, and all that nobody sees or can tell apart. */
const ESCAPED: readonly (readonly [number, number])[] = [
  [0x00, 0x08],
  [0x0b, 0x1f],
  [0x7f, 0xa0],
  [0xad, 0xad],
  [0x34f, 0x34f],
  [0x61c, 0x61c],
  [0x1680, 0x1680],
  [0x180e, 0x180e],
  [0x2000, 0x200f],
  [0x2028, 0x202f],
  [0x205f, 0x206f],
  [0x3000, 0x3000],
  [0xfb50, 0xfd3d],
  [0xfd40, 0xfe0f],
  [0xfe70, 0xfeff],
  [0xfff9, 0xfffc],
];

function mustBeEscaped(letter: string): boolean {
  const code = letter.codePointAt(0) ?? 0;
  return ESCAPED.some(([from, to]) => code >= from && code <= to);
}

const WRITTEN = [
  'rules',
  'starter',
  'docs',
  'README.md',
  'ARCHITECTURE.md',
  'CHANGELOG.md',
  'CONTRIBUTING.md',
];
const TEXTS = filesUnder(
  [...SHIPPED, ...OURS, ...WRITTEN].filter((place) => existsSync(place)),
  '.ts',
  '.yaml',
  '.tsv',
  '.md',
);

test.each(TEXTS)('%s has no character that nobody sees, and no presentation form', (file) => {
  const found = read(file)
    .split('\n')
    .flatMap((line, index) =>
      [...line]
        .filter(mustBeEscaped)
        .map((letter) => `line ${index + 1}: U+${letter.codePointAt(0)?.toString(16).padStart(4, '0')}`),
    );
  expect(found).toEqual([]);
});

test.each(filesUnder(['test'], '.ts'))('%s leaves no test out', (file) => {
  // A test that needs a neighbour of the project may be skipped where that is absent, through a name of its own.
  const words = ['describe', 'test', 'it'].join('|');
  expect(read(file)).not.toMatch(
    new RegExp(`\\b(?:${words})\\.(?:skip|only|todo)\\s*[(.]|\\b[fx](?:${words})\\(`, 'u'),
  );
});
