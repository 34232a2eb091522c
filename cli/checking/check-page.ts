/** The cases of a check as a page for a terminal: how much was checked, then each fault with place, reason and advice. */
import { type Case, CHECKS, type CheckName, type Faulty, isFaulty } from '../../check/pack/case.js';
import { isolated, visible } from '../visible.js';

/** Lines of details that are shown of one fault. */
const MOST_DETAILS = 20;

/** The whole page. */
export function checkPage(cases: readonly Case[]): string {
  return `${countsTable(cases)}\n${faultLines(cases)}${summaryLine(cases)}`;
}

/** One line for each kind of check that had something to look at. */
export function countsTable(cases: readonly Case[]): string {
  const rows = (Object.keys(CHECKS) as CheckName[]).flatMap((name) => {
    const checked = cases.filter(({ check }) => check === name);
    if (checked.length === 0) return [];
    return [[CHECKS[name], String(checked.length), countOf(checked)]];
  });
  const [first, second] = [0, 1].map((column) => Math.max(...rows.map((row) => row[column].length)));
  return rows
    .map(([says, count, wrong]) => `${says.padEnd(first)}  ${count.padStart(second)}  ${wrong}`.trimEnd())
    .map((line) => `${line}\n`)
    .join('');
}

/** Each fault on a line, warnings last, its details below it. */
export function faultLines(cases: readonly Case[]): string {
  const faulty = cases.filter(isFaulty);
  const failures = faulty.filter(({ fault }) => fault.level === 'failure');
  const warnings = faulty.filter(({ fault }) => fault.level === 'warning');
  return [...failures, ...warnings].map((one) => visible(lineOf(one))).join('');
}

/** `3 failures, 1 warning`. */
export function summaryLine(cases: readonly Case[]): string {
  const faulty = cases.filter(isFaulty);
  return faulty.length === 0 ? 'nothing is wrong\n' : `${countOf(faulty)}\n`;
}

function lineOf({ file, line, name, check, fault }: Faulty): string {
  const place = line === undefined ? file : `${file}:${line}`;
  const details = fault.details ?? [];
  const shown = details.slice(0, MOST_DETAILS).map((detail) => `    ${isolated(detail)}\n`);
  const more = details.length > MOST_DETAILS ? `    … and ${details.length - MOST_DETAILS} more\n` : '';
  const level = fault.level === 'warning' ? 'warning: ' : '';
  const subject = check === 'gold' || check === 'files' || check === 'expectation' ? '' : `${ruleOf(name)}: `;
  const says = apart(`${subject}${fault.reason} — ${fault.advice}`);
  return `${place} ${level}${says}\n${shown.join('')}${more}`;
}

/** Arabic words each between isolates, so that they leave the order of the line alone. */
function apart(line: string): string {
  return line.replaceAll(/\p{Script=Arabic}(?:[\p{Script=Arabic}\p{M} ]*\p{Script=Arabic})?/gu, isolated);
}

/** Names of cases begin with the rule. */
function ruleOf(name: string): string {
  return name.split(' ')[0];
}

function countOf(cases: readonly Case[]): string {
  const faults = cases.filter(isFaulty).map(({ fault }) => fault.level);
  const failures = faults.filter((level) => level === 'failure').length;
  const warnings = faults.length - failures;
  return [counted(failures, 'failure'), counted(warnings, 'warning')]
    .filter((part) => part !== '')
    .join(', ');
}

function counted(count: number, what: string): string {
  if (count === 0) return '';
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
