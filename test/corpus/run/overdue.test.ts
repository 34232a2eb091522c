/** Who watches a worker sees when it stands still, and only then. */
import { overdue } from '../../../corpus/run/overdue.js';
import { CLOSING, EXTRACTING, type Phase, READING, Watch } from '../../../corpus/run/watch.js';

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** How often it was told that a worker in this phase stood still for half a second, when a step may take so long. */
async function told(phase: Phase | undefined, seconds: number, isMoving = false): Promise<boolean> {
  const watch = new Watch();
  if (phase !== undefined) watch.enter(phase, { slice: 0, record: 1 });
  let times = 0;
  const stop = overdue(watch, seconds, () => {
    times++;
  });
  for (let i = 0; i < 12; i++) {
    await pause(50);
    if (isMoving) watch.enter(EXTRACTING, { slice: 0, record: i });
  }
  stop();
  return times > 0;
}

test.each([
  ['at one article for longer than it may', EXTRACTING, 0.2, false, true],
  ['at one article for as long as it may', EXTRACTING, 5, false, false],
  ['at one article after the other', EXTRACTING, 0.4, true, false],
  ['reading what stands before its shard', READING, 0.2, false, false],
  ['reading without end', READING, 0.02, false, true],
  ['writing to a slow disk', CLOSING, 0.01, false, false],
  ['not yet begun', undefined, 0.01, false, false],
] as const)('%s', async (_, phase, seconds, isMoving, expected) => {
  expect(await told(phase, seconds, isMoving)).toBe(expected);
});
