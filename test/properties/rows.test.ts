/** What holds of the rows of every document: their order, and that those which rest on others point at the right ones. */
import type { Quotation } from '../../index.js';
import { holds } from './reading.js';
import { everyKind } from './texts.js';

test('mentions of an entity are in text order and of its type', () => {
  holds(everyKind, 200, ({ entities }) => {
    for (const { type, mentions } of entities) {
      expect(mentions.length).toBeGreaterThan(0);
      expect(mentions.map(({ start }) => start)).toEqual(sorted(mentions.map(({ start }) => start)));
      expect(new Set(mentions.map((mention) => mention.type))).toEqual(new Set([type]));
    }
  });
});

test('entities are in order of their first mention, quotations and problems in text order', () => {
  holds(everyKind, 200, ({ entities, quotations, problems }) => {
    for (const starts of [
      entities.map(({ mentions }) => mentions[0].start),
      quotations.map(({ start }) => start),
      problems.map(({ start }) => start),
    ])
      expect(starts).toEqual(sorted(starts));
  });
});

test('names have letters, and the fullest form is no alternative to itself', () => {
  holds(everyKind, 200, ({ entities }) => {
    for (const { name, alternateNames, mentions } of entities) {
      for (const one of [name, ...alternateNames, ...mentions.map((mention) => mention.name)])
        expect(one).toMatch(/\p{L}|\p{N}/u);
      expect(alternateNames).not.toContain(name);
    }
  });
});

test('a row that is part of another lies in it, and a later piece behind it', () => {
  holds(everyKind, 200, ({ quotations }) => {
    for (const quotation of quotations) {
      const { partOf, continues } = quotation;
      if (partOf !== undefined) expect(encloses(quotations[partOf], quotation)).toBe(true);
      if (continues !== undefined) expect(quotations[continues].start).toBeLessThan(quotation.start);
    }
  });
});

test('a row that lies in a longer one says so', () => {
  holds(everyKind, 200, ({ quotations }) => {
    for (const quotation of quotations) {
      const around = quotations.filter((other) => encloses(other, quotation) && longer(other, quotation));
      if (around.length > 0) expect(quotation.partOf).toBeDefined();
    }
  });
});

test('no words are quoted twice by rows of one kind', () => {
  holds(everyKind, 200, ({ quotations }) => {
    const rows = quotations.map(({ kind, start, end }) => `${kind} ${start}-${end}`);
    expect(rows).toEqual([...new Set(rows)]);
  });
});

test('following the rows that enclose a row, or that it continues, never comes back to it', () => {
  holds(everyKind, 150, ({ quotations }) => {
    for (const start of quotations.keys())
      for (const link of ['partOf', 'continues'] as const) {
        let steps = 0;
        for (let at = quotations[start][link]; at !== undefined && steps < 1000; at = quotations[at][link])
          steps++;
        expect(steps).toBeLessThan(quotations.length);
      }
  });
});

test('speakers are entities of the document, and whoever has none says why', () => {
  holds(everyKind, 200, ({ entities, quotations }) => {
    for (const { speakers, resolution, abstention } of quotations) {
      for (const speaker of speakers) expect(entities).toContain(speaker);
      if (resolution === 'none') expect(speakers).toEqual([]);
      expect(abstention !== undefined).toBe(resolution === 'none');
    }
  });
});

test('every statement has evidence and a confidence between 0 and 1', () => {
  holds(everyKind, 150, ({ entities, quotations }) => {
    for (const { evidence, confidence } of [...entities.flatMap(({ mentions }) => mentions), ...quotations]) {
      expect(evidence.length).toBeGreaterThan(0);
      expect(confidence).toBeGreaterThan(0);
      expect(confidence).toBeLessThanOrEqual(1);
    }
  });
});

function sorted(numbers: readonly number[]): number[] {
  return numbers.toSorted((a, b) => a - b);
}

function encloses(outer: Quotation, inner: Quotation): boolean {
  return outer !== inner && outer.start <= inner.start && outer.end >= inner.end;
}

function longer(one: Quotation, other: Quotation): boolean {
  return one.end - one.start > other.end - other.start;
}
