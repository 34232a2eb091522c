/** The page of tables says which columns there are: those that are written, each table once. */
import { TABLES, withColumns } from '../../tools/build-table-docs.js';
import { read } from '../house/tree.js';

const page = read('docs/tables.md');

test('its columns are those of the program', () => {
  expect(page).toBe(withColumns(page));
});

test('it has a heading for each table and no other', () => {
  const headings = [...page.matchAll(/^### `(?<name>.+)`$/gmu)].map(({ groups }) => groups?.name);
  expect(headings).toEqual(TABLES.map(({ name }) => name));
});

test('no two columns of a table have one name, and each name needs no quotation marks in SQL', () => {
  for (const { columns } of TABLES) {
    const names = columns.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[a-z][a-z0-9]*(?:_[a-z0-9]+)*$/u);
  }
});
