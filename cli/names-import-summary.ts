/** What an import did, for a person: counts, and a few examples of each case of its report. Takes numbers, gives lines. */
import path from 'node:path';
import type { Imported } from '../names/import.js';
import { CASES, type Case, type Report } from '../names/report.js';
import { isolated } from './visible.js';

/** The summary of a pack that was written to `place`. */
export function importSummary({ rows, sources, counts }: Imported, report: Report, place: string): string {
  const lines: [label: string, value: string][] = [
    ...sources.map(({ title, format, read }): [string, string] => [
      'read',
      `${title} (${format}): ${read} entries`,
    ]),
    ['people', `${rows.Person.length}`],
    ['organizations', `${rows.Organization.length}`],
    ['places', `${rows.Place.length}`],
    ['no Arabic name', `${counts.nameless}`],
    ['no known type', `${counts.typeless}`],
    ['unwanted type', `${counts.unwanted}`],
    ['under the floor', `${counts.rare}`],
  ];
  return [
    ...lines.map(([label, value]) => `${label.padEnd(17)}${value}\n`),
    ...(Object.keys(CASES) as Case[]).flatMap((what) => caseLines(what, report)),
    `${'result'.padEnd(17)}${place}, every case in ${path.join(place, 'import-report.tsv')}\n`,
  ].join('');
}

function caseLines(what: Case, report: Report): string[] {
  const count = report.count(what);
  if (count === 0) return [];
  const examples = report.examples(what).map(({ place, form, says }) => {
    const name = form === '' ? '' : `${isolated(form)}: `;
    return `  ${place}: ${name}${says}\n`;
  });
  return [`${CASES[what]}: ${count}\n`, ...examples, ...(count > examples.length ? ['  …\n'] : [])];
}
