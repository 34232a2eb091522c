/** That the line is what `JSON.stringify` makes of the object, byte for byte, whatever the document holds. */
import fc from 'fast-check';
import { serialize, toJsonLd } from '../../output/json-ld.js';
import { quoted } from '../../output/line.js';
import type { JsonLdOptions } from '../../output/writing.js';
import type { Document } from '../../pipeline/document.js';
import { anyText, runs } from '../properties/texts.js';
import { anyDocument } from './any-document.js';
import { DOCUMENTS } from './documents.js';
import { asOneLine, OPTIONS } from './one-line.js';

test.each(Object.entries(DOCUMENTS))('%s', (_, document) => {
  for (const options of OPTIONS) expect(serialize(document, options)).toBe(asOneLine(document, options));
});

test('every UTF-16 unit is quoted as JSON does it, alone, in words, and behind half a character', () => {
  for (let unit = 0; unit < 0x10000; unit++) {
    if (unit === 0x85 || unit === 0x2028 || unit === 0x2029) continue;
    const letter = String.fromCharCode(unit);
    for (const text of [letter, `قال ${letter}x`, `\ud83d${letter}`])
      if (quoted(text) !== JSON.stringify(text)) throw new Error(`U+${unit.toString(16)}: ${quoted(text)}`);
  }
  expect(quoted('\u0085\u2028\u2029')).toBe('"\\u0085\\u2028\\u2029"');
});

test('a row that says nothing but its list of nothing has no stray comma', () => {
  const { article } = DOCUMENTS.plain;
  const bare: Document = { article, entities: [], quotations: [], problems: [] };
  expect(serialize(bare)).toBe(asOneLine(bare, {}));
});

const anyOptions: fc.Arbitrary<JsonLdOptions> = fc.record({
  context: fc.constantFrom(undefined, 'inline', 'file'),
  withText: fc.boolean(),
  generatedBy: fc.option(anyText, { nil: undefined }),
});

test('any document', () => {
  fc.assert(
    fc.property(anyDocument, anyOptions, (document, options) => {
      expect(serialize(document, options)).toBe(asOneLine(document, options));
    }),
    runs(400),
  );
});

test('things that start at one place get ids of their own, in any order, with ever more of what tells them apart', () => {
  fc.assert(
    fc.property(anyDocument, (document) => {
      const twice = { ...document, problems: [...document.problems, ...document.problems.toReversed()] };
      const { mentions = [], quotations = [], problems = [] } = toJsonLd(twice);
      const ids = [...mentions, ...quotations, ...problems].map(({ id }) => id);
      expect(ids).toEqual([...new Set(ids)]);
    }),
    runs(100),
  );
});
