/**
 * How far the looking at inputs has come, on the standard error, when it takes long: a line that renews itself on a terminal, elsewhere
 * a line or JSON every half minute. Keeps two numbers.
 */
import type { OnPlanning } from '../../corpus/run/plan.js';
import { size } from './numbers.js';
import { logJson, type ProgressOptions } from './progress.js';

export interface PlanningLine {
  readonly tell: OnPlanning;
  /** Clears the line. */
  end(): void;
}

/** Makes the line; a quiet one says nothing. */
export function planningLine({ quiet, logJson: isJson }: ProgressOptions): PlanningLine {
  const isLive = process.stderr.isTTY === true && !isJson;
  const pause = isLive ? 500 : 30_000;
  let files = 0;
  let bytes = 0;
  let last = performance.now();
  const say = () => {
    const line = `looking at inputs: ${files} files, ${size(bytes)}`;
    if (isJson) logJson('planning', { files, bytes });
    else process.stderr.write(isLive ? `\r\u001b[K${line}` : `${line}\n`);
  };
  return {
    tell: (file) => {
      files++;
      bytes += file.size;
      if (quiet || performance.now() - last < pause) return;
      last = performance.now();
      say();
    },
    end: () => {
      if (isLive && !quiet) process.stderr.write('\r\u001b[K');
    },
  };
}
