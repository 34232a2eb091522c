/** The cases of a check as JUnit XML, which most services of continuous integration read: a suite for each kind of check. */
import { XMLBuilder } from 'fast-xml-parser';
import { type Case, CHECKS, type CheckName, isFailure } from '../../check/pack/case.js';

/** Prints the whole report. */
export function checkJunit(cases: readonly Case[]): string {
  const suites = (Object.keys(CHECKS) as CheckName[]).flatMap((name) => {
    const checked = cases.filter(({ check }) => check === name);
    return checked.length === 0
      ? []
      : [{ '@name': name, ...countsOf(checked), testcase: checked.map(testcase) }];
  });
  const builder = new XMLBuilder({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    format: true,
    indentBy: ' ',
    suppressEmptyNode: true,
  });
  const report = { testsuites: { '@name': 'isnad check', ...countsOf(cases), testsuite: suites } };
  return `<?xml version="1.0" encoding="UTF-8"?>\n${builder.build(report)}`;
}

function countsOf(cases: readonly Case[]): object {
  return { '@tests': cases.length, '@failures': cases.filter(isFailure).length };
}

function testcase({ check, name, file, line, fault }: Case): object {
  const one = { '@classname': check, '@name': name, '@file': file, ...(line && { '@line': line }) };
  if (fault === undefined) return one;
  const text = legal([`${fault.reason} — ${fault.advice}`, ...(fault.details ?? [])].join('\n'));
  if (fault.level === 'warning') return { ...one, 'system-out': `warning: ${text}` };
  return { ...one, failure: { '@message': legal(fault.reason), '#text': text } };
}

/** XML has no control characters. */
function legal(text: string): string {
  return text.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu, '\ufffd');
}
