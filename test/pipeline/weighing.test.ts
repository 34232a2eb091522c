/** Whom the sieves weighed for each quotation, kept for whoever asks: who was taken last, and why the others lost. */
import { createExtractor, createWeighing } from '../../index.js';

const extractor = createExtractor();

/** Candidates of the quotation of this number, as `name or words: why it lost`. */
function weighed(text: string, quotation: number): readonly string[] {
  const weighing = createWeighing();
  extractor.extract({ identifier: 'text', text }, [], weighing);
  return (weighing.candidates.get(quotation) ?? []).map(({ name, span, lost }) => {
    const words = span === undefined ? '-' : text.slice(span.start, span.end);
    return `${name ?? words}: ${lost ?? 'taken'}`;
  });
}

const TWO = 'قال سامر العتيبي إن العمل مستمر. ثم قالت ليلى منصور إن الميناء جاهز. ';

test('who spoke longer ago, and who does not agree with the verb', () => {
  expect(weighed(`${TWO}وأضافت أن السفن وصلت.`, 2)).toContain('سامر العتيبي: spoke longer ago');
  expect(weighed(`${TWO}وأضاف أن السفن وصلت.`, 2)).toContain(
    'ليلى منصور: gender or number is not that of the verb',
  );
});

test('every sieve that had somebody, in order, until one was taken', () => {
  const text = 'قالت ليلى منصور إن الجسر جاهز. سامر العتيبي في المكتب وتقول إن السفن وصلت.';
  expect(weighed(text, 1)).toEqual([
    'سامر العتيبي: the verb opens a clause of its own',
    'سامر العتيبي: gender or number is not that of the verb',
    'ليلى منصور: taken',
  ]);
});

test('nobody, where there is nobody', () => {
  expect(weighed('قال في الميناء إن العمل مستمر.', 0)).toEqual([]);
});

test('descriptions are weighed by their words', () => {
  const text =
    'قال مصدر في الميناء إن العمل مستمر. ثم قالت مديرة السوق إن الأسعار ثابتة. وأضاف أن السفن وصلت.';
  expect(weighed(text, 2)).toContain('مديرة السوق: gender or number is not that of the verb');
});

test('nothing is kept of an article that nobody asked about', () => {
  const weighing = createWeighing();
  extractor.extract({ identifier: 'text', text: `${TWO}وأضافت أن السفن وصلت.` });
  expect(weighing.candidates.size).toBe(0);
});
