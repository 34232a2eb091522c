/**
 * Runs an index of rules over a row of tokens in one pass: where a token has the tag or word of an anchor, the rules filed
 * there are tried. For each anchor a rule has one match at most, the leftmost; overlaps are settled elsewhere.
 */
import type { CompiledRule, RuleIndex, Shelf, Side } from './compile.js';
import { Matcher } from './matcher.js';
import type { RuleRow } from './row.js';
import type { NamedRange, RuleMatch } from './rule.js';

export type { RuleIndex } from './compile.js';

/** All matches, by where they begin, then by order of the rules. Ranges are token numbers. */
export function runRules(index: RuleIndex, row: RuleRow): RuleMatch[] {
  const run = new Run(row);
  for (let at = 0; at < row.count; at++) {
    for (let hit = row.shapes[at] & index.tags; hit !== 0; hit &= hit - 1)
      run.meet(index.byTag[31 - Math.clz32(hit & -hit)], at);
    if (index.byWord.size > 0 && row.mayHaveWord(index.words, at))
      run.meet(index.byWord.get(row.wordHash(at)) ?? [], at);
  }
  return run.matches();
}

/** One pass: what was found, and the line that it is in. */
class Run {
  private readonly row: RuleRow;
  private readonly matcher: Matcher;
  private readonly found: RuleMatch[] = [];
  private first = 0;
  private end = 0;

  constructor(row: RuleRow) {
    this.row = row;
    this.matcher = new Matcher(row);
  }

  /** In order, each once: a token with two tags of one anchor has met the rule twice. */
  matches(): RuleMatch[] {
    const { found } = this;
    found.sort((a, b) => a.start - b.start || a.order - b.order);
    let kept = 0;
    for (const match of found) {
      const before = found[kept - 1];
      if (kept === 0 || match.start !== before.start || match.order !== before.order) found[kept++] = match;
    }
    found.length = kept;
    return found;
  }

  /** Tries the rules whose anchor the token can be. */
  meet(shelves: readonly Shelf[], at: number): void {
    if (at >= this.end) this.enterLine(at);
    for (const shelf of shelves)
      if (shelf.mask === 0 || this.hasNeighbour(shelf, at))
        for (const rule of shelf.rules) this.tryAround(rule, at);
  }

  private enterLine(at: number): void {
    const { line, count } = this.row;
    this.first = at;
    while (this.first > 0 && line[this.first - 1] === line[at]) this.first--;
    this.end = at + 1;
    while (this.end < count && line[this.end] === line[at]) this.end++;
  }

  private hasNeighbour({ mask, from, to }: Shelf, anchor: number): boolean {
    const last = Math.min(this.end - 1, anchor + to);
    for (let at = Math.max(this.first, anchor + from); at <= last; at++)
      if ((this.row.shapes[at] & mask) !== 0) return true;
    return false;
  }

  /** Of the matches whose anchor is this token the one that begins furthest to the left. */
  private tryAround(compiled: CompiledRule, anchor: number): void {
    const { program, anchorStep, minBefore, maxBefore } = compiled;
    const last = anchor - minBefore;
    for (let start = Math.max(this.first, anchor - maxBefore); start <= last; start++) {
      if (!this.matcher.matches(program, start, this.first, this.end)) continue;
      if (this.matcher.startOf(anchorStep) !== anchor) continue;
      this.keep(compiled, start, this.matcher.end);
      return;
    }
  }

  private keep(
    { rule, order, program, notBefore, notAfter }: CompiledRule,
    start: number,
    end: number,
  ): void {
    const { matcher } = this;
    const groups: NamedRange[] = [];
    for (const { name, first, end: behind } of program.groups) {
      const from = matcher.startOf(first);
      const to = matcher.startOf(behind);
      if (to > from) groups.push({ name, start: from, end: to });
    }
    if (notBefore !== undefined && this.standsBefore(notBefore, start)) return;
    if (notAfter !== undefined && matcher.matches(notAfter.program, end, this.first, this.end)) return;
    this.found.push({ rule, start, end, groups, order });
  }

  private standsBefore({ program, least, most }: Side, end: number): boolean {
    for (let start = Math.max(this.first, end - most); start <= end - least; start++)
      if (this.matcher.matches(program, start, this.first, this.end, end)) return true;
    return false;
  }
}
