/**
 * A JSON dump of Wikidata, one entity a line in one array, or without array: https://www.wikidata.org/wiki/Wikidata:Database_download
 * Takes lines, gives a record of each entity with an Arabic label. Descriptions are not read. A line without `"ar"` is not
 * even parsed, which is most of a dump.
 */

import type { Line } from '../corpus/lines.js';
import type { Gender } from '../pipeline/document.js';
import { BadEntry, type NameRecord } from './record.js';

/** The record of a line; undefined when it has no entity with an Arabic name. */
export function readEntity({ bytes }: Line): NameRecord | undefined {
  if (bytes === undefined) throw new BadEntry('the line is longer than any entity');
  if (!isWhole(bytes)) throw new BadEntry('the line is no whole JSON object');
  return bytes.includes('"ar"') ? recordOf(parse(bytes)) : undefined;
}

/** Whether an object begins and ends on the line; beside it a bracket or comma of the array may stand. */
function isWhole(bytes: Buffer): boolean {
  const begins = bytes.subarray(0, 8).includes('{');
  return begins && /\}\s*[,\]]?\s*$/u.test(bytes.subarray(-8).toString('latin1'));
}

/** As far as it is read. Dumps write an empty map as `[]`. */
interface Entity {
  readonly type?: string;
  readonly id?: unknown;
  readonly labels?: Readonly<Record<string, Text>>;
  readonly aliases?: Readonly<Record<string, readonly Text[]>>;
  readonly claims?: Readonly<Record<string, readonly Claim[]>>;
  readonly sitelinks?: Readonly<Record<string, unknown>>;
}

interface Text {
  readonly value?: unknown;
}

interface Claim {
  readonly rank?: string;
  readonly mainsnak?: { readonly snaktype?: string; readonly datavalue?: { readonly value?: unknown } };
}

function parse(bytes: Buffer): Entity {
  const text = bytes
    .toString('utf8')
    .trim()
    .replace(/^\ufeff?\[/u, '')
    .replace(/\s*[,\]]$/u, '');
  try {
    return JSON.parse(text) as Entity;
  } catch {
    throw new BadEntry('the line is no whole JSON object');
  }
}

function recordOf(entity: Entity): NameRecord | undefined {
  const label = entity.labels?.ar?.value;
  if (typeof label !== 'string') return undefined;
  if (typeof entity.id !== 'string' || !/^Q[1-9]\d*$/u.test(entity.id)) {
    if (entity.type === 'item') throw new BadEntry('the item has no id');
    return undefined;
  }
  const { claims = {} } = entity;
  const aliases = (entity.aliases?.ar ?? [])
    .map(({ value }) => value)
    .filter((value) => typeof value === 'string');
  const population = numberOf(values(claims.P1082)[0]);
  return {
    name: label,
    aliases,
    classes: items(claims.P31),
    gender: GENDERS.get(items(claims.P21)[0]),
    // The code of the country itself, or the state that a person is a citizen of, or where the thing is.
    country: values(claims.P297).find((value) => typeof value === 'string'),
    countryItem: items(claims.P27)[0] ?? items(claims.P17)[0],
    population,
    sitelinks: Object.keys(entity.sitelinks ?? {}).length,
    wikidata: entity.id,
    spelling: isNamedInArabic(claims.P1559) ? 'arabic' : undefined,
  };
}

/** Wikidata's items for male, female, trans woman and trans man. */
export const GENDERS: ReadonlyMap<string, Gender> = new Map([
  ['Q6581097', 'm'],
  ['Q6581072', 'f'],
  ['Q1052281', 'f'],
  ['Q2449503', 'm'],
]);

/** Values of a property, preferred ones first, without what is deprecated or unknown. */
function values(claims: readonly Claim[] = []): unknown[] {
  const kept = claims.filter(({ rank, mainsnak }) => rank !== 'deprecated' && mainsnak?.snaktype === 'value');
  const preferred = kept.filter(({ rank }) => rank === 'preferred');
  const others = kept.filter(({ rank }) => rank !== 'preferred');
  return [...preferred, ...others].map(({ mainsnak }) => mainsnak?.datavalue?.value);
}

/** Old dumps write the number of an item without its id. */
function items(claims: readonly Claim[] | undefined): string[] {
  return values(claims).flatMap((value) => {
    const { id, 'numeric-id': number } = (value ?? {}) as { id?: unknown; 'numeric-id'?: unknown };
    return typeof id === 'string' ? [id] : typeof number === 'number' ? [`Q${number}`] : [];
  });
}

/** `{"amount":"+120000","unit":"1"}` */
function numberOf(value: unknown): number | undefined {
  const { amount } = (value ?? {}) as { amount?: unknown };
  const number = typeof amount === 'string' ? Number(amount) : Number.NaN;
  return Number.isInteger(number) && number >= 0 ? number : undefined;
}

/** Whether the name in the person's own language is an Arabic one. */
function isNamedInArabic(claims: readonly Claim[] | undefined): boolean {
  return values(claims).some((value) => (value as { language?: unknown } | null)?.language === 'ar');
}
