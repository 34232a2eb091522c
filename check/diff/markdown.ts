/**
 * The report as a summary for a pull request: counts as a table, then for each cause a few examples, never longer than fits there.
 * Takes a report, gives Markdown. Arabic words stand between isolates, so that they leave the order of a line alone.
 */

import type { Context } from './context.js';
import { shortened } from './context.js';
import { CHANGES, SUBJECTS } from './difference.js';
import type { Example, Group, Report } from './report.js';
import {
  articlesLine,
  byCause,
  groupTitle,
  isOnePlace,
  number,
  PLURALS,
  placeOf,
  type SideNames,
  total,
  typeOf,
} from './words.js';

/** Letters; hosts of code cut comments at 65,536. */
const LONGEST = 24_000;

export function markdownOf(report: Report, names: SideNames, longest: number = LONGEST): string {
  const head = [
    `### What changes from ${code(names.before)} to ${code(names.after)}`,
    '',
    `${articlesLine(report)}.`,
    ...(report.differences === 0 ? ['', 'No difference.'] : ['', ...countTable(report)]),
    ...(report.leftOut === 0 ? [] : ['', `${number(report.leftOut)} more are left out by the filter.`]),
    '',
  ].join('\n');
  const causes = byCause(report.groups);
  let page = head;
  for (const [index, [by, groups]] of causes.entries()) {
    const part = causePart(by, groups);
    const left = causes.length - index;
    if (page.length + part.length > longest) {
      const some = left === 1 ? 'One more cause is' : `${number(left)} more causes are`;
      return `${page}\n_${some} not shown: ${number(total(causes.slice(index).flatMap(([, rest]) => rest)))} differences._\n`;
    }
    page += part;
  }
  return page;
}

function countTable({ counts }: Report): string[] {
  const shown = CHANGES.filter((change) => SUBJECTS.some((subject) => counts[subject][change] > 0));
  const rows = SUBJECTS.map((subject) => [
    PLURALS[subject],
    ...shown.map((change) => number(counts[subject][change])),
  ]);
  return [['', ...shown], ['---', ...shown.map(() => '---:')], ...rows].map(
    (cells) => `| ${cells.join(' | ')} |`,
  );
}

function causePart(by: string, groups: readonly Group[]): string {
  const title = `<details><summary>${html(by)}: ${groups.map(groupTitle).join(', ')}</summary>`;
  const examples = groups.flatMap((group) => [
    '',
    `**${group.subject} ${group.change}**, ${group.examples.length} of ${number(group.count)}`,
    '',
    ...group.examples.flatMap(exampleLines),
  ]);
  return `\n${[title, ...examples, '', '</details>'].join('\n')}\n`;
}

function exampleLines(example: Example): string[] {
  const { before, after, beforeContext, afterContext, note } = example;
  const line = (sign: string, words: string | undefined, context: Context | undefined) =>
    words === undefined ? [] : [`  ${sign} ${marked(words, context)}  `];
  const both = isOnePlace(example)
    ? line(
        before === undefined ? '+' : after === undefined ? '−' : '±',
        (before ?? after)?.text,
        beforeContext ?? afterContext,
      )
    : [...line('−', before?.text, beforeContext), ...line('+', after?.text, afterContext)];
  const head = `${code(placeOf(example))} ${typeOf(example)}${note === undefined ? '' : `: ${isolated(plain(note))}`}`;
  return [`- ${head}  `, ...both];
}

const AROUND = 60;

function marked(words: string, context: Context | undefined): string {
  if (context === undefined) return isolated(`**${plain(shortened(words, 200))}**`);
  const { before, after } = context;
  const near = Array.from(before).slice(-AROUND).join('');
  const behind = Array.from(after).slice(0, AROUND).join('');
  return isolated(`${plain(near)}**${plain(shortened(context.words, 200))}**${plain(behind)}`);
}

function isolated(text: string): string {
  return `\u2068${text}\u2069`;
}

/** What would be a mark of Markdown or HTML is written out. */
function plain(text: string): string {
  return html(text.replace(/\s+/gu, ' ').replace(/[\u202a-\u202e\u2066-\u2069]/gu, '')).replace(
    /[\\`*_{}[\]()#|~]/gu,
    '\\$&',
  );
}

function html(text: string): string {
  return text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;');
}

function code(text: string): string {
  return `\`${text.replace(/`/gu, "'")}\``;
}
