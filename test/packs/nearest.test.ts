/** The word that was most likely meant. */
import { nearest } from '../../packs/nearest.js';

const KNOWN = ['id', 'says', 'match', 'makes', 'confidence'];

test.each([
  ['confidense', 'confidence'],
  ['Match', 'match'],
  ['say', 'says'],
  ['make', 'makes'],
  ['explanation', undefined],
])('%s', (given, meant) => {
  expect(nearest(given, KNOWN)).toBe(meant);
});
