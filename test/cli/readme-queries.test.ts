/** The queries that the README shows are run as they stand there, after its commands, and give the tables shown below them. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { isnad, temporaryFolder } from './isnad.js';

const section =
  /^## Questions\n(?<text>.*?)^## /msu.exec(readFileSync('README.md', 'utf8'))?.groups?.text ?? '';
const commands = [...section.matchAll(/^npx isnad (?<words>.+)$/gmu)].map(({ groups }) =>
  groups!.words.split(' '),
);
const shown = [...section.matchAll(/```sql\n(?<sql>.*?)```\n\n(?<table>(?:\|[^\n]*\n)+)/gsu)].map(
  ({ groups }) => ({
    sql: groups!.sql,
    table: groups!.table,
  }),
);

const folder = temporaryFolder();

beforeAll(() => {
  for (const words of commands) {
    const named = words.map((word) => (word.startsWith('fixtures/') ? path.resolve(word) : word));
    expect(isnad(named, { cwd: folder })).toMatchObject({ status: 0, stdout: '' });
  }
}, 60_000);

test('there are two commands and five queries', () => {
  expect(commands.map(([name]) => name)).toEqual(['run', 'duplicates']);
  expect(shown).toHaveLength(5);
});

test.each(shown)('$sql', async ({ sql, table }) => {
  expect(await asTable(sql)).toBe(table);
});

/** The answer as a table of Markdown. */
async function asTable(sql: string): Promise<string> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  await connection.run(`set file_search_path = '${folder.replaceAll("'", "''")}'`);
  const reader = await connection.runAndReadAll(sql);
  const line = (cells: readonly unknown[]) => `| ${cells.join(' | ')} |\n`;
  const names = reader.columnNames();
  const rows = reader.getRowsJson().map(line).join('');
  return line(names) + line(names.map(() => '---')) + rows;
}
