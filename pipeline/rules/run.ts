/**
 * Runs rules over a row of tokens: a rule is tried only where its anchor stands, on a small window around it, bound to
 * each place where the match could start. Greedy and leftmost; every match covers the anchor that called it.
 */
import type { CompiledRule, Neighbour, RuleIndex } from './compile.js';
import { matchTerms, type Term } from './compromise.js';
import type { RuleMatch, RuleToken, TokenRange } from './rule.js';

export type { RuleIndex } from './compile.js';

/** Tokens as the runner reads them: made when a window first needs them, since most never stand near an anchor. */
export interface RuleRow {
  readonly length: number;
  token(at: number): RuleToken;
  /** False where no rule can have its anchor. */
  mayAnchor(at: number): boolean;
}

/** All matches, by place of their anchors, then by order of the rules. Ranges count the given tokens. */
export function runRules(index: RuleIndex, tokens: readonly RuleToken[]): RuleMatch[] {
  return runRulesOn(index, { length: tokens.length, token: (at) => tokens[at], mayAnchor: () => true });
}

/** The same over a row whose tokens are made on demand. */
export function runRulesOn(index: RuleIndex, row: RuleRow): RuleMatch[] {
  const found: RuleMatch[] = [];
  const terms = new TermRow(row);
  for (let at = 0; at < row.length; at++) {
    if (!row.mayAnchor(at)) continue;
    const { word, tags } = row.token(at);
    if (word !== '') for (const rule of index.byWord.get(word) ?? []) tryAt(terms, rule, at, found);
    for (const tag of tags) for (const rule of index.byTag.get(tag) ?? []) tryAt(terms, rule, at, found);
  }
  return found;
}

class TermRow {
  private readonly made: Term[] = [];
  private readonly row: RuleRow;

  constructor(row: RuleRow) {
    this.row = row;
  }

  get length(): number {
    return this.row.length;
  }

  token(at: number): RuleToken {
    return this.row.token(at);
  }

  term(at: number): Term {
    let term = this.made[at];
    if (term === undefined) {
      const { word, tags } = this.row.token(at);
      term = { text: word, normal: word, pre: '', post: '', tags, index: [0, 0] };
      this.made[at] = term;
    }
    return term;
  }

  window(from: number, to: number): Term[] {
    const window: Term[] = [];
    for (let at = from; at < to; at++) window.push(this.term(at));
    return window;
  }
}

function stands(terms: TermRow, anchor: number, { from, to, tags, words }: Neighbour): boolean {
  const last = Math.min(terms.length - 1, anchor + to);
  for (let at = Math.max(0, anchor + from); at <= last; at++) {
    const { tags: had, word } = terms.token(at);
    for (const tag of tags) if (had.has(tag)) return true;
    if (words.length > 0 && words.includes(word)) return true;
  }
  return false;
}

function tryAt(terms: TermRow, compiled: CompiledRule, anchor: number, found: RuleMatch[]): void {
  const { minBefore, maxBefore, longest, pattern, rule, neighbours } = compiled;
  for (const neighbour of neighbours) if (!stands(terms, anchor, neighbour)) return;
  for (let from = Math.max(0, anchor - maxBefore); from <= anchor - minBefore; from++) {
    const match = matchTerms(terms.window(from, Math.min(terms.length, from + longest)), pattern);
    if (match === undefined || from + match.end <= anchor) continue;
    const groups: Record<string, TokenRange> = {};
    for (const [name, [start, end]] of match.groups) groups[name] = { start: from + start, end: from + end };
    found.push({ rule, start: from + match.start, end: from + match.end, groups });
    return;
  }
}
