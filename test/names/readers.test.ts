/** One reader for each format: what it takes from a sample in the true form, and what it says of lines that are broken. */

import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { formatOf } from '../../names/format.js';
import type { ArabicNames } from '../../names/geonames.js';
import { readSource } from '../../names/readers.js';
import type { Entry, NameRecord } from '../../names/record.js';
import { openSource } from '../../names/source.js';
import type { Field, NameMark } from '../../names/vocabulary.js';
import { dump, entity, folderWith, geonamesName, geonamesPlace, sparqlJson } from './samples.js';

interface Told {
  readonly columns?: readonly (readonly [Field, string])[];
  readonly marked?: readonly NameMark[];
  readonly names?: ArabicNames;
}

/** What is read of a source, recognized by its content. */
async function entriesOf(content: string | Buffer, told: Told = {}): Promise<readonly Entry[]> {
  const source = await openSource(path.join(folderWith({ source: content }), 'source'));
  const entries: Entry[] = [];
  const reading = {
    columns: new Map(told.columns),
    geonames: { features: new Set('APS'), marked: new Set(told.marked) },
    arabicNames: told.names ?? new Map(),
  };
  for await (const batch of readSource(source, formatOf(source), reading)) entries.push(...batch.entries);
  return entries;
}

const recordsOf = async (content: string | Buffer, told?: Told): Promise<readonly NameRecord[]> =>
  (await entriesOf(content, told)).map((entry) => {
    if ('fault' in entry) throw new Error(entry.fault);
    return entry.record;
  });

const faultsOf = async (content: string, told?: Told): Promise<readonly [number, string][]> =>
  (await entriesOf(content, told)).flatMap((entry) => ('fault' in entry ? [[entry.line, entry.fault]] : []));

describe('a dump of Wikidata', () => {
  const PERSON = entity({
    id: 'Q990001',
    ar: 'سندباد الزرزوري',
    aliases: ['أبو فانوس الزرزوري'],
    items: { P31: ['Q5'], P21: ['Q6581072'], P27: ['Q810'] },
    sitelinks: 17,
  });
  const PLACE = entity({
    id: 'Q990002',
    ar: 'عين الزرافة',
    items: { P31: ['Q515'], P17: ['Q810'] },
    population: 42_000,
  });
  const OTHER = entity({ id: 'Q990003', items: { P31: ['Q5'] } });

  test('gives what an entity says in Arabic', async () => {
    expect(await recordsOf(dump(PERSON, OTHER, PLACE))).toEqual([
      {
        name: 'سندباد الزرزوري',
        aliases: ['أبو فانوس الزرزوري'],
        classes: ['Q5'],
        gender: 'f',
        countryItem: 'Q810',
        sitelinks: 17,
        wikidata: 'Q990001',
      },
      expect.objectContaining({
        name: 'عين الزرافة',
        classes: ['Q515'],
        population: 42_000,
        countryItem: 'Q810',
      }),
    ]);
  });

  test('is read without its array, and packed', async () => {
    expect(await recordsOf(gzipSync(`${PERSON}\n${PLACE}\n`))).toHaveLength(2);
    expect(await recordsOf(zstdOf(`${PERSON}\n${PLACE}\n`))).toHaveLength(2);
  });

  test('a deprecated claim is left out, a preferred one comes first', async () => {
    const changed = JSON.parse(
      entity({ id: 'Q990004', ar: 'نبع الزعفران', items: { P31: ['Q1', 'Q2', 'Q3'] } }),
    );
    changed.claims.P31[0].rank = 'deprecated';
    changed.claims.P31[2].rank = 'preferred';
    expect((await recordsOf(dump(JSON.stringify(changed))))[0].classes).toEqual(['Q3', 'Q2']);
  });

  test('broken lines are told by number, and the reading goes on', async () => {
    const cut = PERSON.slice(0, 200);
    const wrong = `${PERSON.slice(0, 40)}"ar"}`;
    const found = await entriesOf(dump(OTHER, cut, wrong, PLACE));
    expect(found).toEqual([
      { line: 3, fault: 'the line is no whole JSON object' },
      { line: 4, fault: 'the line is no whole JSON object' },
      { line: 5, record: expect.objectContaining({ name: 'عين الزرافة' }) },
    ]);
  });
});

describe('the result of a SPARQL query', () => {
  const ROW = {
    item: { value: 'http://www.wikidata.org/entity/Q990010' },
    itemLabel: { value: 'جمعية القصب', language: 'ar' },
    class: { value: 'http://www.wikidata.org/entity/Q43229' },
    sitelinks: { value: '12' },
  };
  const RECORD = { name: 'جمعية القصب', classes: ['Q43229'], wikidata: 'Q990010', sitelinks: 12 };

  test('as JSON in its standard form, where a label may be in another language', async () => {
    const foreign = { ...ROW, itemLabel: { value: 'Q990011', language: 'en' } };
    expect(await recordsOf(sparqlJson([foreign, ROW]))).toEqual([expect.objectContaining(RECORD)]);
  });

  test('as a plain array of objects', async () => {
    const plain = Object.fromEntries(Object.entries(ROW).map(([name, { value }]) => [name, value]));
    expect(await recordsOf(JSON.stringify([plain, plain]))).toHaveLength(2);
    expect(await recordsOf(JSON.stringify([plain], null, 1))).toEqual([expect.objectContaining(RECORD)]);
  });

  test('as CSV and as TSV', async () => {
    const csv =
      'item,itemLabel,itemAltLabel\r\nhttp://www.wikidata.org/entity/Q990010,جمعية القصب,"القصبية, قصب"\r\n';
    expect(await recordsOf(csv)).toEqual([
      expect.objectContaining({ name: 'جمعية القصب', aliases: ['القصبية', 'قصب'], wikidata: 'Q990010' }),
    ]);
    const tsv =
      '?item\t?itemLabel\t?n\n<http://www.wikidata.org/entity/Q990010>\t"جمعية القصب"@ar\t"7"^^<http://www.w3.org/2001/XMLSchema#integer>\n<http://www.wikidata.org/entity/Q990012>\t"Reeds"@en\t\n';
    expect(await recordsOf(tsv)).toEqual([
      expect.objectContaining({ name: 'جمعية القصب', wikidata: 'Q990010' }),
    ]);
  });

  test('brackets and quotes inside texts mean nothing', async () => {
    const odd = { ...ROW, note: { value: 'a "}]{[ \\' } };
    expect(await recordsOf(sparqlJson([odd, ROW]))).toHaveLength(2);
  });

  test('JSON that ends too early is refused', async () => {
    const whole = sparqlJson([ROW, ROW]);
    await expect(entriesOf(whole.slice(0, -20))).rejects.toThrow(
      /source: the JSON ends too early; fetch it again$/u,
    );
  });
});

describe('a table', () => {
  test('quoted cells hold delimiters, quotes and line ends; lines are counted', async () => {
    const csv =
      'Name,Type,Population\n"بلدة ""الخزام""",Place,"12,000"\n"حي\nالخزام",Place,\nقصير\nالخزام,Place,many\n';
    expect(await entriesOf(csv)).toEqual([
      {
        line: 2,
        record: expect.objectContaining({ name: 'بلدة "الخزام"', type: 'Place', population: 12_000 }),
      },
      { line: 3, record: expect.objectContaining({ name: 'حي\nالخزام' }) },
      { line: 5, fault: 'cells: 1 instead of 3' },
      { line: 6, fault: 'the population "many" is no number' },
    ]);
  });

  test('semicolons, a byte order mark, and all columns', async () => {
    const csv =
      '\ufeffname;aliases;type;kind;gender;country;offices;wikidata;spelling;certainty\nسمراء الخزامى;أم الخزامى|الخزامية;person;;f;JO;وزيرة|نائبة;Q990020;arabic;sure\n';
    expect(await recordsOf(csv)).toEqual([
      expect.objectContaining({
        name: 'سمراء الخزامى',
        aliases: ['أم الخزامى', 'الخزامية'],
        type: 'Person',
        gender: 'f',
        country: 'JO',
        offices: ['وزيرة', 'نائبة'],
        wikidata: 'Q990020',
        spelling: 'arabic',
        certainty: 'sure',
      }),
    ]);
  });

  test('columns may be named by the user', async () => {
    const tsv = 'id\tWho\tAlso\n1\tسمراء الخزامى\tأم الخزامى\n';
    const columns = [['name', 'Who'] as const, ['aliases', 'Also'] as const];
    expect(await recordsOf(tsv, { columns })).toEqual([
      expect.objectContaining({ name: 'سمراء الخزامى', aliases: ['أم الخزامى'] }),
    ]);
    await expect(entriesOf(tsv)).rejects.toThrow(
      /no column is called name.*"id", "Who", "Also" holds the names$/u,
    );
    await expect(entriesOf(tsv, { columns: [['name', 'Whom']] })).rejects.toThrow(/has no column "Whom"/u);
  });

  test('what is no type, and a quotation mark that nobody closes', async () => {
    expect(await faultsOf('name,type\nالخزام,planet\n"الخزام,Place\n')).toEqual([
      [2, '"planet" is no type; write Person, Organization, Place'],
      [3, 'a quotation mark is not closed'],
    ]);
  });
});

describe('GeoNames', () => {
  const NAMES = [
    geonamesName(1, 'ar', 'عين الزرافة القديمة', 'historic'),
    geonamesName(1, 'ar', 'الزرافة', 'short'),
    geonamesName(1, 'ar', 'عيون الزرافة'),
    geonamesName(1, 'ar', 'عين الزرافة', 'preferred'),
    geonamesName(1, 'fa', 'چشمه زرافه'),
    geonamesName(2, 'ar', 'قلعة الزرافة'),
    `${geonamesName(2, 'ar', 'قلعة الزرافة السابقة')}1950`,
    geonamesName(3, 'fr', 'La Girafe'),
  ].join('\n');
  const PLACES = [
    geonamesPlace(1, 'Giraffe Spring', 'P', 'PPLA', 'JO', 42_000),
    geonamesPlace(2, 'Giraffe Castle', 'S', 'CSTL', 'JO', 0),
    geonamesPlace(3, 'Giraffe', 'P', 'PPL', 'JO', 9),
    '4\tshort line',
  ].join('\n');

  test('names are joined to places by id; the preferred one is the name', async () => {
    const names: ArabicNames = new Map();
    expect(await entriesOf(NAMES, { names })).toEqual([]);
    expect([...names]).toEqual([
      [1, ['عين الزرافة', 'عيون الزرافة']],
      [2, ['قلعة الزرافة']],
    ]);
    expect(await entriesOf(PLACES, { names })).toEqual([
      {
        line: 1,
        record: {
          name: 'عين الزرافة',
          aliases: ['عيون الزرافة'],
          type: 'Place',
          kind: 'city',
          country: 'JO',
          population: 42_000,
          inhabited: true,
        },
      },
      {
        line: 2,
        record: expect.objectContaining({ name: 'قلعة الزرافة', kind: 'building', inhabited: false }),
      },
      { line: 4, fault: '2 columns instead of 19' },
    ]);
  });

  test('short and historic names only when asked for', async () => {
    const names: ArabicNames = new Map();
    await entriesOf(NAMES, { names, marked: ['short', 'historic'] });
    expect(names.get(1)).toEqual(['عين الزرافة', 'عين الزرافة القديمة', 'الزرافة', 'عيون الزرافة']);
  });
});

test.each([
  [
    'prose',
    'هذا نص طويل. ليس جدولا!\n',
    /its beginning is that of no known format; give one of wikidata, sparql/u,
  ],
  ['a page', '<!DOCTYPE html>\n<p>', /no known format/u],
  ['another JSON', '{"a": 1}', /no known format/u],
  ['nothing', ' \n', /is empty; check how it was made$/u],
  ['a zip archive', Buffer.from([0x50, 0x4b, 3, 4, 20]), /is a zip archive; unpack it/u],
  ['UTF-16', Buffer.from([0xff, 0xfe, 0x6e, 0]), /is not in UTF-8; save it as UTF-8/u],
  [
    'a cut gzip file',
    gzipSync('name\nزرافة\n'.repeat(99)).subarray(0, 30),
    /ends too early; fetch it again$/u,
  ],
  ['a damaged bzip2 file', Buffer.from('BZh9123456789012'), /the packed file is damaged \(/u],
])('%s is refused in one line', async (_, content, message) => {
  await expect(entriesOf(content)).rejects.toThrow(message);
});

/** A frame of zstd whose one block is stored. */
function zstdOf(text: string): Buffer {
  const head = Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x00, 0x58, 0, 0, 0]);
  head.writeUIntLE((Buffer.byteLength(text) << 3) | 1, 6, 3);
  return Buffer.concat([head, Buffer.from(text)]);
}
