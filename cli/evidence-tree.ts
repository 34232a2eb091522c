/**
 * Prints evidence as a tree of lines: each rule with what it says, the spans of its roles with their words, the
 * list rows it rests on, and the findings behind it. Offsets that are printed are code points.
 */
import type { Candidate, Evidence } from '../index.js';
import type { ToCodePoints } from '../output/code-points.js';
import { isolated } from './visible.js';

/** The text that evidence points into, and what the pattern rules say. */
export interface Explained {
  readonly text: string;
  readonly at: ToCodePoints;
  /** One plain sentence by rule id; sieves and algorithms have none. */
  readonly says: ReadonlyMap<string, string>;
  /** Whom the sieves weighed, by number of the quotation. */
  readonly candidates: ReadonlyMap<number, readonly Candidate[]>;
}

/** The lines of several pieces of evidence, in order. */
export function evidenceTree(evidence: readonly Evidence[], explained: Explained): readonly string[] {
  return branches(
    evidence.map((one) => nodeOf(one, explained)),
    '  ',
  );
}

interface Node {
  readonly label: string;
  readonly children: readonly Node[];
}

function nodeOf({ rule, spans, rows, because }: Evidence, explained: Explained): Node {
  const { text, at, says } = explained;
  const sentence = says.get(rule);
  const leaf = (label: string): Node => ({ label, children: [] });
  return {
    label: sentence === undefined ? rule : `${rule}: ${sentence}`,
    children: [
      ...Object.entries(spans ?? {}).map(([role, { start, end }]) =>
        leaf(`${role} ${at(start)}–${at(end)} ${isolated(text.slice(start, end))}`),
      ),
      ...(rows ?? []).map((row) => leaf(`list row ${rowLabel(row)}`)),
      ...(because === undefined || because.length === 0
        ? []
        : [{ label: 'because', children: because.map((one) => nodeOf(one, explained)) }]),
    ],
  };
}

/** `cue-verbs:قال` with its word between isolates. */
function rowLabel(row: string): string {
  const colon = row.indexOf(':');
  return colon < 0 ? isolated(row) : `${row.slice(0, colon)}: ${isolated(row.slice(colon + 1))}`;
}

function branches(nodes: readonly Node[], indent: string): readonly string[] {
  return nodes.flatMap(({ label, children }, index) => {
    const isLast = index === nodes.length - 1;
    return [
      `${indent}${isLast ? '└─' : '├─'} ${label}`,
      ...branches(children, `${indent}${isLast ? '   ' : '│  '}`),
    ];
  });
}
