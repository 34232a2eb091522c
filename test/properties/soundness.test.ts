/**
 * What holds of every text, however odd: nothing is thrown, every span lies in the text, the rows of the document
 * agree with each other, and the output is what the contract says. One extractor reads them all.
 */
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { createExtractor, type Document, type Span, serialize, toJsonLd } from '../../index.js';
import { anyText, everyKind, markLike, newsLike, runs } from './texts.js';

const extractor = createExtractor();
const schema = JSON.parse(readFileSync('output/contract/schema.json', 'utf8'));
const isValid = new Ajv2020({ strict: false, allErrors: true }).compile(schema);

function read(text: string): Document {
  return extractor.extract({ identifier: 'x', text });
}

/** Checks a property of the documents of generated texts; a failure shows the shortest text that breaks it. */
function holds(texts: fc.Arbitrary<string>, numRuns: number, property: (document: Document) => void): void {
  fc.assert(
    fc.property(texts, (text) => property(read(text))),
    runs(numRuns),
  );
}

describe.each([
  ['any string', anyText, 200],
  ['words, names, cues and marks', newsLike, 300],
  ['marks', markLike, 200],
] as const)('%s', (_, texts, numRuns) => {
  test('throws nothing and keeps every span in the text', () => {
    holds(texts, numRuns, (document) => {
      const { length } = document.article.text;
      for (const [role, { start, end }] of spansOf(document)) {
        const sound = Number.isInteger(start) && start >= 0 && start <= end && end <= length;
        expect([role, start, end, sound]).toEqual([role, start, end, true]);
      }
    });
  });
});

test('the generated texts hold enough of everything for the rest to mean something', () => {
  const documents = fc.sample(everyKind, runs(200)).map(read);
  const quotations = documents.flatMap((document) => document.quotations);
  const counts = {
    entities: documents.flatMap(({ entities }) => entities).length,
    quotations: quotations.length,
    kinds: new Set(quotations.map(({ kind }) => kind)).size,
    speakers: quotations.filter(({ speakers }) => speakers.length > 0).length,
    nested: quotations.filter(({ partOf }) => partOf !== undefined).length,
    problems: documents.flatMap(({ problems }) => problems).length,
  };
  console.log(counts);expect(Object.values(counts).every((count) => count >= 4)).toBe(true);
});

test('mentions and quotations are never empty', () => {
  holds(everyKind, 150, ({ article, entities, quotations }) => {
    for (const { start, end } of [...entities.flatMap(({ mentions }) => mentions), ...quotations])
      expect(article.text.slice(start, end).trim()).not.toBe('');
  });
});

test('mentions do not overlap', () => {
  holds(everyKind, 150, ({ entities }) => {
    const mentions = entities.flatMap((entity) => entity.mentions).toSorted((a, b) => a.start - b.start);
    for (const [index, mention] of mentions.entries())
      if (index > 0) expect(mention.start).toBeGreaterThanOrEqual(mentions[index - 1].end);
  });
});

test('mentions of an entity are in text order and of its type; entities are in order of their first', () => {
  holds(everyKind, 150, ({ entities }) => {
    for (const { type, mentions } of entities) {
      expect(mentions.length).toBeGreaterThan(0);
      expect(mentions.map(({ start }) => start)).toEqual(
        mentions.map(({ start }) => start).toSorted(ascending),
      );
      expect(new Set(mentions.map((mention) => mention.type))).toEqual(new Set([type]));
    }
    const firsts = entities.map(({ mentions }) => mentions[0].start);
    expect(firsts).toEqual(firsts.toSorted(ascending));
  });
});

test('quotations are in text order, and nest or follow each other', () => {
  holds(everyKind, 150, ({ quotations }) => {
    for (const [index, one] of quotations.entries())
      for (const other of quotations.slice(index + 1)) {
        expect(other.start).toBeGreaterThanOrEqual(one.start);
        expect(other.start >= one.end || other.end <= one.end || other.start === one.start).toBe(true);
      }
  });
});

test('rows that rest on others point at the right ones', () => {
  holds(everyKind, 150, ({ entities, quotations, article }) => {
    for (const [index, quotation] of quotations.entries()) {
      const { partOf, continues, speakers, resolution, abstention, verbatim = [], kind } = quotation;
      for (const other of [partOf, continues])
        if (other !== undefined) {
          expect(other).not.toBe(index);
          expect(quotations[other]).toBeDefined();
        }
      if (partOf !== undefined) {
        expect(quotations[partOf].start).toBeLessThanOrEqual(quotation.start);
        expect(quotations[partOf].end).toBeGreaterThanOrEqual(quotation.end);
      }
      if (continues !== undefined) expect(quotations[continues].start).toBeLessThan(quotation.start);
      for (const speaker of speakers) expect(entities).toContain(speaker);
      expect(abstention !== undefined).toBe(resolution === 'none');
      if (kind !== 'indirect') expect(verbatim).toEqual([]);
      for (const part of verbatim) {
        expect(part.start).toBeGreaterThanOrEqual(quotation.start);
        expect(part.end).toBeLessThanOrEqual(quotation.end);
      }
    }
    expect(article.text.isWellFormed()).toBe(true);
  });
});

test('the rows that enclose a row never come back to it', () => {
  holds(everyKind, 100, ({ quotations }) => {
    for (const start of quotations.keys())
      for (const link of ['partOf', 'continues'] as const) {
        let steps = 0;
        for (let at = quotations[start][link]; at !== undefined; at = quotations[at][link]) steps++;
        expect(steps).toBeLessThan(quotations.length);
      }
  });
});

test('every statement has evidence and a confidence between 0 and 1', () => {
  holds(everyKind, 100, ({ entities, quotations }) => {
    for (const { evidence, confidence } of [...entities.flatMap(({ mentions }) => mentions), ...quotations]) {
      expect(evidence.length).toBeGreaterThan(0);
      expect(confidence).toBeGreaterThan(0);
      expect(confidence).toBeLessThanOrEqual(1);
    }
  });
});

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

test('what was read before changes nothing: another extractor gives the same bytes', () => {
  const fresh = createExtractor();
  fc.assert(
    fc.property(newsLike, (text) => {
      expect(serialize(fresh.extract({ identifier: 'x', text }))).toBe(serialize(read(text)));
    }),
    runs(100),
  );
});

test('every slice of the output by code points is its text', () => {
  holds(everyKind, 150, (document) => {
    const output = toJsonLd(document, { withText: true, context: 'file' });
    const points = Array.from(output.articleBody ?? '');
    expect(output.textLength).toBe(points.length);
    for (const { start, end, text } of textSpans(output))
      expect(points.slice(start, end).join('')).toBe(text);
  });
});

test('the output is as the schema of the contract says', () => {
  holds(everyKind, 150, (document) => {
    for (const context of ['inline', 'file'] as const) {
      isValid(JSON.parse(serialize(document, { context, withText: true })));
      expect(isValid.errors).toBeNull();
    }
  });
});

test('every id of the output is given once', () => {
  holds(everyKind, 150, (document) => {
    const { mentions = [], quotations = [], problems = [] } = toJsonLd(document);
    const ids = [...mentions, ...quotations, ...problems].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const known = new Set(ids);
    for (const { speaker = [], partOf, continues } of quotations)
      for (const id of [...speaker, partOf, continues]) if (id !== undefined) expect(known).toContain(id);
  });
});

function ascending(a: number, b: number): number {
  return a - b;
}

/** Every span of a document with the role that it has there. */
function spansOf({ entities, quotations, problems }: Document): (readonly [string, Span])[] {
  return [
    ...entities.flatMap(({ mentions }) => mentions.map((mention) => ['mention', mention] as const)),
    ...problems.map((problem) => [problem.code, problem] as const),
    ...quotations.flatMap((quotation) => {
      const { cue, speakerSpan, verbatim = [], relay, addressee, onBehalfOf } = quotation;
      const named = { quotation, cue, speakerSpan, relay: relay?.span, addressee: addressee?.span };
      const others = verbatim.map((span) => ['verbatim', span] as const);
      const all = Object.entries({ ...named, onBehalfOf: onBehalfOf?.span });
      return [...all.filter((entry): entry is [string, Span] => entry[1] !== undefined), ...others];
    }),
  ];
}

/** Every object of the output that has offsets and the words between them. */
function textSpans(value: unknown): { start: number; end: number; text: string }[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(textSpans);
  const { start, end, text } = value as Partial<Record<'start' | 'end' | 'text', never>>;
  return start === undefined || end === undefined || text === undefined
    ? inner
    : [{ start, end, text }, ...inner];
}
