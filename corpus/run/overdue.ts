/**
 * Waits until a worker has been at one record for longer than it may. The worker keeps no clock: it counts its steps, and
 * whoever watches sees them stand still. Time in which the whole computer or process slept does not count.
 */
import { EXTRACTING, READING, type Watch } from './watch.js';

const TICK = 100;
/** Reading may have to pass over all that stands before a shard, so it has this many times longer. */
const READING_TIMES = 10;

/** Calls back when a step took longer than `seconds`. Gives how to stop watching. */
export function overdue(watch: Watch, seconds: number, tell: () => void): () => void {
  let steps = watch.steps;
  let stood = 0;
  let last = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    stood = watch.steps === steps ? stood + Math.min(now - last, 2 * TICK) : 0;
    steps = watch.steps;
    last = now;
    const allowed = allowedOf(watch) * seconds * 1000;
    if (steps > 0 && stood > allowed) tell();
  }, TICK);
  timer.unref();
  return () => clearInterval(timer);
}

function allowedOf({ phase }: Watch): number {
  if (phase === EXTRACTING) return 1;
  // A disk that is slow is not the fault of a record.
  return phase === READING ? READING_TIMES : Number.POSITIVE_INFINITY;
}
