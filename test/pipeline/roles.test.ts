/**
 * Whose a title beside a name is: of this name, of the next one, or of whoever belongs to this one.
 */
import { createExtractor } from '../../index.js';

const extractor = createExtractor();

/** The titles of each person of a text. */
function titles(text: string): Readonly<Record<string, readonly string[]>> {
  const { entities } = extractor.extract({ identifier: 'text', text });
  return Object.fromEntries(
    entities.filter(({ type }) => type === 'Person').map(({ name, jobTitles }) => [name, jobTitles]),
  );
}

test.each([
  [
    'التقى سامر العتيبي، وزير الخارجية الروسي سيرغي لافروف.',
    { 'سامر العتيبي': [], 'سيرغي لافروف': ['وزير الخارجية الروسي'] },
  ],
  [
    'حضرت الوزيرة ليلى منصور ووزير النقل سامر العتيبي.',
    { 'ليلى منصور': ['الوزيرة'], 'سامر العتيبي': ['وزير النقل'] },
  ],
  ['حضرت ليلى منصور والمحامي سامر العتيبي.', { 'ليلى منصور': [], 'سامر العتيبي': ['المحامي'] }],
])('a title before a further name is its own: %s', (text, expected) => {
  expect(titles(text)).toEqual(expected);
});

test.each([
  ['قال سامر العتيبي، وزير النقل، إن العمل انتهى.', { 'سامر العتيبي': ['وزير النقل'] }],
  ['قال سامر العتيبي، رئيس جامعة الملك سعود، إن العمل انتهى.', { 'سامر العتيبي': ['رئيس جامعة الملك سعود'] }],
])('but: %s', (text, expected) => {
  expect(titles(text)).toEqual(expected);
});

test.each([
  ['حضرت ليلى منصور، زوجة سامر العتيبي، الحفل.', { 'ليلى منصور': ['زوجة سامر العتيبي'], 'سامر العتيبي': [] }],
  ['انتقد محامي سامر العتيبي الحكم.', { 'سامر العتيبي': [] }],
])('whose wife or lawyer is no title of that one: %s', (text, expected) => {
  expect(titles(text)).toEqual(expected);
});

test.each([
  ['انتقد المحامي سامر العتيبي الحكم.', { 'سامر العتيبي': ['المحامي'] }],
  ['انتقد محامي الدفاع سامر العتيبي الحكم.', { 'سامر العتيبي': ['محامي الدفاع'] }],
])('but: %s', (text, expected) => {
  expect(titles(text)).toEqual(expected);
});
