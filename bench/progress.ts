/** An outcome in a few words, for whoever waits. */
import type { Outcome } from './measurement.js';
import { shortNumber } from './tables.js';

export function brief(outcome: Outcome): string {
  if ('failure' in outcome) return `failed: ${outcome.failure}`;
  const { measurement } = outcome;
  switch (measurement.kind) {
    case 'throughput':
      return `${shortNumber(measurement.bytes / measurement.seconds / 1e6)} MB/s`;
    case 'growth':
      return `${measurement.half.toPrecision(3)} s for the half, ${measurement.full.toPrecision(3)} s in full`;
    case 'many-rules':
      return `${measurement.ratio.toFixed(2)} times as long with many rules`;
    case 'start-up':
      return `${measurement.cpu.toFixed(3)} s of CPU`;
    case 'flatness':
      return `${(measurement.few.heap / 1e6).toFixed(1)} MB, then ${(measurement.many.heap / 1e6).toFixed(1)} MB`;
  }
}
