/**
 * What compromise's match syntax allows and our rules do not, as far as it shows in the written match: each with the
 * reason and what to write instead. Takes a match string; throws on the first such construct; gives nothing.
 */
import { RuleSyntaxError } from './pattern.js';

/** @throws RuleSyntaxError on the first construct that rules must not use */
export function refuseConstructs(match: string): void {
  if (match.trim() === '') throw new RuleSyntaxError('the match is empty', 'write what the rule must find');
  refuseUnpaired(match);
  for (const { form, reason, advice } of REFUSED) {
    const found = form.exec(match);
    if (found !== null) throw new RuleSyntaxError(`"${found[0].trim()}": ${reason}`, advice);
  }
  refuseRepeatedGroups(match);
}

interface Refused {
  readonly form: RegExp;
  readonly reason: string;
  readonly advice: string;
}

const REFUSED: readonly Refused[] = [
  {
    form: /~\S*/u,
    reason: 'fuzzy words would join Arabic words that only look alike',
    advice: 'list the spellings: (a|b)',
  },
  {
    form: /%\S*/u,
    reason: 'switches belong to the English tagger',
    advice: 'ask for a tag, such as #Title',
  },
  {
    form: /(?<=^|[\s([!>|&])\/\S*/u,
    reason: 'a regular expression is not allowed in a match',
    advice: 'list the words, or add rows to a list',
  },
  {
    form: /\{\s*[^\s\d,}][^}]*\}/u,
    reason: 'roots in braces are inflected as English',
    advice: 'list the forms: (a|b)',
  },
  {
    form: /\\(?!\.)/u,
    reason: 'there is nothing to escape but the full stop',
    advice: 'write a mark as it is, a full stop as \\.',
  },
  {
    form: /\S*\*/u,
    reason: 'a star has no upper bound, and behind a tag compromise reads it as +',
    advice: 'write {0,4}',
  },
  {
    form: /\{\d*,\s*\}/u,
    reason: 'a repetition needs its upper bound',
    advice: 'write {1,4}',
  },
  {
    form: /\([^)]*\(/u,
    reason: 'parentheses inside parentheses are read wrongly by compromise',
    advice: 'write the choices out on one level',
  },
  {
    form: /\([^)]*\{[^}]*\}/u,
    reason: 'compromise reads a repetition inside parentheses as one of the whole',
    advice: 'repeat the whole parentheses, or list the choices',
  },
  {
    form: /\(\s*(?:[|&)])|[|&]\s*\)|\|\s*\|/u,
    reason: 'a choice is empty',
    advice: 'write a token on each side, or ? behind the parentheses',
  },
  {
    form: /(?<!\[)<[^>]*>/u,
    reason: 'chunks belong to English grammar',
    advice: 'ask for tags; a group is written [<name>…]',
  },
  {
    form: /\[[^\]]*\[/u,
    reason: 'a group inside a group loses its name in compromise',
    advice: 'close the first group before the second',
  },
  {
    form: /[\p{L}\p{N}][-–—][\p{L}\p{N}]\S*/u,
    reason: 'a hyphen parts tokens',
    advice: 'write it with blanks around it: a - b',
  },
];

const PAIRS: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{', '>': '<' };

/** compromise's parser would guess what an open bracket holds. */
function refuseUnpaired(match: string): void {
  const open: string[] = [];
  const advice = 'open and close each bracket';
  for (const sign of match) {
    if (Object.values(PAIRS).includes(sign)) open.push(sign);
    else if (sign in PAIRS && open.pop() !== PAIRS[sign])
      throw new RuleSyntaxError(`an unpaired "${sign}"`, advice);
  }
  if (open.length > 0) throw new RuleSyntaxError(`an unpaired "${open.at(-1)}"`, advice);
}

/** `[<title>#Title #Nisba]?`: compromise takes the sign behind the group for one behind its last element. */
function refuseRepeatedGroups(match: string): void {
  for (const [group, inside] of match.matchAll(/\[([^\]]*)\][?+{]\S*/gu))
    if (/\S\s+\S/u.test(inside.replaceAll(/\([^)]*\)/gu, '()')))
      throw new RuleSyntaxError(
        `"${group}": a repetition behind a group is read as one of its last element alone`,
        'repeat the elements inside the group, or make it two rules',
      );
}
