/**
 * The manifest of a run: what is read, how, and how it is divided. It is written before anything else and never changed;
 * every launcher, on every machine, takes from it what a shard is. The shards themselves stand in a file of lines beside
 * it, one shard a line, so that a run over millions of files is opened without reading them all.
 */
import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import path from 'node:path';
import type { TableForm } from '../../output/tables/table-writer.js';
import { InputError, unreadable } from '../input-error.js';
import type { ReadOptions, RecordRange } from '../record.js';
import { MANIFEST } from './names.js';

export interface Manifest {
  /** Version of this layout. */
  readonly manifest: 1;
  /** The run's id: SHA-256 of inputs, rules, program version and settings. */
  readonly run: string;
  readonly version: string;
  /** Digest of the program's version and all rules and lists. */
  readonly rules: string;
  /** Folders of rule packs. */
  readonly packs: readonly Place[];
  readonly settings: RunSettings;
  /** What was named on the command line. */
  readonly named: readonly Place[];
  /** How many files are read, how many bytes they have as they are, and how many files in folders hold no articles. */
  readonly inputs: { readonly files: number; readonly bytes: number; readonly leftOut: number };
  /** The file of shards, and where each shard's line begins in it; the last number is the file's length. */
  readonly shards: { readonly file: string; readonly sha256: string; readonly lines: readonly number[] };
}

/** What changes the output, beside inputs and rules. */
export interface RunSettings {
  readonly reading: ReadOptions;
  readonly withText: boolean;
  readonly gzip: boolean;
  readonly nQuads: boolean;
  readonly tables: readonly TableForm[];
  /** Bytes of input that a shard has, more or less. */
  readonly shardBytes: number;
  /** Bytes in UTF-8 that the text of an article may have. */
  readonly largestArticle: number;
}

/** A file or folder outside the run's folder. */
export interface Place {
  readonly absolute: string;
  /** As seen from the run's folder: on another machine the two may be mounted elsewhere, but together. */
  readonly relative: string;
}

/** A part of a run: slices of inputs, in order. */
export interface Shard {
  readonly slices: readonly Slice[];
}

/** An input or a part of one. */
export interface Slice {
  /** Number of what was named, and the way from there; empty when a file was named itself. */
  readonly named: number;
  readonly path: string;
  /** Relative to what was named, with forward slashes; part of the ids of its articles. */
  readonly source: string;
  /** Of the whole input: bytes, time of the last change in milliseconds, and SHA-256 of its content. */
  readonly size: number;
  readonly modified: number;
  readonly sha256: string;
  /** Absent when all of it is read. */
  readonly range?: RecordRange;
  /** Bytes of the input, as it is, that this slice stands for. */
  readonly bytes: number;
  /** How many records it has, where planning counted them. */
  readonly records?: number;
}

/**
 * Reads the manifest of a run.
 * @throws InputError when the folder holds none, or one that another version wrote
 */
export function readManifest(folder: string): Manifest {
  const file = path.join(folder, MANIFEST);
  const manifest = parsed<Manifest>(file, textOf(file, folder));
  if (manifest.manifest !== 1) {
    throw new InputError(`${file}: was written by another version of isnad; use that one, or another folder`);
  }
  return manifest;
}

/** How many shards a run has. */
export function shardCount({ shards }: Manifest): number {
  return shards.lines.length - 1;
}

/**
 * Reads what a shard is.
 * @throws InputError when the run has no such shard, or the file of shards is damaged
 */
export function readShard(folder: string, manifest: Manifest, shard: number): Shard {
  const { file, lines } = manifest.shards;
  if (!Number.isInteger(shard) || shard < 0 || shard >= shardCount(manifest)) {
    throw new InputError(`${folder}: has no shard ${shard}; its shards are 0 to ${shardCount(manifest) - 1}`);
  }
  const place = path.join(folder, file);
  return parsed<Shard>(`${place}:${shard + 1}`, bytesBetween(place, lines[shard], lines[shard + 1]));
}

function textOf(file: string, folder: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOENT' && code !== 'ENOTDIR') throw unreadable(file, error);
    throw new InputError(`${folder}: holds no run; begin one with isnad run INPUT… --out ${folder}`);
  }
}

function bytesBetween(file: string, from: number, to: number): string {
  const bytes = Buffer.alloc(to - from);
  try {
    const descriptor = openSync(file, 'r');
    try {
      for (let at = 0; at < bytes.length; ) {
        const read = readSync(descriptor, bytes, at, bytes.length - at, from + at);
        if (read === 0) break;
        at += read;
      }
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    throw unreadable(file, error);
  }
  return bytes.toString('utf8');
}

function parsed<Value>(place: string, text: string): Value {
  try {
    return JSON.parse(text) as Value;
  } catch {
    throw new InputError(`${place}: is damaged; begin the run anew with --new`);
  }
}
