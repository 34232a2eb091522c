/**
 * All cases of the bench by name, in the order of the table. A case's code is imported only in its own process, so
 * that no case carries the memory or the side effects of another.
 */
import type { Measurement, Setting } from './measurement.js';
import { STAGE_NAMES, STAGE_NOTES, type StageName } from './stage-names.js';

export type Group =
  | 'floors'
  | 'stages'
  | 'whole'
  | 'runs'
  | 'peers'
  | 'long lists'
  | 'rules'
  | 'start-up'
  | 'memory'
  | 'hard inputs';

/** One thing that is measured, in a process of its own. */
export interface BenchCase {
  /** `stage/tokenize`; `--only` chooses by its beginning. */
  readonly name: string;
  readonly group: Group;
  /** What a reader needs to know of it. */
  readonly says: string;
  /** Options of its Node process. */
  readonly nodeOptions?: readonly string[];
  /** At most this many rounds, for what is slow and varies little. */
  readonly mostRounds?: number;
  run(setting: Setting): Promise<Measurement>;
}

export const CASES: readonly BenchCase[] = [
  ...floors(),
  ...STAGE_NAMES.map(stage),
  whole(),
  ...runs(),
  ...peers(),
  ...longLists(),
  ...manyRules(),
  ...startUps(),
  flatness(),
  ...hardInputs(),
];

function floors(): BenchCase[] {
  const load = () => import('./floors.js');
  const group = 'floors';
  return [
    {
      name: 'floor/read',
      group,
      says: 'the file from the system’s cache',
      run: async (s) => (await load()).readFloor(s),
    },
    {
      name: 'floor/decode',
      group,
      says: 'UTF-8 to strings',
      run: async (s) => (await load()).decodeFloor(s),
    },
    {
      name: 'floor/json',
      group,
      says: 'decode, parse, stringify, encode',
      run: async (s) => (await load()).jsonFloor(s),
    },
    {
      name: 'floor/json-text',
      group,
      says: 'the same without decoding',
      run: async (s) => (await load()).jsonTextFloor(s),
    },
    {
      name: 'floor/scan',
      group,
      says: 'a class for each code unit',
      run: async (s) => (await load()).scanFloor(s),
    },
  ];
}

function stage(name: StageName): BenchCase {
  return {
    name: `stage/${name}`,
    group: 'stages',
    says: STAGE_NOTES[name] ?? '',
    run: async (setting) => (await import('./stages.js')).stageCase(name, setting),
  };
}

function whole(): BenchCase {
  const run = async (setting: Setting) => (await import('./whole.js')).wholeCase(setting);
  return { name: 'whole', group: 'whole', says: 'decode, extract, serialize, encode', run };
}

function runs(): BenchCase[] {
  const load = () => import('./runs.js');
  const run = (name: string, says: string, measure: BenchCase['run']): BenchCase => ({
    name: `runs/${name}`,
    group: 'runs',
    says,
    mostRounds: 3,
    run: measure,
  });
  return [
    run('two-workers', 'one process with two threads', async (s) => (await load()).twoWorkers(s)),
    run('two-processes', 'two with one thread each', async (s) => (await load()).twoProcesses(s)),
  ];
}

function peers(): BenchCase[] {
  const load = () => import('./peers.js');
  const group = 'peers';
  return [
    {
      name: 'peer/wink-nlp',
      group,
      says: 'the full English pipe',
      run: async (s) => (await load()).winkPeer(s),
    },
    {
      name: 'peer/compromise-one',
      group,
      says: 'English',
      run: async (s) => (await load()).compromiseOnePeer(s),
    },
    {
      name: 'peer/compromise-three',
      group,
      says: 'English',
      run: async (s) => (await load()).compromiseThreePeer(s),
    },
  ];
}

function longLists(): BenchCase[] {
  const load = () => import('./name-matchers.js');
  const matcher = (name: string, says: string, run: BenchCase['run']): BenchCase => ({
    name: `names/${name}`,
    group: 'long lists',
    says,
    mostRounds: 3,
    run,
  });
  const particles = 'folded, particles off, verified';
  return [
    matcher('100k', particles, async (s) => (await load()).ourNames(s, 100_000)),
    matcher('1m', particles, async (s) => (await load()).ourNames(s, 1_000_000)),
    matcher('modern-ahocorasick', '100,000', async (s) => (await load()).modernAhoCorasick(s)),
    matcher('monyone', '100,000, @monyone/aho-corasick', async (s) => (await load()).monyoneAhoCorasick(s)),
    matcher('tanishiking', '100,000, @tanishiking/aho-corasick', async (s) =>
      (await load()).tanishikingAhoCorasick(s),
    ),
  ];
}

function manyRules(): BenchCase[] {
  const load = () => import('./many-rules.js');
  const group = 'rules';
  return [
    {
      name: 'rules/stage',
      group,
      says: 'recognize, with 50 and with 1,000 rules',
      run: async (s) => (await load()).rulesInStage(s),
    },
    {
      name: 'rules/whole',
      group,
      says: 'text to document, with 50 and with 1,000 rules',
      run: async (s) => (await load()).rulesInWhole(s),
    },
  ];
}

function startUps(): BenchCase[] {
  const load = () => import('./start-up.js');
  const group = 'start-up';
  return [
    { name: 'start-up/bare', group, says: 'node -e 0', run: async () => (await load()).bareStart() },
    { name: 'start-up/help', group, says: 'isnad --help', run: async () => (await load()).helpStart() },
    {
      name: 'start-up/extract',
      group,
      says: 'isnad extract, one article',
      run: async () => (await load()).extractStart(),
    },
    {
      name: 'start-up/names-100k',
      group,
      says: 'a pack of 100,000 names, ready to extract',
      run: async () => (await load()).namesStart(),
    },
  ];
}

function flatness(): BenchCase {
  return {
    name: 'memory/flat',
    group: 'memory',
    says: 'held with 100,000 names',
    nodeOptions: ['--expose-gc'],
    mostRounds: 1,
    run: async (setting) => (await import('./flatness.js')).flatnessCase(setting),
  };
}

function hardInputs(): BenchCase[] {
  const load = () => import('./hard.js');
  const hard = (name: string, says: string, run: BenchCase['run']): BenchCase => ({
    name: `hard/${name}`,
    group: 'hard inputs',
    says,
    mostRounds: 3,
    run,
  });
  return [
    hard('unclosed-marks', '160,000, a word after each', async (s) => (await load()).unclosedMarks(s)),
    hard('opening-marks', '100,000, nothing between', async (s) => (await load()).openingMarks(s)),
    hard('diacritics', '10,000,000 on one letter', async (s) => (await load()).diacritics(s)),
    hard('one-name', 'a listed name 1,000,000 times', async (s) => (await load()).oneName(s)),
    hard('long-line', '100 MB without an end mark', async (s) => (await load()).longLine(s)),
  ];
}
