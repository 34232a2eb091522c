/**
 * Finds the values of JSON in bytes without parsing them: the elements of the array that a file is, or the values that stand
 * behind one another. Takes pieces of any size and nesting of any depth; holds one value, and of one that is too large nothing.
 */

/** A value as bytes; absent where it is too large. */
export interface JsonValue {
  readonly bytes?: Buffer;
  readonly length: number;
  /** The bytes ended before it did. */
  readonly isCut: boolean;
  /** It is an element of the array that the file is. */
  readonly isElement: boolean;
}

/** Gives values a batch at a time. A value that no bracket or mark ends ends at a comma, and outside the array at its line. */
export async function* jsonValues(
  pieces: AsyncIterable<Buffer>,
  largest: number,
): AsyncGenerator<readonly JsonValue[]> {
  const scanner = new ValueScanner(largest);
  for await (const piece of pieces) {
    const values = scanner.read(piece);
    if (values.length > 0) yield values;
  }
  const last = scanner.end();
  if (last.length > 0) yield last;
}

const LF = 0x0a;
const QUOTE = 0x22;
const COMMA = 0x2c;
const BACKSLASH = 0x5c;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
/** The bytes of a byte order mark count as white space: files that were joined have them in their middle. */
const SPACE: ReadonlySet<number> = new Set([0x20, 0x09, LF, 0x0d, 0xef, 0xbb, 0xbf]);

class ValueScanner {
  /** What the value at hand is, if there is one; a bare one is a number, a word or garbage. */
  private kind: 'nested' | 'string' | 'bare' | undefined;
  private inArray = false;
  private wasArray = false;
  private depth = 0;
  private inString = false;
  private escaped = false;
  private held: Buffer[] = [];
  private length = 0;

  constructor(private readonly largest: number) {}

  read(piece: Buffer): JsonValue[] {
    const values: JsonValue[] = [];
    let start = 0;
    for (let at = 0; at < piece.length; at++) {
      const byte = piece[at];
      if (this.kind === undefined) {
        if (this.begins(byte)) start = at;
        continue;
      }
      const end = this.endsAt(byte, at);
      if (end === undefined) continue;
      values.push(this.finish(piece.subarray(start, end), false));
      if (end === at && byte === CLOSE_ARRAY) this.inArray = false;
    }
    if (this.kind !== undefined) this.hold(piece.subarray(start));
    return values;
  }

  end(): JsonValue[] {
    if (this.kind === undefined) return [];
    return [this.finish(Buffer.alloc(0), this.kind !== 'bare' || this.inArray)];
  }

  private begins(byte: number): boolean {
    if (SPACE.has(byte) || byte === COMMA) return false;
    if (this.inArray && byte === CLOSE_ARRAY) {
      this.inArray = false;
      return false;
    }
    if (byte === OPEN_ARRAY && !this.wasArray) {
      this.inArray = true;
      this.wasArray = true;
      return false;
    }
    const isNested = byte === OPEN_OBJECT || byte === OPEN_ARRAY;
    this.kind = isNested ? 'nested' : byte === QUOTE ? 'string' : 'bare';
    this.depth = isNested ? 1 : 0;
    this.inString = byte === QUOTE;
    this.escaped = false;
    return true;
  }

  /** Where the value ends when it ends with or before this byte. */
  private endsAt(byte: number, at: number): number | undefined {
    if (this.inString) {
      if (this.escaped) this.escaped = false;
      else if (byte === BACKSLASH) this.escaped = true;
      else if (byte === QUOTE) {
        this.inString = false;
        if (this.kind === 'string') return at + 1;
      }
      return undefined;
    }
    if (this.kind === 'bare') {
      const isEnd = this.inArray ? byte === COMMA || byte === CLOSE_ARRAY : byte === LF;
      return isEnd ? at : undefined;
    }
    if (byte === QUOTE) this.inString = true;
    else if (byte === OPEN_OBJECT || byte === OPEN_ARRAY) this.depth++;
    else if (byte === CLOSE_OBJECT || byte === CLOSE_ARRAY) return --this.depth === 0 ? at + 1 : undefined;
    return undefined;
  }

  private hold(bytes: Buffer): void {
    this.length += bytes.length;
    if (this.length > this.largest) this.held = [];
    else this.held.push(bytes);
  }

  private finish(bytes: Buffer, isCut: boolean): JsonValue {
    this.hold(bytes);
    const { length, held, inArray } = this;
    this.kind = undefined;
    this.held = [];
    this.length = 0;
    const isLarge = length > this.largest;
    return { length, isCut, isElement: inArray, ...(isLarge ? {} : { bytes: Buffer.concat(held) }) };
  }
}
