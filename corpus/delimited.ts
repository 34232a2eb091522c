/**
 * CSV (RFC 4180, also with other delimiters) and TSV, row by row. Takes text in pieces, gives cells with the line on which a row
 * begins; holds one row. Where quotes count, a quoted cell may hold delimiters, quotes and line ends.
 */
import { StringDecoder } from 'node:string_decoder';

export interface DelimitedRow {
  /** From 1. */
  readonly line: number;
  readonly cells: readonly string[];
  /** What is wrong with how the row is written. */
  readonly fault?: string;
  /** UTF-16 units, delimiters and quotes included. */
  readonly length: number;
  /** It was too long, and its cells were not held. */
  readonly isTooLong?: boolean;
}

export interface Delimiting {
  readonly delimiter: string;
  /** Whether quotation marks enclose cells; by default in all but TSV. */
  readonly quotes?: boolean;
  /** UTF-16 units of a row; a longer one has a quotation mark that nobody closed. */
  readonly longest?: number;
}

/** Reads rows of UTF-8, a batch at a time; blank lines are left out. */
export async function* delimitedRows(
  pieces: AsyncIterable<Buffer>,
  delimiting: Delimiting,
): AsyncGenerator<readonly DelimitedRow[]> {
  const decoder = new StringDecoder('utf8');
  async function* texts(): AsyncGenerator<string> {
    for await (const piece of pieces) yield decoder.write(piece);
  }
  yield* rowsOf(texts(), delimiting);
}

/** As `delimitedRows`, of text that is already decoded. */
export async function* rowsOf(
  texts: AsyncIterable<string>,
  delimiting: Delimiting,
): AsyncGenerator<readonly DelimitedRow[]> {
  const reader = new RowReader(delimiting);
  for await (const text of texts) {
    const rows = reader.read(text);
    if (rows.length > 0) yield rows;
  }
  const last = reader.end();
  if (last.length > 0) yield last;
}

/** The rows of a text that is whole; `isCut` leaves the last one out. */
export function rowsWithin(text: string, delimiting: Delimiting, isCut = false): readonly DelimitedRow[] {
  const reader = new RowReader(delimiting);
  return [...reader.read(text), ...(isCut ? [] : reader.end())];
}

/** The delimiter that a header uses: a tab, or the most frequent one of comma, semicolon and upright line. */
export function delimiterOf(header: string): string {
  if (header.includes('\t')) return '\t';
  const count = (sign: string) => header.split(sign).length;
  return [';', '|'].reduce((best, sign) => (count(sign) > count(best) ? sign : best), ',');
}

const LONGEST_ROW = 1 << 20;

class RowReader {
  private readonly delimiter: string;
  private readonly quotes: boolean;
  private readonly longest: number;
  private line = 1;
  private rowLine = 1;
  private cells: string[] = [];
  private cell = '';
  private length = 0;
  /** Where in its cell the reader stands; after a closing quote only a delimiter, an end or a second quote may follow. */
  private state: 'start' | 'plain' | 'quoted' | 'closed' | 'lost' = 'start';
  private fault: string | undefined;
  private isFirst = true;

  constructor({ delimiter, quotes = delimiter !== '\t', longest = LONGEST_ROW }: Delimiting) {
    this.delimiter = delimiter;
    this.quotes = quotes;
    this.longest = longest;
  }

  read(text: string): DelimitedRow[] {
    const rows: DelimitedRow[] = [];
    const from = this.isFirst && text.startsWith('\ufeff') ? 1 : 0;
    if (text !== '') this.isFirst = false;
    for (let at = from; at < text.length; at++) {
      const character = text[at];
      if (character === '\n') this.line++;
      if (++this.length > this.longest) this.lose();
      if (this.state === 'quoted') this.quoted(character);
      else if (character === '\n') rows.push(...this.endRow());
      else if (this.state === 'lost') continue;
      else if (character === this.delimiter) this.endCell();
      else this.plain(character);
    }
    return rows;
  }

  end(): DelimitedRow[] {
    if (this.state === 'quoted') this.fault = UNCLOSED;
    return this.endRow();
  }

  private quoted(character: string): void {
    if (character === '"') this.state = 'closed';
    else this.cell += character;
  }

  private plain(character: string): void {
    if (character === '"' && this.quotes) {
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

  /** Gives the row up, and goes on behind the next line end. */
  private lose(): void {
    if (this.state === 'lost') return;
    this.fault = this.state === 'quoted' ? UNCLOSED : 'the row is too long';
    this.state = 'lost';
    this.cell = '';
    this.cells = [];
  }

  private endCell(): void {
    this.cells.push(this.cell);
    this.cell = '';
    this.state = 'start';
  }

  private endRow(): DelimitedRow[] {
    const isTooLong = this.state === 'lost';
    this.cell = this.cell.replace(/\r$/u, '');
    this.endCell();
    const { cells, fault, rowLine, length } = this;
    this.cells = [];
    this.fault = undefined;
    this.length = 0;
    this.rowLine = this.line;
    if (cells.length === 1 && cells[0] === '' && fault === undefined) return [];
    return [{ line: rowLine, cells, fault, length, ...(isTooLong ? { isTooLong } : {}) }];
  }
}

const UNCLOSED = 'a quotation mark is not closed';
