/**
 * Where our runner and compromise's matcher may differ: each difference with its reason, and when it can be the cause.
 * `docs/patterns.md` tells authors of rules the same. A difference that no entry explains is a defect of ours.
 */
import type { RawElement } from '../../../pipeline/rules/compromise.js';
import type { Pattern } from '../../../pipeline/rules/pattern.js';
import type { Theirs } from './compromise-matcher.js';

/** A place at which the two do not find the same. */
export interface Case {
  readonly raw: Theirs;
  readonly pattern: Pattern;
  /** Tokens from the place to the end of the line. */
  readonly left: number;
  /** Whether ours had to go back to find what it found. */
  readonly wentBack: boolean;
  /** Both match over the same tokens, and only the groups differ. */
  readonly onlyGroups: boolean;
}

export interface Difference {
  readonly name: string;
  readonly reason: string;
  /** A match and tokens on which it shows: the words that ours takes from the first token on, and theirs. */
  readonly example: Example;
  explains(found: Case): boolean;
}

export interface Example {
  readonly match: string;
  readonly tokens: string;
  /** The whole match; with `:` behind it the words of its group, where that is what differs. */
  readonly ours: string | undefined;
  readonly theirs: string | undefined;
}

export const DIFFERENCES: readonly Difference[] = [
  {
    name: 'repeated choices keep their bounds',
    reason: 'compromise repeats (a b|c){1,2} as often as it can and asks for no least number',
    example: {
      match: '(#Given|#Family){1,2}',
      tokens: 'سامر/Given خالد/Given منصور/Family',
      ours: 'سامر خالد',
      theirs: 'سامر خالد منصور',
    },
    explains: ({ raw }) => raw.some((one) => isChoice(one) && isRepeated(one)),
  },
  {
    name: 'a repeated && is repeated',
    reason: 'compromise takes (a && b){1,3} once',
    example: {
      match: '(#Given && !#Title){1,3}',
      tokens: 'سامر/Given خالد/Given',
      ours: 'سامر خالد',
      theirs: 'سامر',
    },
    explains: ({ raw }) => raw.some((one) => one.operator === 'and' && isRepeated(one)),
  },
  {
    name: 'a repeated or optional negative may be absent, and keeps its bounds',
    reason:
      'compromise wants one token at least for !a{0,2}, takes one at most for !(a|b){2}, and may pass over what follows !a?',
    example: {
      match: '#Title !#Comma{0,2} #Comma',
      tokens: 'وزير/Title ،/Comma',
      ours: 'وزير ،',
      theirs: undefined,
    },
    explains: ({ raw }) => raw.some((one) => one.negative && (isRepeated(one) || one.optional)),
  },
  {
    name: 'any token is repeated within its bounds',
    reason:
      'compromise lets .{1,3} and .+ run to the next element, however far, and leaves them out of groups',
    example: {
      match: '#Title [<x>.{1,2}]',
      tokens: 'وزير/Title من بيت مكتب',
      ours: 'وزير من بيت : من بيت',
      theirs: 'وزير من بيت',
    },
    explains: ({ raw }) => raw.some((one) => one.anything && (isRepeated(one) || one.optional)),
  },
  {
    name: 'a negative belongs to its group',
    reason: 'compromise leaves the token of !a out of the group around it',
    example: {
      match: '#Title [<x>!#Nisba]',
      tokens: 'وزير/Title سامر',
      ours: 'وزير سامر : سامر',
      theirs: 'وزير سامر',
    },
    explains: ({ raw, onlyGroups }) =>
      onlyGroups && raw.some((one) => one.negative && one.group !== undefined),
  },
  {
    name: 'a repetition takes what it can before the next element does',
    reason: 'compromise ends a{1,3} at the first token that the next element takes too',
    example: {
      match: '#Nisba{1,3} #Def',
      tokens: 'الأردني/Nisba+Def الجديد/Nisba+Def القديم/Def',
      ours: 'الاردني الجديد القديم',
      theirs: 'الاردني الجديد',
    },
    explains: ({ raw }) => raw.some((one, index) => isRepeated(one) && index < raw.length - 1),
  },
  {
    name: 'ours goes back',
    reason: 'compromise keeps the first choice and the longest repetition even when what follows then fails',
    example: {
      match: '(#Title|#Title #Nisba) #Given',
      tokens: 'وزير/Title أردني/Nisba سامر/Given',
      ours: 'وزير اردني سامر',
      theirs: undefined,
    },
    explains: ({ wentBack }) => wentBack,
  },
  {
    name: 'an optional element takes its token first',
    reason:
      'compromise lets a? take the token of the next element too, and that element ask for nothing more',
    example: {
      match: 'من? من{2}',
      tokens: 'من',
      ours: undefined,
      theirs: 'من',
    },
    explains: ({ raw }) => raw.some((one, index) => one.optional && index < raw.length - 1),
  },
  {
    name: 'a plus ends at six',
    reason: 'every match has a longest extent, so that the work is bounded',
    example: {
      match: '#Given+',
      tokens: 'ا/Given ب/Given ت/Given ث/Given ج/Given ح/Given خ/Given',
      ours: 'ا ب ت ث ج ح',
      theirs: 'ا ب ت ث ج ح خ',
    },
    explains: ({ raw, left }) => left > 6 && raw.some((one) => one.greedy && one.max === undefined),
  },
];

function isChoice({ operator, choices }: RawElement): boolean {
  return operator === 'or' && choices !== undefined;
}

function isRepeated({ greedy }: RawElement): boolean {
  return greedy === true;
}
