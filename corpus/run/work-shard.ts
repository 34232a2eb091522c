/**
 * Does the work of one shard: reads its slices, extracts, and writes its part as it goes, so that memory does not grow with
 * the shard. Whoever does it writes the same bytes. It does not guard itself: whoever launches it watches from another
 * thread.
 */
import type { Extractor } from '../../index.js';
import type { StartWriter } from '../../output/document-writer.js';
import { fateOf, type SliceRecord } from './fate.js';
import { type Manifest, readShard, type Slice } from './manifest.js';
import { isComplete, type Marker, readMarker } from './marker.js';
import { openPart, type Part } from './part.js';
import { firstRecord, readSlice } from './read-slice.js';
import { checkCount, checkInput, checkRun, type KnownInputs } from './same-input.js';
import { isSame, readStruck, type StruckRecord } from './struck.js';
import { Tally } from './tally.js';
import { openTrail, type Trail } from './trail.js';
import { CLOSING, EXTRACTING, type Phase, READING, type RecordAt, Watch } from './watch.js';

/** What a worker has at hand for every shard. */
export interface Desk {
  readonly folder: string;
  readonly manifest: Manifest;
  readonly extractor: Pick<Extractor, 'extract' | 'generatedBy'>;
  readonly forms: readonly StartWriter[];
  readonly known: KnownInputs;
}

export interface ShardTask {
  readonly shard: number;
  /** Tells apart those who write the same shard at the same time. */
  readonly token: string;
  /** Memory of the launcher's `Watch`. */
  readonly memory: SharedArrayBuffer;
}

/** A shard on its way. */
interface Work {
  readonly desk: Desk;
  readonly part: Part;
  readonly watch: Watch;
  readonly trail: Trail;
  readonly struck: readonly StruckRecord[];
  readonly tally: Tally;
}

/**
 * Completes a shard; one that is complete already is left alone.
 * @throws InputError when an input cannot be read or is not what was planned; the system's error when the disk refuses
 */
export async function workShard(desk: Desk, task: ShardTask): Promise<Marker> {
  const { folder, manifest } = desk;
  const { shard, token } = task;
  const done = readMarker(folder, manifest.run, shard);
  if (done !== undefined) return done;
  const trail = openTrail(folder, shard, token);
  try {
    return await workOpenShard(desk, task, trail);
  } finally {
    trail.end();
  }
}

async function workOpenShard(desk: Desk, { shard, token, memory }: ShardTask, trail: Trail): Promise<Marker> {
  const { folder, manifest, forms, extractor } = desk;
  const part = openPart({ folder, shard, token }, forms, manifest.settings, extractor.generatedBy);
  const struck = readStruck(folder, shard);
  const work = { desk, part, watch: new Watch(memory), trail, struck, tally: new Tally() };
  try {
    const { slices } = readShard(folder, manifest, shard);
    for (const [number, slice] of slices.entries()) await workSlice(work, number, slice);
    const marker = await completed(work, shard);
    checkRun(folder, manifest);
    part.publish(marker);
    return marker;
  } finally {
    part.discard();
  }
}

async function workSlice(work: Work, number: number, slice: Slice): Promise<void> {
  const { desk, tally } = work;
  const { folder, manifest } = desk;
  const struck = work.struck.filter((record) => record.slice === number);
  const before = tally.records;
  enter(work, READING, { slice: number, record: firstRecord(slice) });
  await checkInput(folder, manifest, slice, desk.known);
  for await (const record of readSlice(folder, manifest, slice, struck)) {
    const at = { slice: number, record: record.record };
    enter(work, EXTRACTING, at);
    takeRecord(work, record, at, slice.source);
    enter(work, READING, { slice: number, record: record.record + 1 });
  }
  checkCount(slice, tally.records - before);
}

/** Lets both see it who may have to find out where this ended: the launcher, and whoever comes after the process died. */
function enter({ watch, trail }: Work, phase: Phase, at: RecordAt): void {
  watch.enter(phase, at);
  trail.mark(phase, at);
}

function takeRecord(
  { desk, part, watch, struck, tally }: Work,
  record: SliceRecord,
  at: RecordAt,
  source: string,
): void {
  const { extractor, manifest } = desk;
  const { largestArticle } = manifest.settings;
  const fate = fateOf(
    record,
    struck.find((other) => isSame(other, at)),
    { extractor, largestArticle },
  );
  tally.take(fate, record.bytes);
  if (fate.kind === 'extracted') part.add(fate.document);
  if (fate.kind === 'quarantined') {
    const { identifier, bytes } = record;
    part.quarantine({
      source,
      record: at.record,
      identifier,
      bytes,
      reason: fate.reason,
      message: fate.message,
    });
  }
  watch.count(fate, record.bytes);
}

/** Ends the output and says what became of everything. */
async function completed({ desk, part, watch, struck, tally }: Work, shard: number): Promise<Marker> {
  watch.enter(CLOSING, watch.at);
  const files = await part.seal();
  const { counts } = tally;
  if (!isComplete(counts)) throw new Error(`shard ${shard} lost a record: ${JSON.stringify(counts)}`);
  return { run: desk.manifest.run, shard, counts, files, ...(struck.length === 0 ? {} : { struck }) };
}
