// The whole pack as tests, in one line; below it tests of your own, with this pack over the built-in one.
import { fileURLToPath } from 'node:url';
import { describeRules, matchersWith } from 'isnad/jest';

const pack = fileURLToPath(new URL('.', import.meta.url));

describeRules(pack);
expect.extend(matchersWith({ rules: [pack] }));

test('the desk is quoted by its name', () => {
  const text = 'وقالت صحيفة الرصيف إن العدد الجديد نفد.';
  expect(text).toExtract({ type: 'Organization', words: 'صحيفة الرصيف' });
  expect(text).toQuote({ speaker: 'صحيفة الرصيف', words: 'العدد الجديد نفد' });
});
