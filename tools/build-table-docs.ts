/**
 * Writes the columns of all tables into `docs/tables.md`, under the heading of each table. With `--check` it only compares,
 * and exits with 1 when the page is stale.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { DUPLICATE_TABLES } from '../corpus/duplicates/duplicate-tables.js';
import { DOCUMENT_TABLES } from '../output/tables/document-tables.js';
import type { Column, Table } from '../output/tables/table.js';

const PAGE = fileURLToPath(new URL('../../docs/tables.md', import.meta.url));

/** Every table that the program writes. */
export const TABLES: readonly Table<never>[] = [
  ...DOCUMENT_TABLES.map(({ table }) => table),
  ...Object.values(DUPLICATE_TABLES).flatMap(({ pairs, groups }) => [groups, pairs]),
];

/**
 * The page with the columns as they are.
 * @throws Error when the page lacks the heading of a table
 */
export function withColumns(page: string): string {
  return TABLES.reduce((text, table) => {
    const heading = `### \`${table.name}\`\n`;
    const start = text.indexOf(heading);
    if (start < 0) throw new Error(`docs/tables.md: lacks the heading ${heading.trim()}; add it`);
    const end = text.indexOf('\n#', start + heading.length);
    return `${text.slice(0, start)}${heading}\n${described(table)}${end < 0 ? '' : text.slice(end)}`;
  }, page);
}

function described({ meaning, columns }: Table<never>): string {
  return `A row is ${meaning}.\n\n| Column | Type | Meaning |\n| --- | --- | --- |\n${columns.map(line).join('')}`;
}

function line({ name, type, required, meaning }: Column<never>): string {
  return `| \`${name}\` | ${type}${required ? '' : '?'} | ${meaning} |\n`;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const before = readFileSync(PAGE, 'utf8');
  const page = withColumns(before);
  if (!process.argv.includes('--check')) writeFileSync(PAGE, page);
  else if (page !== before) {
    console.error('docs/tables.md is stale: run node dist/tools/build-table-docs.js');
    process.exitCode = 1;
  }
}
