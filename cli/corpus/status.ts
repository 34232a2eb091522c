/** `isnad status`: how a run stands, seen from any terminal or machine that sees its folder. */
import { readManifest } from '../../corpus/run/manifest.js';
import { type RunStatus, statusOf } from '../../corpus/run/status.js';
import { print } from '../standard-output.js';
import { duration, size } from './numbers.js';
import { summaryLines } from './run-summary.js';

/**
 * Runs the command.
 * @throws InputError when the folder holds no run
 */
export async function statusCommand(folder: string, options: { readonly json?: boolean }): Promise<void> {
  const status = statusOf(folder, readManifest(folder), Date.now());
  await print(options.json ? `${JSON.stringify(status, null, 2)}\n` : summaryLines(status, timesOf(status)));
}

/** Shards that are named; of more only their number is told. */
const NAMED = 12;

function timesOf({ begun, quiet, pace, missing }: RunStatus): readonly (readonly [string, string])[] {
  return [
    ...(begun.length === 0 ? [] : [['begun', listed(begun)] as const]),
    ...(quiet === undefined ? [] : [['last write', `${duration(quiet)} ago`] as const]),
    ...(pace === undefined
      ? []
      : [
          [
            'pace',
            `${size(pace.bytesPerSecond)}/s, ${pace.articlesPerSecond.toFixed(0)} articles/s over ${duration(pace.seconds)}`,
          ] as const,
        ]),
    ...(missing === 0 ? [] : [['to do', `${missing} shards; isnad missing lists them`] as const]),
  ];
}

function listed(shards: readonly number[]): string {
  return shards.length > NAMED ? `${shards.length} shards` : `shards ${shards.join(', ')}`;
}
