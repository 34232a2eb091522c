/**
 * Patterns and rows that nobody would write, for properties and for the comparison with compromise: few tags and words, so
 * that they meet often, and every construct that rules may use.
 */
import fc from 'fast-check';
import { parseMain } from '../../../pipeline/rules/parse.js';

const TAGS = ['Title', 'Nisba', 'Given', 'Family', 'Comma'];
const WORDS = ['مكتب', 'بيت', 'من', '،'];
const CONDITIONS = ['startsSentence', 'insideMarks', 'inHeadline', 'hasProclitic'];
const FORMS = ['ms', 'fs', 'mp'];

const tag = fc.constantFrom(...TAGS.map((name) => `#${name}`));
const word = fc.constantFrom(...WORDS);
const joined = (parts: fc.Arbitrary<string>, sign: string): fc.Arbitrary<string> =>
  fc.array(parts, { minLength: 2, maxLength: 3 }).map((all) => `(${all.join(sign)})`);
const row = fc.array(fc.oneof(tag, word), { minLength: 1, maxLength: 2 }).map((all) => all.join(' '));

/** One element as compromise knows it. */
const plain = fc.oneof(
  { weight: 5, arbitrary: tag },
  { weight: 2, arbitrary: word },
  fc.constant('.'),
  tag.map((one) => `!${one}`),
  word.map((one) => `!${one}`),
  joined(tag, '|'),
  joined(word, '|'),
  joined(
    fc.oneof(
      tag,
      tag.map((one) => `!${one}`),
    ),
    ' && ',
  ),
  joined(fc.oneof(tag, word), '|').map((one) => `!${one}`),
  joined(row, '|'),
);

/** One element with what only we have. */
const placed = fc
  .tuple(
    tag,
    fc.constantFrom('', '!'),
    fc.oneof(fc.constantFrom(...CONDITIONS), fc.constantFrom('agrees:previous', 'agrees:next', 'agrees:a')),
  )
  .map(([one, not, condition]) => `(${one} && ${not}@${condition})`);

const often = fc.oneof(
  { weight: 5, arbitrary: fc.constant('') },
  fc.constantFrom('?', '{0,2}', '{1,3}', '{2}', '+'),
);

/** Elements with up to two groups around some of them, perhaps bound to the edges of the line. */
function matches(element: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const pieces = fc.array(fc.tuple(element, often), { minLength: 1, maxLength: 5 });
  const edges = fc.tuple(fc.nat(9), fc.nat(9));
  return fc
    .tuple(pieces, fc.nat(4), fc.nat(4), fc.nat(4), edges)
    .map(([all, first, length, second, [start, end]]) => {
      const texts = all.map(([piece, times]) => piece + times);
      const last = Math.min(first + (length % 3), texts.length - 1);
      if (first < texts.length) {
        texts[first] = `[<a>${texts[first]}`;
        texts[last] = `${texts[last]}]`;
      }
      const other = last + 1 + second;
      if (first < texts.length && other < texts.length) texts[other] = `[<b>${texts[other]}]`;
      return `${start === 0 ? '^' : ''}${texts.join(' ')}${end === 0 ? '$' : ''}`;
    })
    .filter(isAllowed);
}

/** Match strings that compromise reads as we do. */
export const sharedMatch = matches(plain);
/** Match strings with everything that ours may hold. */
export const anyMatch = matches(fc.oneof({ weight: 4, arbitrary: plain }, placed));

/** What must not stand beside a match. */
export const side = fc
  .array(fc.tuple(plain, fc.constantFrom('', '?', '{1,2}')), { minLength: 1, maxLength: 2 })
  .map((all) => all.map(([piece, times]) => piece + times).join(' '))
  .filter(isAllowed);

/** Rows in the writing of `tokensOf`. */
export const anyRow = rows(3);
/** One line, without conditions. */
export const plainLine = fc.array(tokens(false), { minLength: 1, maxLength: 8 }).map((all) => all.join(' '));

function rows(most: number): fc.Arbitrary<string> {
  const line = fc.array(tokens(true), { minLength: 1, maxLength: 8 }).map((all) => all.join(' '));
  return fc.array(line, { minLength: 1, maxLength: most }).map((lines) => lines.join(' | '));
}

function tokens(conditions: boolean): fc.Arbitrary<string> {
  const subset = (all: readonly string[], maxLength: number) =>
    fc.subarray([...all], { maxLength: Math.min(maxLength, all.length) });
  const marks = [
    subset(TAGS, 3),
    subset(conditions ? CONDITIONS.map((one) => `@${one}`) : [], 2),
    subset(conditions ? FORMS.map((one) => `=${one}`) : [], 2),
  ] as const;
  return fc.tuple(word, ...marks).map(([one, ...all]) => `${one}/${all.flat().join('+')}`);
}

function isAllowed(match: string): boolean {
  try {
    parseMain(match);
    return true;
  } catch {
    return false;
  }
}
