/** What holds of the output of every text: it is what the contract says, sliced by code points, and always the same. */
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { createExtractor, serialize, toJsonLd } from '../../index.js';
import { loadBuiltin } from '../../packs/builtin.js';
import { asOneLine, OPTIONS } from '../output/one-line.js';
import { holds, read } from './reading.js';
import { everyKind, newsLike, runs } from './texts.js';

const schema = JSON.parse(readFileSync('output/contract/schema.json', 'utf8'));
const isValid = new Ajv2020({ strict: false, allErrors: true }).compile(schema);

test('the same text gives the same bytes, whatever was read in between', () => {
  fc.assert(
    fc.property(everyKind, everyKind, (text, other) => {
      const before = serialize(read(text));
      read(other);
      expect(serialize(read(text))).toBe(before);
    }),
    runs(100),
  );
});

test('an extractor that has read nothing yet, and compiled the lists itself, gives the same bytes', () => {
  const fresh = createExtractor({ knowledge: loadBuiltin() });
  fc.assert(
    fc.property(newsLike, (text) => {
      expect(serialize(fresh.extract({ identifier: 'x', text }))).toBe(serialize(read(text)));
    }),
    runs(100),
  );
});

test('every slice of the output by code points is its text', () => {
  holds(everyKind, 200, (document) => {
    const output = toJsonLd(document, { withText: true, context: 'file' });
    const points = Array.from(output.articleBody ?? '');
    expect(output.textLength).toBe(points.length);
    for (const { start, end, text } of textSpans(output))
      expect(points.slice(start, end).join('')).toBe(text);
  });
});

test('an emoji before a text moves every offset by one code point and changes nothing else', () => {
  holds(newsLike, 100, ({ article }) => {
    const near = textSpans(toJsonLd(read(`- ${article.text}`), { context: 'file' }));
    const far = textSpans(toJsonLd(read(`\u{1f600} ${article.text}`), { context: 'file' }));
    expect(far.filter(({ start }) => start > 1)).toEqual(near.filter(({ start }) => start > 1));
  });
});

test('the output is as the schema of the contract says', () => {
  holds(everyKind, 200, (document) => {
    for (const context of ['inline', 'file'] as const) {
      isValid(JSON.parse(serialize(document, { context, withText: true })));
      expect(isValid.errors).toBeNull();
    }
  });
});

test('the line is what JSON makes of the object', () => {
  holds(everyKind, 200, (document) => {
    for (const options of OPTIONS) expect(serialize(document, options)).toBe(asOneLine(document, options));
  });
});

test('the output is one line', () => {
  holds(everyKind, 100, (document) => {
    expect(serialize(document, { withText: true })).not.toMatch(/[\n\r\u0085\u2028\u2029]/u);
  });
});

test('every id of the output is given once, and every reference is to one of them', () => {
  holds(everyKind, 200, (document) => {
    const { mentions = [], quotations = [], problems = [] } = toJsonLd(document);
    const ids = [...mentions, ...quotations, ...problems].map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)]);
    for (const { speaker = [], partOf, continues } of quotations)
      for (const id of [...speaker, partOf, continues]) if (id !== undefined) expect(ids).toContain(id);
  });
});

interface TextSpan {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Every object of the output that has offsets and the words between them. */
function textSpans(value: unknown): TextSpan[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(textSpans);
  return isTextSpan(value) ? [{ start: value.start, end: value.end, text: value.text }, ...inner] : inner;
}

function isTextSpan(value: object): value is TextSpan {
  return 'start' in value && 'end' in value && 'text' in value;
}
