/**
 * Coverage for a reader: rules and sieves one a line, lists with how many of their rows ever fired, and on request the rows
 * themselves. Another form has everything, as a table for other programs.
 */
import type { Coverage, CoverageRow } from '../../check/coverage/coverage.js';
import type { Styles } from '../terminal.js';
import { isolated } from '../visible.js';

export interface Shown {
  /** Rows of lists that fire, the most frequent first. */
  readonly rows: boolean;
  /** Rows of lists that never fire. */
  readonly dead: boolean;
}

export function coveragePage({ articles, rows }: Coverage, shown: Shown, styles: Styles): string {
  const of = (list: string) => rows.filter((row) => row.list === list);
  const lists = [...new Set(rows.map(({ list }) => list))].filter(
    (list) => list !== 'rules' && list !== 'sieves',
  );
  const lines = [
    `${articles.gold} annotated ${articles.gold === 1 ? 'article' : 'articles'}, ${articles.corpus} of a corpus`,
    '',
    styles.heading(heading('rules')),
    ...of('rules').map(ruleLine),
    '',
    styles.heading(heading('sieves')),
    ...of('sieves').map(ruleLine),
    '',
    styles.heading(`${'lists'.padEnd(NAME)}${cells(['rows', 'fired', 'never'])}`),
    ...lists.map((list) => listLine(list, of(list))),
    ...lists.flatMap((list) => rowLines(list, of(list), shown, styles)),
  ];
  return `${lines.join('\n')}\n`;
}

const NAME = 36;
const CELL = 8;

function heading(title: string): string {
  return `${title.padEnd(NAME)}${cells(['fired', 'right', 'wrong', 'corpus'])}`;
}

function cells(values: readonly (string | number)[]): string {
  return values.map((value) => String(value).padStart(CELL)).join('');
}

function ruleLine({ name, gold, corpus, repeats }: CoverageRow): string {
  const remark = firedIn({ gold, corpus })
    ? repeats === undefined
      ? ''
      : `  repeats others in all of ${repeats} ${repeats === 1 ? 'article' : 'articles'}`
    : '  never fires';
  return `${name.padEnd(NAME)}${cells([gold.fired, gold.right, gold.wrong, corpus.fired])}${remark}`;
}

function listLine(list: string, rows: readonly CoverageRow[]): string {
  const fired = rows.filter(firedIn).length;
  return `${list.padEnd(NAME)}${cells([rows.length, fired, rows.length - fired])}`;
}

function firedIn({ gold, corpus }: Pick<CoverageRow, 'gold' | 'corpus'>): boolean {
  return gold.fired + corpus.fired > 0;
}

function rowLines(
  list: string,
  rows: readonly CoverageRow[],
  shown: Shown,
  styles: Styles,
): readonly string[] {
  const count = ({ gold, corpus }: CoverageRow) => gold.fired + corpus.fired;
  const fired = rows.filter(firedIn).sort((a, b) => count(b) - count(a));
  const dead = rows.filter((row) => !firedIn(row));
  const words = ({ name }: CoverageRow) => isolated(name.slice(list.length + 1));
  return [
    ...(shown.rows && fired.length > 0
      ? ['', styles.heading(heading(list)), ...fired.map((row) => `${rowCells(row)}  ${words(row)}`)]
      : []),
    ...(shown.dead && dead.length > 0
      ? ['', styles.heading(`${list}: never`), ...dead.map((row) => `  ${words(row)}`)]
      : []),
  ];
}

/** The words stand last, since they may be as wide as they like. */
function rowCells({ gold, corpus }: CoverageRow): string {
  return `${''.padEnd(NAME)}${cells([gold.fired, gold.right, gold.wrong, corpus.fired])}`;
}

/** Everything, one row a line, as tab-separated values. */
export function coverageTable({ rows }: Coverage): string {
  const lines = rows.map(({ name, list, gold, corpus, repeats }) =>
    [list, name, gold.fired, gold.right, gold.wrong, corpus.fired, repeats ?? ''].join('\t'),
  );
  return `${['list\tname\tfired\tright\twrong\tcorpus\trepeats', ...lines].join('\n')}\n`;
}
