/** Where a rule is filed: under its rarest required element, with how far from it the match can begin, and beside whom. */
import { TAGS } from '../../../pipeline/recognize/shapes.js';
import { anchorOf } from '../../../pipeline/rules/anchor.js';
import { compileRules } from '../../../pipeline/rules/compile.js';
import { parseMain } from '../../../pipeline/rules/parse.js';
import { hashWord } from '../../../pipeline/tokenize.js';
import { ruleOf } from './tokens.js';

type Filed = readonly [
  match: string,
  keys: readonly string[],
  before: readonly [number, number],
  guard: string,
];

test.each<Filed>([
  ['#Complement [<x>#Latin]', ['#Latin'], [1, 1], '-1 to -1: Complement'],
  ['#Title #Complement{0,7} [<x>#NameFirst]', ['#Title'], [0, 0], '1 to 8: NameFirst'],
  ['#Complement{0,3} #Title [<x>#NameFirst]', ['#Title'], [0, 3], '1 to 1: NameFirst'],
  ['#Bare{1,2} مكتب [<x>#NameFirst]', ['مكتب'], [1, 2], '1 to 1: NameFirst'],
  ['من #Title #Complement{1,2}', ['من'], [0, 0], '1 to 1: Title'],
  ['من #Latin', ['#Latin'], [1, 1], ''],
  ['(أبو|أم) [<x>#NameNext]', ['ابو', 'ام'], [0, 0], '1 to 1: NameNext'],
  ['(#OrgHead|#OrgHeadOut) [<x>.]', ['#OrgHead', '#OrgHeadOut'], [0, 0], ''],
  ['(#Nisba && #Dual) [<x>.]', ['#Dual'], [0, 0], ''],
  ['(#Title #Nisba|#Person) #Bare', ['#Title', '#Person'], [0, 0], '1 to 2: Bare'],
  ['#Title{1,3} #Latin #Def{2}', ['#Latin'], [1, 3], '-3 to -1: Title'],
])('%s is tried only where its anchor stands', (match, keys, before, guard) => {
  const anchor = anchorOf(parseMain(match).elements)!;
  expect([...anchor.tags.map((tag) => `#${tag}`), ...anchor.words]).toEqual(keys);
  expect([anchor.minBefore, anchor.maxBefore]).toEqual(before);
  const said = anchor.guard && `${anchor.guard.from} to ${anchor.guard.to}: ${anchor.guard.tags.join(' ')}`;
  expect(said ?? '').toBe(guard);
});

test.each(TAGS.map((tag, bit) => [tag, bit] as const))('#%s can be an anchor', (tag, bit) => {
  const { byTag, tags } = compileRules([ruleOf(`[<x>#${tag}]`)]);
  expect(tags).toBe(1 << bit);
  expect(byTag.map((shelves) => shelves.length)).toEqual(TAGS.map((other) => (other === tag ? 1 : 0)));
});

test('rules of one anchor and one neighbour share a shelf', () => {
  const matches = [
    '#Title #NameFirst',
    '#Title #NameFirst #Comma',
    '#Title #Nisba',
    'مكتب #NameFirst',
    '#Title',
  ];
  const { byTag, byWord } = compileRules(matches.map((match, order) => ruleOf(match, `test/${order}`)));
  const shelved = [byTag[TAGS.indexOf('Title')], byTag[TAGS.indexOf('Nisba')], byWord.get(hashWord('مكتب'))!];
  expect(shelved.map((shelves) => shelves.map(({ rules }) => rules.map(({ order }) => order)))).toEqual([
    [[0], [1], [4]],
    [[2]],
    [[3]],
  ]);
});
