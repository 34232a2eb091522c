/** A sound pack passes; each kind of check fails for a pack that is broken in that way, and says where. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { accept } from '../../check/pack/accept.js';
import { type Case, isFaulty } from '../../check/pack/case.js';
import { checkPack } from '../../check/pack/check.js';
import { createMemory } from '../../check/pack/open.js';
import { packPlaces } from '../../check/pack/places.js';
import { loadBuiltin } from '../../packs/builtin.js';
import { packWith, RULE, ruleWith, SOUND } from './pack-folder.js';

/** Lists are compiled once for all tests of this file, which takes a while where many tests run. */
process.env.ISNAD_CACHE = mkdtempSync(path.join(tmpdir(), 'isnad-cache-'));
afterAll(() => rmSync(process.env.ISNAD_CACHE as string, { recursive: true }));
const PATIENCE = 60_000;

const BELOW = loadBuiltin().rules.flatMap(({ examples, nearMisses }) => [...examples, ...nearMisses]).length;

/** The built-in pack under all of them is opened once. */
const memory = createMemory();

type Changes = Parameters<typeof packWith>[0];

/** Every fault as `failure file:line reason`, with paths inside the pack. */
async function faultsOf(changes: Changes): Promise<readonly string[]> {
  const folder = packWith(changes);
  const { cases } = await checkPack(packPlaces([folder]), { memory });
  return printed(folder, cases);
}

function printed(folder: string, cases: readonly Case[]): readonly string[] {
  return cases.filter(isFaulty).map(({ file, line, fault }) => {
    const place = [path.relative(folder, file), line].filter((part) => part !== undefined).join(':');
    return `${fault.level} ${place} ${fault.reason}`;
  });
}

test(
  'a sound pack passes every check',
  async () => {
    const folder = packWith();
    const { cases, figures } = await checkPack(packPlaces([folder]));
    expect(printed(folder, cases)).toEqual([]);
    expect(figures).toEqual({ mentions: 100, content: 0, joint: 0, speaker: 0 });
    const kinds = [...new Set(cases.map(({ check }) => check))];
    const countOf = (kind: string) => cases.filter(({ check }) => check === kind).length;
    expect(kinds.map((kind) => `${kind} ${countOf(kind)}`)).toEqual([
      'files 3',
      'example 4',
      'near miss 4',
      'alternative 2',
      `below ${BELOW}`,
      'firing 1',
      'winning 1',
      'gold 4',
    ]);
  },
  PATIENCE,
);

test(
  'all defects of lists and rules come at once, and nothing else is checked',
  async () => {
    const faults = await faultsOf({
      'names/organizations.tsv': [
        'name\taliases\tkind\tgender\tcountry\tspelling\twikidata\tcertainty',
        'صحيفة الرصيف\t\tmedia\tx\tLB\tarabic\t\tsure',
      ],
      [RULE]: ruleWith({ 5: 'confidence: 2', 13: '    wy: ordinary words follow' }),
      'pack.yaml': ['remove: [person/nobody]'],
    });
    expect(faults).toEqual([
      'failure names/organizations.tsv:2 column "gender" holds "x"',
      'failure pack.yaml:1 no earlier rule or row is "person/nobody"',
      `failure ${RULE}:5 "confidence" is not a number from 0 to 1`,
      `failure ${RULE}:13 the near miss has an unknown key "wy"`,
      `failure ${RULE}:12 the near miss has no "why"`,
    ]);
  },
  PATIENCE,
);

const BROKEN: readonly (readonly [string, Changes, readonly RegExp[]])[] = [
  [
    'an example that is not found',
    { [RULE]: ruleWith({ 8: '    person: "هديل"' }) },
    [
      /^failure \S+:7 example 1 alone must find Person هديل, but Person هديل المرعشلي \(person\/penned-by\) was found$/u,
      /:3 no example exercises #NameNext\{1,2\} once$/u,
      /:7 example 1 among all rules must find Person هديل, but/u,
    ],
  ],
  [
    'an example whose words a list has',
    { [RULE]: ruleWith({ 7: '  - text: "بقلم سيرغي لافروف"', 8: '    person: "سيرغي لافروف"' }) },
    [
      /:7 example 1 alone must find Person سيرغي لافروف, but .* \(names\/listed\) was found$/u,
      /no example exercises #NameNext\{1,2\} once$/u,
    ],
  ],
  [
    'a rule that is not silent',
    { [RULE]: ruleWith({ 12: '  - text: "قال إنه بقلم نادر المرعشلي"' }) },
    [
      /:12 near miss 1 alone must find nothing \(ordinary words follow\), but Person نادر المرعشلي \(person\/penned-by\) was found$/u,
      /:12 near miss 1 among all rules must find nothing/u,
    ],
  ],
  [
    'an alternative that no example needs',
    { [RULE]: ruleWith({ 3: 'match: "(بقلم|بريشة) [<person>#NameFirst #NameNext{1,2}]"' }) },
    [/^failure \S+:3 no example exercises بريشة of \(بقلم\|بريشة\)$/u],
  ],
  [
    'a side of unless that no near miss needs',
    { [RULE]: ruleWith({ 4: 'unless: { after: "#Title" }\nmakes: { type: Person, span: person }' }) },
    [/^failure \S+:3 no near miss exercises unless after all of "#Title"$/u],
  ],
  [
    'a rule that fires in no article',
    { 'articles/001-quay.txt': ['الرصيف'], 'gold/001-quay.yaml': undefined, 'floors.json': undefined },
    [/^warning \S+ the rule fires in no article/u],
  ],
  [
    'a rule that others always beat',
    {
      [RULE]: undefined,
      'patterns/person/late.yaml': ruleWith({
        1: 'id: person/late',
        3: 'match: "[<person>(#Given && #NameFirst) #NameNext] #Title"',
        5: 'confidence: 0.1',
        7: '  - text: "حضر سامر المرعشلي رئيسا"',
        8: '    person: "سامر المرعشلي"',
        9: '  - text: "عاد نادر قندلفت مديرا"',
        10: '    person: "نادر قندلفت"',
        12: '  - text: "رأى سامر البحر"',
        14: '  - text: "رحل نادر"',
      }),
    },
    [
      /^warning \S+ the rule fires in no article/u,
      /^failure \S+ the rule never wins, not on its own examples: .* always does$/u,
    ],
  ],
  [
    'a row that takes the words of a rule under the pack',
    {
      'names/organizations.tsv': [
        ...(SOUND['names/organizations.tsv'] as readonly string[]),
        'نادر الكيلاني\t\tcompany\tm\tJO\tarabic\t\tsure',
      ],
    },
    [
      /^warning {2}example 2 among all rules must find Person نادر الكيلاني, but Organization نادر الكيلاني \(names\/listed\) was found$/u,
    ],
  ],
  [
    'figures below their floors',
    { 'floors.json': ['{ "mentions": 100, "content": 12, "joint": 0, "speaker": 0 }'] },
    [/^failure floors\.json:1 F of quotations, Jaccard of their words at least 0\.8 is 0, and was 12$/u],
  ],
  [
    'gold without floors',
    { 'floors.json': undefined },
    [/^failure floors\.json there is gold but no floor for its figures$/u],
  ],
  [
    'floors that lack a figure',
    { 'floors.json': ['{ "mentions": 100, "joint": 0, "speaker": 0 }'] },
    [/^failure floors\.json there is no floor for "content"$/u],
  ],
  [
    'floors of something else',
    { 'floors.json': ['{ "mention": 100 }'] },
    [/floors\.json "mention" is no figure/u],
  ],
  ['floors that are no JSON', { 'floors.json': ['{'] }, [/floors\.json not readable as JSON/u]],
  [
    'gold that does not fit its article',
    { 'articles/001-quay.txt': ['عاد الصيادون.'] },
    [
      /^warning \S+ the rule fires in no article/u,
      /^failure gold\/001-quay\.yaml:5 .*هديل المرعشلي/u,
      /^failure gold\/001-quay\.yaml:9 .*صحيفة الرصيف/u,
    ],
  ],
];

test.each(BROKEN)(
  '%s',
  async (_, changes, expected) => {
    const wanted = expected.map((pattern) => expect.stringMatching(pattern));
    expect(await faultsOf(changes)).toEqual(wanted);
  },
  PATIENCE,
);

describe('outputs that are kept', () => {
  const EXPECTED = 'expected/001-quay.json';

  test(
    'are compared row by row, and accepted',
    async () => {
      const folder = packWith();
      mkdirSync(path.join(folder, 'expected'));
      const places = packPlaces([folder]);
      const missing = await checkPack(places);
      expect(printed(folder, missing.cases)).toEqual([`failure ${EXPECTED} what must be found is not kept`]);
      expect(accept(places, missing).map(({ file }) => path.relative(folder, file))).toEqual([EXPECTED]);
      expect(printed(folder, (await checkPack(places)).cases)).toEqual([]);

      writeFileSync(path.join(folder, 'names/organizations.tsv'), `${ORGANIZATIONS}\n`);
      const { cases } = await checkPack(places);
      expect(printed(folder, cases)).toEqual([
        `failure ${EXPECTED} the output differs: 1 row lost, 0 gained`,
        'failure floors.json:2 F of mentions is 66.7, and was 100',
      ]);
      const details = cases.flatMap(({ fault }) => fault?.details ?? []);
      expect(details[0]).toMatch(/^- 51–63 Organization صحيفة الرصيف \(names\/listed\)$/u);
      expect(details[1]).toMatch(/^001-quay\.txt: mention missed, Organization 51–63: .*⟦صحيفة الرصيف⟧/u);
    },
    PATIENCE,
  );

  test(
    'that belong to no article are told',
    async () => {
      const folder = packWith({ 'expected/009-gone.json': ['{}'] });
      const places = packPlaces([folder]);
      accept(places, await checkPack(places));
      expect(printed(folder, (await checkPack(places)).cases)).toEqual([
        'failure expected/009-gone.json there is no article of this name',
      ]);
    },
    PATIENCE,
  );
});

const ORGANIZATIONS = 'name\taliases\tkind\tgender\tcountry\tspelling\twikidata\tcertainty';

test(
  'floors are raised and lowered to what the figures are',
  async () => {
    const folder = packWith({ 'floors.json': ['{ "mentions": 50 }'] });
    const places = packPlaces([folder]);
    accept(places, await checkPack(places));
    expect(JSON.parse(readFileSync(path.join(folder, 'floors.json'), 'utf8'))).toEqual({
      mentions: 100,
      content: 0,
      joint: 0,
      speaker: 0,
    });
    expect(accept(places, await checkPack(places))).toEqual([]);
  },
  PATIENCE,
);

test(
  'a check remembers what has not changed, and sees what has',
  async () => {
    const folder = packWith();
    const places = packPlaces([folder]);
    const memory = createMemory();
    const told: (readonly string[])[] = [];
    const check = async () => {
      const tell = (cases: readonly Case[]) => told.push(printed(folder, cases));
      return printed(folder, (await checkPack(places, { memory, tell })).cases);
    };
    expect(await check()).toEqual([]);
    const lists = memory.lists;
    expect(await check()).toEqual([]);
    const file = path.join(folder, RULE);
    writeFileSync(file, readFileSync(file, 'utf8').replace('#NameNext{1,2}', '#NameNext'));
    const short = await check();
    expect(short).toEqual([
      expect.stringMatching(/:9 example 2 alone must find Person زاهر فان قندلفت, but/u),
    ]);
    writeFileSync(file, 'id: person/penned-by\n');
    expect((await check())[0]).toMatch(/the rule has no/u);
    writeFileSync(file, [...ruleWith({}), ''].join('\n'));
    expect(await check()).toEqual([]);
    expect(memory.lists).toBe(lists);
    expect(told.map((faults) => faults.length)).toEqual([0, 0, 1, 0]);
    writeFileSync(path.join(folder, 'names/organizations.tsv'), `${ORGANIZATIONS}\n`);
    expect(await check()).toEqual([expect.stringMatching(/^failure floors\.json:2 F of mentions is 66\.7/u)]);
    expect(memory.lists).not.toBe(lists);
  },
  PATIENCE,
);

test(
  'the built-in pack is whole and sound, warnings included',
  async () => {
    const { cases } = await checkPack(packPlaces([]));
    expect(cases.filter(isFaulty).map(({ file, fault }) => `${file}: ${fault.reason}`)).toEqual([]);
    expect(existsSync(packPlaces([]).gold)).toBe(true);
  },
  PATIENCE,
);
