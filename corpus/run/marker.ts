/**
 * The marker of a shard: what came in and what became of it. It is written last, so that a part with a marker is whole; and
 * what a marker says is checked before it is believed.
 */
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { markerFile } from './names.js';
import type { StruckRecord } from './struck.js';

/** How many there are of each kind, by name in the order of their letters. */
export type Counts = Readonly<Record<string, number>>;

export interface Marker {
  readonly run: string;
  readonly shard: number;
  readonly counts: ShardCounts;
  readonly files: readonly PartFileFacts[];
  /** Records at which the clock or the memory guard struck; absent when there are none. */
  readonly struck?: readonly StruckRecord[];
}

/** Everything that is counted. Records are articles, quarantined and passed over together. */
export interface ShardCounts {
  readonly records: number;
  readonly articles: number;
  /** By reason. */
  readonly quarantined: Counts;
  /** By language. */
  readonly passedOver: Counts;
  /** Of all records, unpacked. */
  readonly bytes: number;
  readonly people: number;
  readonly organizations: number;
  readonly places: number;
  readonly quotations: number;
  /** By code. */
  readonly problems: Counts;
}

export interface PartFileFacts {
  readonly name: string;
  /** As it lies on the disk. */
  readonly bytes: number;
  /** Of what it holds, before it was compressed. */
  readonly sha256: string;
}

/** The marker of a shard of this run; undefined when there is none, or when it and its files do not belong together. */
export function readMarker(folder: string, run: string, shard: number): Marker | undefined {
  try {
    const marker: Marker = JSON.parse(readFileSync(path.join(folder, markerFile(shard)), 'utf8'));
    if (marker.run !== run || marker.shard !== shard) return undefined;
    const isWhole = marker.files.every(({ name, bytes }) => statSync(path.join(folder, name)).size === bytes);
    return isWhole ? marker : undefined;
  } catch {
    return undefined;
  }
}

/** All numbers of a table together. */
export function total(counts: Counts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

/** Whether everything that came in came out. */
export function isComplete({ records, articles, quarantined, passedOver }: ShardCounts): boolean {
  return records === articles + total(quarantined) + total(passedOver);
}
