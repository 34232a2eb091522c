/**
 * Writes rows as Parquet, column by column, in row groups of bounded size, so that memory does not grow with the file.
 * Same rows, same bytes. The library is loaded with this file, so that nobody waits for it who wants no Parquet.
 */
import { ByteWriter, type ColumnSource, ParquetWriter, type SchemaElement } from 'hyparquet-writer';
import type { OutputFile } from '../document-writer.js';
import type { Cell, CellType, Column, RowWriter, Table } from './table.js';

/** A row group ends with either. */
const GROUP_ROWS = 50_000;
/** Code units of texts, and as much again for every cell. */
const GROUP_WEIGHT = 8_000_000;
const CELL_WEIGHT = 8;

type Value = string | number | Date | readonly string[] | undefined;

/** Begins a table. */
export function parquetRows({ columns }: Pick<Table<never>, 'columns'>, file: OutputFile): RowWriter {
  const writer = new ParquetWriter({ writer: bytesTo(file), schema: schemaOf(columns), createdBy: 'isnad' });
  let group = columns.map((): Value[] => []);
  let weight = 0;
  const flush = () => {
    if (group[0].length === 0) return;
    const columnData = columns.map(({ name, type }, index) => ({ name, data: group[index], ...HOW[type] }));
    writer.write({ columnData, rowGroupSize: group[0].length });
    group = columns.map(() => []);
    weight = 0;
  };
  return {
    add: (cells) => {
      for (let index = 0; index < cells.length; index++) {
        group[index].push(physical(columns[index].type, cells[index]));
        weight += weightOf(cells[index]);
      }
      if (weight >= GROUP_WEIGHT || group[0].length >= GROUP_ROWS) flush();
    },
    end: () => {
      flush();
      writer.finish();
    },
  };
}

/**
 * Offsets repeat too little for a dictionary. The least and greatest text of a group helps no reader: ids are hashes, and
 * names stand in no order.
 */
const HOW = {
  text: { statistics: false },
  texts: { statistics: false },
  count: { encoding: 'PLAIN' },
  number: {},
  date: {},
} as const satisfies Record<CellType, Partial<ColumnSource>>;

/** A writer whose bytes go into the file after every row group. */
function bytesTo(file: OutputFile): ByteWriter {
  const writer = new ByteWriter();
  const flush = () => {
    if (writer.index > 0) file.write(writer.getBytes().slice());
    writer.index = 0;
  };
  return Object.assign(writer, { flush, finish: flush });
}

function schemaOf(columns: readonly Column<never>[]): SchemaElement[] {
  return [{ name: 'row', num_children: columns.length }, ...columns.flatMap(elementsOf)];
}

function elementsOf({ name, type, required }: Column<never>): readonly SchemaElement[] {
  const repetition_type = required ? 'REQUIRED' : 'OPTIONAL';
  if (type === 'texts') {
    return [
      { name, repetition_type, converted_type: 'LIST', num_children: 1 },
      { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
      { name: 'element', repetition_type: 'REQUIRED', ...ELEMENTS.text },
    ];
  }
  return [{ name, repetition_type, ...ELEMENTS[type] }];
}

const ELEMENTS = {
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  count: { type: 'INT32' },
  number: { type: 'DOUBLE' },
  date: { type: 'INT32', converted_type: 'DATE' },
} as const satisfies Record<Exclude<CellType, 'texts'>, Partial<SchemaElement>>;

function physical(type: CellType, cell: Cell): Value {
  if (type === 'date' && typeof cell === 'string') return new Date(`${cell}T00:00:00Z`);
  return Array.isArray(cell) && cell.length === 0 ? undefined : cell;
}

function weightOf(cell: Cell): number {
  if (typeof cell === 'string') return cell.length + CELL_WEIGHT;
  if (typeof cell === 'object') return cell.reduce((sum, each) => sum + each.length, CELL_WEIGHT);
  return CELL_WEIGHT;
}
