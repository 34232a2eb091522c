/** What is wrong with a text as such: each damage is a problem at its first place, and the article is read all the same. */
import { createExtractor } from '../../index.js';

const extractor = createExtractor();

/** Problems as `code at start`, in UTF-16 units. */
function problemsIn(text: string): readonly string[] {
  return extractor
    .extract({ identifier: 'text', text })
    .problems.map(({ code, start }) => `${code} at ${start}`);
}

test.each([
  ['sound', 'قال سامر العتيبي إن العمل مستمر.', []],
  ['empty', '', ['empty-text at 0']],
  ['white space only', ' \n\t\u00a0', ['empty-text at 0']],
  ['without Arabic', 'No Arabic here.', ['no-arabic at 0']],
  ['with control characters', 'قال\u0000 سامر\u0007 إن', ['control-character at 3']],
  ['with the delete character', 'قال \u007f سامر', ['control-character at 4']],
  ['with tabs, line and page breaks, which are no damage', 'قال\t\r\n\u000b\u000c سامر', []],
  ['with half an emoji', 'قال \ud83d سامر', ['lone-surrogate at 4']],
  ['with the other half', 'قال \ude00 سامر', ['lone-surrogate at 4']],
  ['with a whole emoji', 'قال \ud83d\ude00 سامر', []],
  ['with a lost character', 'قال \ufffd سامر', ['replacement-character at 4']],
  [
    'with several damages',
    '\ufffdقال \u0001 سامر \ud83d إن',
    ['replacement-character at 0', 'control-character at 5', 'lone-surrogate at 12'],
  ],
])('a text %s', (_what, text, expected) => {
  expect(problemsIn(text)).toEqual(expected);
});

test('what was found does not depend on the damage beside it', () => {
  const found = (text: string) =>
    extractor
      .extract({ identifier: 'text', text })
      .quotations.map(({ start, end }) => text.slice(start, end));
  expect(found('قال سامر العتيبي إن العمل \u0001مستمر. \ud83d')).toEqual(['العمل \u0001مستمر']);
});
