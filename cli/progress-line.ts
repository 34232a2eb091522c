/**
 * How far a long reading has come, on the standard error: one line that renews itself each second on a terminal, elsewhere a line
 * a minute. Keeps nothing but the time of the last line.
 */
import type { OnProgress } from '../names/import.js';
import { visible } from './visible.js';

export interface ProgressLine {
  readonly tell: OnProgress;
  /** Clears the line. */
  readonly end: () => void;
}

/** Makes the line; a quiet one says nothing. */
export function progressLine(isQuiet: boolean): ProgressLine {
  const isTerminal = process.stderr.isTTY === true;
  const pause = isTerminal ? 1000 : 60_000;
  let last = Date.now();
  let isShown = false;
  return {
    tell: (source, counts, accepted) => {
      if (isQuiet || Date.now() - last < pause) return;
      last = Date.now();
      isShown = isTerminal;
      const { done, size } = source.progress;
      const share = size === undefined ? '' : ` of ${megabytes(size)} (${Math.floor((done / size) * 100)} %)`;
      const line = `${source.title}: ${megabytes(done)}${share}, ${counts.read} entries, ${accepted} names`;
      process.stderr.write(isTerminal ? `\r\u001b[K${visible(line)}` : `${visible(line)}\n`);
    },
    end: () => {
      if (isShown) process.stderr.write('\r\u001b[K');
    },
  };
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(0)} MB`;
}
