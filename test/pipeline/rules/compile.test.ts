/** Where a rule is filed, how wide its window is, and which constructs are refused with what reason. */
import { TAGS } from '../../../pipeline/recognize/shapes.js';
import { checkedPattern, compileRules, RuleSyntaxError } from '../../../pipeline/rules/compile.js';
import { ruleOf } from './tokens.js';

const STAR = '`*` means `+` in this syntax; write {0,4}';
const MEANINGLESS = 'fuzzy words, {roots} and ids have no meaning over Arabic tokens';
const EDGES = '^ and $ are not allowed: a window is no sentence';
const NO_ANCHOR = 'no element is required, so the rule would match everywhere';
const TOO_LONG = 'a match may be at most 24 tokens long; bound its repetitions';

test.each([
  ['#Title* #NameFirst', STAR],
  ['(#Title|#Cue)* #NameFirst', STAR],
  ['وزير* #NameFirst', STAR],
  ['[<x>#NameFirst]* #Title', STAR],
  ['@hasComma #Title', '@hasComma knows English punctuation only; use the tags #Comma, #Colon, #Open …'],
  ['/^وز/ #NameFirst', 'regular expressions are not allowed in a match; list the words or add a list row'],
  ['^#Title #NameFirst', EDGES],
  ['#Title #NameFirst$', EDGES],
  ['~وزير~ #NameFirst', MEANINGLESS],
  ['{قال} #NameFirst', MEANINGLESS],
  ['', 'the match is empty'],
  ['#Title?', NO_ANCHOR],
  ['. .', NO_ANCHOR],
  ['!#Title', NO_ANCHOR],
  ['#Nisba? [<x>.]', NO_ANCHOR],
  ['#Title [<x>#Complement{1,24}]', TOO_LONG],
])('%s is refused', (match, reason) => {
  expect(() => checkedPattern(match)).toThrow(RuleSyntaxError);
  expect(() => checkedPattern(match)).toThrow(reason);
});

test.each<[match: string, keys: readonly string[], window: readonly [number, number, number]]>([
  ['#Complement [<x>#Latin]', ['#Latin'], [1, 1, 2]],
  ['#Title #Complement{0,7} [<x>#NameFirst]', ['#Title'], [0, 0, 9]],
  ['#Complement{0,3} #Title [<x>#NameFirst]', ['#Title'], [0, 3, 5]],
  ['#Bare{1,2} مكتب [<x>#NameFirst]', ['مكتب'], [1, 2, 4]],
  ['(أبو|أم) [<x>#NameNext]', ['ابو', 'ام'], [0, 0, 2]],
  ['(#OrgHead|#OrgHeadOut) [<x>.]', ['#OrgHead', '#OrgHeadOut'], [0, 0, 2]],
  ['(#Nisba && #Dual) [<x>.]', ['#Dual'], [0, 0, 2]],
])('%s is tried only where its anchor stands', (match, keys, window) => {
  const { byTag, byWord } = compileRules([ruleOf(match)]);
  expect([...[...byTag.keys()].map((tag) => `#${tag}`), ...byWord.keys()]).toEqual(keys);
  const [[{ minBefore, maxBefore, longest }]] = [...byTag.values(), ...byWord.values()];
  expect([minBefore, maxBefore, longest]).toEqual(window);
});

test.each(TAGS)('#%s can be an anchor', (tag) => {
  expect(compileRules([ruleOf(`[<x>#${tag}]`)]).byTag.get(tag)).toHaveLength(1);
});
