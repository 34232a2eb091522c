/** Prints a report for a reader: takes a report, gives lines of at most 130 characters, a table for each kind of case. */
import type { Group } from './catalogue.js';
import type { Figure } from './figures.js';
import type { Report, Row } from './report.js';

export function tables({ date, machine, input, method, rows, figures }: Report): string {
  return [
    [`isnad bench, ${date}`, machine, input, method].map((line) => `${line}\n`).join(''),
    rateTable(rows),
    manyRulesTable(rows),
    startUpTable(rows),
    flatnessTable(rows),
    growthTable(rows),
    figureTable(figures),
  ]
    .filter((table) => table !== '')
    .join('\n');
}

/** About three digits. */
export function shortNumber(value: number): string {
  return value >= 100 ? String(Math.round(value)) : value.toPrecision(3);
}

const RATE_GROUPS: readonly Group[] = ['floors', 'stages', 'whole', 'runs', 'peers', 'long lists'];

function rateTable(rows: readonly Row[]): string {
  const head = ['MB/s', 'best', 'words/s', '× scan', '× JSON', 'share', 'peak MB'];
  return table(head, RATE_GROUPS, rows, ({ rate, peak }) => [
    number(rate?.megabytes),
    number(rate?.bestMegabytes),
    rate === undefined ? '' : String(Math.round(rate.words)),
    number(rate?.toScan),
    number(rate?.toJson),
    rate?.share === undefined ? '' : `${(rate.share * 100).toFixed(1)} %`,
    megabytes(peak),
  ]);
}

function manyRulesTable(rows: readonly Row[]): string {
  return table(['ratio', '', '', '', '', '', 'peak MB'], ['rules'], rows, ({ manyRules, peak }) => [
    manyRules === undefined ? '' : manyRules.toFixed(2),
    ...Array.from({ length: 5 }, () => ''),
    megabytes(peak),
  ]);
}

function startUpTable(rows: readonly Row[]): string {
  return table(
    ['CPU s', 'above bare', 'clock s', '', '', '', 'peak MB'],
    ['start-up'],
    rows,
    ({ startUp, peak }) => [
      seconds(startUp?.cpu),
      seconds(startUp?.aboveBare),
      seconds(startUp?.wall),
      '',
      '',
      '',
      megabytes(peak),
    ],
  );
}

function flatnessTable(rows: readonly Row[]): string {
  const held = rows.find(({ flatness }) => flatness !== undefined)?.flatness;
  const head = ['heap MB', 'buffers', 'heap MB', 'buffers', '', '', 'peak MB'];
  const says = held ? `held after ${held.few.articles}, then after ${held.many.articles} articles` : '';
  const said = rows.map((row) => (row.group === 'memory' ? { ...row, says } : row));
  return table(head, ['memory'], said, ({ flatness, peak }) => [
    megabytes(flatness?.few.heap),
    megabytes(flatness?.few.buffers),
    megabytes(flatness?.many.heap),
    megabytes(flatness?.many.buffers),
    '',
    '',
    megabytes(peak),
  ]);
}

function growthTable(rows: readonly Row[]): string {
  const head = ['half s', 'full s', 'ratio', 'MB', 'MB/s', '', 'peak MB'];
  return table(head, ['hard inputs'], rows, ({ growth, peak }) => [
    seconds(growth?.half),
    seconds(growth?.full),
    growth === undefined ? '' : growth.ratio.toFixed(2),
    growth === undefined ? '' : (growth.bytes / 1e6).toFixed(1),
    growth === undefined ? '' : number(growth.bytes / 1e6 / growth.full),
    '',
    megabytes(peak),
  ]);
}

function figureTable(figures: readonly Figure[]): string {
  if (figures.length === 0) return '';
  const line = (says: string, [wanted, measured, reached]: readonly string[]) =>
    `${says.padEnd(38)}${wanted.padStart(14)}${measured.padStart(24)}${reached.padStart(10)}\n`;
  const lines = figures.map(({ says, wanted, measured, reached }) =>
    line(says, [wanted, measured, reached ? 'yes' : 'no']),
  );
  return line('figures to reach', ['wanted', 'measured', 'reached']) + lines.join('');
}

function table(
  head: readonly string[],
  groups: readonly Group[],
  rows: readonly Row[],
  cells: (row: Row) => readonly string[],
): string {
  return groups
    .map((group) => {
      const lines = rows
        .filter((row) => row.group === group)
        .map((row) =>
          row.failure === undefined ? line(row, cells(row)) : `${row.name.padEnd(LABEL)}${row.failure}\n`,
        );
      const title = group === groups[0] ? line({ name: group, says: '' }, head) : `${group}\n`;
      return lines.length === 0 ? '' : title + lines.join('');
    })
    .join('');
}

const LABEL = 26;
const CELL = 10;

function line({ name, says }: Pick<Row, 'name' | 'says'>, cells: readonly string[]): string {
  const row = name.padEnd(LABEL) + cells.map((cell) => cell.padStart(CELL)).join('');
  return `${says === '' ? row : `${row}  ${says}`}\n`;
}

function number(value: number | undefined): string {
  return value === undefined ? '' : shortNumber(value);
}

function seconds(value: number | undefined): string {
  return value === undefined ? '' : value.toFixed(3);
}

function megabytes(bytes: number | undefined): string {
  return bytes === undefined ? '' : (bytes / 1e6).toFixed(0);
}
