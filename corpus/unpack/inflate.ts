/**
 * Unpacks gzip (also several members behind one another) and the bare deflate of zip archives. Feeds zlib one small piece at a
 * time and gives on all that comes out of it before the next, so that nothing is lost before a damaged place and a bomb fills
 * no memory.
 */
import { createGunzip, createInflateRaw } from 'node:zlib';
import { inPiecesOf, type Pieces } from './pieces.js';

/** So much packed becomes 32 MB at worst. */
const PIECE = 1 << 15;
/** What zlib unpacks at once; as much is lost before damage that it meets. */
const CHUNK = { chunkSize: 1 << 15 };

/**
 * Unpacks gzip.
 * @throws the error of zlib, after what could be unpacked; its code is `Z_BUF_ERROR` where the bytes end too early
 */
export function gunzip(bytes: Pieces): AsyncGenerator<Buffer> {
  return unpackWith(createGunzip(CHUNK), bytes);
}

/** Unpacks bare deflate; as `gunzip`. */
export function inflate(bytes: Pieces): AsyncGenerator<Buffer> {
  return unpackWith(createInflateRaw(CHUNK), bytes);
}

async function* unpackWith(stream: ReturnType<typeof createGunzip>, bytes: Pieces): AsyncGenerator<Buffer> {
  const ready: Buffer[] = [];
  let failure: Error | undefined;
  const settled = new Promise<void>((resolve) => {
    stream.on('error', (error) => {
      failure = error;
      resolve();
    });
    stream.on('end', resolve);
  });
  stream.on('data', (piece: Buffer) => ready.push(piece));
  try {
    for await (const piece of inPiecesOf(PIECE, bytes)) {
      await Promise.race([new Promise<void>((done) => stream.write(piece, () => done())), settled]);
      yield* ready.splice(0);
      if (failure !== undefined) throw failure;
    }
    stream.end();
    await settled;
    yield* ready.splice(0);
    if (failure !== undefined) throw failure;
  } finally {
    stream.destroy();
  }
}
