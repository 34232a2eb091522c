/** What a match string finds in a row of tokens: its extent, its groups, and nothing else. */
import { compileRules } from '../../../pipeline/rules/compile.js';
import { runRules } from '../../../pipeline/rules/run.js';
import { firstWay } from './slow-runner.js';
import { matchesOf, rowOf, ruleOf, tokensOf } from './tokens.js';

type Found = Readonly<Record<string, string>>;
const TABLE: readonly (readonly [what: string, match: string, tokens: string, found: readonly Found[]])[] = [
  [
    'a group is a part of the match',
    '#Title [<x>#NameFirst]',
    'وصل وزير/Title سامر/NameFirst',
    [{ all: 'وزير سامر', x: 'سامر' }],
  ],
  [
    'two groups of several tokens',
    '[<title>#Title #Nisba] [<x>#NameFirst #NameNext]',
    'وزير/Title اردني/Nisba سامر/NameFirst خالد/NameNext',
    [{ all: 'وزير اردني سامر خالد', title: 'وزير اردني', x: 'سامر خالد' }],
  ],
  [
    'groups stay right where optional elements between them are there',
    '#Title #Nisba? [<x>#NameFirst] #Comma? [<y>#Place]',
    'وزير/Title اردني/Nisba سامر/NameFirst /Comma عنابه/Place',
    [{ all: 'وزير اردني سامر  عنابه', x: 'سامر', y: 'عنابه' }],
  ],
  [
    'groups stay right where optional elements between them are absent',
    '#Title #Nisba? [<x>#NameFirst] #Comma? [<y>#Place]',
    'وزير/Title سامر/NameFirst عنابه/Place',
    [{ all: 'وزير سامر عنابه', x: 'سامر', y: 'عنابه' }],
  ],
  [
    'an absent optional group leaves the other groups right',
    '#Title [<y>#Nisba]? [<x>#NameFirst]',
    'وزير/Title سامر/NameFirst',
    [{ all: 'وزير سامر', x: 'سامر' }],
  ],
  [
    'a present optional group is found',
    '#Title [<y>#Nisba]? [<x>#NameFirst]',
    'وزير/Title اردني/Nisba سامر/NameFirst',
    [{ all: 'وزير اردني سامر', y: 'اردني', x: 'سامر' }],
  ],
  [
    'an absent optional group in one place does not shift the groups of the next',
    '#Title [<y>#Nisba]? [<x>#NameFirst]',
    'وزير/Title سامر/NameFirst ثم مدير/Title ليبي/Nisba هاله/NameFirst',
    [
      { all: 'وزير سامر', x: 'سامر' },
      { all: 'مدير ليبي هاله', y: 'ليبي', x: 'هاله' },
    ],
  ],
  [
    'a group that repeats nothing is absent',
    '#Title [<x>#NameNext{0,2}] #Comma',
    'وزير/Title /Comma',
    [{ all: 'وزير ' }],
  ],
  [
    'a bounded repetition may be empty',
    '#Title #Complement{0,2} [<x>#NameFirst]',
    'وزير/Title سامر/NameFirst',
    [{ all: 'وزير سامر', x: 'سامر' }],
  ],
  [
    'a bounded repetition reaches its bound',
    '#Title #Complement{0,2} [<x>#NameFirst]',
    'وزير/Title النقل/Complement البري/Complement سامر/NameFirst',
    [{ all: 'وزير النقل البري سامر', x: 'سامر' }],
  ],
  [
    'a bounded repetition does not pass its bound',
    '#Title #Complement{0,1} [<x>#NameFirst]',
    'وزير/Title النقل/Complement البري/Complement سامر/NameFirst',
    [],
  ],
  [
    'a repetition takes as much as it may',
    '[<x>#NameFirst #NameNext{0,2}]',
    'سامر/NameFirst خالد/NameNext جابر/NameNext فواد/NameNext',
    [{ all: 'سامر خالد جابر', x: 'سامر خالد جابر' }],
  ],
  ['a repetition needs its least', '#Title [<x>#NameNext{2,3}]', 'وزير/Title سامر/NameNext', []],
  [
    'a negative element takes one token that is none of it',
    '#Title !#Nisba [<x>#NameFirst]',
    'وزير/Title اردني/Nisba سامر/NameFirst مدير/Title النقل هاله/NameFirst',
    [{ all: 'مدير النقل هاله', x: 'هاله' }],
  ],
  [
    'a token may have to have two tags',
    '[<x>(#Nisba && #Def)]',
    'اردني/Nisba الاردني/Nisba+Def الجديد/Def',
    [{ all: 'الاردني', x: 'الاردني' }],
  ],
  [
    'a token may have one of two tags',
    '#Title [<x>(#Place|#Unknown){1,2}]',
    'امير/Title عنابه/Place زيتا/Unknown بيت',
    [{ all: 'امير عنابه زيتا', x: 'عنابه زيتا' }],
  ],
  [
    'words are compared folded',
    '(أبو|أم) [<x>#NameNext]',
    'أَبُو/ رائد/NameNext',
    [{ all: 'ابو رايد', x: 'رايد' }],
  ],
  [
    'a mark has tags and no word',
    '#Open [<x>.] #Close',
    '/Open المدي /Close',
    [{ all: ' المدي ', x: 'المدي' }],
  ],
  [
    'a repetition gives back what the next element needs',
    '[<x>#NameNext{1,4} #Family]',
    'سامر/NameNext علي/NameNext+Family العلي/NameNext+Family قال',
    [{ all: 'سامر علي العلي', x: 'سامر علي العلي' }],
  ],
  [
    'an optional element gives its token back',
    '#Title? [<x>#Title]',
    'وزير/Title',
    [{ all: 'وزير', x: 'وزير' }],
  ],
  [
    'a choice that leads nowhere is given up for the next',
    '(#Title|#Title #Nisba) [<x>#Given]',
    'وزير/Title أردني/Nisba سامر/Given',
    [{ all: 'وزير اردني سامر', x: 'سامر' }],
  ],
  [
    'choices of several tokens are tried as they are written',
    '(رئيس|رئيس الوزراء) [<x>.]',
    'رئيس الوزراء سامر',
    [{ all: 'رييس الوزراء', x: 'الوزراء' }],
  ],
  [
    'repeated choices keep their bounds',
    '#Title [<x>(#Given|#Family){1,2}]',
    'وزير/Title سامر/Given علي/Given العلي/Family',
    [{ all: 'وزير سامر علي', x: 'سامر علي' }],
  ],
  [
    'a repeated conjunction keeps its bounds, blanks or not',
    '#Title [<x>(#Given && !#Function){1,4}]',
    'وزير/Title سامر/Given علي/Given+Function حسن/Given',
    [{ all: 'وزير سامر', x: 'سامر' }],
  ],
  [
    'a negated choice excludes each of them',
    '#Title [<x>!(#Nisba|#Comma)]',
    'وزير/Title اردني/Nisba مدير/Title سامر',
    [{ all: 'مدير سامر', x: 'سامر' }],
  ],
  [
    'a negated conjunction excludes only what has both',
    '#Title [<x>!(#Nisba && #Def)]',
    'وزير/Title الاردني/Nisba+Def مدير/Title اردني/Nisba',
    [{ all: 'مدير اردني', x: 'اردني' }],
  ],
  [
    'a negative repetition may take nothing, and belongs to its group',
    '#Open [<x>!#Close{0,3}] #Close',
    '/Open /Close /Open اخبار الوادي /Close',
    [{ all: ' ' }, { all: ' اخبار الوادي ', x: 'اخبار الوادي' }],
  ],
  [
    'a plus takes six at most',
    '#Cue [<x>#Given+]',
    'قال/Cue ا/Given ب/Given ت/Given ث/Given ج/Given ح/Given خ/Given',
    [{ all: 'قال ا ب ت ث ج ح', x: 'ا ب ت ث ج ح' }],
  ],
  [
    '^ is the beginning of a line',
    '^#Title [<x>#Given]',
    'وزير/Title سامر/Given | قال وزير/Title سامر/Given | مدير/Title هاله/Given',
    [
      { all: 'وزير سامر', x: 'سامر' },
      { all: 'مدير هاله', x: 'هاله' },
    ],
  ],
  [
    '$ is the end of a line, and a repetition gives back to reach it',
    '[<x>#Given{1,2}]$',
    'سامر/Given علي/Given قال | سامر/Given علي/Given | علي/Given',
    [
      { all: 'سامر علي', x: 'سامر علي' },
      { all: 'علي', x: 'علي' },
      { all: 'علي', x: 'علي' },
    ],
  ],
  ['a match does not cross the end of a line', '#Title [<x>#Given]', 'وزير/Title | سامر/Given', []],
  [
    'a mark is written as it is',
    '#Title ، [<x>#Given] ؟',
    'وزير/Title ، سامر/Given ؟',
    [{ all: 'وزير ، سامر ؟', x: 'سامر' }],
  ],
  [
    'a full stop is written with a backslash',
    '[<x>#Given] \\.',
    'سامر/Given . علي/Given قال',
    [{ all: 'سامر .', x: 'سامر' }],
  ],
  [
    'a condition is asked of a token',
    '[<x>(#Given && @insideMarks)]',
    'سامر/Given علي/Given+@insideMarks',
    [{ all: 'علي', x: 'علي' }],
  ],
  [
    'a condition alone takes any token that it holds of',
    '#Cue !@insideMarks [<x>#Given]',
    'قال/Cue هو/@insideMarks سامر/Given قال/Cue هو علي/Given',
    [{ all: 'قال هو علي', x: 'علي' }],
  ],
  [
    'an agreement with a group asks for its first token',
    '[<title>#Title #Nisba?] #Complement{0,2} [<x>(#Nisba && @agrees:title)]',
    'وزير/Title+=ms الدوله/Complement+=fs الاردنيه/Nisba+=fs وزير/Title+=ms الدوله/Complement+=fs الاردني/Nisba+=ms',
    [{ all: 'وزير الدوله الاردني', title: 'وزير', x: 'الاردني' }],
  ],
  [
    'gender and number agree together',
    '#Title [<x>(#Nisba && @agrees:previous)]',
    'وزراء/Title+=mp اردني/Nisba+=ms وزيرتان/Title+=fd اردنيتان/Nisba+=fd',
    [{ all: 'وزيرتان اردنيتان', x: 'اردنيتان' }],
  ],
  [
    'an agreement with what comes next',
    '(#Cue && @agrees:next) [<x>#Given]',
    'قال/Cue+=ms هاله/Given+=fs قالت/Cue+=fs هاله/Given+=fs',
    [{ all: 'قالت هاله', x: 'هاله' }],
  ],
  [
    'nothing agrees with what nothing is known of, nor with what is not there',
    '[<a>#Nisba]? (#Title && @agrees:a)',
    'وزير/Title+=ms اردني/Nisba وزير/Title+=ms اردني/Nisba+=ms وزير/Title+=ms',
    [{ all: 'اردني وزير', a: 'اردني' }],
  ],
  ['a match does not reach over the end', '#Title [<x>#NameFirst] #Comma', 'وزير/Title سامر/NameFirst', []],
];

test.each(TABLE)('%s', (_what, match, tokens, found) => {
  expect(matchesOf(match, tokens)).toEqual(found);
});

test('matches come by where they begin, and at one place by order of the rules', () => {
  const rules = ['[<x>#NameFirst]', '#Title [<x>#NameFirst]', '[<x>#NameFirst #NameNext]'];
  const found = matchesOf(rules, 'سامر/NameFirst خالد/NameNext وزير/Title هاله/NameFirst');
  expect(found.map(({ rule, all }) => [rule, all])).toEqual([
    ['test/0', 'سامر'],
    ['test/2', 'سامر خالد'],
    ['test/1', 'وزير هاله'],
    ['test/0', 'هاله'],
  ]);
});

test('nothing is found in nothing', () => {
  expect(matchesOf('#Title', '')).toEqual([]);
  expect(matchesOf([], 'وزير/Title')).toEqual([]);
});

test.each<
  [what: string, unless: { before?: string; after?: string }, tokens: string, found: readonly string[]]
>([
  ['what must not stand before', { before: '#Cue' }, 'قال/Cue سامر/Given وصل علي/Given', ['علي']],
  [
    'what must not stand behind',
    { after: '#Comma #Title' },
    'سامر/Given /Comma وزير/Title علي/Given /Comma',
    ['علي'],
  ],
  [
    'nothing stands before the first token of a line',
    { before: '.' },
    'قال | سامر/Given علي/Given',
    ['سامر'],
  ],
  ['nothing stands behind the last', { after: '.' }, 'سامر/Given علي/Given | قال', ['علي']],
  [
    'it may be of several lengths',
    { before: '#Cue #Function{0,2}' },
    'قال/Cue من/Function سامر/Given من/Function علي/Given',
    ['علي'],
  ],
  ['it must end where the match begins', { before: '#Cue' }, 'قال/Cue من/Function سامر/Given', ['سامر']],
  ['both may be asked', { before: '#Cue', after: '#Cue' }, 'قال/Cue سامر/Given من علي/Given قال/Cue', []],
])('unless: %s', (_what, unless, tokens, found) => {
  expect(matchesOf('[<x>#Given]', tokens, unless).map(({ x }) => x)).toEqual(found);
});

test('a match that is dropped is not sought again, shorter or further on', () => {
  const tokens = 'قال/Cue سامر/Given علي/Given منصور/Given وزير/Title';
  expect(matchesOf('#Cue [<x>#Given{1,3}]', tokens, { after: '#Title' })).toEqual([]);
});

test('of the matches around one anchor the leftmost counts; matches of one rule may overlap', () => {
  const found = matchesOf('[<x>#Given{1,3}] #Title #Given?', 'ا/Given ب/Given وزير/Title ت/Given وزير/Title');
  expect(found.map(({ all }) => all)).toEqual(['ا ب وزير ت', 'ت وزير']);
});

test('a rule whose anchor has two of its tags finds a place once', () => {
  expect(matchesOf('[<x>(#Given|#Family)]', 'سامر/Given+Family')).toEqual([{ all: 'سامر', x: 'سامر' }]);
});

test('an attempt ends without a match when its budget is spent', () => {
  // The only way through is the last one that is tried, with nothing for each of the repetitions.
  const row = `قال/Cue وزير/Title ${'كلمه '.repeat(21).trim()}`;
  const match = (repetitions: number): string => `#Cue ${'.{0,3} '.repeat(repetitions)}#Title`;
  expect(matchesOf(match(4), row)).toEqual([{ all: 'قال وزير' }]);
  expect(firstWay(ruleOf(match(7)).parsed.match, tokensOf(row), 0)?.at(-1)).toBe(2);
  expect(matchesOf(match(7), row)).toEqual([]);
});

test('work grows with the length of a line only', () => {
  const row = rowOf(tokensOf(Array.from({ length: 20_000 }, () => 'سامر/Given').join(' ')));
  expect(runRules(compileRules([ruleOf('[<x>#Given{1,8}] #Comma')]), row)).toEqual([]);
});
