/**
 * What the extractor must reach on texts that are not ours to ship: annotated articles and constructions beside the
 * project, in `../shared`. Where that folder is absent, every test here is skipped, and says so.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createExtractor } from '../../index.js';
import { below, evaluate, type Figures } from '../fixtures/evaluation.js';

const SHARED = '../shared';
const present = existsSync(SHARED);
const whenPresent = present ? test : test.skip;
if (!present) console.warn(`${SHARED} is absent: the tests of shared articles and constructions are skipped`);

interface Demand {
  readonly floors: Figures;
  /** Of the marked words that are not speech, how many may be taken for it. */
  readonly most: (total: number) => number;
}

const DEMANDS: Readonly<Record<string, Demand>> = {
  seeds: { floors: { mentions: 93, content: 85, joint: 78, speaker: 92 }, most: () => 1 },
  news: { floors: { mentions: 72, content: 68, joint: 52, speaker: 80 }, most: (total) => 0.15 * total },
};

describe.each(Object.entries(DEMANDS))('%s', (set, { floors, most }) => {
  whenPresent('are read well enough', () => {
    const { figures, namesInMarks } = evaluate(
      createExtractor(),
      `${SHARED}/gold/${set}`,
      `${SHARED}/${set}`,
    );
    expect(below(figures, floors)).toEqual([]);
    expect(namesInMarks.taken).toBeLessThanOrEqual(most(namesInMarks.total));
  });
});

interface Construction {
  readonly id: number;
  readonly text: string;
  readonly quotes: readonly { readonly content: string }[];
}

whenPresent('of the constructions of reporting at least 50 are understood', () => {
  const extractor = createExtractor();
  const rows = readFileSync(`${SHARED}/linguistics/constructions.jsonl`, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Construction);
  const missed = rows.filter(({ text, quotes }) => {
    const { quotations } = extractor.extract({ identifier: 'construction', text });
    const found = quotations.map(({ start, end }) => text.slice(start, end));
    return quotes.length === 0
      ? found.length > 0
      : !quotes.every(({ content }) => found.some((words) => likeness(content, words) >= 0.8));
  });
  expect(rows.length).toBe(66);
  expect(rows.length - missed.length).toBeGreaterThanOrEqual(50);
});

/** Jaccard of the words of two contents; a complementizer at their beginning counts for nothing. */
function likeness(one: string, other: string): number {
  const a = wordsOf(one);
  const b = wordsOf(other);
  const both = [...a].filter((word) => b.has(word)).length;
  return both / (a.size + b.size - both);
}

function wordsOf(text: string): ReadonlySet<string> {
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.filter((word, index) => index > 0 || !/^[بو]?[أإا]ن$/u.test(word)));
}
