/** A pack of the user's own is compiled once; what was kept of it gives the same output, and damage is mended in silence. */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isnad, temporaryFolder } from './isnad.js';

const cwd = temporaryFolder();
mkdirSync(path.join(cwd, 'pack', 'names'), { recursive: true });
writeFileSync(
  path.join(cwd, 'pack', 'names', 'places.tsv'),
  'name\taliases\tkind\tcountry\tpopulation\tspelling\twikidata\tcertainty\treading\nدرزونة\t\tcity\t\t\tarabic\t\tsure\t\n',
);
writeFileSync(path.join(cwd, 'a.txt'), 'وصل الوفد إلى درزونة مساء أمس.\n');

const cache = path.join(cwd, 'cache');
const extract = (ISNAD_CACHE: string) =>
  isnad(['extract', 'a.txt', '--rules', 'pack'], { cwd, env: { ...process.env, ISNAD_CACHE } });

test('the same output without a cache, when it is filled, when it is read, and when it is damaged', () => {
  const { stdout, status } = extract('');
  expect(status).toBe(0);
  expect(stdout).toContain('درزونة');
  expect(extract(cache).stdout).toBe(stdout);
  const [kept] = readdirSync(cache);
  expect(kept).toMatch(/^[0-9a-f]{64}\.pack$/u);
  expect(extract(cache).stdout).toBe(stdout);
  writeFileSync(path.join(cache, kept), 'damaged');
  expect(extract(cache).stdout).toBe(stdout);
  expect(readdirSync(cache)).toEqual([kept]);
});

test('a cache that cannot be written stops nothing', () => {
  expect(extract(path.join(cwd, 'a.txt', 'no')).status).toBe(0);
});
