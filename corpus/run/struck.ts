/**
 * The records of a shard at which a worker had to be ended: they ran past the deadline or out of memory. They are kept in a
 * file of the run's folder, so that the shard is never stopped by them again, after a crash and at any launcher. This is the
 * one place where a clock decides anything, and the shard's marker tells of it.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { publishFile } from '../staged-file.js';
import { struckFile } from './names.js';
import type { RecordAt } from './watch.js';

export interface StruckRecord extends RecordAt {
  readonly reason: 'deadline' | 'memory' | 'threw';
  /** Already reading it had to be ended, so that it is passed over unread. */
  readonly unread?: true;
  /** One line for a person. */
  readonly message: string;
}

/** The struck records of a shard; none when the file is missing or damaged, since they would be found again. */
export function readStruck(folder: string, shard: number): readonly StruckRecord[] {
  try {
    return JSON.parse(readFileSync(path.join(folder, struckFile(shard)), 'utf8'));
  } catch {
    return [];
  }
}

/** Adds a record to those of its shard. */
export function strike(folder: string, shard: number, record: StruckRecord): void {
  const before = readStruck(folder, shard).filter((other) => !isSame(other, record));
  const all = [...before, record].sort((a, b) => a.slice - b.slice || a.record - b.record);
  publishFile(path.join(folder, struckFile(shard)), `${JSON.stringify(all)}\n`);
}

export function isSame(one: RecordAt, other: RecordAt): boolean {
  return one.slice === other.slice && one.record === other.record;
}
