/**
 * Counts what was extracted and says it in a few lines. Takes documents one by one and keeps only numbers, and of what could not
 * be read the first few reasons.
 */
import type { PassedOverRecord, RefusedRecord } from '../corpus/record.js';
import type { Document, Problem, Quotation } from '../index.js';

/** The numbers of a run so far. */
export class Tally {
  articles = 0;
  bytes = 0;
  /** Quotations that only a description stands behind (`مصدر أمني`). */
  described = 0;
  speakerless = 0;
  readonly entities = new Map<string, number>();
  readonly quotations = new Map<string, number>();
  readonly problems = new Map<string, number>();

  /** Records that cannot be read, by reason, with what is said of the first of them. */
  readonly refused = new Map<string, number>();
  readonly reasons: string[] = [];
  /** Articles in other languages. */
  readonly passedOver = new Map<string, number>();
  /** Files in folders that hold no articles. */
  readonly otherFiles: string[] = [];

  /** Adds a record that gave no article. */
  leaveOut(record: RefusedRecord | PassedOverRecord): void {
    if (record.kind === 'passed-over') increase(this.passedOver, record.language);
    else {
      increase(this.refused, record.reason);
      if (this.reasons.length < MOST_REASONS) this.reasons.push(record.message);
    }
  }

  leaveOutFile(place: string): void {
    this.otherFiles.push(place);
  }

  /** Adds one article that had so many bytes. */
  add({ entities, quotations, problems }: Document, bytes: number): void {
    this.articles++;
    this.bytes += bytes;
    for (const { type } of entities) increase(this.entities, type);
    for (const quotation of quotations) this.addQuotation(quotation);
    for (const { code } of problems as readonly Problem[]) increase(this.problems, code);
  }

  private addQuotation({ kind, speakers, speakerSpan }: Quotation): void {
    increase(this.quotations, kind);
    if (speakers.length > 0) return;
    if (speakerSpan === undefined) this.speakerless++;
    else this.described++;
  }
}

/** The summary of a run that took so many seconds and whose result is at `place`. */
export function summarize(tally: Tally, seconds: number, place: string): string {
  const count = (type: string) => tally.entities.get(type) ?? 0;
  const megabytes = tally.bytes / 1e6;
  return [
    ['articles', `${tally.articles}`],
    ...leftOutOf(tally),
    ['people', `${count('Person')}`],
    ['organizations', `${count('Organization')}`],
    ['places', `${count('Place')}`],
    ['quotations', withParts(tally.quotations)],
    ['without a speaker', `${tally.speakerless}; with only a description of one: ${tally.described}`],
    ['problems', withParts(tally.problems)],
    [
      'read',
      `${megabytes.toFixed(2)} MB in ${seconds.toFixed(2)} s, ${(megabytes / seconds).toFixed(2)} MB/s`,
    ],
    ['result', place],
  ]
    .map(([label, value]) => `${label.padEnd(19)}${value}\n`)
    .concat(reasonsOf(tally))
    .join('');
}

const MOST_REASONS = 10;

/** What was named and gave nothing; nothing is said where there is none. */
function leftOutOf({ refused, passedOver, otherFiles }: Tally): readonly (readonly [string, string])[] {
  const files = otherFiles.slice(0, 3).join(', ');
  const more = otherFiles.length > 3 ? ', …' : '';
  return [
    ...(refused.size === 0 ? [] : [['not readable', withParts(refused)] as const]),
    ...(passedOver.size === 0 ? [] : [['not in Arabic', withParts(passedOver)] as const]),
    ...(otherFiles.length === 0
      ? []
      : [['no articles in', `${otherFiles.length} files (${files}${more})`] as const]),
  ];
}

function reasonsOf({ refused, reasons }: Tally): readonly string[] {
  const others = [...refused.values()].reduce((sum, count) => sum + count, 0) - reasons.length;
  return [
    ...reasons.map((reason) => `  ${reason.replace(/\s+/gu, ' ')}\n`),
    ...(others > 0 ? [`  and ${others} more; isnad run keeps them all, in its quarantine\n`] : []),
  ];
}

/** `5 (direct 3, mixed 2)`; the most frequent first, then by name. */
function withParts(counts: ReadonlyMap<string, number>): string {
  const sorted = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const total = sorted.reduce((sum, [, number]) => sum + number, 0);
  return total === 0 ? '0' : `${total} (${sorted.map(([name, number]) => `${name} ${number}`).join(', ')})`;
}

function increase(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
