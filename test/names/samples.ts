/** Small sources in the true formats, with invented names, and ways of writing and reading them in tests. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';

/** What an entity of a dump says, in short. */
export interface Item {
  readonly id: string;
  readonly ar?: string;
  readonly aliases?: readonly string[];
  /** Property → ids of items. */
  readonly items?: Readonly<Record<string, readonly string[]>>;
  readonly population?: number;
  readonly sitelinks?: number;
}

/** An entity as a line of a dump writes it. */
export function entity({ id, ar, aliases = [], items = {}, population, sitelinks = 30 }: Item): string {
  const claims: Record<string, unknown[]> = {};
  for (const [property, ids] of Object.entries(items))
    claims[property] = ids.map((item) => claim(property, item));
  if (population !== undefined) claims.P1082 = [quantity(population)];
  return JSON.stringify({
    type: 'item',
    id,
    labels: { en: text('en', `item ${id}`), ...(ar === undefined ? {} : { ar: text('ar', ar) }) },
    descriptions: { ar: text('ar', 'وصف لا ينقل') },
    aliases: aliases.length === 0 ? [] : { ar: aliases.map((alias) => text('ar', alias)) },
    claims,
    sitelinks: Object.fromEntries(
      Array.from({ length: sitelinks }, (_, at) => [
        `x${at}wiki`,
        { site: `x${at}wiki`, title: id, badges: [] },
      ]),
    ),
    lastrevid: 1,
  });
}

/** A dump of entities: an array with one entity a line. */
export function dump(...lines: readonly string[]): string {
  return `[\n${lines.join(',\n')}\n]\n`;
}

/** A line of GeoNames' file of places. */
export function geonamesPlace(
  id: number,
  name: string,
  feature: string,
  code: string,
  country: string,
  population: number,
): string {
  const where = ['', '31.95', '35.91', feature, code, country, '', '02', '', '', ''];
  return [id, name, name, ...where, population, '', '780', 'Asia/Amman', '2026-01-01'].join('\t');
}

/** A line of GeoNames' alternate names; marks: preferred, short, colloquial, historic. */
export function geonamesName(
  id: number,
  language: string,
  name: string,
  ...marks: readonly string[]
): string {
  const all = ['preferred', 'short', 'colloquial', 'historic'].map((mark) =>
    marks.includes(mark) ? '1' : '',
  );
  return [id * 10, id, language, name, ...all, '', ''].join('\t');
}

/** The values of a query's result in its standard JSON form. */
export function sparqlJson(
  rows: readonly Readonly<Record<string, { value: string; language?: string }>>[],
): string {
  const variables = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const bindings = rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([variable, { value, language }]) => [
        variable,
        value.startsWith('http') ? { type: 'uri', value } : { 'xml:lang': language, type: 'literal', value },
      ]),
    ),
  );
  return JSON.stringify({ head: { vars: variables }, results: { bindings } }, null, 2);
}

/** Bytes in pieces of this size, as a stream would give them. */
export function inPieces(bytes: string | Buffer, size: number): AsyncIterable<Buffer> {
  const all = Buffer.from(bytes as string);
  const count = Math.ceil(all.length / size);
  return Readable.from(Array.from({ length: count }, (_, at) => all.subarray(at * size, (at + 1) * size)));
}

/** A folder with these files, that goes away. */
export function folderWith(files: Readonly<Record<string, string | Buffer>>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'isnad-names-'));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
  return folder;
}

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function text(language: string, value: string): object {
  return { language, value };
}

function claim(property: string, id: string): object {
  const value = { 'entity-type': 'item', 'numeric-id': Number(id.slice(1)), id };
  const datavalue = { value, type: 'wikibase-entityid' };
  const mainsnak = { snaktype: 'value', property, datavalue, datatype: 'wikibase-item' };
  return { mainsnak, type: 'statement', id: `${id}$1`, rank: 'normal' };
}

function quantity(amount: number): object {
  const datavalue = { value: { amount: `+${amount}`, unit: '1' }, type: 'quantity' };
  const mainsnak = { snaktype: 'value', property: 'P1082', datavalue, datatype: 'quantity' };
  return { mainsnak, type: 'statement', id: 'x$1', rank: 'normal' };
}
