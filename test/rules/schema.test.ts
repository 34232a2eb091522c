/** The schema that editors use agrees with the reader: every rule file that the pack accepts is valid by it. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'yaml';

const isValid = new Ajv2020({ strict: false, allErrors: true }).compile(
  JSON.parse(readFileSync('rules/rule.schema.json', 'utf8')),
);
const files = readdirSync('rules/patterns', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.yaml'))
  .sort();
const rule = parse(readFileSync(path.join('rules/patterns', files[0]), 'utf8'));

test.each(files)('%s', (name) => {
  isValid(parse(readFileSync(path.join('rules/patterns', name), 'utf8')));
  expect(isValid.errors ?? []).toEqual([]);
});

test('a rule may say what must not stand beside its match', () => {
  expect(isValid({ ...rule, unless: { before: '#Cue', after: '#Title' } })).toBe(true);
});

test.each([
  ['an unknown key', { ...rule, priority: 1 }],
  ['an "unless" that asks nothing', { ...rule, unless: {} }],
  ['an "unless" with an unknown side', { ...rule, unless: { behind: '#Title' } }],
  ['no sentence', { ...rule, says: undefined }],
  ['an unknown type', { ...rule, makes: { ...rule.makes, type: 'People' } }],
  ['a confidence above one', { ...rule, confidence: 9 }],
  ['one example', { ...rule, examples: rule.examples.slice(0, 1) }],
  [
    'an example without words to find',
    { ...rule, examples: rule.examples.map(({ text }: { text: string }) => ({ text })) },
  ],
  [
    'a near miss without a reason',
    { ...rule, nearMisses: rule.nearMisses.map(({ text }: { text: string }) => ({ text })) },
  ],
])('%s is refused', (_what, broken) => {
  expect(isValid(JSON.parse(JSON.stringify(broken)))).toBe(false);
});
