/**
 * The dumps of GeoNames (https://download.geonames.org/export/dump/): `allCountries.txt`, `cities*.txt` or a country's file, and
 * `alternateNamesV2.txt`, which says in what language a name is. Takes lines; gives records of places with an Arabic name.
 */
import type { Line } from '../corpus/lines.js';
import { BadEntry, type NameRecord } from './record.js';
import { NAME_MARKS, type NameMark } from './vocabulary.js';

/** Which places and names are wanted. */
export interface GeonamesFilter {
  /** Classes of features: A areas, P towns, H waters, T mountains and islands, S buildings, L parks, R roads, U, V. */
  readonly features: ReadonlySet<string>;
  /** Names that are left out unless asked for. */
  readonly marked: ReadonlySet<NameMark>;
}

/** The Arabic names of each place by GeoNames' id, the preferred one first. */
export type ArabicNames = Map<number, string[]>;

/**
 * Adds the name of a line of `alternateNamesV2.txt`: alternateNameId, geonameid, isolanguage, name, isPreferredName,
 * isShortName, isColloquial, isHistoric, from, to. What is no Arabic name is passed over.
 */
export function addArabicName({ bytes }: Line, names: ArabicNames, { marked }: GeonamesFilter): void {
  if (bytes === undefined) throw new BadEntry('the line is longer than any name');
  if (!bytes.includes('\tar\t')) {
    if (!bytes.includes('\t')) throw new BadEntry('the line has one column instead of 8 to 10');
    return;
  }
  const [, id, language, name, preferred, short, colloquial, historic, , until] = bytes
    .toString('utf8')
    .split('\t');
  if (language !== 'ar') return;
  if (!/^\d+$/u.test(id)) throw new BadEntry(`"${id}" is no GeoNames id`);
  const marks = {
    short: short === '1',
    colloquial: colloquial === '1',
    historic: historic === '1' || !!until,
  };
  if (NAME_MARKS.some((mark) => marks[mark] && !marked.has(mark))) return;
  const known = names.get(Number(id));
  if (known === undefined) names.set(Number(id), [name]);
  else if (preferred === '1') known.unshift(name);
  else known.push(name);
}

/** The record of a line of a file of places; undefined when the place has no Arabic name or is not wanted. */
export function readPlace(
  { bytes }: Line,
  names: ArabicNames,
  filter: GeonamesFilter,
): NameRecord | undefined {
  if (bytes === undefined) throw new BadEntry('the line is longer than any place');
  const columns = columnsIn(bytes);
  if (columns !== COLUMNS) throw new BadEntry(`${columns} columns instead of ${COLUMNS}`);
  // Most places have no Arabic name; their lines are not even decoded.
  const arabic = names.get(Number(bytes.toString('latin1', 0, bytes.indexOf(TAB))));
  if (arabic === undefined) return undefined;
  const cells = bytes.toString('utf8').split('\t');
  const [, , , , , , feature, code, country] = cells;
  if (!filter.features.has(feature)) return undefined;
  // What is abandoned, destroyed or was of another time ends in Q, W or H.
  const isHistoric = /^(?:PPL[HQW]|PCLH|ADM[1-5D]H|.*Q)$/u.test(code);
  if (isHistoric && !filter.marked.has('historic')) return undefined;
  const population = Number(cells[14] || 0);
  if (!Number.isInteger(population)) throw new BadEntry(`the population "${cells[14]}" is no number`);
  return {
    name: arabic[0],
    aliases: arabic.slice(1),
    type: 'Place',
    kind: kindOf(feature, code, population),
    country: /^[A-Z]{2}$/u.test(country) ? country : undefined,
    population: population > 0 || isInhabited(feature) ? population : undefined,
    inhabited: isInhabited(feature),
  };
}

const COLUMNS = 19;
const TAB = 0x09;

function columnsIn(bytes: Buffer): number {
  let columns = 1;
  for (let at = 0; at < bytes.length; at++) if (bytes[at] === TAB) columns++;
  return columns;
}

function isInhabited(feature: string): boolean {
  return feature === 'A' || feature === 'P';
}

/** GeoNames' feature codes to the kinds of our list of places. */
function kindOf(feature: string, code: string, population: number): string {
  const known = KINDS.find(([codes]) => codes.test(code));
  if (known !== undefined) return known[1];
  if (feature === 'P') return population >= 100_000 ? 'city' : 'town';
  if (feature === 'S') return 'building';
  return feature === 'A' || feature === 'L' ? 'region' : 'other';
}

const KINDS: readonly (readonly [RegExp, string])[] = [
  [/^PPLC$/u, 'capital'],
  [/^PPLX$/u, 'district'],
  [/^PPLA\d?$/u, 'city'],
  [/^(?:PCLI|PCLF|PCLS|PCL|PCLH)$/u, 'country'],
  [/^(?:PCLD|PCLIX|TERR)$/u, 'territory'],
  [/^ADM1H?$/u, 'province'],
  [/^ADM[2-5]H?$/u, 'district'],
  [/^CONT$/u, 'continent'],
  [/^(?:STM|STMI|CNL)$/u, 'river'],
  [/^STRT$/u, 'strait'],
  [/^(?:SEA|OCN|GULF|BAY|LK|LKS)$/u, 'sea'],
  [/^(?:ISL|ISLS|ISLT)$/u, 'island'],
  [/^(?:MT|MTS|PK|PKS|VLC|HLL|HLLS)$/u, 'mountain'],
  [/^AIR[PBF]$/u, 'airport'],
  [/^(?:CMP|CMPRF)$/u, 'camp'],
];
