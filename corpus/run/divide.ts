/**
 * Divides inputs into shards of about the same size: files whose records are lines by bytes, other large ones by numbers of
 * records, and small files together. How they are divided depends on the inputs and the size only, never on how many
 * work. Files are read one after the other; nothing of them is held.
 */
import path from 'node:path';
import type { ArticleFile } from '../list.js';
import { openInput } from '../read-records.js';
import type { ReadOptions, RecordRange } from '../record.js';
import type { Shard, Slice } from './manifest.js';
import { sha256Of } from './same-input.js';
import type { FoundFile } from './walk.js';

/**
 * Shards that one file gives which can only be read from its beginning. Each has to pass over what stands before it, so
 * that there are fewer, and larger ones, than of a file that can be entered anywhere: as many as the root of those.
 */
const MOST_BY_RECORDS = 16;
/** Files together in one shard, so that no line of the manifest grows without bound. */
const MOST_TOGETHER = 4096;

export interface Division {
  readonly shardBytes: number;
  readonly reading: ReadOptions;
}

/** Gives shards in the order of the files. */
export async function* divide(files: Iterable<FoundFile>, division: Division): AsyncGenerator<Shard> {
  let together: Slice[] = [];
  let bytes = 0;
  for (const file of files) {
    const slices = await slicesOf(file, division);
    const isSmall = slices.length === 1 && file.size < division.shardBytes;
    if (
      together.length > 0 &&
      (!isSmall || bytes + file.size > division.shardBytes || together.length === MOST_TOGETHER)
    ) {
      yield { slices: together };
      together = [];
      bytes = 0;
    }
    if (isSmall) {
      together.push(slices[0]);
      bytes += file.size;
    } else for (const slice of slices) yield { slices: [slice] };
  }
  if (together.length > 0) yield { slices: together };
}

/** How an input is opened. */
export function articleFile({
  file,
  source,
  size,
}: Pick<FoundFile, 'file' | 'source' | 'size'>): ArticleFile {
  return { path: file, source, identifier: path.parse(source === '-' ? 'stdin' : source).name, size };
}

async function slicesOf(file: FoundFile, { shardBytes, reading }: Division): Promise<readonly Slice[]> {
  const { named, path: way, source, size, modified } = file;
  const whole = { named, path: way, source, size, modified, sha256: await sha256Of(file.file), bytes: size };
  // A packed file of this size may unpack to several shards.
  const isSurelySmall = way !== '' && size * MOST_BY_RECORDS <= shardBytes;
  const ranges = isSurelySmall ? [] : await rangesOf(file, shardBytes, reading);
  if (ranges.length < 2) return [whole];
  return ranges.map((range) => ({ ...whole, range, bytes: shareOf(range, ranges, size) }));
}

async function rangesOf(
  file: FoundFile,
  shardBytes: number,
  reading: ReadOptions,
): Promise<readonly RecordRange[]> {
  const input = await openInput(articleFile(file), reading);
  try {
    if (input.splitsAtBytes && file.size <= shardBytes) return [];
    const ranges: RecordRange[] = [];
    for await (const range of input.ranges(shardBytes)) ranges.push(range);
    if (ranges[0]?.unit !== 'records') return ranges;
    return joined(ranges, Math.min(MOST_BY_RECORDS, Math.ceil(Math.sqrt(ranges.length))));
  } finally {
    await input.close();
  }
}

/** Neighbours together, so that there are at most so many. */
function joined(ranges: readonly RecordRange[], most: number): readonly RecordRange[] {
  const each = Math.ceil(ranges.length / most);
  return Array.from({ length: Math.ceil(ranges.length / each) }, (_, index) => {
    const part = ranges.slice(index * each, (index + 1) * each);
    return { ...part[0], to: part[part.length - 1].to };
  });
}

/** Of a range of records it is only known how many it has of all. */
function shareOf({ from, to }: RecordRange, ranges: readonly RecordRange[], size: number): number {
  const { unit, to: end } = ranges[ranges.length - 1];
  return unit === 'bytes' ? to - from : Math.round(((to - from) / end) * size);
}
