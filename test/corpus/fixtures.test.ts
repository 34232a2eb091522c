/**
 * Small corpora in every format, encoding and packing: each file of `fixtures/corpora/` is read, and its records are those of the
 * `.records.json` beside it. `ISNAD_UPDATE=1` writes these anew; the difference is to be read before it is committed.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { articleAt } from '../../corpus/list.js';
import { corpora } from '../../tools/build-corpora.js';
import { recordsOf } from './input.js';

const ROOT = path.resolve('fixtures/corpora');
const EXPECTED = '.records.json';
const NAMES = readdirSync(ROOT, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && !entry.name.endsWith(EXPECTED))
  .map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name)))
  .sort();

test.each(NAMES)('%s', async (name) => {
  const file = articleAt(path.join(ROOT, name));
  // A message names the file as it was named, which differs from machine to machine.
  const records = JSON.parse(
    JSON.stringify(await recordsOf(file)).replaceAll(JSON.stringify(ROOT).slice(1, -1), ''),
  );
  const expected = path.join(ROOT, `${name}${EXPECTED}`);
  if (process.env.ISNAD_UPDATE === '1') writeFileSync(expected, `${JSON.stringify(records, null, 2)}\n`);
  expect(existsSync(expected)).toBe(true);
  expect(records).toEqual(JSON.parse(readFileSync(expected, 'utf8')));
});

test('every expectation has its file', () => {
  const expectations = readdirSync(ROOT, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith(EXPECTED),
  );
  expect(expectations.map((name) => name.slice(0, -EXPECTED.length)).sort()).toEqual(NAMES);
});

test('what the tool writes is up to date', async () => {
  for (const [place, bytes] of await corpora()) {
    const kept = readFileSync(path.join(ROOT, place));
    // What zlib packs may differ with its version.
    if (/^(?:encodings|html)\//u.test(place)) expect(kept.equals(bytes)).toBe(true);
  }
});
