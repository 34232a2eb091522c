/** What became of a run, as lines for a person. */
import type { RunSummary } from '../../corpus/run/summary.js';
import { size, twoColumns, withParts } from './numbers.js';

type Row = readonly [string, string];

/** The counts of a run, whole or not; `more` is said at the end. */
export function summaryLines(summary: RunSummary, more: readonly Row[]): string {
  const { counts, shards, complete, inputs, struck } = summary;
  return twoColumns([
    ['inputs', `${inputs.files} (${size(inputs.bytes)})${leftOut(inputs.leftOut)}`],
    ['shards', complete === shards ? `${shards}, all complete` : `${complete} of ${shards} complete`],
    ['records', `${counts.records} (${size(counts.bytes)})`],
    ['articles', `${counts.articles}`],
    [
      'quarantined',
      `${withParts(counts.quarantined)}${struck === 0 ? '' : `; stopped by the guard: ${struck}`}`,
    ],
    ['passed over', withParts(counts.passedOver)],
    ['people', `${counts.people}`],
    ['organizations', `${counts.organizations}`],
    ['places', `${counts.places}`],
    ['quotations', `${counts.quotations}`],
    ['problems', withParts(counts.problems)],
    ...more,
  ]);
}

function leftOut(files: number): string {
  return files === 0 ? '' : `; files that hold no articles, left out: ${files}`;
}
