/** Numbers as a person reads them: sizes, times, counts by kind. */
import type { Counts } from '../../corpus/run/marker.js';

/** `17.6 MB` */
export function size(bytes: number): string {
  return bytes < 1e9 ? `${(bytes / 1e6).toFixed(bytes < 1e8 ? 1 : 0)} MB` : `${(bytes / 1e9).toFixed(2)} GB`;
}

/** `2 h 05 min`, `3 min 10 s`, `12 s` */
export function duration(seconds: number): string {
  const whole = Math.round(seconds);
  const two = (value: number) => String(value).padStart(2, '0');
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${two(whole % 60)} s`;
  return `${Math.floor(whole / 3600)} h ${two(Math.floor((whole % 3600) / 60))} min`;
}

/** `5 (malformed 3, no-text 2)`; the most frequent first, then by name. */
export function withParts(counts: Counts): string {
  const sorted = Object.entries(counts).sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const total = sorted.reduce((sum, [, number]) => sum + number, 0);
  return total === 0 ? '0' : `${total} (${sorted.map(([name, number]) => `${name} ${number}`).join(', ')})`;
}

/** Lines of a label and what it stands for, in two columns. */
export function twoColumns(rows: readonly (readonly [string, string])[]): string {
  return rows.map(([label, value]) => `${label.padEnd(19)}${value}\n`).join('');
}
