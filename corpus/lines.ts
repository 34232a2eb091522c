/**
 * Bytes to lines, a batch at a time, with the number of each line. Takes pieces of any size; holds one line and the piece
 * it ends in. A line longer than any format has is handed on as too long instead of being gathered.
 */

/** A line without its end; `bytes` is absent where it is too long. */
export interface Line {
  /** From 1. */
  readonly number: number;
  /** Bytes, its end included. */
  readonly length: number;
  readonly bytes?: Buffer;
}

/** More than any entity of Wikidata takes. */
export const LONGEST_LINE = 32 * 1024 * 1024;

/** Reads lines; each batch holds those that end in one piece. */
export async function* linesOf(
  pieces: AsyncIterable<Buffer>,
  longest: number = LONGEST_LINE,
): AsyncGenerator<readonly Line[]> {
  let number = 0;
  let open: Buffer[] = [];
  let held = 0;
  const finish = (end: Buffer, ended: number): Line => {
    const length = held + end.length + ended;
    const isLong = held + end.length > longest;
    const bytes = isLong ? undefined : withoutReturn(open.length === 0 ? end : Buffer.concat([...open, end]));
    open = [];
    held = 0;
    number++;
    return isLong ? { number, length } : { number, length, bytes };
  };
  for await (const piece of pieces) {
    const lines: Line[] = [];
    let start = 0;
    for (let end = piece.indexOf(LF); end >= 0; end = piece.indexOf(LF, start)) {
      lines.push(finish(piece.subarray(start, end), 1));
      start = end + 1;
    }
    const rest = piece.subarray(start);
    held += rest.length;
    if (held > longest) open = [];
    else if (rest.length > 0) open.push(rest);
    if (lines.length > 0) yield lines;
  }
  if (held > 0) yield [finish(Buffer.alloc(0), 0)];
}

const LF = 0x0a;
const CR = 0x0d;

function withoutReturn(bytes: Buffer): Buffer {
  return bytes.at(-1) === CR ? bytes.subarray(0, -1) : bytes;
}
