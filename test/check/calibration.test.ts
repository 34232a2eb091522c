/** Bins of confidence: what counts, where a bound lies, and that ours are worth what they say. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Bin, calibrate, calibrationTable } from '../../check/calibration.js';
import { readGold } from '../../check/gold.js';
import { parsePredictions } from '../../check/predictions.js';
import { createExtractor, serialize } from '../../index.js';

const [GOLD, TEXTS] = ['fixtures/gold', 'fixtures/articles'];
const gold = readGold(GOLD, TEXTS);
const extractor = createExtractor();
const saved = gold.map(({ id, file }) => {
  const text = readFileSync(path.join(TEXTS, file), 'utf8');
  return serialize(extractor.extract({ identifier: id, text, source: file }));
});
const predictions = parsePredictions(saved.join('\n'), GOLD);

/** The same predictions, all with one confidence. */
function withConfidence(confidence: string | undefined): readonly Bin[] {
  return calibrate(
    gold,
    predictions.map(({ quotations = [], ...article }) => ({
      ...article,
      quotations: quotations.map((row) => ({ ...row, confidence })),
    })),
  );
}

test('what is said with 0.9 and more is right at least nine times of ten', () => {
  const [surest] = calibrate(gold, predictions);
  expect(surest.from).toBe(0.9);
  expect(surest.count).toBeGreaterThan(100);
  expect(surest['content and speaker']).toBeGreaterThanOrEqual(90);
});

test('what is said with less is right less often', () => {
  const [surest, ...others] = calibrate(gold, predictions);
  const count = others.reduce((sum, bin) => sum + bin.count, 0);
  const right = others.reduce((sum, bin) => sum + bin.count * bin['content and speaker'], 0);
  expect(right / count).toBeLessThan(surest['content and speaker']);
});

test('a bound belongs to the bin above it', () => {
  expect(withConfidence('0.90').map(({ from }) => from)).toEqual([0.9]);
  expect(withConfidence('0.89').map(({ from }) => from)).toEqual([0.8]);
});

test('every quotation that counts is in one bin', () => {
  const total = (bins: readonly Bin[]): number => bins.reduce((sum, { count }) => sum + count, 0);
  expect(total(calibrate(gold, predictions))).toBe(total(withConfidence('0.5')));
});

test('predictions without confidence give no table', () => {
  expect(withConfidence(undefined)).toEqual([]);
  expect(calibrationTable([])).toBe('');
});

test('the table has a line a bin', () => {
  const bins = [{ from: 0.9, count: 12, content: 100, 'content and speaker': 91.7 }];
  expect(calibrationTable(bins)).toMatch(/0\.9 and more +12 +100\.0 +91\.7/u);
});
