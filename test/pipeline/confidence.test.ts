/** Every rule and sieve of the quotations has its share in the table of confidences, and no share is for nothing. */
import { readdirSync, readFileSync } from 'node:fs';
import { confidenceOf } from '../../pipeline/confidence.js';

/** Ids that the code of a folder stamps, as `speaker/none`. */
function stamped(folder: string, family: string): readonly string[] {
  const code = readdirSync(folder).map((file) => readFileSync(`${folder}/${file}`, 'utf8'));
  const found = code.flatMap((text) => text.match(new RegExp(`['\`]${family}/[a-z-]+['\`]`, 'gu')) ?? []);
  return [...new Set(found.map((id) => id.slice(1, -1)))].sort();
}

const TABLE = readFileSync('pipeline/confidence.ts', 'utf8');
const listed = (family: string): readonly string[] =>
  (TABLE.match(new RegExp(`'${family}/[a-z-]+'(?=:)`, 'gu')) ?? []).map((id) => id.slice(1, -1)).sort();

test.each([
  ['quote', 'pipeline/quote'],
  ['speaker', 'pipeline/attribute'],
])('the table has every %s rule', (family, folder) => {
  expect(listed(family)).toEqual(stamped(folder, family));
});

test('a weaker verb and a weaker earlier sieve count', () => {
  const words = [{ rule: 'quote/cue-marks' }];
  const named = { rule: 'speaker/subject-behind-cue' };
  const described = { rule: 'speaker/last-speaker', because: [{ rule: 'speaker/description' }] };
  const sure = confidenceOf(words, 'strong', named);
  expect(sure).toBeGreaterThan(confidenceOf(words, 'weak', named));
  expect(sure).toBeGreaterThan(confidenceOf(words, 'strong', described));
  expect(confidenceOf(words, 'strong', { rule: 'speaker/last-speaker', because: [named] })).toBeGreaterThan(
    confidenceOf(words, 'strong', described),
  );
});
