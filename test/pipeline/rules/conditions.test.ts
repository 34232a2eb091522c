/** What rules see of a real text beyond its tags: where a token stands, its particles, its marks, and what it agrees with. */
import { compileRules } from '../../../pipeline/rules/compile.js';
import { runRules } from '../../../pipeline/rules/run.js';
import { reader } from './articles.js';
import { fitting } from './matched.js';
import { ruleOf } from './tokens.js';

type Case = readonly [condition: string, text: string, found: readonly string[]];

const CASES: readonly Case[] = [
  ['@startsSentence', 'افتتح الجسر. وعاد السكان.\nثم رحلوا', ['افتتح', 'وعاد', 'ثم']],
  ['@startsSentence', '«عاد السكان» مساء', ['«', 'عاد']],
  ['@startsSentence', '- عاد السكان! هل عادوا؟ نعم', ['-', 'عاد', 'هل', 'نعم']],
  ['@insideMarks', 'عاد «جسر الوادي» أمس', ['جسر', 'الوادي']],
  ['@insideMarks', 'عاد (جسر الوادي) أمس', []],
  [
    '@inHeadline',
    'جسر جديد في الوادي\n\nافتتح السكان جسرا جديدا في الوادي أمس الأول.',
    ['جسر', 'جديد', 'في', 'الوادي'],
  ],
  ['@inHeadline', 'افتتح السكان جسرا جديدا في الوادي أمس الأول.', []],
  ['@hasProclitic', 'عاد بوزير للوزير في الوزارة', ['بوزير', 'للوزير']],
  ['@hasProclitic', 'قال الوزير وجدي', []],
  ['(@startsSentence && !@inHeadline)', 'جسر جديد\n\nافتتح السكان جسرا جديدا أمس الأول.', ['افتتح']],
  ['،', 'جسر، طريق, ميناء؛ مطار', ['،', ',']],
  ['؛', 'جسر؛ طريق; ميناء', ['؛', ';']],
  ['؟', 'أين الجسر؟ أين?', ['؟', '?']],
  [':', 'قال: عاد', [':']],
  ['-', 'قال - عاد – ثم — رحل', ['-', '–', '—']],
  ['\\.', 'عاد. ثم رحل... أمس۔', ['.', '۔']],
  ['…', 'عاد... ثم رحل… أمس.', ['...', '…']],
  ['«', 'قال "عاد" و«رحل» و”ذهب“', ['"', '«', '”']],
  ['»', 'قال "عاد" و«رحل»', ['"', '»']],
  ['٢٠١٤', 'في 2014 أو ٢٠١٤ أو ٢٠١٥', ['2014', '٢٠١٤']],
  ['وزير', 'قال وزير للوزير إن وزير النقل كوزير', ['وزير', 'وزير', 'كوزير']],
];

test.each(CASES)('%s in: %s', (condition, text, found) => {
  expect(fitting(condition, text)).toEqual(found);
});

const AGREEMENTS: readonly Case[] = [
  ['#Nisba', 'الوزيرة الأردنية', ['الوزيرة الأردنية']],
  ['#Nisba', 'الوزيرة الأردني', []],
  ['#Nisba', 'وزير أردني', ['وزير أردني']],
  ['#Nisba', 'وزير أردنية', []],
  ['#Nisba', 'الوزارات الأردنية', ['الوزارات الأردنية']],
  ['#Nisba', 'المباحثات الأردنية', ['المباحثات الأردنية']],
  ['#Nisba', 'الجامعة الأردنية', ['الجامعة الأردنية']],
  ['#Nisba', 'الكتاب الأردني', []],
];

test.each(AGREEMENTS)('%s agrees with the word before it in: %s', (tag, text, found) => {
  expect(fitting(`. (${tag} && @agrees:previous)`, text)).toEqual(found);
});

test('a verb agrees with the name behind it', () => {
  expect(fitting('(#Cue && @agrees:next) #Given', 'قالت سميرة')).toEqual(['قالت سميرة']);
  expect(fitting('(#Cue && @agrees:next) #Given', 'قال سميرة')).toEqual([]);
});

test('a rule may ask what agrees with a group before it', () => {
  const match = '[<office>#Title] #Complement{1,3} (#Nisba && @agrees:office)';
  expect(fitting(match, 'وزير التربية الأردني')).toEqual(['وزير التربية الأردني']);
  expect(fitting(match, 'وزير التربية الأردنية')).toEqual([]);
});

test('a rule of a word meets it behind any attached particles, and not in other words', () => {
  const index = compileRules([ruleOf('[<x>مكتب]')]);
  const found = (text: string) => runRules(index, reader()(text).row).map(({ start }) => start);
  expect(found('مكتب النائب ومكتب الوزير بمكتب وبمكتب فمكتب مكاتب')).toEqual([0, 2, 4, 5, 6]);
});
