/**
 * Rows of tokens for tests, written as `word/Tag+Tag` with blanks between tokens and `|` between lines, and rules of
 * nothing but a match. A token may hold a condition (`قال/Cue+@insideMarks`) and a gender with number (`وزير/Title+=ms`).
 */
import { fold } from '../../../pipeline/normalize.js';
import { SHAPE, type Tag } from '../../../pipeline/recognize/shapes.js';
import { compileRules } from '../../../pipeline/rules/compile.js';
import { parseMain, parseSide } from '../../../pipeline/rules/parse.js';
import type { ConditionName } from '../../../pipeline/rules/pattern.js';
import { AGREEMENT, type RuleRow } from '../../../pipeline/rules/row.js';
import type { Rule } from '../../../pipeline/rules/rule.js';
import { runRules } from '../../../pipeline/rules/run.js';
import { KNOWN_SIGNS } from '../../../pipeline/rules/signs.js';
import { hashWord } from '../../../pipeline/tokenize.js';

/** A token of a table. */
export interface TableToken {
  readonly word: string;
  readonly tags: ReadonlySet<string>;
  readonly conditions: ReadonlySet<string>;
  /** Bits of `AGREEMENT`. */
  readonly agreement: number;
  readonly line: number;
}

/** `وزير/Title سامر/NameFirst+NameNext` as tokens. A token may be a tag alone: `/Comma`. */
export function tokensOf(source: string): TableToken[] {
  const lines = source.split(' | ').map((line) => line.split(' '));
  return lines.flatMap((tokens, line) => tokens.map((token) => tokenOf(token, line)));
}

function tokenOf(token: string, line: number): TableToken {
  const [word, marks = ''] = token.split('/');
  const all = marks.split('+').filter((mark) => mark !== '');
  const forms = all.filter((mark) => mark.startsWith('=')) as `=${keyof typeof AGREEMENT}`[];
  return {
    word: KNOWN_SIGNS.includes(word) ? word : fold(word),
    tags: new Set(all.filter((mark) => /^\p{L}/u.test(mark))),
    conditions: new Set(all.filter((mark) => mark.startsWith('@')).map((mark) => mark.slice(1))),
    agreement: forms.reduce((bits, form) => bits | AGREEMENT[form.slice(1) as keyof typeof AGREEMENT], 0),
    line,
  };
}

/** The tokens as the runner sees an article. */
export function rowOf(tokens: readonly TableToken[]): RuleRow {
  const bits = ({ tags }: TableToken): number =>
    [...tags].reduce((shape, tag) => shape | SHAPE[tag as Tag], 0);
  return {
    count: tokens.length,
    shapes: Int32Array.from(tokens.map(bits)),
    line: Int32Array.from(tokens.map(({ line }) => line)),
    mayHaveWord: (words, at) => words.mayHave(hashWord(tokens[at].word)),
    wordHash: (at) => hashWord(tokens[at].word),
    isWord: (word, at) => tokens[at].word === word,
    holds: (condition: ConditionName, at) => tokens[at].conditions.has(condition),
    agreement: (at) => tokens[at].agreement,
  };
}

/** A rule with a match and nothing else of interest. */
export function ruleOf(match: string, id = 'test/rule', unless: Rule['unless'] = {}): Rule {
  const { before, after } = unless;
  return {
    id,
    says: '',
    match,
    unless,
    parsed: {
      match: parseMain(match),
      ...(before === undefined ? {} : { notBefore: parseSide(before) }),
      ...(after === undefined ? {} : { notAfter: parseSide(after) }),
    },
    makes: { type: 'Person', span: 'x' },
    confidence: 1,
    examples: [],
    nearMisses: [],
  };
}

/** The words of each match, and of each of its groups. */
export function matchesOf(
  matches: readonly string[] | string,
  source: string,
  unless?: Rule['unless'],
): Readonly<Record<string, string>>[] {
  const rules = [matches].flat().map((match, index) => ruleOf(match, `test/${index}`, unless));
  const tokens = tokensOf(source);
  const words = (start: number, end: number): string =>
    tokens
      .slice(start, end)
      .map(({ word }) => word)
      .join(' ');
  return runRules(compileRules(rules), rowOf(tokens)).map(({ rule, start, end, groups }) => ({
    ...(rules.length > 1 ? { rule: rule.id } : {}),
    all: words(start, end),
    ...Object.fromEntries(groups.map(({ name, ...range }) => [name, words(range.start, range.end)])),
  }));
}
