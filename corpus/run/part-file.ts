/**
 * One file of a part on its way: takes the bytes of a writer, packs them if asked, and tells size and SHA-256. The packed
 * file is a row of gzip members of a mebibyte each, which every reader of gzip takes for one file; so a file of any size is
 * packed in little memory, and parts are joined without being unpacked.
 */
import { createHash } from 'node:crypto';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { OutputFile } from '../../output/document-writer.js';
import { stageFile } from '../staged-file.js';
import type { PartFileFacts } from './marker.js';

export interface PartFile extends OutputFile {
  /** Forces everything to the disk; nothing is visible yet. */
  seal(): PartFileFacts;
  publish(): void;
  /** Removes what was written; harmless after `publish`. */
  discard(): void;
}

const PIECE = 1 << 16;
const MEMBER = 1 << 20;

/** Opens the file `name` of a run's folder, packed when its name says so. */
export function openPartFile(folder: string, name: string, token: string): PartFile {
  const staged = stageFile(path.join(folder, name), token);
  const size = { bytes: 0 };
  const put = (bytes: Uint8Array) => {
    size.bytes += bytes.length;
    staged.write(bytes);
  };
  const hash = createHash('sha256');
  const packed = name.endsWith('.gz')
    ? gathered(MEMBER, (bytes) => put(gzipSync(bytes)))
    : { write: put, end: () => {} };
  const text = gathered(PIECE, (bytes) => {
    hash.update(bytes);
    packed.write(bytes);
  });
  return {
    write: (piece) => text.write(piece),
    seal: () => {
      text.end();
      packed.end();
      // An empty file is no gzip file.
      if (name.endsWith('.gz') && size.bytes === 0) put(gzipSync(''));
      staged.seal();
      return { name, bytes: size.bytes, sha256: hash.digest('hex') };
    },
    publish: staged.publish,
    discard: staged.discard,
  };
}

interface Gatherer {
  write(piece: string | Uint8Array): void;
  end(): void;
}

/** Hands pieces on together, `least` bytes or units at a time. */
function gathered(least: number, take: (bytes: Uint8Array) => void): Gatherer {
  let text = '';
  let pieces: Uint8Array[] = [];
  let length = 0;
  const close = () => {
    if (text !== '') pieces.push(Buffer.from(text));
    text = '';
  };
  const end = () => {
    close();
    if (pieces.length > 0) take(pieces.length === 1 ? pieces[0] : Buffer.concat(pieces));
    pieces = [];
    length = 0;
  };
  return {
    write: (piece) => {
      if (typeof piece === 'string') text += piece;
      else {
        close();
        pieces.push(piece);
      }
      length += piece.length;
      if (length >= least) end();
    },
    end,
  };
}
