/**
 * What every form of a corpus's output is written by: a writer takes documents one by one and gives the bytes of one or
 * several files, which somebody else opens, packs, counts and makes safe. Same documents, same bytes. Only types.
 */
import type { Document } from '../pipeline/document.js';
import type { JsonLdOptions } from './writing.js';

/** A file that is written from its beginning to its end. Throws the system's error when the disk refuses. */
export interface OutputFile {
  /** What is given may be kept as it is: whoever gives bytes does not use them again. */
  write(piece: string | Uint8Array): void;
}

/** Opens the file with this ending, each once: `ndjsonld`, `nq`, `articles.parquet`. */
export type OpenOutput = (ending: string) => OutputFile;

/** The writer of one form. What it holds back is bounded by the documents it is given, which are those of one shard. */
export interface DocumentWriter {
  add(document: Document): void;
  /** Writes what is still held back. */
  end(): void | Promise<void>;
}

/** Begins one form of the output; a form without documents still gives its files. */
export type StartWriter = (open: OpenOutput, options: JsonLdOptions) => DocumentWriter;
