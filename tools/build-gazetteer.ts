/**
 * Writes `rules/names/gazetteer.tsv` from GeoNames, as Debian packages it, and from Unicode CLDR, which Node carries.
 *
 *     apt-get download libgeonames-common libgeonames0 && for f in *.deb; do dpkg -x $f geonames; done
 *     gresource extract geonames/usr/lib/x86_64-linux-gnu/libgeonames.so.0.3.0 /com/lomiri/geonames/cities.compiled > cities
 *     node dist/tools/build-gazetteer.js geonames/usr/share/locale/ar/LC_MESSAGES/geonames.mo cities
 *
 * The same inputs and lists give the same bytes. The other lists decide what is doubtful, so run it again when they change much.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadWholePack } from '../packs/load.js';
import type { Knowledge, NameRow } from '../pipeline/knowledge.js';
import { listPhrases } from '../pipeline/lookup/phrases.js';
import {
  listSpellings,
  matchSpelling,
  openSpellings,
  skeletonHash,
  spelledAlone,
} from '../pipeline/lookup/spellings.js';
import { fold } from '../pipeline/normalize.js';
import { type City, readCatalogue, readCities } from './gazetteer/geonames.js';
import { COLUMNS, gazetteerRows, type Judgement, type SourcePlace } from './gazetteer/rows.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const LIST = path.join(ROOT, 'rules/names/gazetteer.tsv');
const WRITTEN = path.join(ROOT, 'rules/names/places.tsv');
const REFUSED = path.join(ROOT, 'tools/gazetteer-exclude.txt');

/** Codes for no place: the European Union, the euro area, the United Nations, unknown and invented regions. */
const UNREAL = new Set(['EU', 'EZ', 'UN', 'ZZ', 'XA', 'XB', 'QO']);

const [catalogue, table] = process.argv.slice(2);
if (table === undefined) {
  console.error(
    'usage: node dist/tools/build-gazetteer.js GEONAMES.MO CITIES (the file itself says where they come from)',
  );
  process.exitCode = 2;
} else {
  const names = readCatalogue(readFileSync(catalogue));
  const places = [...cldrPlaces(), ...geonamesPlaces(names, readCities(readFileSync(table)))];
  const rows = gazetteerRows(places, judgementOf(loadWholePack(path.join(ROOT, 'rules'))));
  writeFileSync(LIST, [COLUMNS, ...rows].map((cells) => `${cells.join('\t')}\n`).join(''));
  console.error(`${rows.length} rows of ${places.length} named places`);
}

/** Territories as CLDR names them; a code that CLDR does not know comes back as it is. */
function cldrPlaces(): SourcePlace[] {
  const names = new Intl.DisplayNames('ar', { type: 'region' });
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  return letters
    .flatMap((first) => letters.map((second) => first + second))
    .map((country) => ({ country, name: names.of(country) ?? country }))
    .filter(({ country, name }) => name !== country && !UNREAL.has(country))
    .map(({ country, name }) => ({ source: `cldr:${country}`, name, country, kind: 'territory' }));
}

function geonamesPlaces(names: ReadonlyMap<string, string>, cities: readonly City[]): SourcePlace[] {
  const byId = new Map(cities.map((city) => [city.id, city]));
  return [...names].flatMap(([key, name]): SourcePlace[] => {
    const source = `geonames:${key}`;
    const [country, division] = key.split('.');
    if (division !== undefined) return [{ source, name, country, kind: 'province' }];
    const city = byId.get(key);
    if (city !== undefined) return [{ source, name, ...pick(city), kind: 'city' }];
    return /^[A-Z]{2}$/u.test(key) ? [{ source, name, country: key, kind: 'territory' }] : [];
  });
}

function pick({ country, population }: City): Pick<SourcePlace, 'country' | 'population'> {
  return { country, population };
}

/** What the other lists know; the gazetteer's own rows, which a place of `names/places.tsv` overrules, do not count. */
function judgementOf(knowledge: Knowledge): Judgement {
  const known = new Set<string>();
  const ordinary = new Set<string>();
  const given = new Set<string>();
  const written = new Set(linesOf(WRITTEN).map(keyOf));
  const own = new Set(linesOf(LIST).map(keyOf));
  const isOwn = ({ type, name }: NameRow): boolean =>
    type === 'Place' && own.has(fold(name)) && !written.has(fold(name));
  listPhrases(knowledge, (phrase, list, row) => {
    const name = list === 'name' ? knowledge.names[row] : undefined;
    if (name !== undefined && isOwn(name)) return;
    (name?.type === 'Place' ? known : ordinary).add(fold(phrase));
    if (list === 'given') given.add(fold(phrase));
  });
  const isRespelled = respellingsOf(knowledge.names.filter((row) => row.type === 'Place' && !isOwn(row)));
  const isKnown = (name: string, country: string): boolean =>
    known.has(fold(name)) || known.has(`ال${fold(name)}`) || isRespelled(fold(name), country);
  return { isKnown, ordinary, given, refused: new Set(linesOf(REFUSED).map(fold)) };
}

/** Tells whether the program takes a name for another spelling of a place of the same country. */
function respellingsOf(places: readonly NameRow[]): (folded: string, country: string) => boolean {
  const spelled = Int32Array.from(listSpellings(places).flat());
  const spellings = openSpellings({ spelled, row: (_, number) => places[number] as never });
  return (folded, country) => {
    const words = folded.split(' ');
    const skeleton = skeletonHash(words[0]);
    const opening = { skeleton, alone: spelledAlone(spellings, words[0], skeleton) };
    const second = words.length > 1 ? skeletonHash(words[1]) : 0;
    const found = matchSpelling(spellings, opening, second, (at) => words[at]);
    return found?.words.length === words.length && found.row.country === country;
  };
}

/** The key of a list's line. */
function keyOf(line: string): string {
  return fold(line.split('\t')[0]);
}

function linesOf(file: string): string[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
}
