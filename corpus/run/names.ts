/**
 * The names of all files in a run's folder. They are made of numbers and fixed words only: nothing that an input says
 * ever becomes a name.
 */

export const MANIFEST = 'manifest.json';
export const SUMMARY = 'summary.json';
/** What came through the standard input, kept so that the run can be resumed. */
export const STANDARD_INPUT_FILE = 'standard-input';

/** The list of shards of a run: its name holds the run's, so that another run never reads it. */
export function shardsFile(run: string): string {
  return `shards-${run.slice(0, 16)}.ndjson`;
}

/** What the names of all files of a shard begin with: `part-00042`. */
export function partStem(shard: number): string {
  return `part-${String(shard).padStart(5, '0')}`;
}

/** Says that the shard is complete; written last. */
export function markerFile(shard: number): string {
  return `${partStem(shard)}.json`;
}

export const QUARANTINE = 'quarantine.ndjson';

/** Records that a shard must not try again. */
export function struckFile(shard: number): string {
  return `${partStem(shard)}.struck.json`;
}

/** What the names of files of a shard end with. */
const ENDINGS =
  /^(?:json|trail|struck\.json|quarantine\.ndjson|ndjsonld(?:\.gz)?|nq(?:\.gz)?|sketches|[a-z_]+\.(?:parquet|csv(?:\.gz)?))$/u;

/** The shard that a file of a run is of; undefined for files of another kind. */
export function shardOf(name: string): number | undefined {
  const groups = /^part-(?<shard>\d{5,15})\.(?<ending>.+)$/u.exec(name)?.groups;
  if (groups === undefined || !ENDINGS.test(groups.ending)) return undefined;
  const shard = Number(groups.shard);
  return name === `${partStem(shard)}.${groups.ending}` ? shard : undefined;
}

const RUN_FILE =
  /^(?:manifest\.json|summary\.json|context\.jsonld|standard-input|shards-[0-9a-f]{16}\.ndjson|duplicates\.[a-z-]+\.(?:csv|parquet))$/u;

/** Whether a run itself, not one of its shards, writes files of this name. */
export function isRunFile(name: string): boolean {
  return RUN_FILE.test(name);
}
