/**
 * Bytes in pieces: looked at before they are read, cut to a size, gathered up to a bound. Each function takes pieces of any
 * size and reads them once; what fails on the way fails in the reader, after all that came before it.
 */

/** The bytes of one thing, in order; to be read once. */
export type Pieces = AsyncIterable<Buffer>;

/** The first bytes, and beside them all bytes. */
export interface Peeked {
  readonly beginning: Buffer;
  readonly bytes: Pieces;
  /** What failed within the beginning; `bytes` fail with it too, in their place. */
  readonly failure?: { readonly error: unknown };
}

/** Reads until so many bytes are there, fewer where the bytes end or fail before. */
export async function peek(bytes: Pieces, count: number): Promise<Peeked> {
  const iterator = bytes[Symbol.asyncIterator]();
  const first: Buffer[] = [];
  let length = 0;
  let failure: Peeked['failure'];
  while (length < count && failure === undefined) {
    try {
      const { done, value } = await iterator.next();
      if (done) break;
      first.push(value);
      length += value.length;
    } catch (error) {
      failure = { error };
    }
  }
  const beginning = Buffer.concat(first);
  return { beginning: beginning.subarray(0, count), bytes: rejoined(beginning, iterator, failure), failure };
}

/** The bytes as they were before the look. Closing them closes the rest even when nothing was read. */
function rejoined(
  beginning: Buffer,
  rest: AsyncIterator<Buffer>,
  failure: Peeked['failure'],
): AsyncIterableIterator<Buffer> {
  let isFirst = beginning.length > 0;
  const bytes: AsyncIterableIterator<Buffer> = {
    [Symbol.asyncIterator]: () => bytes,
    next: async () => {
      if (!isFirst && failure !== undefined) throw failure.error;
      if (!isFirst) return rest.next();
      isFirst = false;
      return { done: false, value: beginning };
    },
    return: async () => (await rest.return?.()) ?? { done: true, value: undefined },
  };
  return bytes;
}

/** Cuts pieces to at most so many bytes. */
export async function* inPiecesOf(size: number, bytes: Pieces): AsyncGenerator<Buffer> {
  for await (const piece of bytes)
    for (let from = 0; from < piece.length; from += size) yield piece.subarray(from, from + size);
}

/** Joins pieces to at least so many bytes, for readers that fail on small ones. */
export async function* inPiecesFrom(size: number, bytes: Pieces): AsyncGenerator<Buffer> {
  let held: Buffer[] = [];
  let length = 0;
  try {
    for await (const piece of bytes) {
      held.push(piece);
      length += piece.length;
      if (length < size) continue;
      const joined = Buffer.concat(held);
      held = [];
      length = 0;
      yield joined;
    }
  } catch (error) {
    if (length > 0) yield Buffer.concat(held);
    throw error;
  }
  if (length > 0) yield Buffer.concat(held);
}

/**
 * All bytes as one piece.
 * @param most bytes that are gathered; `undefined` is given where there are more
 */
export async function gather(bytes: Pieces, most: number): Promise<Buffer | undefined> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of bytes) {
    length += piece.length;
    if (length > most) return undefined;
    pieces.push(piece);
  }
  return pieces.length === 1 ? pieces[0] : Buffer.concat(pieces, length);
}

/** All bytes as one piece, or only how many there are where they are too many to be held. */
export async function gatherOrCount(
  bytes: Pieces,
  most: number,
): Promise<{ readonly bytes?: Buffer; readonly length: number }> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of bytes) {
    length += piece.length;
    if (length <= most) pieces.push(piece);
    else pieces.length = 0;
  }
  return length > most ? { length } : { bytes: Buffer.concat(pieces), length };
}
