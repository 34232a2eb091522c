/**
 * Reads one list and checks it against its schema. Takes a file; gives its sound rows and every defect.
 * A row with a defect is left out, so that later steps see only what may be used. Never changes a file.
 */
import { fold } from '../pipeline/normalize.js';
import type { Defect } from './error.js';
import type { Column, ListSchema } from './schemas.js';
import { characterFault, readSource } from './text.js';

/** A row of a list: its cells by column name. */
export type Row = Readonly<Record<string, string>>;

export interface Table {
  readonly rows: readonly Row[];
  /** The line of each row, from 1. */
  readonly lines: readonly number[];
  readonly defects: readonly Defect[];
}

interface Line {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Reads a list. */
export function readTable(file: string, schema: ListSchema): Table {
  const { lines, defects: undecodable } = readSource(file);
  const defects: Defect[] = [...undecodable];
  const names = schema.columns.map(({ name }) => name);
  if (!isHeader(file, lines[0], names, defects)) return { rows: [], lines: [], defects };
  const sound: Line[] = [];
  lines.forEach((text, index) => {
    if (index === 0 || text === undefined) return;
    const cells = text.split('\t');
    const faults = rowFaults(cells, schema.columns);
    for (const fault of faults) defects.push({ file, line: index + 1, ...idOf(cells[0]), ...fault });
    if (faults.length === 0) sound.push({ line: index + 1, cells });
  });
  defects.push(...duplicates(file, sound), ...disorder(file, sound, names[0]));
  const rows = sound.map(({ cells }) => rowOf(names, cells));
  return { rows, lines: sound.map(({ line }) => line), defects };
}

/** The form in which two keys are the same; a key of marks only stands for itself. */
export function keyOf(text: string): string {
  return fold(text) || text;
}

type Fault = Pick<Defect, 'reason' | 'advice'>;

function isHeader(
  file: string,
  header: string | undefined,
  names: readonly string[],
  defects: Defect[],
): boolean {
  if (header === names.join('\t')) return true;
  if (header === undefined && defects.length > 0) return false;
  const advice = `write the first line as "${names.join(' ')}", with one tab between names`;
  const reason =
    header === undefined ? 'the file is empty' : `the header is "${header.replaceAll('\t', ' ')}"`;
  defects.push({ file, line: 1, reason, advice });
  return false;
}

function rowFaults(cells: readonly string[], columns: readonly Column[]): Fault[] {
  if (cells.length === 1 && cells[0].trim() === '')
    return [{ reason: 'the line is blank', advice: 'delete it' }];
  if (cells.length !== columns.length) {
    const reason = `${cells.length} ${cells.length === 1 ? 'column' : 'columns'} instead of ${columns.length}`;
    return [{ reason, advice: 'put one tab between columns, also beside an empty cell' }];
  }
  return columns.flatMap((column, index) => cellFault(cells[index], column) ?? []);
}

function cellFault(cell: string, column: Column): Fault | undefined {
  const inColumn = `column "${column.name}"`;
  if (cell === '')
    return column.required
      ? { reason: `${inColumn} is empty`, advice: `write ${wanted(column)}` }
      : undefined;
  const character = characterFault(cell);
  if (character !== undefined)
    return { reason: `${inColumn} holds ${character.what}`, advice: character.advice };
  if (cell.trim() === '' || cell.split('|').some((value) => /^ | $| {2}/u.test(value)))
    return {
      reason: `${inColumn} has a blank at the edge of a value, or two in a row`,
      advice: 'delete the extra blank',
    };
  return valuesFault(cell, column, inColumn);
}

function valuesFault(cell: string, column: Column, inColumn: string): Fault | undefined {
  const values = column.many || column.forms !== undefined ? cell.split('|') : [cell];
  if (column.forms !== undefined && values.length !== column.forms) {
    const reason = `${inColumn} holds ${values.length} forms instead of ${column.forms}`;
    return {
      reason,
      advice: 'separate forms by |, with nothing between two | for a form that does not exist',
    };
  }
  if (column.many && values.includes(''))
    return { reason: `${inColumn} holds an empty value`, advice: 'delete the extra |' };
  const { expected } = column;
  const wrong = expected && values.find((value) => !expected.pattern.test(value));
  if (wrong === undefined) return undefined;
  return { reason: `${inColumn} holds "${wrong}"`, advice: `write ${wanted(column)}` };
}

function wanted({ expected, required }: Column): string {
  return `${expected?.says ?? 'a value'}${required ? '' : ', or leave the cell empty'}`;
}

function duplicates(file: string, lines: readonly Line[]): Defect[] {
  const first = new Map<string, number>();
  const found: Defect[] = [];
  for (const { line, cells } of lines) {
    const key = keyOf(cells[0]);
    const other = first.get(key);
    if (other === undefined) first.set(key, line);
    else {
      const reason = `"${cells[0]}" is the same as line ${other} after folding`;
      found.push({ file, line, ...idOf(cells[0]), reason, advice: 'keep one of the two rows' });
    }
  }
  return found;
}

/** One defect a file: sorting mends all of them at once. */
function disorder(file: string, lines: readonly Line[], column: string): Defect[] {
  const wrong = lines.filter(({ cells }, at) => at > 0 && comesBefore(cells[0], lines[at - 1].cells[0]));
  if (wrong.length === 0) return [];
  const { line, cells } = wrong[0];
  const before = lines[lines.indexOf(wrong[0]) - 1].cells[0];
  const more = wrong.length === 1 ? '' : `, and ${wrong.length - 1} more out of order`;
  const reason = `"${cells[0]}" stands after "${before}"${more}`;
  return [
    { file, line, ...idOf(cells[0]), reason, advice: `sort the rows by "${column}" in code-point order` },
  ];
}

/** Plain code-point order, which JavaScript's own order of UTF-16 units is not. */
function comesBefore(a: string, b: string): boolean {
  return Buffer.compare(Buffer.from(a), Buffer.from(b)) < 0;
}

function idOf(key: string): { id?: string } {
  return key === '' ? {} : { id: key };
}

function rowOf(names: readonly string[], cells: readonly string[]): Row {
  return Object.fromEntries(names.map((name, index) => [name, cells[index]]));
}
