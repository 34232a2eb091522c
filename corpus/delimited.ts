/**
 * CSV (RFC 4180, also with semicolons) and TSV, row by row. Takes bytes, gives cells with the line on which a row begins;
 * holds one row. A quoted cell may hold delimiters, quotes and line ends; in TSV nothing is quoted.
 */
import { StringDecoder } from 'node:string_decoder';

export interface DelimitedRow {
  /** From 1. */
  readonly line: number;
  readonly cells: readonly string[];
  /** What is wrong with how the row is written. */
  readonly fault?: string;
}

/** Reads rows, a batch at a time; blank lines are left out. */
export async function* delimitedRows(
  pieces: AsyncIterable<Buffer>,
  delimiter: string,
): AsyncGenerator<readonly DelimitedRow[]> {
  const reader = new RowReader(delimiter);
  const decoder = new StringDecoder('utf8');
  for await (const piece of pieces) {
    const rows = reader.read(decoder.write(piece));
    if (rows.length > 0) yield rows;
  }
  const last = reader.end();
  if (last.length > 0) yield last;
}

/** The delimiter that a header uses: a tab, or the more frequent one of comma and semicolon. */
export function delimiterOf(header: string): string {
  if (header.includes('\t')) return '\t';
  const count = (sign: string) => header.split(sign).length;
  return count(';') > count(',') ? ';' : ',';
}

/** A row longer than this has a quotation mark that nobody closed. */
const LONGEST_ROW = 1 << 20;

class RowReader {
  private line = 1;
  private rowLine = 1;
  private cells: string[] = [];
  private cell = '';
  private length = 0;
  /** Where in its cell the reader stands; after a closing quote only a delimiter, an end or a second quote may follow. */
  private state: 'start' | 'plain' | 'quoted' | 'closed' = 'start';
  private fault: string | undefined;
  private isFirst = true;

  constructor(private readonly delimiter: string) {}

  read(text: string): DelimitedRow[] {
    const rows: DelimitedRow[] = [];
    const from = this.isFirst && text.startsWith('\ufeff') ? 1 : 0;
    if (text !== '') this.isFirst = false;
    for (let at = from; at < text.length; at++) {
      const character = text[at];
      if (character === '\n') this.line++;
      if (this.state === 'quoted' && ++this.length <= LONGEST_ROW) this.quoted(character);
      else if (this.state === 'quoted') rows.push(...this.unclosed(character));
      else if (character === this.delimiter) this.endCell();
      else if (character === '\n') rows.push(...this.endRow());
      else this.plain(character);
    }
    return rows;
  }

  end(): DelimitedRow[] {
    if (this.state === 'quoted') this.fault = 'a quotation mark is not closed';
    return this.endRow();
  }

  private quoted(character: string): void {
    if (character === '"') this.state = 'closed';
    else this.cell += character;
  }

  private plain(character: string): void {
    if (character === '"' && this.delimiter !== '\t') {
      if (this.state === 'closed') this.cell += '"';
      if (this.state === 'start' || this.state === 'closed') {
        this.state = 'quoted';
        return;
      }
    }
    if (this.state === 'closed' && character !== '\r')
      this.fault ??= 'something follows a closing quotation mark';
    if (this.state === 'start') this.state = 'plain';
    this.cell += character;
  }

  private endCell(): void {
    this.cells.push(this.cell);
    this.cell = '';
    this.state = 'start';
  }

  private endRow(): DelimitedRow[] {
    this.cell = this.cell.replace(/\r$/u, '');
    this.endCell();
    const { cells, fault, rowLine } = this;
    this.cells = [];
    this.fault = undefined;
    this.length = 0;
    this.rowLine = this.line;
    if (cells.length === 1 && cells[0] === '' && fault === undefined) return [];
    return [{ line: rowLine, cells, fault }];
  }

  /** Gives the row up, and goes on behind the next line end. */
  private unclosed(character: string): DelimitedRow[] {
    this.fault = 'a quotation mark is not closed';
    if (character !== '\n') return [];
    this.cell = '';
    return this.endRow();
  }
}
