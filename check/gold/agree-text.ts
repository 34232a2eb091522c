/** Prints an agreement for a reader: the figures of both directions side by side, then every disagreement in context. */
import { printMistakes } from '../errors.js';
import type { Scores } from '../score.js';
import type { Agreement } from './agree.js';

const LABEL = 32;

/** The figures as a table of F in each direction. */
export function agreementTable({ articles, only, byA, byB, kappa }: Agreement): string {
  const row = (label: string, ...cells: readonly string[]) =>
    label.padEnd(LABEL) + cells.map((cell) => cell.padStart(10)).join('');
  const [a, b] = [figuresOf(byA), figuresOf(byB)];
  return [
    `${articles} ${articles === 1 ? 'article' : 'articles'}, ${byA.tokens} words`,
    ...(only.a.length > 0 ? [`only A has ${only.a.join(', ')}`] : []),
    ...(only.b.length > 0 ? [`only B has ${only.b.join(', ')}`] : []),
    '',
    row('F', 'B by A', 'A by B'),
    ...a.map(([label, figure], index) => row(label, figure.toFixed(1), b[index][1].toFixed(1))),
    '',
    row('kappa of words', 'A and B'),
    row('names', kappa.names.toFixed(2)),
    row('quotations', kappa.quotations.toFixed(2)),
    '',
  ].join('\n');
}

/** Every disagreement; an empty text when there is none. */
export function disagreementList({ disagreements }: Agreement): string {
  const list = printMistakes(disagreements);
  if (list === '') return '';
  return `Where they differ, told as mistakes of B (gold: A):\n\n${list}`;
}

function figuresOf(scores: Scores): readonly (readonly [string, number])[] {
  return [
    ...Object.entries(scores.mentions).map(([row, { F }]) => [`mentions ${row}`, F] as const),
    ...Object.entries(scores.quotations).map(([row, { F }]) => [`quotations ${row}`, F] as const),
    ['speaker on found', scores['speaker accuracy on found']],
  ];
}
