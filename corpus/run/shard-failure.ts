/** What became of a shard, as a value that keeps what it says between threads and processes, where errors lose it. */
import type { Marker } from './marker.js';

export type ShardOutcome = { readonly marker: Marker } | { readonly failure: ShardFailure };

/** Why a shard was not completed. */
export interface ShardFailure {
  /** What stands in the way: an input, the disk, something in this program; or nothing, and the run was stopped. */
  readonly kind: 'input' | 'disk' | 'fault' | 'stopped';
  /** The system's code: `ENOSPC`. */
  readonly code?: string;
  readonly message: string;
}

/** What an error says of a shard. */
export function failureOf({ name, code, message, stack }: NodeJS.ErrnoException): ShardFailure {
  if (name === 'InputError' || name === 'PackError') return { kind: 'input', message };
  if (code !== undefined && /^E[A-Z]+$/u.test(code)) return { kind: 'disk', code, message };
  return { kind: 'fault', message: stack ?? message };
}
