/** People with initials: two letters with full stops open a name, one stands inside it, and one alone may be a title. */
import { createExtractor } from '../../index.js';

const extractor = createExtractor();

function people(text: string): readonly string[] {
  return extractor
    .extract({ identifier: 'x', text })
    .entities.filter(({ type }) => type === 'Person')
    .flatMap(({ mentions }) => mentions.map(({ start, end }) => text.slice(start, end)));
}

test.each([
  ['صدرت رواية ك. ل. دورنغتون قبل عام', ['ك. ل. دورنغتون']],
  ['زار ر.م. كلاوزنبرغ المدينة', ['ر.م. كلاوزنبرغ']],
  ['التقى أنطون ف. دورنغتون بالوفد', ['أنطون ف. دورنغتون']],
])('%s', (text, names) => {
  expect(people(text)).toEqual(names);
});

test.each([
  ['الفقرة ب. تنص على غير ذلك'],
  ['أ. ب. ت. ث. ج. حروف على اللوح'],
  ['انتهى العمل في المبنى ج. وبدأ في المبنى د. صباحا'],
])('nobody in: %s', (text) => {
  expect(people(text)).toEqual([]);
});
