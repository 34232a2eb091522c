/**
 * The page of an imported pack that says where each list comes from and under what licence, in the form of `rules/SOURCES.md`.
 * Takes what was imported; gives text without a clock in it.
 */
import { LISTS } from '../packs/schemas.js';
import type { EntityType } from '../pipeline/document.js';
import type { Imported, ReadSource } from './import.js';
import type { Origin } from './pack-folder.js';
import { LIST_OF } from './row.js';

/** The page. */
export function sourcesPage({ rows, sources }: Imported, origin: Origin): string {
  const types = (Object.keys(LIST_OF) as EntityType[]).filter((type) => rows[type].length > 0);
  const sections = types.map((type) =>
    section(LISTS[LIST_OF[type]].path, rows[type].length, sources, origin),
  );
  return ['# Where the lists come from\n\nImported by `isnad names import`.\n', ...sections].join('\n');
}

function section(list: string, count: number, sources: readonly ReadSource[], origin: Origin): string {
  const filters = new Set(sources.flatMap(({ format }) => origin.filters(format)));
  const lines = [
    ...sources.map(({ title, day, format, read }) => {
      const when = day === undefined ? '' : `, of ${day}`;
      return `- Source: \`${title}\`${when}, ${FORMAT_SAYS[format]} (${read} entries)`;
    }),
    `- Changes: ${['Arabic names selected and cleaned; columns that the source lacks filled from our lists', ...filters].join('; ')}`,
    `- Licence: ${origin.licence ?? knownLicence(sources)}`,
  ];
  return `## ${list}\n\n${count} ${count === 1 ? 'row' : 'rows'}.\n\n${lines.join('\n')}\n`;
}

const FORMAT_SAYS: Readonly<Record<ReadSource['format'], string>> = {
  wikidata: 'a JSON dump of Wikidata',
  sparql: 'the result of a SPARQL query',
  csv: 'a CSV table',
  tsv: 'a TSV table',
  geonames: 'places of GeoNames',
  'geonames-names': 'alternate names of GeoNames',
};

/** Each source's own; a table's nobody knows. */
function knownLicence(sources: readonly ReadSource[]): string {
  const licences = sources.map(({ format, isOfWikidata, title }) => {
    if (isOfWikidata)
      return 'Wikidata (https://www.wikidata.org), CC0 1.0 (https://creativecommons.org/publicdomain/zero/1.0/)';
    if (format.startsWith('geonames'))
      return 'GeoNames (https://www.geonames.org), CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/)';
    return `\`${title}\`: not stated; find it out before you pass this pack on`;
  });
  return [...new Set(licences)].join('; ');
}
