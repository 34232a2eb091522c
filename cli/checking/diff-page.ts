/**
 * The report on differences for a reader in a terminal: counts, then for each cause its differences, each with the words in their
 * sentence between ⟦ and ⟧. Arabic words stand between isolates, so that a terminal orders each line sanely.
 */
import { type Context, shortened } from '../../check/diff/context.js';
import { CHANGES, type Passage, SUBJECTS } from '../../check/diff/difference.js';
import type { Example, Group, Report } from '../../check/diff/report.js';
import {
  articlesLine,
  byCause,
  groupTitle,
  isOnePlace,
  number,
  PLURALS,
  placeOf,
  rulesOf,
  type SideNames,
  total,
  typeOf,
} from '../../check/diff/words.js';
import type { Styles } from '../terminal.js';
import { isolated } from '../visible.js';

/** @param most causes that are shown; the rest is counted */
export function diffPage(report: Report, names: SideNames, styles: Styles, most: number): string {
  const causes = byCause(report.groups);
  const left = causes.slice(most);
  const lines = [
    `${styles.heading('before')} ${names.before}`,
    `${styles.heading('after')}  ${names.after}`,
    `${articlesLine(report)}.`,
    ...(report.differences === 0 ? ['No difference.'] : ['', ...countTable(report)]),
    ...(report.leftOut === 0 ? [] : [`${number(report.leftOut)} more are left out by the filter.`]),
    ...causes.slice(0, most).flatMap(([by, groups]) => causeLines(by, groups, styles)),
    ...(left.length === 0 ? [] : ['', styles.aside(leftLine(left))]),
    ...articleLines('only before', report.onlyBefore, report.articles.onlyBefore, styles),
    ...articleLines('only after', report.onlyAfter, report.articles.onlyAfter, styles),
    ...articleLines('read from another text', report.otherText, report.articles.otherText, styles),
  ];
  return `${lines.join('\n')}\n`;
}

function leftLine(causes: ReturnType<typeof byCause>): string {
  const count = total(causes.flatMap(([, groups]) => groups));
  return `… and ${number(causes.length)} more causes of ${number(count)} differences; --limit shows more`;
}

const LABEL = 12;

function countTable({ counts }: Report): readonly string[] {
  const shown = CHANGES.filter((change) => SUBJECTS.some((subject) => counts[subject][change] > 0));
  const cell = (text: string, change: string) => text.padStart(Math.max(change.length, 6) + 2);
  const head = ''.padEnd(LABEL) + shown.map((change) => cell(change, change)).join('');
  const rows = SUBJECTS.map(
    (subject) =>
      PLURALS[subject].padEnd(LABEL) +
      shown.map((change) => cell(number(counts[subject][change]), change)).join(''),
  );
  return [head, ...rows];
}

function causeLines(by: string, groups: readonly Group[], styles: Styles): readonly string[] {
  const count = total(groups);
  const head = `${styles.heading(isolated(by))}: ${number(count)} ${count === 1 ? 'difference' : 'differences'}`;
  return ['', head, ...groups.flatMap((group) => groupLines(group, styles))];
}

function groupLines(group: Group, styles: Styles): readonly string[] {
  const left = group.count - group.examples.length;
  return [
    `  ${groupTitle(group)}`,
    ...group.examples.flatMap((example) => exampleLines(example, styles)),
    ...(left === 0 ? [] : [styles.aside(`    … and ${number(left)} more; --limit shows them`)]),
  ];
}

function exampleLines(example: Example, styles: Styles): readonly string[] {
  const { before, after, beforeContext, afterContext, note } = example;
  const head = `    ${isolated(placeOf(example))} ${typeOf(example)}${note === undefined ? '' : `: ${isolated(note)}`}`;
  const side = (sign: string, passage: Passage | undefined, context: Context | undefined) =>
    passage === undefined
      ? []
      : [
          `    ${sign} ${inContext(passage, context)}`,
          styles.aside(
            `      ${[passage.speaker && `said by ${isolated(passage.speaker)}`, rulesOf(passage)].filter((part) => part).join(' · ')}`,
          ),
        ];
  if (before !== undefined && after !== undefined && isOnePlace(example) && after.text === before.text)
    return [head, ...side('±', after, afterContext)];
  return [head, ...side('-', before, beforeContext), ...side('+', after, afterContext)];
}

function inContext(passage: Passage, context: Context | undefined): string {
  if (context === undefined) return isolated(`⟦${shortened(passage.text)}⟧`);
  return isolated(`${context.before}⟦${context.words}⟧${context.after}`);
}

function articleLines(
  title: string,
  articles: Report['onlyBefore'],
  count: number,
  styles: Styles,
): readonly string[] {
  if (count === 0) return [];
  const more = count > articles.length ? [`  … and ${number(count - articles.length)} more`] : [];
  return [
    '',
    styles.heading(`${title}: ${number(count)}`),
    ...articles.map(({ identifier }) => `  ${isolated(identifier)}`),
    ...more,
  ];
}
