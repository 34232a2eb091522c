/**
 * A pattern as the matcher runs it: names of tags become bits, words become hashes, groups become places.
 * Takes a `Pattern`, gives a `Program`; the same questions, in the same order.
 */
import { SHAPE, type Tag } from '../recognize/shapes.js';
import { hashWord } from '../tokenize.js';
import { type Condition, type Element, type Pattern, RuleSyntaxError, type TokenTest } from './pattern.js';

/** A test of one token, ready to run. */
export interface Test {
  /** Tag bits: the token has all of these, one of these (when there are any), none of these. */
  readonly all: number;
  readonly any: number;
  readonly none: number;
  /** What bits cannot say; undefined for nearly all tests. */
  readonly more: TestBeyondBits | undefined;
}

export interface TestBeyondBits {
  readonly words?: Words;
  readonly notWords?: Words;
  readonly conditions: readonly PlacedCondition[];
  readonly notConditions: readonly PlacedCondition[];
}

/** Folded words by their hash; the word itself settles it. */
export type Words = ReadonlyMap<number, readonly string[]>;

/** A condition that knows at which element the group begins that it compares with; -1 for none. */
export interface PlacedCondition extends Condition {
  readonly group: number;
  readonly groupEnd: number;
}

export interface Step {
  /** Rows of tokens; when `single`, each of one token. */
  readonly choices: readonly (readonly Test[])[];
  readonly single: boolean;
  readonly min: number;
  readonly max: number;
}

/** Steps `first` to `end`, the end not included. */
export interface Group {
  readonly name: string;
  readonly first: number;
  readonly end: number;
}

export interface Program {
  readonly steps: readonly Step[];
  readonly groups: readonly Group[];
  readonly fromStart: boolean;
  readonly toEnd: boolean;
}

export function programOf({ elements, fromStart, toEnd }: Pattern): Program {
  const groups = groupsIn(elements);
  const steps = elements.map(({ choices, min, max }) => {
    const single = choices.every((row) => row.length === 1);
    const rows = choices.map((row) => row.map((test) => testOf(test, groups)));
    return { choices: single ? merged(rows) : rows, single, min, max };
  });
  return { steps, groups, fromStart: fromStart === true, toEnd: toEnd === true };
}

/** Bits of tags. */
export function bitsOf(tags: readonly string[] = []): number {
  return tags.reduce((bits, tag) => {
    const bit = SHAPE[tag as Tag];
    if (bit === undefined)
      throw new RuleSyntaxError(`no token ever has the tag #${tag}`, 'name a tag that there is');
    return bits | bit;
  }, 0);
}

export function wordsOf(words: readonly string[]): Words {
  const byHash = new Map<number, string[]>();
  for (const word of words) {
    const known = byHash.get(hashWord(word));
    if (known === undefined) byHash.set(hashWord(word), [word]);
    else known.push(word);
  }
  return byHash;
}

function testOf(test: TokenTest, groups: readonly Group[]): Test {
  const bits = { all: bitsOf(test.tags), any: 0, none: bitsOf(test.notTags) };
  if (!(test.words || test.notWords || test.conditions || test.notConditions))
    return { ...bits, more: undefined };
  const placed = (conditions: readonly Condition[] = []): PlacedCondition[] =>
    conditions.map((condition) => {
      const group = groups.find(({ name }) => name === condition.with);
      return { ...condition, group: group?.first ?? -1, groupEnd: group?.end ?? -1 };
    });
  const more = {
    ...(test.words ? { words: wordsOf(test.words) } : {}),
    ...(test.notWords ? { notWords: wordsOf(test.notWords) } : {}),
    conditions: placed(test.conditions),
    notConditions: placed(test.notConditions),
  };
  return { ...bits, more };
}

/** Choices that ask for a tag each are one question: has the token any of them? */
function merged(rows: readonly (readonly Test[])[]): readonly (readonly Test[])[] {
  const isOneTag = ([{ all, none, more }]: readonly Test[]) =>
    more === undefined && none === 0 && all !== 0 && (all & (all - 1)) === 0;
  if (rows.length < 2 || !rows.every(isOneTag)) return rows;
  return [[{ all: 0, any: rows.reduce((any, [{ all }]) => any | all, 0), none: 0, more: undefined }]];
}

function groupsIn(elements: readonly Element[]): Group[] {
  const names = [...new Set(elements.flatMap(({ group }) => group ?? []))];
  return names.map((name) => ({
    name,
    first: elements.findIndex(({ group }) => group === name),
    end: elements.findLastIndex(({ group }) => group === name) + 1,
  }));
}
