/**
 * Keeps track of a broker that goes away while a worker runs. Says so once, says once that it is back, and gives up
 * after a while, instead of a line for every attempt.
 */
import { QueueError, reasonOf } from './queue-error.js';

export interface Outage {
  /** Something could not be done; gives whether the broker is why. */
  readonly failed: (error: unknown) => boolean;
  readonly answered: () => void;
  /** Throws when the broker has been away for too long. */
  readonly check: () => void;
}

const LONGEST_MINUTES = 10;

export function outage(title: string, tell: (line: string) => void): Outage {
  let since: number | undefined;
  let reason = '';
  return {
    failed: (error) => {
      if (!isOutage(error)) return false;
      if (since !== undefined) return true;
      since = Date.now();
      reason = reasonOf(error);
      tell(`${title}: the broker is away (${reason}); waiting for it up to ${LONGEST_MINUTES} minutes`);
      return true;
    },
    answered: () => {
      if (since !== undefined) tell(`${title}: the broker is back`);
      since = undefined;
    },
    check: () => {
      if (since === undefined || Date.now() - since < LONGEST_MINUTES * 60_000) return;
      throw new QueueError(
        `${title}: the broker has been away for ${LONGEST_MINUTES} minutes (${reason}); start it and then this worker again`,
      );
    },
  };
}

/**
 * Whether an error is about the connection. Others concern single jobs whose lock or entry the broker lost; the markers
 * know what became of those.
 */
function isOutage(error: unknown): boolean {
  const { code = '', message = '', name } = error as { code?: string; message?: string; name?: string };
  return (
    name === 'AggregateError' ||
    /^(?:E[A-Z]+|57P0\d|08\d\d\d)$/u.test(code) ||
    /connection|max retries|timeout|READONLY|LOADING/iu.test(message)
  );
}
