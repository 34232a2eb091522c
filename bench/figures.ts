/**
 * The figures that the project wants to reach, held against the rows: takes the rows, gives each figure that they
 * allow to check, with what was wanted and what it is.
 */
import type { Rate, Row } from './report.js';

export interface Figure {
  readonly says: string;
  readonly wanted: string;
  readonly measured: string;
  readonly reached: boolean;
}

const HELP_CPU = 0.25;
const EXTRACT_CPU = 0.6;
/** Above what Node itself takes. */
const NAMES_CPU = 0.025;
/** Megabytes that 100,000 names and any number of articles may add to Node's own. */
const ADDED = 80;
/** What threads of one process reach of what processes of their own do. */
const WORKERS = 0.9;
/** Rules that do not match should cost next to nothing. */
const MANY_RULES = 1.3;
/** What may be held more after many times as many articles: a garbage collection is never quite exact. */
const GROWTH_OF_HEAP = 1.1;
/** Linear time doubles; caches that overflow make it a little more. */
const GROWTH_OF_TIME = 2.5;

export function figures(rows: readonly Row[]): readonly Figure[] {
  const of = (name: string) => rows.find((row) => row.name === name);
  return [
    ...wholes(of('whole')?.rate, of('peer/wink-nlp')?.rate),
    ...workers(of('runs/two-workers')?.rate, of('runs/two-processes')?.rate),
    ...parts('tokenizer, part of the scan', of('stage/tokenize')?.rate?.toScan, [3]),
    ...parts('names/100k, part of the scan', of('names/100k')?.rate?.toScan, [6]),
    ...names(rows),
    ...cpu('start-up of --help', of('start-up/help')?.startUp?.cpu, HELP_CPU),
    ...cpu('start-up of extract', of('start-up/extract')?.startUp?.cpu, EXTRACT_CPU),
    ...cpu('100,000 names, above Node', of('start-up/names-100k')?.startUp?.aboveBare, NAMES_CPU),
    ...rows.flatMap(manyRules),
    ...flatness(of('memory/flat')),
    ...rows.flatMap(linear),
  ];
}

function wholes(whole: Rate | undefined, wink: Rate | undefined): Figure[] {
  return [
    ...(whole && wink ? [ratio('words a second, whole to wink-nlp', whole.words / wink.words, 1)] : []),
    ...(whole && wink ? [ratio('MB/s, whole to wink-nlp', whole.megabytes / wink.megabytes, 4)] : []),
    ...parts('whole, part of the JSON round trip', whole?.toJson, [12, 5]),
  ];
}

function workers(threads: Rate | undefined, processes: Rate | undefined): Figure[] {
  if (threads === undefined || processes === undefined) return [];
  return [ratio('two workers, part of two processes', threads.megabytes / processes.megabytes, WORKERS)];
}

/** Ours with 100,000 names against the quickest package, and with ten times as many against itself. */
function names(rows: readonly Row[]): Figure[] {
  const rates = new Map(
    rows
      .filter(({ group, rate }) => group === 'long lists' && rate !== undefined)
      .map(({ name, rate }) => [name, rate!.megabytes]),
  );
  const [ours, many] = ['names/100k', 'names/1m'].map((name) => rates.get(name));
  const others = [...rates].filter(([name]) => !/100k|1m/u.test(name)).map(([, rate]) => rate);
  if (ours === undefined) return [];
  return [
    ...(others.length > 0
      ? [ratio('names/100k to the quickest package', ours / Math.max(...others), 1)]
      : []),
    ...(many === undefined ? [] : [atMost('names/1m, time to names/100k', ours / many, 1.25)]),
  ];
}

function ratio(says: string, measured: number, least: number): Figure {
  return { says, wanted: `≥ ${least}`, measured: measured.toFixed(2), reached: measured >= least };
}

function atMost(says: string, measured: number, most: number): Figure {
  return { says, wanted: `≤ ${most}`, measured: measured.toFixed(2), reached: measured <= most };
}

/** How many times slower than a floor, against one figure or several. */
function parts(says: string, times: number | undefined, wanted: readonly number[]): Figure[] {
  if (times === undefined) return [];
  return wanted.map((most) => ({
    says,
    wanted: `≥ 1/${most}`,
    measured: `1/${times.toFixed(1)}`,
    reached: times <= most,
  }));
}

function cpu(says: string, seconds: number | undefined, most: number): Figure[] {
  if (seconds === undefined) return [];
  return [{ says, wanted: `< ${most} s CPU`, measured: `${seconds.toFixed(3)} s`, reached: seconds < most }];
}

function manyRules({ name, manyRules: ratio }: Row): Figure[] {
  if (ratio === undefined) return [];
  const says = `${name}, 1000 to 50 rules`;
  return [{ says, wanted: `< ${MANY_RULES}`, measured: ratio.toFixed(2), reached: ratio < MANY_RULES }];
}

function flatness(row: Row | undefined): Figure[] {
  if (row?.flatness === undefined) return [];
  const { before, few, many } = row.flatness;
  const [last, first, bare] = [many, few, before].map(({ heap, buffers }) => heap + buffers);
  const added = (last - bare) / 1e6;
  return [
    atMost(`memory, ${many.articles} to ${few.articles} articles`, last / first, GROWTH_OF_HEAP),
    {
      says: 'memory added by 100,000 names',
      wanted: `≤ ${ADDED} MB`,
      measured: `${added.toFixed(0)} MB`,
      reached: added <= ADDED,
    },
  ];
}

function linear({ name, group, failure, growth }: Row): Figure[] {
  if (group !== 'hard inputs') return [];
  const says = `${name}, full to half`;
  const wanted = `≤ ${GROWTH_OF_TIME}`;
  if (growth === undefined) return [{ says, wanted, measured: failure ?? 'nothing', reached: false }];
  const { ratio, parts } = growth;
  const measured = `${ratio.toFixed(2)}${parts === 1 ? '' : ` on 1/${parts} of it`}`;
  return [{ says, wanted, measured, reached: ratio <= GROWTH_OF_TIME }];
}
