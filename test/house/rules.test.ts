/** What stands in `rules/` is known: every list has a source, every file is loaded, and what was built is up to date. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { loadBuiltin, openBuiltin } from '../../packs/builtin.js';
import { loadWholePack } from '../../packs/load.js';
import { LISTS } from '../../packs/schemas.js';
import { keyOf } from '../../packs/tsv.js';
import { buildImage } from '../../pipeline/lookup/build-image.js';
import { HEADER } from '../../pipeline/lookup/image.js';
import { filesUnder, read } from './tree.js';

const LIST_FILES = filesUnder(['rules/names', 'rules/words'], '.tsv');
const RULE_FILES = filesUnder(['rules/patterns'], '.yaml');

test('every list is one that packs know, and none of those is missing', () => {
  expect(LIST_FILES).toEqual(
    Object.values(LISTS)
      .map((schema) => `rules/${schema.path}`)
      .sort(),
  );
});

test.each(LIST_FILES)('%s has its origin, licence and date in SOURCES.md', (file) => {
  expect(existsSync('rules/SOURCES.md')).toBe(true);
  expect(read('rules/SOURCES.md')).toContain(path.basename(file));
});

test('what SOURCES.md names is there', () => {
  const named = read('rules/SOURCES.md').match(/\b[a-z-]+\.tsv\b/gu) ?? [];
  const known = LIST_FILES.map((file) => path.basename(file));
  expect([...new Set(named)].filter((name) => !known.includes(name))).toEqual([]);
});

test('there is nothing in rules/ but lists, rules and what describes them', () => {
  const described = [
    'rules/SOURCES.md',
    'rules/rule.schema.json',
    'rules/pack.schema.json',
    'rules/gold.schema.json',
    'rules/README.md',
    'rules/floors.json',
    'rules/firings.tsv',
  ];
  const stray = filesUnder(['rules'], '').filter(
    (file) => path.extname(file) !== '' && ![...LIST_FILES, ...RULE_FILES, ...described].includes(file),
  );
  expect(stray).toEqual([]);
});

const pack = loadWholePack('rules');

test('every person and organization of ours has a gender, which packs of others may not know', () => {
  const without = pack.names.filter(({ type, gender }) => type !== 'Place' && gender === undefined);
  expect(without.map(({ name }) => name)).toEqual([]);
});

test.each(RULE_FILES)('%s is loaded', (file) => {
  const { id } = parse(read(file)) as { id: string };
  expect(pack.rules.map((rule) => rule.id)).toContain(id);
});

test('no place of the gazetteer is a place written by hand as well', () => {
  const cellsOf = (file: string): string[][] =>
    read(file)
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((line) => line.split('\t'));
  const written = new Set(
    cellsOf('rules/names/places.tsv').flatMap(([name, aliases]) => [name, ...aliases.split('|')].map(keyOf)),
  );
  const twice = cellsOf('rules/names/gazetteer.tsv').filter(([name]) => written.has(keyOf(name)));
  expect(twice.map(([name]) => name)).toEqual([]);
});

test('every rule has a file of its own', () => {
  expect(pack.rules).toHaveLength(RULE_FILES.length);
});

test('the built pack is that of these files, and so is its image', () => {
  expect(loadBuiltin().digest).toBe(pack.digest);
  const image = Buffer.from(buildImage(pack).buffer);
  const kept = readFileSync(new URL('../../pack.bin', import.meta.url));
  expect(openBuiltin().digest).toBe(pack.digest);
  expect(kept.subarray(HEADER * 4).equals(image.subarray(HEADER * 4))).toBe(true);
});
