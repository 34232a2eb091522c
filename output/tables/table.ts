/**
 * What a table is: columns, each described once with its name, type, meaning and where its value comes from. CSV,
 * Parquet and the page `docs/tables.md` are all made of these descriptions. Only types, and what they say of a row.
 */
import type { Document } from '../../pipeline/document.js';
import type { Writing } from '../writing.js';

/** A value in a row; undefined where nothing is known. */
export type Cell = string | number | readonly string[] | undefined;

/** `texts` is a list; `count` a whole number from 0; `number` one with a fraction; `date` a day, as `2021-05-04`. */
export type CellType = 'text' | 'texts' | 'count' | 'number' | 'date';

/** A column of rows that are made of `Item`. */
export interface Column<Item> {
  readonly name: string;
  readonly type: CellType;
  /** Every row has a value. */
  readonly required?: boolean;
  /** One phrase for the documentation. */
  readonly meaning: string;
  readonly of: (item: Item) => Cell;
}

export interface Table<Item> {
  readonly name: string;
  /** One phrase for the documentation: what a row is. */
  readonly meaning: string;
  readonly columns: readonly Column<Item>[];
}

/** A table of what a document holds. */
export interface DocumentTable {
  readonly table: Table<never>;
  /** Hands over the rows of one document, in order. */
  rows(document: Document, writing: Writing, take: (cells: readonly Cell[]) => void): void;
}

/** Joins a table with the items of its rows in a document. */
export function documentTable<Item>(
  table: Table<Item>,
  items: (document: Document, writing: Writing) => readonly Item[],
): DocumentTable {
  return {
    table,
    rows: (document, writing, take) => {
      for (const item of items(document, writing)) take(cellsOf(table, item));
    },
  };
}

/** The row of an item. */
export function cellsOf<Item>({ columns }: Table<Item>, item: Item): readonly Cell[] {
  return columns.map(({ of }) => of(item));
}

type Give<Item, Value extends Cell> = (item: Item) => Value | undefined;

const columnOf =
  <Value extends Cell>(type: CellType) =>
  <Item>(name: string, meaning: string, of: Give<Item, Value>): Column<Item> => ({ name, type, meaning, of });

/** Columns by the type of their values. */
export const text = columnOf<string>('text');
export const texts = columnOf<readonly string[]>('texts');
export const count = columnOf<number>('count');
export const number = columnOf<number>('number');
export const date = columnOf<string>('date');

/** A column in which every row has a value. */
export function always<Item>(column: Column<Item>): Column<Item> {
  return { ...column, required: true };
}

/** Writes the rows of one table into one file. */
export interface RowWriter {
  add(cells: readonly Cell[]): void;
  /** Writes what is held back and what ends the file. */
  end(): void;
}
