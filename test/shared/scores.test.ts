/**
 * What the extractor must reach on annotated articles that are not ours to ship, beside the project, in `../shared`.
 * Where that folder is absent, every test here is skipped, and says so.
 */
import { existsSync } from 'node:fs';
import { createExtractor } from '../../index.js';
import { below, evaluate, type Figures } from '../fixtures/evaluation.js';

const SHARED = '../shared';
const present = existsSync(SHARED);
const whenPresent = present ? test : test.skip;
if (!present) console.warn(`${SHARED} is absent: the tests of shared articles are skipped`);

interface Demand {
  readonly floors: Figures;
  /** Of the marked words that are not speech, how many may be taken for it. */
  readonly most: (total: number) => number;
}

const DEMANDS: Readonly<Record<string, Demand>> = {
  seeds: { floors: { mentions: 93, content: 94, joint: 92, speaker: 97 }, most: () => 0 },
  news: { floors: { mentions: 72, content: 95, joint: 87, speaker: 91 }, most: (total) => 0.04 * total },
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
