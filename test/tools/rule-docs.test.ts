/** The page of rules is up to date, and tells of everything that evidence may name, and of nothing else. */
import { readFileSync } from 'node:fs';
import { createExtractor } from '../../index.js';
import { loadBuiltin } from '../../packs/builtin.js';
import { arabicBlocks } from '../../tools/rule-docs/arabic.js';
import { NAMES, QUOTATIONS, SPEAKERS } from '../../tools/rule-docs/evidence.js';
import { foundBy } from '../../tools/rule-docs/found.js';
import { rulesPage } from '../../tools/rule-docs/page.js';
import { filesUnder, read } from '../house/tree.js';

const extractor = createExtractor();
const { rules } = loadBuiltin();
const ENTRIES = [...NAMES, ...QUOTATIONS, ...SPEAKERS];

test('the page is what npm run docs writes', () => {
  expect(readFileSync('docs/rules.md', 'utf8')).toBe(rulesPage(rules, extractor));
});

test('whatever the code calls evidence has its entry, and every entry is in the code', () => {
  const families = 'names|mention|person|place|organization|quote|speaker';
  const named = filesUnder(['pipeline'], '.ts').flatMap((file) =>
    [...read(file).matchAll(new RegExp(`'((?:${families})/[a-z-]+)'`, 'gu'))].map(([, id]) => id),
  );
  const patterns = new Set(rules.map(({ id }) => id));
  const inCode = [...new Set(named)].filter((id) => !patterns.has(id)).sort();
  expect(ENTRIES.map(({ id }) => id).sort()).toEqual(inCode);
});

test.each(ENTRIES.map((entry) => [entry.id, entry] as const))(
  '%s is found in its example',
  (id, { example }) => {
    const document = extractor.extract({ identifier: 'example', text: example });
    expect(foundBy(id, document)).toBeDefined();
  },
);

test('no sentence is Markdown by accident', () => {
  const text = '- قال *هذا* [هنا] <b>\nثم & ذهب_اليوم';
  expect(arabicBlocks([{ text, bold: { start: 2, end: 5 } }, { text: 'ثم' }])).toBe(
    '<div dir="rtl">\n\n> \\- <b>قال</b> \\*هذا\\* \\[هنا\\] &lt;b>\n> ثم &amp; ذهب\\_اليوم\n\n> ثم\n\n</div>',
  );
});
