/** What a match string finds in a row of tokens: its extent, its groups, and nothing else. */
import { matchesOf } from './tokens.js';

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
