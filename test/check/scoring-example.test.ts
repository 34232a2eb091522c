/**
 * The evaluator must agree with the reference scores to the last count. The reference is not part of the
 * project: where `../shared` is absent, the test says so and passes over it.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readGold } from '../../check/gold.js';
import { readPredictions } from '../../check/predictions.js';
import { score } from '../../check/score.js';

const SHARED = path.join(process.cwd(), '..', 'shared');
const EXAMPLE = path.join(SHARED, 'gold', 'scoring-example');
const isThere = existsSync(EXAMPLE);

(isThere ? test : test.skip)(`reference scores (skipped where ${EXAMPLE} is absent)`, () => {
  const gold = readGold(path.join(SHARED, 'gold', 'seeds'), path.join(SHARED, 'seeds'));
  const { intervals, ...scores } = score(gold, readPredictions(path.join(EXAMPLE, 'predictions.ndjsonld')));
  // By kind the reference counts recall only.
  expect(scores).toMatchObject(JSON.parse(readFileSync(path.join(EXAMPLE, 'scores.json'), 'utf8')));
  expect(intervals.quotations['joint with speaker'][0]).toBeLessThan(
    scores.quotations['joint with speaker'].F,
  );
  expect(intervals.quotations['joint with speaker'][1]).toBeGreaterThan(
    scores.quotations['joint with speaker'].F,
  );
});
