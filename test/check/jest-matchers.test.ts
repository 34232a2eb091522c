/** The matchers for jest: what they accept and refuse, and what they say when they fail. */
import { matchersWith, toExtract, toQuote } from '../../check/jest/index.js';
import { createExtractor } from '../../index.js';
import { packWith } from './pack-folder.js';

expect.extend({ toExtract, toQuote });

const TEXT = 'قال وزير النقل الأردني سامر الحيدروسي إن «الجسر جاهز للسير»، وزار الحيدروسي إربد.';

test('a text names whom it names', () => {
  expect(TEXT).toExtract({ type: 'Person', words: 'سامر الحيدروسي' });
  expect(TEXT).toExtract({ words: 'الحيدروسي', name: 'سامر الحيدروسي' });
  expect(TEXT).toExtract({ type: 'Place' });
  expect(TEXT).not.toExtract({ type: 'Organization' });
  expect(TEXT).not.toExtract({ type: 'Place', words: 'سامر الحيدروسي' });
  expect('زار سيرغي لافروف عمّان').toExtract({ name: 'سيرغي لافروف' });
});

test('a text quotes whom it quotes', () => {
  expect(TEXT).toQuote({ speaker: 'سامر الحيدروسي', words: 'الجسر جاهز للسير', kind: 'mixed' });
  expect(TEXT).toQuote({ speaker: 'الحيدروسي' });
  expect(TEXT).not.toQuote({ speaker: null });
  expect(TEXT).not.toQuote({ kind: 'headline' });
  expect('قال مصدر أمني إن الطريق مغلق.').toQuote({ speaker: 'مصدر أمني', words: 'الطريق مغلق' });
});

test('a document that is extracted already will do', () => {
  const document = createExtractor().extract({ identifier: 'one', text: TEXT });
  expect(document).toExtract({ words: 'إربد' });
  expect(document).toQuote({ kind: 'mixed' });
});

function failure(run: () => void): string {
  try {
    run();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('the matcher passed');
}

test('what was found instead is said with its evidence and shown in the text', () => {
  expect(failure(() => expect(TEXT).toExtract({ type: 'Person', words: 'سامر' }))).toBe(
    [
      'expect(text).toExtract({ type, words })',
      '',
      'Wanted:',
      '  type: Person',
      '  words: سامر',
      'Found:',
      '  Person سامر الحيدروسي — person/title-name',
      '  Person الحيدروسي = سامر الحيدروسي — mention/short-form, because of person/title-name',
      '  Place إربد — names/listed (places:إربد)',
      'In:',
      '  قال وزير النقل الأردني ⟦سامر الحيدروسي⟧ إن «الجسر جاهز للسير»، وزار ⟦الحيدروسي⟧ ⟦إربد⟧.',
    ].join('\n'),
  );
  const message = failure(() => expect(TEXT).toQuote({ speaker: null, words: 'الجسر' }));
  expect(message).toContain('  speaker: none');
  expect(message).toMatch(/^ {2}mixed quotation of سامر الحيدروسي: الجسر جاهز للسير — \S+/mu);
  expect(message).toContain('«⟦الجسر جاهز للسير⟧»');
});

test('what should not have been found is said too, and nothing when nothing was', () => {
  const message = failure(() => expect(TEXT).not.toExtract({ words: 'إربد' }));
  expect(message).toContain('expect(text).not.toExtract({ words })');
  expect(message).toContain('Found all the same:\n  Place إربد');
  expect(failure(() => expect('لا أحد هنا').toQuote({ kind: 'direct' }))).toContain('Found:\n  nothing\n');
});

test.each([
  [() => expect(TEXT).toExtract({}), /toExtract is told nothing to look for; give type, words, name/u],
  [() => expect(TEXT).toQuote({ speeker: 'x' } as object), /toQuote knows no "speeker"; give speaker/u],
  [() => expect(7).toExtract({ type: 'Place' }), /toExtract reads a text or a document/u],
])('what is asked wrongly is refused', (run, message) => {
  expect(failure(run)).toMatch(message);
});

test('matchers read with the rules that they are given', () => {
  const own = matchersWith({ rules: [packWith()] });
  const text = 'نشرت صحيفة الرصيف صور الميناء';
  expect(own.toExtract(text, { words: 'صحيفة الرصيف', type: 'Organization' }).pass).toBe(true);
  expect(matchersWith(createExtractor()).toQuote(text, { kind: 'direct' }).pass).toBe(false);
});
