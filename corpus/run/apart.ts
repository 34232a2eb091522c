/**
 * Works a shard in a process of its own, after an attempt at it went down with its whole process: memory may run out in ways that
 * no thread survives. If this process dies too, the record that it was at is the one that kills.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { newToken } from '../staged-file.js';
import { removeStaged } from './leftovers.js';
import type { ShardOutcome } from './shard-failure.js';
import type { PoolOptions } from './shard-pool.js';
import { readTrails, type TrailEnd } from './trail.js';

/** The shard's outcome; or how the process died, and at which record if it had come to one. */
export type ApartEnding = ShardOutcome | { readonly death: string; readonly at?: TrailEnd };

/** What the process is told, as JSON in its first argument. */
export interface Order {
  readonly folder: string;
  readonly shard: number;
  readonly options: PoolOptions;
}

const PROCESS = fileURLToPath(new URL('./apart-process.js', import.meta.url));

/**
 * Works one shard apart. Another launcher may be at the same shard, so what others have on their way is left alone until the
 * shard is complete, and whoever loses it then finds the marker.
 */
export async function workApart(
  { folder, shard, options }: Order,
  signal: AbortSignal,
): Promise<ApartEnding> {
  const token = newToken();
  const order: Order = { folder, shard, options: { ...options, token } };
  const child = fork(PROCESS, [JSON.stringify(order)], {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const kill = () => child.kill('SIGKILL');
  signal.addEventListener('abort', kill);
  try {
    const ending = await endingOf(child);
    if ('marker' in ending) removeStaged(folder, { shard });
    if (!('death' in ending)) return ending;
    const [at] = readTrails(folder, shard, token);
    return { ...ending, ...(at === undefined ? {} : { at }) };
  } finally {
    signal.removeEventListener('abort', kill);
    removeStaged(folder, { token });
  }
}

async function endingOf(child: ChildProcess): Promise<ShardOutcome | { readonly death: string }> {
  let outcome: ShardOutcome | undefined;
  child.on('message', (message) => {
    outcome = message as ShardOutcome;
  });
  const death = await new Promise<string>((resolve) => {
    child.on('error', ({ message }) => resolve(message));
    child.on('close', (code, signal) => resolve(signal ?? `exit code ${code}`));
  });
  return outcome ?? { death };
}
