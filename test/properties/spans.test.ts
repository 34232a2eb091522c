/**
 * What holds of the document of every text, however odd: nothing is thrown, every span lies in the text and holds
 * something, and what must not overlap does not.
 */
import fc from 'fast-check';
import type { Document, Quotation, Span } from '../../index.js';
import { holds, read } from './reading.js';
import { anyText, everyKind, markLike, newsLike, runs } from './texts.js';

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
  expect(Object.entries(counts).filter(([, count]) => count < 4)).toEqual([]);
});

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

test('every span but that of a whole text’s problem holds something', () => {
  holds(everyKind, 200, (document) => {
    for (const [role, { start, end }] of spansOf(document))
      if (role !== 'empty-text' && role !== 'no-arabic')
        expect([role, document.article.text.slice(start, end)]).toEqual([role, expect.stringMatching(/\S/u)]);
  });
});

test('what is quoted is more than marks', () => {
  holds(everyKind, 200, ({ article, quotations }) => {
    for (const { start, end } of quotations)
      expect(article.text.slice(start, end)).toMatch(/[^\s\p{Punctuation}]/u);
  });
});

test('spans begin and end with what they hold, not with white space', () => {
  holds(everyKind, 200, (document) => {
    for (const [, { start, end }] of spansOf(document)) {
      const words = document.article.text.slice(start, end);
      expect(words.replace(/^[ \t\n\r]+|[ \t\n\r]+$/gu, '')).toBe(words);
    }
  });
});

test('mentions do not overlap', () => {
  holds(everyKind, 200, ({ entities }) => {
    const mentions = entities.flatMap((entity) => entity.mentions).toSorted((a, b) => a.start - b.start);
    for (const [index, mention] of mentions.entries())
      if (index > 0) expect(mention.start).toBeGreaterThanOrEqual(mentions[index - 1].end);
  });
});

test('quotations nest or follow each other', () => {
  holds(everyKind, 200, ({ quotations }) => {
    for (const [index, one] of quotations.entries())
      for (const other of quotations.slice(index + 1))
        expect([words(one), words(other), crosses(one, other)]).toEqual([words(one), words(other), false]);
  });
});

test('cue and speaker stand outside what is said', () => {
  holds(everyKind, 200, ({ quotations }) => {
    for (const { start, end, cue, speakerSpan } of quotations)
      for (const span of [cue, speakerSpan])
        if (span !== undefined) expect(span.end <= start || span.start >= end).toBe(true);
  });
});

test('verbatim parts stand inside what is said', () => {
  holds(everyKind, 200, ({ quotations }) => {
    for (const { kind, start, end, verbatim = [] } of quotations) {
      if (kind !== 'indirect') expect(verbatim).toEqual([]);
      for (const part of verbatim) {
        expect(part.start).toBeGreaterThanOrEqual(start);
        expect(part.end).toBeLessThanOrEqual(end);
      }
    }
  });
});

function words({ kind, start, end }: Quotation): string {
  return `${kind} ${start}-${end}`;
}

function crosses(a: Span, b: Span): boolean {
  const apart = a.end <= b.start || b.end <= a.start;
  const nested = (a.start <= b.start && a.end >= b.end) || (b.start <= a.start && b.end >= a.end);
  return !apart && !nested;
}

/** Every span of a document with the role that it has there. */
function spansOf({ entities, quotations, problems }: Document): (readonly [string, Span])[] {
  return [
    ...entities.flatMap(({ mentions }) => mentions.map((mention) => ['mention', mention] as const)),
    ...problems.map((problem) => [problem.code, problem] as const),
    ...quotations.flatMap(spansOfQuotation),
  ];
}

function spansOfQuotation(quotation: Quotation): (readonly [string, Span])[] {
  const { kind, cue, speakerSpan, verbatim = [], relay, addressee, onBehalfOf } = quotation;
  const single = { [kind]: quotation, cue, speakerSpan, relay: relay?.span, addressee: addressee?.span };
  const named = Object.entries({ ...single, onBehalfOf: onBehalfOf?.span });
  return [
    ...named.filter((entry): entry is [string, Span] => entry[1] !== undefined),
    ...verbatim.map((span) => ['verbatim', span] as const),
  ];
}
