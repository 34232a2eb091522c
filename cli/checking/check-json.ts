/** A check as JSON: counts by kind, the figures over the gold, and every fault with its place. */
import { CHECKS, type CheckName, isFaulty } from '../../check/pack/case.js';
import type { PackCheck } from '../../check/pack/check.js';

export function checkJson({ cases, figures }: Pick<PackCheck, 'cases' | 'figures'>): string {
  const counts = (Object.keys(CHECKS) as CheckName[]).map((name) => {
    const levels = cases.filter(({ check }) => check === name).map(({ fault }) => fault?.level);
    const count = (wanted: string) => levels.filter((level) => level === wanted).length;
    return [name, { checked: levels.length, failures: count('failure'), warnings: count('warning') }];
  });
  const faults = cases
    .filter(isFaulty)
    .map(({ fault, check, name, file, line }) => ({ check, name, file, line, ...fault }));
  return `${JSON.stringify({ checks: Object.fromEntries(counts), figures, faults }, null, 1)}\n`;
}
