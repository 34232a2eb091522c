/** Examples and near misses are tried alone and among all rules, and each trial says what was found. */
import { type Trial, tryAlone, tryAmongAll, tryRules } from '../../check/examples.js';
import { createExtractor } from '../../index.js';
import { PENNED, PENNED_EXAMPLES, ruleOf } from './small-rules.js';

const all = createExtractor();
const penned = ruleOf(PENNED + PENNED_EXAMPLES);

function brief({ kind, number, among, passes, expected, found }: Trial): string {
  const words = found.map((one) => `${one.type} ${one.words} (${one.by.join()})`);
  return `${kind} ${number} ${among} ${passes ? 'passes' : 'fails'}: ${expected ?? 'nothing'} / ${words.join(', ') || 'nothing'}`;
}

test('a sound rule passes alone and among all', () => {
  const trials = tryRules(all.withRules([penned]), [penned]);
  expect(trials.map(brief)).toEqual([
    'example 1 alone passes: Person هديل المرعشلي / Person هديل المرعشلي (person/tested)',
    'example 2 alone passes: Person زاهر قندلفت / Person زاهر قندلفت (person/tested)',
    'near miss 1 alone passes: nothing / nothing',
    'near miss 2 alone passes: nothing / nothing',
    'example 1 all passes: Person هديل المرعشلي / Person هديل المرعشلي (person/tested)',
    'example 2 all passes: Person زاهر قندلفت / Person زاهر قندلفت (person/tested)',
    'near miss 1 all passes: nothing / nothing',
    'near miss 2 all passes: nothing / nothing',
  ]);
});

test('a rule that finds other words fails, and its trial says which', () => {
  const short = ruleOf(PENNED.replace('#NameNext{1,2}', '') + PENNED_EXAMPLES);
  expect(tryAlone(all, short).slice(0, 1).map(brief)).toEqual([
    'example 1 alone fails: Person هديل المرعشلي / Person هديل (person/tested)',
  ]);
});

test('a variant of the rule is held to the examples of the rule', () => {
  const place = { ...penned, makes: { ...penned.makes, type: 'Place' } as const };
  expect(tryAlone(all, penned, place).slice(0, 1).map(brief)).toEqual([
    'example 1 alone fails: Person هديل المرعشلي / Place هديل المرعشلي (person/tested)',
  ]);
});

test('a rule that is not silent on its near miss fails', () => {
  const loose = ruleOf(PENNED.replace('#NameFirst #NameNext{1,2}', '.{1,2}') + PENNED_EXAMPLES);
  expect(
    tryAlone(all, loose)
      .filter(({ kind }) => kind === 'near miss')
      .map(brief),
  ).toEqual([
    'near miss 1 alone fails: nothing / Person أزرق جديد (person/tested)',
    'near miss 2 alone fails: nothing / Person ناعمة (person/tested)',
  ]);
});

test('among all, a list row or another rule may find the words of an example, but alone the rule must', () => {
  const listed = ruleOf(
    PENNED + PENNED_EXAMPLES.replaceAll('هديل المرعشلي', 'سيرغي لافروف').replace('بقلم سيرغي', 'حول سيرغي'),
  );
  const first = (trials: readonly Trial[]) => trials.slice(0, 1).map(brief);
  expect(first(tryAlone(all, listed))).toEqual([
    'example 1 alone fails: Person سيرغي لافروف / Person سيرغي لافروف (names/listed)',
  ]);
  expect(first(tryAmongAll(all, listed))).toEqual([
    'example 1 all passes: Person سيرغي لافروف / Person سيرغي لافروف (names/listed)',
  ]);
});

test('with other rules an extractor is another, and the same again with the same ones', () => {
  const digests = [[penned], [penned], []].map((rules) => all.withRules(rules).digest);
  expect(digests[0]).toBe(digests[1]);
  expect(new Set([all.digest, ...digests]).size).toBe(3);
  const text = 'قال وزير النقل الأردني سامر الحيدروسي إن الطريق جاهز';
  const before = all.extract({ identifier: 'one', text });
  all.withRules([]).extract({ identifier: 'one', text });
  expect(all.extract({ identifier: 'one', text })).toEqual(before);
});
