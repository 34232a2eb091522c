/**
 * Finds the documents of a file in SGML: takes bytes in pieces of any size, gives each `<DOC …>` up to its end, which is `</DOC>` or, where
 * that is missing, the next beginning. Holds one document, and of one that is too large nothing.
 */

/** A document as bytes; absent where it is too large. */
export interface SgmlDocument {
  readonly bytes?: Buffer;
  readonly length: number;
  /** The file ended before it did. */
  readonly isCut: boolean;
}

export async function* sgmlDocuments(
  pieces: AsyncIterable<Buffer>,
  largest: number,
): AsyncGenerator<SgmlDocument> {
  const finder = new DocumentFinder(largest);
  for await (const piece of pieces) yield* finder.read(piece, false);
  yield* finder.read(Buffer.alloc(0), true);
}

/** A beginning needs nothing of what follows its name; an end is read with its bracket. */
const MARK = /<doc(?=[\s>])|<\/doc\s{0,8}>/giu;
/** So many bytes at the end of a piece may hold the beginning of a mark. */
const LONGEST_MARK = 16;

class DocumentFinder {
  private rest: Buffer = Buffer.alloc(0);
  private held: Buffer[] = [];
  private length = 0;
  private isInside = false;

  constructor(private readonly largest: number) {}

  *read(piece: Buffer, isLast: boolean): Generator<SgmlDocument> {
    const bytes = Buffer.concat([this.rest, piece]);
    const end = isLast ? bytes.length : Math.max(0, bytes.length - LONGEST_MARK);
    let from = 0;
    // The marks are ASCII, and every byte is one letter here, so that places in the text are those of the bytes.
    for (const { 0: mark, index } of bytes.toString('latin1').matchAll(MARK)) {
      if (index >= end) break;
      const isEnd = mark.startsWith('</');
      const to = isEnd ? index + mark.length : index;
      if (this.isInside) {
        this.hold(bytes.subarray(from, to));
        yield this.finish(false);
      }
      from = to;
      this.isInside = !isEnd;
    }
    const kept = Math.max(from, end);
    if (this.isInside) this.hold(bytes.subarray(from, kept));
    this.rest = bytes.subarray(kept);
    if (isLast && this.isInside) yield this.finish(true);
  }

  private hold(bytes: Buffer): void {
    this.length += bytes.length;
    if (this.length > this.largest) this.held = [];
    else this.held.push(bytes);
  }

  private finish(isCut: boolean): SgmlDocument {
    const { length, held } = this;
    this.held = [];
    this.length = 0;
    this.isInside = false;
    return length > this.largest ? { length, isCut } : { length, isCut, bytes: Buffer.concat(held) };
  }
}
