/** From sources to rows: filters, doubles, names that are ordinary words, and what the lists fill in. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { CLASS_TABLE, classesWith, meaningOf } from '../../names/classes.js';
import { cleanName } from '../../names/clean.js';
import { type Imported, type ImportOptions, importNames, openSources } from '../../names/import.js';
import { knownWords } from '../../names/known-words.js';
import { type Noted, Report } from '../../names/report.js';
import { ENTITY_TYPES } from '../../names/vocabulary.js';
import { NOTHING } from '../../packs/merge.js';
import { dump, entity, folderWith, geonamesName, geonamesPlace } from './samples.js';

/** Small lists, so that a test says itself what they know. */
const WORDS = knownWords({
  ...NOTHING,
  names: [
    {
      type: 'Place',
      name: 'الأردن',
      aliases: [],
      kind: 'country',
      country: 'JO',
      wikidata: 'Q810',
      spelling: 'arabic',
      certainty: 'sure',
    },
    {
      type: 'Place',
      name: 'ألمانيا',
      aliases: [],
      kind: 'country',
      country: 'DE',
      wikidata: 'Q183',
      spelling: 'foreign',
      certainty: 'sure',
    },
    {
      type: 'Place',
      name: 'وادي الزعتر',
      aliases: ['الزعتر'],
      kind: 'town',
      spelling: 'arabic',
      certainty: 'sure',
    },
  ],
  givenNames: [
    { name: 'سمراء', gender: 'f', origin: 'arabic', common: false },
    { name: 'فريتس', gender: 'm', origin: 'german', common: false },
  ],
  familyNames: [{ name: 'الخزامى', origin: 'arabic', common: false }],
  heads: [{ head: 'جمعية', type: 'Organization', inside: 'yes', gender: 'f', dual: [], plural: [] }],
  commonWords: ['الفجر', 'نجمه'],
});

interface Outcome extends Imported {
  readonly noted: readonly Noted[];
}

async function imported(
  files: Readonly<Record<string, string>>,
  changes: Partial<ImportOptions> = {},
): Promise<Outcome> {
  const folder = folderWith(files);
  const noted: Noted[] = [];
  const options: ImportOptions = {
    only: new Set(ENTITY_TYPES),
    classes: classesWith(new Map()),
    reading: { columns: new Map(), geonames: { features: new Set('AP'), marked: new Set() } },
    ...changes,
  };
  const named = Object.keys(files).map((name) => path.join(folder, name));
  const result = await importNames(
    await openSources(named, undefined),
    options,
    WORDS,
    new Report((one) => noted.push(one)),
  );
  return { ...result, noted };
}

const csv = (...rows: readonly string[]) => ({
  'names.csv': ['name,type,aliases,sitelinks,population,wikidata', ...rows, ''].join('\n'),
});
const names = (rows: readonly { readonly name: string }[]) => rows.map(({ name }) => name);
const cases = ({ noted }: Outcome) => noted.map(({ what, place, form }) => `${what} ${place} ${form}`);

describe('filters', () => {
  const LINES = [
    entity({ id: 'Q990001', ar: 'سمراء الزرافة', items: { P31: ['Q5'] }, sitelinks: 12 }),
    entity({ id: 'Q990002', ar: 'سمراء الغزالة', items: { P31: ['Q5'] }, sitelinks: 9 }),
    entity({ id: 'Q990003', ar: 'عين الغزالة', items: { P31: ['Q532'] }, population: 300 }),
    entity({ id: 'Q990004', ar: 'فيلم الغزالة', items: { P31: ['Q11424'] } }),
    entity({ id: 'Q990005', items: { P31: ['Q5'] } }),
  ];

  test('a dump has a floor of sitelinks, and a table of classes', async () => {
    const { rows, counts } = await imported({ dump: dump(...LINES) });
    expect([names(rows.Person), names(rows.Place)]).toEqual([['سمراء الزرافة'], ['عين الغزالة']]);
    expect(counts).toEqual({ read: 5, nameless: 1, typeless: 1, unwanted: 0, rare: 1 });
  });

  test('floors, types and classes are the user’s to say', async () => {
    const own = classesWith(new Map([['Q11424', { type: 'Organization', kind: 'other' } as const]]));
    const { rows, counts } = await imported(
      { dump: dump(...LINES) },
      { sitelinks: 0, population: 1000, classes: own, only: new Set(['Place', 'Organization']) },
    );
    expect([names(rows.Person), names(rows.Organization), names(rows.Place)]).toEqual([
      [],
      ['فيلم الغزالة'],
      [],
    ]);
    expect(counts).toEqual({ read: 5, nameless: 1, typeless: 0, unwanted: 2, rare: 1 });
  });

  test('a table has no floor unless one is given; then what has no count is under it', async () => {
    const rows = csv('دار الغزالة,Organization,,1,,', 'دار الزرافة,Organization,,,,');
    expect((await imported(rows)).rows.Organization).toHaveLength(2);
    expect((await imported(rows, { sitelinks: 1 })).counts.rare).toBe(1);
  });

  test('GeoNames has a floor of population, but not for what has no inhabitants', async () => {
    const files = {
      'JO.txt': [
        geonamesPlace(1, 'a', 'P', 'PPL', 'JO', 20_000),
        geonamesPlace(2, 'b', 'P', 'PPL', 'JO', 900),
        geonamesPlace(3, 'c', 'H', 'STM', 'JO', 0),
      ].join('\n'),
      'alternateNamesV2.txt': [1, 2, 3]
        .map((id) => geonamesName(id, 'ar', `الغزالة ${'بتث'[id - 1]}${id}`))
        .join('\n'),
    };
    expect((await imported(files)).rows.Place.map(({ country, kind }) => [country, kind])).toEqual([
      ['JO', 'town'],
    ]);
    const reading = { columns: new Map(), geonames: { features: new Set('PH'), marked: new Set<never>() } };
    const { rows } = await imported(files, { reading, population: 500 });
    expect(rows.Place.map(({ kind }) => kind).sort()).toEqual(['river', 'town', 'town']);
  });

  test('GeoNames’ places need their alternate names, and these need places', async () => {
    const place = geonamesPlace(1, 'a', 'P', 'PPL', 'JO', 20_000);
    await expect(imported({ 'JO.txt': place })).rejects.toThrow(/name alternateNamesV2\.txt as well$/u);
    await expect(imported({ 'names.txt': geonamesName(1, 'ar', 'الغزالة') })).rejects.toThrow(
      /names without places/u,
    );
  });
});

describe('names', () => {
  test.each([
    ['عَمّـان الشَّرق', 'Place', 'عمان الشرق'],
    ['سمراء الخزامى (لاعبة)', 'Person', 'سمراء الخزامى'],
    ['الزهراء، وادي الزعتر', 'Place', 'الزهراء'],
    ['\u200fجمعية\u00a0 «القصب»', 'Organization', 'جمعية القصب'],
    ['\ufefb\ufee3\ufe8e', 'Place', 'لاما'],
  ] as const)('%j of a %s is cleaned', (text, type, name) => {
    expect(cleanName(text, type)).toEqual({ name });
  });

  test.each([
    ['Reeds', 'it has no Arabic letter'],
    ['ع', 'it is a single letter'],
    ['نجمة \u{1f31f}', 'it holds signs that no name has'],
    ['أ|ب ت', 'it holds signs that no name has'],
    ['و '.repeat(13), 'it has more than 12 words'],
  ])('%j is unfit', (text, unfit) => {
    expect(cleanName(text, 'Organization')).toEqual({ unfit });
  });

  test('of two things of one name the better known is kept, of two types the other is marked', async () => {
    const outcome = await imported(
      csv(
        'دار الغزالة,Organization,,5,,Q990001',
        'دار الغزاله,Organization,,9,,Q990002',
        'دار الغزالة,Place,,2,,Q990003',
      ),
    );
    const { Organization, Place } = outcome.rows;
    expect(Organization.map(({ wikidata, certainty }) => [wikidata, certainty])).toEqual([
      ['Q990002', 'likely'],
    ]);
    expect(Place.map(({ certainty }) => certainty)).toEqual(['context']);
    expect(cases(outcome)).toEqual(['duplicate names.csv:2 دار الغزالة', 'types names.csv:4 دار الغزالة']);
  });

  test('several rows of one item are one, with the aliases of all', async () => {
    const { rows, noted } = await imported(
      csv('دار الغزالة,Organization,غزالة الدور,,,Q990001', 'دار الغزالة,Organization,دار الغزلان,,,Q990001'),
    );
    expect(rows.Organization.map(({ aliases }) => aliases)).toEqual([['غزالة الدور', 'دار الغزلان']]);
    expect(noted).toEqual([]);
  });

  test('ordinary words and parts of names are marked as names and left out as aliases', async () => {
    const outcome = await imported(
      csv(
        'الفجر,Organization,,,,',
        'الخزامى,Place,,,,',
        'سمراء الغزالة,Person,سمراء|الغزالة|الفجر|أم الغزالة|سمراء الغزاله,,,',
        'الزعتر,Organization,,,,',
      ),
    );
    expect(outcome.rows.Organization.map(({ name, certainty }) => [name, certainty])).toEqual([
      ['الزعتر', 'context'],
      ['الفجر', 'context'],
    ]);
    expect(outcome.rows.Place.map(({ certainty }) => certainty)).toEqual(['context']);
    expect(outcome.rows.Person.map(({ aliases }) => aliases)).toEqual([['أم الغزالة']]);
    expect(outcome.noted.map(({ what, form, says }) => [what, form, says])).toEqual([
      ['ordinary', 'الفجر', 'it is a common word'],
      ['ordinary', 'الخزامى', 'it is a family name'],
      ['alias', 'سمراء', 'it is a given name'],
      ['alias', 'الغزالة', 'it is a part of the name'],
      ['alias', 'الفجر', 'it is a common word'],
      ['types', 'الزعتر', 'the lists have it as Place'],
    ]);
  });

  test('what the lists have is left out; an alias that two rows share names neither', async () => {
    const outcome = await imported(
      csv('الزعتر,Place,,,,', 'دار الغزالة,Organization,غزلان,,,', 'دار الزرافة,Organization,غزلان,,,'),
    );
    expect(outcome.rows.Place).toEqual([]);
    expect(outcome.rows.Organization.map(({ aliases }) => aliases)).toEqual([[], []]);
    expect(cases(outcome)).toEqual([
      'known names.csv:2 الزعتر',
      'alias names.csv:3 غزلان',
      'alias names.csv:4 غزلان',
    ]);
  });

  test('gender, country and spelling come from the source or from the lists', async () => {
    const { rows } = await imported({
      dump: dump(
        entity({ id: 'Q990001', ar: 'سمراء الغزالة', items: { P31: ['Q5'], P27: ['Q810'] } }),
        entity({ id: 'Q990002', ar: 'فريتس هوخلاند', items: { P31: ['Q5'], P21: ['Q2449503'] } }),
        entity({ id: 'Q990003', ar: 'غابي هوخلاند', items: { P31: ['Q5'], P27: ['Q183'] } }),
        entity({ id: 'Q990004', ar: 'جمعية غابي', items: { P31: ['Q43229'], P17: ['Q183'] } }),
      ),
    });
    const told = [...rows.Person, ...rows.Organization];
    expect(told.map(({ name, gender, country, spelling }) => [name, gender, country, spelling])).toEqual([
      ['سمراء الغزالة', 'f', 'JO', 'arabic'],
      ['غابي هوخلاند', undefined, 'DE', 'foreign'],
      ['فريتس هوخلاند', 'm', undefined, 'foreign'],
      ['جمعية غابي', 'f', 'DE', 'arabic'],
    ]);
  });
});

test('the guide names every class of the table', () => {
  const guide = readFileSync('docs/guide.md', 'utf8');
  const classes = CLASS_TABLE.flatMap(([type, kind, ids]) =>
    ids.map(([id, what]) => ({ row: `| ${type} | ${kind === '' ? '' : `\`${kind}\``} |`, id, what })),
  );
  const missing = classes.filter(({ row, id, what }) =>
    guide.split('\n').every((line) => !(line.startsWith(row) && line.includes(`${id} ${what}`))),
  );
  expect(missing).toEqual([]);
  expect(new Set(classes.map(({ id }) => id)).size).toBe(classes.length);
});

test('of several classes the one that stands first in the table decides', () => {
  expect(meaningOf(classesWith(new Map()), ['Q486972', 'Q5119', 'Q1'])).toEqual({
    type: 'Place',
    kind: 'capital',
  });
  expect(meaningOf(classesWith(new Map()), ['Q1'])).toBeUndefined();
});

test('a source of which nothing can be read is refused, one with some bad lines is not', async () => {
  const row = `${'x,'.repeat(3)}\n`;
  const bad = `name,type\n${row.repeat(100)}`;
  await expect(imported({ 'bad.csv': bad })).rejects.toThrow(
    /bad\.csv: is not in the format csv \(cells: 4 instead of 2\)/u,
  );
  const { rows, noted } = await imported({ 'some.csv': `name,type\nدار الغزالة,Place\n${row.repeat(200)}` });
  expect([rows.Place.length, noted.length]).toEqual([1, 200]);
});
