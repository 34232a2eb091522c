/**
 * Runs rules over a row of tokens: a rule is tried only where its anchor stands, on a small window around it, bound to
 * each place where the match could start. Greedy and leftmost; every match covers the anchor that called it.
 */
import type { CompiledRule, RuleIndex } from './compile.js';
import { matchTerms, type Term } from './compromise.js';
import type { RuleMatch, RuleToken, TokenRange } from './rule.js';

export type { RuleIndex } from './compile.js';

/** All matches, by place of their anchors, then by order of the rules. Ranges count the given tokens. */
export function runRules(index: RuleIndex, tokens: readonly RuleToken[]): RuleMatch[] {
  const found: RuleMatch[] = [];
  const terms = new TermRow(tokens);
  for (let at = 0; at < tokens.length; at++) {
    const { word, tags } = tokens[at];
    if (word !== '') for (const rule of index.byWord.get(word) ?? []) tryAt(terms, rule, at, found);
    for (const tag of tags) for (const rule of index.byTag.get(tag) ?? []) tryAt(terms, rule, at, found);
  }
  return found;
}

/** Terms are made when a window first needs them: most tokens never stand near an anchor. */
class TermRow {
  private readonly made: Term[] = [];
  private readonly tokens: readonly RuleToken[];

  constructor(tokens: readonly RuleToken[]) {
    this.tokens = tokens;
  }

  get length(): number {
    return this.tokens.length;
  }

  window(from: number, to: number): Term[] {
    const row: Term[] = [];
    for (let at = from; at < to; at++) {
      const { word, tags } = this.tokens[at];
      this.made[at] ??= { text: word, normal: word, pre: '', post: '', tags, index: [0, 0] };
      row.push(this.made[at]);
    }
    return row;
  }
}

function tryAt(terms: TermRow, compiled: CompiledRule, anchor: number, found: RuleMatch[]): void {
  const { minBefore, maxBefore, longest, pattern, rule } = compiled;
  for (let from = Math.max(0, anchor - maxBefore); from <= anchor - minBefore; from++) {
    const match = matchTerms(terms.window(from, Math.min(terms.length, from + longest)), pattern);
    if (match === undefined || from + match.end <= anchor) continue;
    const groups: Record<string, TokenRange> = {};
    for (const [name, [start, end]] of match.groups) groups[name] = { start: from + start, end: from + end };
    found.push({ rule, start: from + match.start, end: from + match.end, groups });
    return;
  }
}
