/**
 * From the outcomes of the rounds to one row a case: medians, and how many times slower than the floors. Ratios are
 * taken within a round and their median after that, since the machine is not equally fast in each.
 */
import os from 'node:os';
import type { BenchCase, Group } from './catalogue.js';
import { type Figure, figures } from './figures.js';
import type {
  Flatness,
  Growth,
  ManyRules,
  Measurement,
  Outcome,
  StartUp,
  Text,
  Throughput,
} from './measurement.js';
import type { Options } from './options.js';
import { STAGE_NAMES } from './stage-names.js';
import { median } from './statistics.js';

export interface Report {
  readonly date: string;
  readonly machine: string;
  readonly input: string;
  readonly method: string;
  readonly rows: readonly Row[];
  readonly figures: readonly Figure[];
}

/** One case over all rounds. Only what its kind of case measures is there. */
export interface Row {
  readonly name: string;
  readonly group: Group;
  readonly says: string;
  readonly failure?: string;
  /** Bytes; the highest of the rounds. */
  readonly peak?: number;
  readonly rate?: Rate;
  readonly startUp?: { readonly cpu: number; readonly wall: number; readonly aboveBare?: number };
  readonly growth?: Omit<Growth, 'kind'> & { readonly ratio: number };
  readonly flatness?: Omit<Flatness, 'kind'>;
  /** How many times longer it takes with many rules. */
  readonly manyRules?: number;
}

/** Megabytes are millions of bytes of UTF-8. */
export interface Rate {
  readonly megabytes: number;
  readonly bestMegabytes: number;
  readonly words: number;
  /** How many times slower than the class scan and than the JSON round trip. */
  readonly toScan?: number;
  readonly toJson?: number;
  /** Of the time of all stages, from 0 to 1. */
  readonly share?: number;
}

type Outcomes = ReadonlyMap<BenchCase, readonly Outcome[]>;

export function report(options: Options, texts: readonly Text[], outcomes: Outcomes): Report {
  const rows = withShares([...outcomes].map(([one, rounds]) => row(one, rounds, outcomes)));
  const sum = (of: (text: Text) => number) => texts.reduce((total, text) => total + of(text), 0);
  const megabytes = (sum(({ bytes }) => bytes) / 1e6).toFixed(1);
  return {
    date: new Date().toISOString().slice(0, 10),
    machine: machine(),
    input: `${options.texts ?? 'fixtures/articles, repeated'}: ${megabytes} MB, ${texts.length} articles, ${sum(({ words }) => words)} words`,
    method: `rounds: ${options.rounds}; a process for each case, ${options.seconds} s after a warm-up; medians`,
    rows,
    figures: figures(rows),
  };
}

/** With the load at the end, which tells whether others were at work. */
function machine(): string {
  const cpus = os.cpus();
  const { versions, platform, arch } = process;
  const load = os.loadavg()[2].toFixed(1);
  return `Node ${versions.node}, ${cpus.length} cores, ${cpus[0]?.model.trim()}, ${platform} ${arch}, load ${load} over the last quarter of an hour`;
}

function row(one: BenchCase, rounds: readonly Outcome[], outcomes: Outcomes): Row {
  const { name, group, says } = one;
  const failed = rounds.find((outcome) => 'failure' in outcome);
  if (failed !== undefined) return { name, group, says, failure: failed.failure };
  const measurements = rounds.flatMap((outcome) => ('measurement' in outcome ? [outcome.measurement] : []));
  const peaks = rounds.flatMap((outcome) => ('peak' in outcome ? [outcome.peak] : []));
  return {
    name,
    group,
    says,
    peak: Math.max(...peaks),
    ...rateOf(one, ofKind<Throughput>(measurements, 'throughput'), outcomes),
    ...startUpOf(ofKind<StartUp>(measurements, 'start-up'), outcomes),
    ...growthOf(ofKind<Growth>(measurements, 'growth')),
    ...flatnessOf(ofKind<Flatness>(measurements, 'flatness')),
    ...manyRulesOf(ofKind<ManyRules>(measurements, 'many-rules')),
  };
}

function rateOf(one: BenchCase, rounds: readonly Throughput[], outcomes: Outcomes): Pick<Row, 'rate'> {
  if (rounds.length === 0) return {};
  const megabytes = rounds.map(({ bytes, seconds }) => bytes / seconds / 1e6);
  const isEnglish = one.group === 'peers';
  const against = (floor: string): number | undefined => {
    const floors = ofKind<Throughput>(measurementsOf(outcomes, floor), 'throughput');
    if (isEnglish || floors.length !== rounds.length) return undefined;
    return median(floors.map(({ bytes, seconds }, round) => bytes / seconds / 1e6 / megabytes[round]));
  };
  return {
    rate: {
      megabytes: median(megabytes),
      bestMegabytes: Math.max(...megabytes),
      words: median(rounds.map(({ words, seconds }) => words / seconds)),
      toScan: against('floor/scan'),
      toJson: against('floor/json'),
    },
  };
}

function startUpOf(rounds: readonly StartUp[], outcomes: Outcomes): Pick<Row, 'startUp' | 'peak'> {
  if (rounds.length === 0) return {};
  const bare = ofKind<StartUp>(measurementsOf(outcomes, 'start-up/bare'), 'start-up');
  const above = rounds.map(({ cpu }, round) => cpu - bare[round]?.cpu);
  return {
    peak: Math.max(...rounds.map(({ peak }) => peak)),
    startUp: {
      cpu: median(rounds.map(({ cpu }) => cpu)),
      wall: median(rounds.map(({ wall }) => wall)),
      ...(bare.length === rounds.length ? { aboveBare: median(above) } : {}),
    },
  };
}

/** Of the rounds that came furthest: in a slow one the rest of a long input may have been left out. */
function growthOf(all: readonly Growth[]): Pick<Row, 'growth'> {
  if (all.length === 0) return {};
  const parts = Math.min(...all.map((growth) => growth.parts));
  const rounds = all.filter((growth) => growth.parts === parts);
  const middle = (of: (growth: Growth) => number) => median(rounds.map(of));
  return {
    growth: {
      half: middle(({ half }) => half),
      full: middle(({ full }) => full),
      ratio: middle(({ half, full }) => full / half),
      parts,
      bytes: rounds[0].bytes,
    },
  };
}

function flatnessOf([first]: readonly Flatness[]): Pick<Row, 'flatness'> {
  return first === undefined ? {} : { flatness: { before: first.before, few: first.few, many: first.many } };
}

function manyRulesOf(rounds: readonly ManyRules[]): Pick<Row, 'manyRules'> {
  return rounds.length === 0 ? {} : { manyRules: median(rounds.map(({ ratio }) => ratio)) };
}

/** Shares only where all stages were measured. `toJsonLd` is another form of what `serialize` gives and does not count. */
function withShares(rows: readonly Row[]): readonly Row[] {
  const stages = rows.filter(({ group, rate }) => group === 'stages' && rate !== undefined);
  if (stages.length < STAGE_NAMES.length) return rows;
  const total = stages
    .filter(({ name }) => name !== 'stage/toJsonLd')
    .reduce((sum, { rate }) => sum + 1 / rate!.megabytes, 0);
  return rows.map((row) =>
    stages.includes(row) ? { ...row, rate: { ...row.rate!, share: 1 / row.rate!.megabytes / total } } : row,
  );
}

function measurementsOf(outcomes: Outcomes, name: string): readonly Measurement[] {
  for (const [one, rounds] of outcomes) {
    if (one.name === name)
      return rounds.flatMap((outcome) => ('measurement' in outcome ? [outcome.measurement] : []));
  }
  return [];
}

function ofKind<Kind extends Measurement>(all: readonly Measurement[], kind: Kind['kind']): readonly Kind[] {
  return all.filter((measurement): measurement is Kind => measurement.kind === kind);
}
