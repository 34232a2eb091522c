/**
 * Tries one program at one place: greedy, with real backtracking, within a fixed number of steps.
 * The first way that works is the match: an element takes as much as it can, choices are tried as they are written.
 * One matcher serves a whole article; between two attempts nothing is kept.
 */
import type { PlacedCondition, Program, Step, Test, TestBeyondBits, Words } from './program.js';
import type { RuleRow } from './row.js';

/** Tokens that one attempt may look at; an attempt that needs more ends without a match. */
export const BUDGET = 4096;

const NONE: readonly string[] = [];

export class Matcher {
  /** Where the match ends, after an attempt that worked. */
  end = 0;
  private readonly row: RuleRow;
  /** Where each step of the current way begins. */
  private readonly starts: number[] = [];
  private steps: readonly Step[] = [];
  private spent = 0;
  /** The line around the attempt, and the only end that will do (-1 for any). */
  private from = 0;
  private limit = 0;
  private wantedEnd = -1;

  constructor(row: RuleRow) {
    this.row = row;
  }

  /** Whether the program matches at a token of the line from `from` to `limit`; `wantedEnd` is where the match must end. */
  matches(program: Program, at: number, from: number, limit: number, wantedEnd = -1): boolean {
    if (program.fromStart && at !== from) return false;
    this.steps = program.steps;
    this.from = from;
    this.limit = limit;
    this.wantedEnd = program.toEnd ? limit : wantedEnd;
    if (program.toEnd && wantedEnd >= 0 && wantedEnd !== limit) return false;
    this.spent = 0;
    return this.follow(0, at);
  }

  /** Where a step of the match began; of a step behind the last, where the match ends. */
  startOf(step: number): number {
    return this.starts[step];
  }

  private follow(index: number, at: number): boolean {
    this.starts[index] = at;
    if (index === this.steps.length) {
      this.end = at;
      return this.spent <= BUDGET && (this.wantedEnd < 0 || at === this.wantedEnd);
    }
    const step = this.steps[index];
    return step.single ? this.repeatToken(step, index, at) : this.repeatRow(step, index, at, 0);
  }

  /** Takes as many tokens as it can, then gives them back one by one. */
  private repeatToken({ choices, min, max }: Step, index: number, at: number): boolean {
    const most = Math.min(max, this.limit - at);
    let count = 0;
    while (count < most && this.passesAny(choices, at + count)) count++;
    for (; count >= min; count--) if (this.follow(index + 1, at + count)) return true;
    return false;
  }

  private repeatRow(step: Step, index: number, at: number, count: number): boolean {
    if (count < step.max)
      for (const row of step.choices)
        if (this.passesRow(row, at) && this.repeatRow(step, index, at + row.length, count + 1)) return true;
    return count >= step.min && this.follow(index + 1, at);
  }

  private passesAny(choices: readonly (readonly Test[])[], at: number): boolean {
    for (const row of choices) if (this.passes(row[0], at)) return true;
    return false;
  }

  private passesRow(row: readonly Test[], at: number): boolean {
    if (at + row.length > this.limit) return false;
    for (let i = 0; i < row.length; i++) if (!this.passes(row[i], at + i)) return false;
    return true;
  }

  private passes(test: Test, at: number): boolean {
    if (++this.spent > BUDGET) return false;
    const shape = this.row.shapes[at];
    if ((shape & test.all) !== test.all || (shape & test.none) !== 0) return false;
    if (test.any !== 0 && (shape & test.any) === 0) return false;
    return test.more === undefined || this.passesMore(test.more, at);
  }

  private passesMore(more: TestBeyondBits, at: number): boolean {
    const { words, notWords, conditions, notConditions } = more;
    if (words !== undefined && !this.isOneOf(words, at)) return false;
    if (notWords !== undefined && this.isOneOf(notWords, at)) return false;
    for (const condition of conditions) if (!this.holds(condition, at)) return false;
    for (const condition of notConditions) if (this.holds(condition, at)) return false;
    return true;
  }

  private isOneOf(words: Words, at: number): boolean {
    for (const word of words.get(this.row.wordHash(at)) ?? NONE) if (this.row.isWord(word, at)) return true;
    return false;
  }

  private holds(condition: PlacedCondition, at: number): boolean {
    if (condition.name !== 'agrees') return this.row.holds(condition.name, at);
    const other = this.comparedWith(condition, at);
    return other >= 0 && (this.row.agreement(at) & this.row.agreement(other)) !== 0;
  }

  /** The token that an agreement is asked with: a neighbour in the line, or the first one of a group; -1 for none. */
  private comparedWith({ with: other, group, groupEnd }: PlacedCondition, at: number): number {
    if (other === 'previous') return at > this.from ? at - 1 : -1;
    if (other === 'next') return at + 1 < this.limit ? at + 1 : -1;
    return this.starts[group] < this.starts[groupEnd] ? this.starts[group] : -1;
  }
}
