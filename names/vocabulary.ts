/** Words that a person writes for an import: formats, types, fields of tables, marks of names. Data alone, so that help loads nothing more. */
import type { EntityType } from '../pipeline/document.js';

export const ENTITY_TYPES: readonly EntityType[] = ['Person', 'Organization', 'Place'];

/**
 * `wikidata` a JSON dump of entities, one a line · `sparql` a query's result as JSON · `csv`, `tsv` a table with a header, also a
 * query's result · `geonames` places of GeoNames · `geonames-names` its alternate names.
 */
export const FORMATS = ['wikidata', 'sparql', 'csv', 'tsv', 'geonames', 'geonames-names'] as const;
export type Format = (typeof FORMATS)[number];

/** What a column of a table can hold. */
export const FIELDS = [
  'name',
  'aliases',
  'type',
  'class',
  'kind',
  'gender',
  'country',
  'offices',
  'population',
  'sitelinks',
  'wikidata',
  'spelling',
  'certainty',
] as const;
export type Field = (typeof FIELDS)[number];

/** Marks of GeoNames on names that are left out unless asked for. */
export const NAME_MARKS = ['short', 'colloquial', 'historic'] as const;
export type NameMark = (typeof NAME_MARKS)[number];
