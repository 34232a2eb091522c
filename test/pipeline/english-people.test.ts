/** People in Latin letters: what compromise knows as one person's name counts, and nothing else does. */
import { createExtractor } from '../../index.js';

const extractor = createExtractor();

function people(text: string): readonly string[] {
  return extractor
    .extract({ identifier: 'x', text })
    .entities.filter(({ type }) => type === 'Person')
    .map(({ name }) => name);
}

test.each([
  ['كتبت الباحثة Margaret Collins دراسة عن المياه', ['Margaret Collins']],
  ['في كتاب للمؤرخ (Robert James Wilson) صدر أمس', ['Robert James Wilson']],
])('%s', (text, names) => {
  expect(people(text)).toEqual(names);
});

test.each([
  'طرحت الشركة هاتفها Galaxy Note في الأسواق',
  'نشرت صحيفة Morning Post الخبر',
  'كتب George على الجدار',
  'قائمة: John, Smith',
  'Robert James Wilson Henry Clark Martin',
])('nobody in: %s', (text) => {
  expect(people(text)).toEqual([]);
});

test('it says why, and how little sure it is', () => {
  const [{ mentions }] = extractor.extract({
    identifier: 'x',
    text: 'في كتاب Margaret Collins نعم',
  }).entities;
  expect(mentions[0]).toMatchObject({ confidence: 0.5, evidence: [{ rule: 'person/english' }] });
});

test('a text of nothing but such names is read in bounded work', () => {
  expect(people('Margaret Collins، '.repeat(3000))).toEqual(['Margaret Collins']);
});
