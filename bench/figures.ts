/**
 * The figures that the project wants to reach, held against the rows: takes the rows, gives each figure that they
 * allow to check, with what was wanted and what it is.
 */
import type { Row } from './report.js';

export interface Figure {
  readonly says: string;
  readonly wanted: string;
  readonly measured: string;
  readonly reached: boolean;
}

/** The least part of the JSON round trip's speed that the whole should have. */
const PART_OF_JSON = 1 / 12;
const HELP_CPU = 0.25;
const EXTRACT_CPU = 0.6;
/** What may be held more after ten times as many articles: a garbage collection is never quite exact. */
const GROWTH_OF_HEAP = 1.1;
/** Linear time doubles; caches that overflow make it a little more. */
const GROWTH_OF_TIME = 2.5;

export function figures(rows: readonly Row[]): readonly Figure[] {
  const of = (name: string) => rows.find((row) => row.name === name);
  const whole = of('whole')?.rate;
  const wink = of('peer/wink-nlp')?.rate;
  return [
    ...(whole && wink ? [words(whole.words / wink.words)] : []),
    ...(whole?.toJson ? [partOfJson(whole.toJson)] : []),
    ...cpu('start-up of --help', of('start-up/help'), HELP_CPU),
    ...cpu('start-up of extract', of('start-up/extract'), EXTRACT_CPU),
    ...flatness(of('memory/flat')),
    ...rows.flatMap(linear),
  ];
}

function words(ratio: number): Figure {
  return {
    says: 'words a second, whole to wink-nlp',
    wanted: '≥ 1',
    measured: ratio.toFixed(2),
    reached: ratio >= 1,
  };
}

function partOfJson(toJson: number): Figure {
  return {
    says: 'whole, part of the JSON round trip',
    wanted: '≥ 1/12',
    measured: `1/${toJson.toFixed(1)}`,
    reached: 1 / toJson >= PART_OF_JSON,
  };
}

function cpu(says: string, row: Row | undefined, most: number): Figure[] {
  if (row?.startUp === undefined) return [];
  const { cpu } = row.startUp;
  return [{ says, wanted: `< ${most} s CPU`, measured: `${cpu.toFixed(2)} s`, reached: cpu < most }];
}

function flatness(row: Row | undefined): Figure[] {
  if (row?.flatness === undefined) return [];
  const { few, many } = row.flatness;
  const ratio = (many.heap + many.buffers) / (few.heap + few.buffers);
  const says = `memory, ${many.articles} to ${few.articles} articles`;
  return [
    { says, wanted: `≤ ${GROWTH_OF_HEAP}`, measured: ratio.toFixed(2), reached: ratio <= GROWTH_OF_HEAP },
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
