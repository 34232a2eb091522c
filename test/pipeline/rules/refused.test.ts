/** Constructs of compromise's match syntax that rules must not use: each is refused, and says why and what to write. */
import { parseMain, parseSide } from '../../../pipeline/rules/parse.js';
import { RuleSyntaxError } from '../../../pipeline/rules/pattern.js';

const SIGNS = '، ؛ ؟ : . - « » …';
const MISREAD = `a word has no marks; marks stand alone: ${SIGNS}; choices of several tokens cannot be repeated`;
const EDGES = '^ stands before the first element, $ behind the last';
const NO_ANCHOR =
  'no element is required, so the rule would match everywhere — name a tag or a word that every match must hold';
const ENGLISH = `English punctuation; write the mark itself: ${SIGNS}`;
const KNOWN = 'the conditions are @startsSentence, @insideMarks, @inHeadline, @hasProclitic, @agrees';

test.each([
  ['', 'the match is empty — write what the rule must find'],
  [
    '#Title* #NameFirst',
    '"#Title*": a star has no upper bound, and behind a tag compromise reads it as + — write {0,4}',
  ],
  [
    '#Title * #NameFirst',
    '"*": a star has no upper bound, and behind a tag compromise reads it as + — write {0,4}',
  ],
  ['#Title{2,} #NameFirst', '"{2,}": a repetition needs its upper bound — write {1,4}'],
  ['#Title{3,2}', '{3,2} allows nothing — write the smaller bound first'],
  ['#Title{0,0} #Cue', '{0,0} allows nothing — write the smaller bound first'],
  [
    '~وزير~ #NameFirst',
    '"~وزير~": fuzzy words would join Arabic words that only look alike — list the spellings: (a|b)',
  ],
  [
    '%Noun|Verb% #Cue',
    '"%Noun|Verb%": switches belong to the English tagger — ask for a tag, such as #Title',
  ],
  ['{قال} #NameFirst', '"{قال}": roots in braces are inflected as English — list the forms: (a|b)'],
  [
    '/^وز/ #NameFirst',
    '"/^وز/": a regular expression is not allowed in a match — list the words, or add rows to a list',
  ],
  [
    '#Cue [<x>/لي$/]',
    '"/لي$/]": a regular expression is not allowed in a match — list the words, or add rows to a list',
  ],
  [
    '<NounPhrase> #Cue',
    '"<NounPhrase>": chunks belong to English grammar — ask for tags; a group is written [<name>…]',
  ],
  [
    '\\* #Cue',
    '"\\": there is nothing to escape but the full stop — write a mark as it is, a full stop as \\.',
  ],
  [
    '#Title ((#Given|#Family) && #Def)',
    '"((": parentheses inside parentheses are read wrongly by compromise — write the choices out on one level',
  ],
  [
    '[<a>#Title [<b>#Given]]',
    '"[<a>#Title [": a group inside a group loses its name in compromise — close the first group before the second',
  ],
  [
    '[<a>#Title #Nisba]? #Cue',
    '"[<a>#Title #Nisba]?": a repetition behind a group is read as one of its last element alone — repeat the elements inside the group, or make it two rules',
  ],
  ['آل-سعود #Cue', '"ل-سعود": a hyphen parts tokens — write it with blanks around it: a - b'],
  ['() #Given', '"()": a choice is empty — write a token on each side, or ? behind the parentheses'],
  ['(#Cue|) #Given', '"|)": a choice is empty — write a token on each side, or ? behind the parentheses'],
  ['#Title [<x>#Given', 'an unpaired "[" — open and close each bracket'],
  ['#Title #Given]', 'an unpaired "]" — open and close each bracket'],
  ['#Title (#Given|#Family', 'an unpaired "(" — open and close each bracket'],
  ['#Title [#Given]', 'a group without a name — write [<name>…]'],
  ['[<x>#Title] [<x>#Given]', 'two groups named "x" — give each group its own name'],
  ['[<next>#Title]', 'a group named "next" — the word belongs to @agrees; choose another name'],
  ['#Title ^#Given', `^ in the middle of a match — ${EDGES}`],
  ['#Title$ #Given', `$ in the middle of a match — ${EDGES}`],
  ['(^#Title|#Cue) #Given', `^ or $ inside parentheses — ${EDGES}`],
  ['(#Title #Nisba|#Title){1,2} #Cue', `the match is read wrongly at "(#title" — ${MISREAD}`],
  ['#Title د. #Given', `the match is read wrongly at "د." — ${MISREAD}`],
  ['#Title #Given|#Family', `the match is read wrongly at "Given|#Family" — ${MISREAD}`],
  ['(#Title #Nisba && #Def)', 'a side of && names several tokens — write one token on each side'],
  ['(أبو && أم)', 'two words on the sides of one && — no token is both; list them with |'],
  [
    '#Title (#Given?|#Family)',
    'a repetition inside parentheses — repeat the whole parentheses, or list the choices',
  ],
  [
    '#Title (#Given{1,2}|#Family)',
    '"(#Given{1,2}": compromise reads a repetition inside parentheses as one of the whole — repeat the whole parentheses, or list the choices',
  ],
  [
    '!(#Title #Nisba|#Title) #Cue',
    '! before several tokens — a negative takes one token; use "unless" for more',
  ],
  ['#Title !.', '!. matches nothing — leave it out'],
  ['#Title @hasComma', `@hasComma is no condition — ${ENGLISH}`],
  ['#Title @isUpperCase', `@isUpperCase is no condition — ${KNOWN}`],
  [
    '#Title @agrees',
    '@agrees does not say with what — only @agrees is followed by : and then previous, next or a group',
  ],
  [
    '#Title @inHeadline:next',
    '@inHeadline:next compares with nothing — only @agrees is followed by : and then previous, next or a group',
  ],
  [
    '#Title (#Nisba && @agrees:x) [<x>#Given]',
    '@agrees:x compares with a group that is not closed before it — write previous, next or an earlier group',
  ],
  [
    '[<x>#Title (#Nisba && @agrees:x)]',
    '@agrees:x compares with a group that is not closed before it — write previous, next or an earlier group',
  ],
  ['#Title?', NO_ANCHOR],
  ['. .', NO_ANCHOR],
  ['!#Title', NO_ANCHOR],
  ['@startsSentence .', NO_ANCHOR],
  ['#Nisba? [<x>.]', NO_ANCHOR],
  ['#Title [<x>#Complement{1,24}]', 'a match may be at most 24 tokens long — bound its repetitions'],
])('%s is refused', (match, message) => {
  expect(() => parseMain(match)).toThrow(RuleSyntaxError);
  expect(() => parseMain(match)).toThrow(message);
});

test.each([
  ['[<x>#Title]', 'a group in "unless" — leave the group out: nothing there is found'],
  ['#Title?', '"unless" would always hold — make one of its elements required'],
])('%s is refused as what must not stand beside a match', (match, message) => {
  expect(() => parseSide(match)).toThrow(message);
});
