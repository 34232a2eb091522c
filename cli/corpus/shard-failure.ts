/** Says in one line why a shard was not completed. */
import type { ShardFailure } from '../../corpus/run/shard-failure.js';
import { Failure, unwritable } from '../failure.js';

/** The machine refused, or an input did; the run can be taken up again. */
export function failureOf(place: string, { kind, code, message }: ShardFailure): Failure {
  if (kind === 'disk') return unwritable(place, { code, message });
  return new Failure(kind === 'input' ? message : `${place}: ${message}`, 1);
}
