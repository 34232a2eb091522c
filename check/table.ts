/**
 * Prints scores as a plain-text table for a reader. Takes scores, gives lines of at most 80 characters.
 */
import type { Interval } from './bootstrap.js';
import type { ConllScores } from './conll.js';
import { type Measure, percent } from './measure.js';
import type { Scores } from './score.js';

const LABEL = 20;

/** The table of all scores against a gold. */
export function scoreTable(scores: Scores): string {
  const { documents, tokens, missing, intervals } = scores;
  const [low, high] = intervals['speaker accuracy on found'];
  const [taken, total] = scores['names in marks taken for speech'].split('/').map(Number);
  return [
    `${documents} articles, ${tokens} words${missing.length > 0 ? `; no prediction for ${missing.join(', ')}` : ''}`,
    '',
    measureTable('mentions', scores.mentions, intervals.mentions),
    measureTable('quotations', scores.quotations, intervals.quotations),
    kindTable(scores),
    `speaker accuracy on found: ${scores['speaker accuracy on found'].toFixed(1)} [${low}–${high}]`,
    `names in marks taken for speech: ${taken}/${total} (${percent(taken, total).toFixed(1)} %)`,
    '',
  ].join('\n');
}

/** The table of the scores against a CoNLL corpus. */
export function conllTable(scores: ConllScores): string {
  const { sentences, tokens, documents } = scores;
  return [
    `${sentences} sentences, ${tokens} words, in ${documents} documents`,
    '',
    measureTable('mentions', scores.mentions, scores.intervals.mentions),
  ].join('\n');
}

function measureTable<Row extends string>(
  title: string,
  measures: Readonly<Record<Row, Measure>>,
  intervals: Readonly<Record<Row, Interval>>,
): string {
  const head = row(title, ['P', 'R', 'F', '95 %', 'tp', 'fp', 'fn']);
  const lines = (Object.keys(measures) as Row[]).map((name) => {
    const { P, R, F, tp, fp, fn } = measures[name];
    const [low, high] = intervals[name];
    return row(name, [P.toFixed(1), R.toFixed(1), F.toFixed(1), `[${low}–${high}]`, tp, fp, fn]);
  });
  return `${[head, ...lines].join('\n')}\n`;
}

function row(label: string, cells: readonly (string | number)[]): string {
  const widths = [6, 6, 6, 14, 6, 6, 6];
  return label.padEnd(LABEL) + cells.map((cell, index) => String(cell).padStart(widths[index])).join('');
}

function kindTable(scores: Scores): string {
  const line = (label: string, cells: readonly (string | number)[]) =>
    label.padEnd(LABEL) + cells.map((cell) => String(cell).padStart(8)).join('');
  const figure = (value: number | undefined) => value?.toFixed(1) ?? '–';
  const rows = Object.entries(scores['by kind']).map(([kind, row]) => {
    const { gold, found, recall, precision, F, 'speaker right': right, 'joint F': joint } = row;
    return line(kind, [gold, found, right, figure(precision), figure(recall), figure(F), figure(joint)]);
  });
  const head = line('by kind', ['gold', 'found', 'speaker', 'P', 'R', 'F', 'joint F']);
  return `${[head, ...rows, '(? marks optional rows, which no measure above counts)'].join('\n')}\n`;
}
