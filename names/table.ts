/**
 * Cells by column to a record: the columns of a table or the variables of a query, under the names that people give them.
 * Takes a row's cells, gives a record or says why it is none. Knows nothing of files.
 */
import type { EntityType, Gender } from '../pipeline/document.js';
import type { Certainty, Spelling } from '../pipeline/knowledge.js';
import { BadEntry, type NameRecord } from './record.js';
import { ENTITY_TYPES, FIELDS, type Field } from './vocabulary.js';
import { GENDERS } from './wikidata-dump.js';

/** The headers under which each field is known, without case and signs. */
export const HEADERS: Readonly<Record<Field, readonly string[]>> = {
  name: ['name', 'label', 'itemlabel', 'arabicname', 'namear', 'labelar', 'الاسم', 'اسم'],
  aliases: ['aliases', 'alias', 'altlabel', 'altlabels', 'itemaltlabel', 'alternatenames'],
  type: ['type', 'entitytype', 'النوع'],
  class: ['class', 'classes', 'instanceof', 'p31'],
  kind: ['kind'],
  gender: ['gender', 'sex', 'sexorgender', 'p21', 'الجنس'],
  country: ['country', 'countrycode', 'iso', 'البلد'],
  offices: ['offices', 'office'],
  population: ['population', 'السكان'],
  sitelinks: ['sitelinks', 'links', 'sitelinkcount'],
  wikidata: ['wikidata', 'item', 'qid', 'wikidataid'],
  spelling: ['spelling'],
  certainty: ['certainty'],
};

/** Which field each column holds; columns that hold none are left out. */
export type Columns = ReadonlyMap<string, Field>;

/**
 * Reads a header.
 * @param own headers that the user gave, by field
 */
export function columnsOf(headers: readonly string[], own: ReadonlyMap<Field, string>): Columns {
  const given = new Map([...own].map(([field, header]) => [header, field]));
  const known = (header: string) =>
    FIELDS.find((field) => !own.has(field) && HEADERS[field].includes(plain(header)));
  return new Map(
    headers.flatMap((header): [string, Field][] => {
      const field = given.get(header) ?? known(header);
      return field === undefined ? [] : [[header, field]];
    }),
  );
}

/** `?itemLabel`, `Item Label` and `item_label` are one header. */
function plain(header: string): string {
  return header.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

/** The record of a row, whose cells stand under their headers; undefined when it has no name, or one in another language. */
export function recordOfRow(cells: ReadonlyMap<string, string>, columns: Columns): NameRecord | undefined {
  const held: Partial<Record<Field, string>> = {};
  for (const [header, field] of columns) {
    const cell = term(cells.get(header) ?? '');
    if (cell.language !== undefined && cell.language !== 'ar' && (field === 'name' || field === 'aliases')) {
      if (field === 'name') return undefined;
    } else if (cell.text !== '') held[field] ??= cell.text;
  }
  if (held.name === undefined) return undefined;
  return {
    name: held.name,
    aliases: listOf(held.aliases),
    // A query's variable `?type` holds a class of Wikidata.
    type: itemsIn(held.type) === undefined ? typeOf(held.type) : undefined,
    classes: itemsIn(held.class) ?? itemsIn(held.type),
    kind: held.kind,
    gender: genderOf(held.gender),
    country: /^[A-Z]{2}$/u.test(held.country ?? '') ? held.country : undefined,
    countryItem: itemsIn(held.country)?.[0],
    offices: held.offices?.split('|'),
    population: countOf('population', held.population),
    sitelinks: countOf('sitelinks', held.sitelinks),
    wikidata: itemsIn(held.wikidata)?.[0],
    spelling: oneOf<Spelling>('spelling', held.spelling, ['arabic', 'foreign']),
    certainty: oneOf<Certainty>('certainty', held.certainty, ['sure', 'likely', 'context']),
  };
}

/** SPARQL's own TSV writes `"بغداد"@ar` and `<http://…>`. */
function term(cell: string): { text: string; language?: string } {
  const literal = /^"(?<text>(?:[^"\\]|\\.)*)"(?:@(?<language>[\w-]+)|\^\^<[^>]*>)?$/u.exec(cell.trim());
  if (literal?.groups !== undefined)
    return { text: literal.groups.text.replace(/\\(.)/gu, '$1'), language: literal.groups.language };
  return { text: cell.trim().replace(/^<(.*)>$/u, '$1') };
}

/** Aliases stand between bars; the label service of Wikidata puts commas between them. */
function listOf(cell: string | undefined): string[] {
  return (cell ?? '')
    .split(cell?.includes('|') ? '|' : /\s*[,،;]\s*/u)
    .filter((alias) => alias.trim() !== '');
}

function typeOf(cell: string | undefined): EntityType | undefined {
  if (cell === undefined) return undefined;
  const word = cell.toLowerCase();
  const known = TYPE_WORDS[word] ?? ENTITY_TYPES.find((type) => type.toLowerCase() === word);
  if (known === undefined) throw new BadEntry(`"${cell}" is no type; write ${ENTITY_TYPES.join(', ')}`);
  return known;
}

const TYPE_WORDS: Readonly<Record<string, EntityType>> = {
  per: 'Person',
  human: 'Person',
  org: 'Organization',
  organisation: 'Organization',
  loc: 'Place',
  location: 'Place',
};

function genderOf(cell: string | undefined): Gender | undefined {
  const word = cell?.toLowerCase() ?? '';
  if (/^(?:m|male|man|ذكر)$/u.test(word)) return 'm';
  if (/^(?:f|female|woman|أنثى)$/u.test(word)) return 'f';
  return GENDERS.get(itemsIn(cell)?.[0] ?? '');
}

/** Wikidata ids, bare or at the end of an address. */
function itemsIn(cell: string | undefined): string[] | undefined {
  return cell?.match(/(?<![\p{L}\p{N}])Q[1-9]\d*(?![\p{L}\p{N}])/gu) ?? undefined;
}

function countOf(column: string, cell: string | undefined): number | undefined {
  if (cell === undefined) return undefined;
  const number = Number(cell.replace(/[\s,\u00a0]/gu, ''));
  if (!Number.isFinite(number) || number < 0) throw new BadEntry(`the ${column} "${cell}" is no number`);
  return Math.round(number);
}

function oneOf<Value extends string>(
  column: string,
  cell: string | undefined,
  values: readonly Value[],
): Value | undefined {
  if (cell === undefined || (values as readonly string[]).includes(cell)) return cell as Value | undefined;
  throw new BadEntry(`the ${column} "${cell}" is none of ${values.join(', ')}`);
}
