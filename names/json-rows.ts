/**
 * The result of a SPARQL query as JSON, row by row: the standard form (https://www.w3.org/TR/sparql11-results-json/, `results.bindings`)
 * or a plain array of objects. Takes bytes, gives cells by variable; holds one row, not the result.
 */
import { StringDecoder } from 'node:string_decoder';
import { BadEntry } from './record.js';

/** A row: its line in the file, and the JSON text of its object. */
export interface JsonRow {
  readonly line: number;
  readonly text: string;
}

/** Finds the objects that stand directly in an array, and gives them a batch at a time. */
export async function* jsonRows(pieces: AsyncIterable<Buffer>): AsyncGenerator<readonly JsonRow[]> {
  const scanner = new RowScanner();
  const decoder = new StringDecoder('utf8');
  for await (const piece of pieces) {
    const rows = scanner.read(decoder.write(piece));
    if (rows.length > 0) yield rows;
  }
  if (scanner.isOpen()) throw new BadEntry('the JSON ends too early');
}

/** Reads characters and remembers how deep they stand: the first array with an object in it is the array of rows. */
class RowScanner {
  /** Brackets that are open, as their characters. */
  private readonly open: string[] = [];
  /** How many brackets are open around a row; 0 until the first. */
  private depth = 0;
  private inText = false;
  private escaped = false;
  private line = 1;
  private rowLine = 0;
  private row: string[] | undefined;

  isOpen(): boolean {
    return this.open.length > 0;
  }

  read(text: string): JsonRow[] {
    const rows: JsonRow[] = [];
    let start = 0;
    for (let at = 0; at < text.length; at++) {
      const change = this.step(text[at]);
      if (change === 'begins') {
        start = at;
        this.row = [];
        this.rowLine = this.line;
      } else if (change === 'ends' && this.row !== undefined) {
        rows.push({ line: this.rowLine, text: [...this.row, text.slice(start, at + 1)].join('') });
        this.row = undefined;
      }
    }
    this.row?.push(text.slice(start));
    return rows;
  }

  /** Whether a row begins or ends with this character. */
  private step(character: string): 'begins' | 'ends' | undefined {
    if (character === '\n') this.line++;
    if (this.inText) {
      if (this.escaped) this.escaped = false;
      else if (character === '\\') this.escaped = true;
      else if (character === '"') this.inText = false;
      return undefined;
    }
    if (character === '"') this.inText = true;
    else if (character === '{' || character === '[') return this.opened(character);
    else if (character === '}' || character === ']') {
      this.open.pop();
      if (character === '}' && this.open.length === this.depth && this.depth > 0) return 'ends';
    }
    return undefined;
  }

  private opened(bracket: string): 'begins' | undefined {
    const isRow =
      bracket === '{' && (this.depth === 0 ? this.open.at(-1) === '[' : this.open.length === this.depth);
    if (isRow) this.depth = this.open.length;
    this.open.push(bracket);
    return isRow ? 'begins' : undefined;
  }
}

/** The cells of a row: what stands under `value`, or the text itself. Texts that say they are in another language are left out. */
export function cellsOf({ text }: JsonRow): Map<string, string> {
  let row: Record<string, unknown>;
  try {
    row = JSON.parse(text);
  } catch {
    throw new BadEntry('the row is no sound JSON');
  }
  return new Map(
    Object.entries(row).flatMap(([variable, term]) => {
      const { value, 'xml:lang': language = 'ar' } =
        typeof term === 'object' && term !== null ? (term as Term) : { value: term };
      if (language !== 'ar') return [];
      return typeof value === 'string' || typeof value === 'number' ? [[variable, String(value)]] : [];
    }),
  );
}

interface Term {
  readonly value?: unknown;
  readonly 'xml:lang'?: string;
}
