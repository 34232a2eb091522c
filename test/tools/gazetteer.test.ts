/** The gazetteer's tool: the two binary files of GeoNames as Debian packages them, and which names become rows. */
import { readCatalogue, readCities } from '../../tools/gazetteer/geonames.js';
import {
  COLUMNS,
  gazetteerRows,
  type Judgement,
  printedName,
  type SourcePlace,
} from '../../tools/gazetteer/rows.js';

/** A compiled gettext catalogue: a header of seven numbers, two tables of lengths and places, then the texts. */
function catalogue(entries: Readonly<Record<string, string>>): Buffer {
  const pairs = Object.entries(entries);
  const table = Buffer.alloc(28 + pairs.length * 16);
  [0x950412de, 0, pairs.length, 28, 28 + pairs.length * 8, 0, 0].forEach((number, at) => {
    table.writeUInt32LE(number, at * 4);
  });
  const texts: Buffer[] = [];
  let end = table.length;
  [pairs.map(([key]) => key), pairs.map(([, name]) => name)].forEach((column, side) => {
    column.forEach((text, at) => {
      const bytes = Buffer.from(`${text}\0`);
      const entry = 28 + side * pairs.length * 8 + at * 8;
      table.writeUInt32LE(bytes.length - 1, entry);
      table.writeUInt32LE(end, entry + 4);
      texts.push(bytes);
      end += bytes.length;
    });
  });
  return Buffer.concat([table, ...texts]);
}

const padded = (bytes: Buffer, size: number): Buffer =>
  Buffer.concat([bytes, Buffer.alloc((size - (bytes.length % size)) % size)]);

/** A GVariant of type a(sssssssudd): each record aligned to eight bytes, the ends of all of them behind the last. */
function cityTable(cities: readonly (readonly [id: string, country: string, population: number])[]): Buffer {
  let records = Buffer.alloc(0);
  const ends: number[] = [];
  for (const [id, country, population] of cities) {
    const strings = [id, 'Town', '01', 'Region', country, 'Country', 'Area/Town'];
    const number = Buffer.alloc(4);
    number.writeUInt32LE(population);
    const text = padded(Buffer.from(strings.map((field) => `${field}\0`).join('')), 4);
    const body = padded(Buffer.concat([text, number]), 8);
    const framing = Buffer.from(strings.map((_, at) => at).slice(1));
    records = Buffer.concat([padded(records, 8), body, Buffer.alloc(16), framing]);
    ends.push(records.length);
  }
  const width = records.length + ends.length > 0xff ? 2 : 1;
  const table = Buffer.alloc(ends.length * width);
  ends.forEach((end, at) => {
    table.writeUIntLE(end, at * width, width);
  });
  return Buffer.concat([records, table]);
}

test('a catalogue gives what it translates, without its header', () => {
  const names = readCatalogue(catalogue({ '': 'Language: ar', '101': 'دير المها', 'ZZ.01': 'محافظة الندى' }));
  expect([...names]).toEqual([
    ['101', 'دير المها'],
    ['ZZ.01', 'محافظة الندى'],
  ]);
});

test.each([[Buffer.alloc(0)], [Buffer.from('no catalogue of any kind, though it is long enough')]])(
  'other bytes are no catalogue',
  (bytes) => {
    expect(() => readCatalogue(bytes)).toThrow('give geonames.mo of the package libgeonames-common');
  },
);

test.each([1, 2, 9])('a table of %d cities gives id, country and population of each', (count) => {
  const cities = Array.from({ length: count }, (_, at) => [`${at + 1}`, 'QX', (at + 1) * 70_001] as const);
  expect(readCities(cityTable(cities))).toEqual(
    cities.map(([id, country, population]) => ({ id, country, population })),
  );
});

test.each([[Buffer.alloc(0)], [Buffer.alloc(40, 7)], [Buffer.from('neither cities nor a table')]])(
  'other bytes are no table of cities',
  (bytes) => {
    expect(() => readCities(bytes)).toThrow('gresource extract');
  },
);

const place = (name: string, more: Partial<SourcePlace> = {}): SourcePlace => ({
  source: 'geonames:1',
  name,
  country: 'QX',
  kind: 'city',
  ...more,
});

test.each([
  ['vowels, tatweel and invisible marks', 'الـمُهَيْرَة\u200e', 'المهيرة'],
  ['Persian letters', 'ديرۀ بي', undefined],
  ['Persian kaf and yeh', 'کريمي', 'كريمي'],
  ['a name in Latin letters', 'Dar Mulayha', undefined],
  ['what tells places apart', 'سلوانة (فيرنو)', 'سلوانة'],
  ['what stands behind a comma', 'سلوانة، فيرنو', 'سلوانة'],
  ['a hyphen with blanks', 'نارا - فوم', 'نارا-فوم'],
  ['a class noun', 'محافظة الندى', 'الندى'],
  ['a class noun with article', 'المنطقة الندية', 'المنطقة الندية'],
  ['two letters', 'لو', undefined],
])('%s', (_, name, printed) => {
  expect(printedName(place(name))).toBe(printed);
});

const judgement = (more: Partial<Judgement> = {}): Judgement => ({
  isKnown: () => false,
  ordinary: new Set(),
  given: new Set(),
  refused: new Set(),
  ...more,
});

const column = (row: readonly string[], name: (typeof COLUMNS)[number]): string => row[COLUMNS.indexOf(name)];

test('rows are sorted, say where they come from, and of one name the largest place is kept', () => {
  const rows = gazetteerRows(
    [
      place('يارونة', { source: 'geonames:3', population: 20_000, country: 'EG' }),
      place('دير المها', { source: 'geonames:2', population: 9_000 }),
      place('دير المها', { source: 'geonames:7', population: 800_000 }),
    ],
    judgement(),
  );
  expect(rows.map((row) => row.join('|'))).toEqual([
    'دير المها||city|QX|800000|foreign||likely||geonames:7',
    'يارونة||town|EG|20000|arabic||likely||geonames:3',
  ]);
});

test('a place that is known or refused gives no row', () => {
  const places = [place('يارونة'), place('دير المها'), place('سلوانة بارا')];
  const rows = gazetteerRows(
    places,
    judgement({ isKnown: (name) => name === 'يارونة', refused: new Set(['دير المها']) }),
  );
  expect(rows.map(([name]) => name)).toEqual(['سلوانة بارا']);
});

test.each([
  ['an ordinary word', 'طاقية', ['طاقيه']],
  ['an ordinary word behind the article', 'القرية', ['قريه']],
  ['a particle and an ordinary word', 'بلوحة', ['لوحه']],
  ['a word that a particle makes ordinary', 'نودة', ['بنوده']],
])('%s is dropped when the place is small, and doubted when it is large', (_, name, ordinary) => {
  const doubts = judgement({ ordinary: new Set(ordinary) });
  expect(gazetteerRows([place(name, { population: 90_000, country: 'EG' })], doubts)).toEqual([]);
  const [row] = gazetteerRows([place(name, { population: 900_000, country: 'EG' })], doubts);
  expect(column(row, 'reading')).toBe('common');
});

test('a small place abroad of one word is doubted, since many a surname is spelled like one', () => {
  const certainty = (more: Partial<SourcePlace>, name = 'هدسون'): string =>
    column(gazetteerRows([place(name, more)], judgement())[0], 'certainty');
  expect(certainty({ population: 22_000 })).toBe('context');
  expect(certainty({ population: 900_000 })).toBe('likely');
  expect(certainty({ population: 22_000, country: 'SY' })).toBe('likely');
  expect(certainty({ population: 22_000 }, 'نيو هدسون')).toBe('likely');
});
