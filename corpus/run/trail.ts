/**
 * The last trace of an attempt at a shard whose whole process died: a small file that always says at which record the attempt
 * is. It goes away with the attempt; one that is found tells that somebody was killed there, or that the record kills.
 */
import { closeSync, openSync, readdirSync, readFileSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';
import { stagedFor, stagedName } from '../staged-file.js';
import { partStem, shardOf } from './names.js';
import type { Phase, RecordAt } from './watch.js';

export interface Trail {
  mark(phase: Phase, at: RecordAt): void;
  /** The attempt has ended by itself. */
  end(): void;
}

/** Wide enough for any two numbers, so that a mark always covers the one before. */
const WIDTH = 40;

/** Begins the trail of an attempt. */
export function openTrail(folder: string, shard: number, token: string): Trail {
  const file = path.join(folder, stagedName(trailFile(shard), token));
  const descriptor = openSync(file, 'wx');
  return {
    mark: (phase, { slice, record }) => {
      writeSync(descriptor, `${phase} ${slice} ${record}`.padEnd(WIDTH), 0);
    },
    end: () => {
      closeSync(descriptor);
      rmSync(file, { force: true });
    },
  };
}

/** The shards whose attempts left a trail. */
export function shardsWithTrails(folder: string): ReadonlySet<number> {
  return new Set(
    readdirSync(folder).flatMap((name) => {
      const target = stagedFor(name);
      return target?.endsWith('.trail') ? [shardOf(target) ?? -1] : [];
    }),
  );
}

/** Where an attempt ended. */
export interface TrailEnd extends RecordAt {
  readonly phase: Phase;
}

/** Where the attempts at a shard with a token ended that had come to a record. */
export function readTrails(folder: string, shard: number, token: string): readonly TrailEnd[] {
  return readdirSync(folder)
    .filter((name) => name === stagedName(trailFile(shard), token))
    .map((name) => readFileSync(path.join(folder, name), 'utf8').trim().split(' ').map(Number))
    .filter((numbers) => numbers.length === 3 && numbers.every(Number.isInteger))
    .map(([phase, slice, record]) => ({ phase: phase as Phase, slice, record }));
}

function trailFile(shard: number): string {
  return `${partStem(shard)}.trail`;
}
