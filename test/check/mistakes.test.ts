/**
 * Every mistake that is counted is listed, with what differs and its words in context.
 */
import { inContext, printMistakes } from '../../check/errors.js';
import { listMistakes } from '../../check/mistakes.js';
import { entity, GOLD, prediction, said } from './gold-example.js';

const PREDICTED = prediction(
  [
    entity('Person', 'h', ['الحداد'], { name: 'الحداد' }),
    entity('Organization', 'b', ['بيروت'], { name: 'بيروت' }),
    entity('Place', 'd', ['دار الكتب']),
  ],
  [
    said('سيفتح يوم الأحد القادم', { speaker: ['b'] }),
    said('الطريق إلى', {}),
    said('دار الكتب', { kind: 'direct' }),
  ],
);
const MISTAKES = listMistakes([GOLD], [PREDICTED]);

test('each mistake has its kind and its note', () => {
  expect(MISTAKES[0].mistakes.map(({ kind, label, note }) => [kind, label, note])).toEqual([
    ['mention with other boundaries', 'Person', 'lacks at the start "سميرة"'],
    ['mention missed', 'Place', undefined],
    ['mention of wrong type', 'Place', 'said to be Organization'],
    ['mention spurious', 'Place', undefined],
    ['quotation with other boundaries', 'indirect', 'lacks at the start "الجسر"'],
    ['speaker wrong', 'indirect', 'gold: سميرة الحدّاد (Person); said: بيروت'],
    ['quotation spurious', 'quotation', undefined],
    ['quotation missed', 'indirect', 'nearest has 40 % of the words: lacks at the end "صيدا آمن تماما"'],
    ['quotation missed', 'direct', undefined],
    ['quotation spurious', 'direct', undefined],
  ]);
});

test('they are printed by kind, with place and context', () => {
  const printed = printMistakes(MISTAKES);
  expect(printed).toContain('quotation missed (2)\n  7 ');
  expect(printed).toMatch(/ 7 \d+–\d+ Place: said to be Organization\n {4}…?.*⟦بيروت⟧/u);
  expect(printMistakes(listMistakes([], []))).toBe('');
});

test('context counts code points and stays on one line', () => {
  expect(inContext(Array.from('😀ا\nب'), 1, 2)).toBe('😀⟦ا⟧⏎ب');
  expect(inContext(Array.from('ا'.repeat(200)), 100, 101)).toBe(`…${'ا'.repeat(60)}⟦ا⟧${'ا'.repeat(60)}…`);
});
