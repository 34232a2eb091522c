/** How the views put differences into words. Takes data, gives short English phrases; Arabic words are left to each view. */

import type { Passage, Subject } from './difference.js';
import type { Example, Group, Report } from './report.js';

/** What was compared, as the views name the two sides. */
export interface SideNames {
  readonly before: string;
  readonly after: string;
}

export const PLURALS: Readonly<Record<Subject, string>> = {
  mention: 'mentions',
  entity: 'entities',
  quotation: 'quotations',
};

export function groupTitle({ subject, change, count }: Group): string {
  return `${subject} ${change} (${count})`;
}

/** Groups of one cause, together. */
export function byCause(groups: readonly Group[]): readonly (readonly [string, readonly Group[]])[] {
  const causes = new Map<string, Group[]>();
  for (const group of groups) causes.set(group.by, [...(causes.get(group.by) ?? []), group]);
  return [...causes];
}

export function total(groups: readonly Group[]): number {
  return groups.reduce((sum, { count }) => sum + count, 0);
}

/** `20,000 articles compared: 19,988 the same, 12 differ; 1 only before`. */
export function articlesLine({ articles }: Report): string {
  const { compared, same, differing, onlyBefore, onlyAfter, otherText } = articles;
  const more = [
    ...(otherText > 0 ? [`${number(otherText)} read from another text, not compared`] : []),
    ...(onlyBefore > 0 ? [`${number(onlyBefore)} only before`] : []),
    ...(onlyAfter > 0 ? [`${number(onlyAfter)} only after`] : []),
  ];
  const head = `${number(compared)} ${compared === 1 ? 'article' : 'articles'} compared: ${number(same)} the same, ${number(differing)} ${differing === 1 ? 'differs' : 'differ'}`;
  return [head, ...more].join('; ');
}

export function number(value: number): string {
  return value.toLocaleString('en-GB');
}

/** Where an example stands: `003, 120–132`. Code points. */
export function placeOf({ article, before, after }: Example): string {
  const { start, end } = (before ?? after)!;
  return `${article.identifier}, ${start}–${end}`;
}

/** `Person → Place`, or what both sides are. */
export function typeOf({ before, after }: Example): string {
  const types = [before?.type, after?.type].filter((type) => type !== undefined);
  return [...new Set(types)].join(' → ');
}

/** Whether the two sides stand on the same words, so that one context shows both. */
export function isOnePlace({ before, after }: Example): boolean {
  return (
    before === undefined || after === undefined || (before.start === after.start && before.end === after.end)
  );
}

export function rulesOf(passage: Passage | undefined): string {
  return passage === undefined ? '' : passage.rules.join(', ');
}
