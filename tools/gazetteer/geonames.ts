/**
 * Reads GeoNames as Debian packages it: the Arabic names of `libgeonames-common` (a gettext catalogue from ids to names)
 * and the cities of `libgeonames0` (a GVariant of type `a(sssssssudd)`). Takes bytes; gives records; judges nothing.
 */

/** A city of GeoNames; the other fields of its record are passed over. */
export interface City {
  readonly id: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly population: number;
}

/**
 * Reads a compiled gettext catalogue (`.mo`): what is translated, and its translation.
 * @throws Error with one line when the bytes are no such catalogue
 */
export function readCatalogue(bytes: Buffer): Map<string, string> {
  if (bytes.length < 20 || bytes.readUInt32LE(0) !== MO_MAGIC)
    throw new Error(
      'this is no compiled gettext catalogue; give geonames.mo of the package libgeonames-common',
    );
  const count = bytes.readUInt32LE(8);
  const text = (table: number, at: number): string => {
    const entry = bytes.readUInt32LE(table) + at * 8;
    const start = bytes.readUInt32LE(entry + 4);
    return bytes.toString('utf8', start, start + bytes.readUInt32LE(entry));
  };
  const names = new Map<string, string>();
  for (let at = 0; at < count; at++) {
    const key = text(12, at);
    if (key !== '') names.set(key, text(16, at));
  }
  return names;
}

const MO_MAGIC = 0x950412de;

/**
 * Reads the cities. Each record holds id, name, code and name of the first-order division, code and name of the
 * country and time zone, as strings that end in a zero byte, then the population, latitude and longitude, aligned.
 * The offsets of the records' ends stand behind the last of them.
 * @throws Error with one line when the bytes are no such table
 */
export function readCities(bytes: Buffer): City[] {
  const width = bytes.length > 0xffff ? 4 : bytes.length > 0xff ? 2 : 1;
  const table = bytes.length < width ? -1 : bytes.readUIntLE(bytes.length - width, width);
  if (table < 0 || table > bytes.length - width || (bytes.length - table) % width !== 0)
    throw new Error(NO_CITIES);
  const cities: City[] = [];
  let start = 0;
  for (let at = table; at < bytes.length; at += width) {
    cities.push(readCity(bytes, start));
    start = aligned(bytes.readUIntLE(at, width), 8);
  }
  return cities;
}

const NO_CITIES =
  'this is no table of cities; give what "gresource extract libgeonames.so.0.3.0 /com/lomiri/geonames/cities.compiled" writes';

function readCity(bytes: Buffer, start: number): City {
  const strings: string[] = [];
  let at = start;
  for (let field = 0; field < STRINGS; field++) {
    const end = bytes.indexOf(0, at);
    if (end < 0) throw new Error(NO_CITIES);
    strings.push(bytes.toString('utf8', at, end));
    at = end + 1;
  }
  const [id, , , , country] = strings;
  const number = aligned(at, 4);
  if (!/^\d+$/u.test(id) || number + 4 > bytes.length) throw new Error(NO_CITIES);
  return { id, country, population: bytes.readUInt32LE(number) };
}

const STRINGS = 7;

/** The next multiple: records and numbers stand at multiples of their size. */
function aligned(offset: number, size: number): number {
  return Math.ceil(offset / size) * size;
}
