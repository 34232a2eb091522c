/**
 * Writes imported rows as the folder of a rule pack: sorted lists, a page that says where they come from, and the report. The
 * folder appears whole or not at all. Takes rows, gives nothing; the same rows give the same bytes.
 */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { InputError } from '../corpus/input-error.js';
import { type StagedFile, stageFile, syncFolder } from '../corpus/staged-file.js';
import { LISTS } from '../packs/schemas.js';
import type { EntityType } from '../pipeline/document.js';
import type { Imported } from './import.js';
import type { Noted } from './report.js';
import { LIST_OF, type NewRow } from './row.js';
import { sourcesPage } from './sources-page.js';
import type { Format } from './vocabulary.js';

/** What the page of sources says besides the sources. */
export interface Origin {
  /** As the user gave it; otherwise that of the format, where it is known. */
  readonly licence?: string;
  /** Filters in words, for sources of a format. */
  readonly filters: (format: Format) => readonly string[];
}

/** A pack on its way; every function throws the system's error when the disk refuses. */
export interface PackFolder {
  /** Adds a line to the report. */
  readonly note: (noted: Noted) => void;
  /** Writes the lists and the page, and gives the folder its name. */
  readonly publish: (imported: Imported, origin: Origin) => void;
  /** Removes what was written; harmless after `publish`. */
  readonly discard: () => void;
}

const REPORT = 'import-report.tsv';

/**
 * Opens a folder that will get the name `target`.
 * @throws InputError when the name is taken
 */
export function openPackFolder(target: string): PackFolder {
  refuseTaken(target);
  const parent = path.dirname(path.resolve(target));
  mkdirSync(parent, { recursive: true });
  const staged = path.join(parent, `.${path.basename(target)}.${randomBytes(6).toString('hex')}.tmp`);
  mkdirSync(path.join(staged, 'names'), { recursive: true });
  const report = stageFile(path.join(staged, REPORT));
  report.write('what\tplace\tname\tsays\n');
  return {
    note: ({ what, place, form, says }) =>
      report.write(`${[what, place, form, says].map(asCell).join('\t')}\n`),
    publish: (imported, origin) => {
      finish(report);
      for (const type of Object.keys(LIST_OF) as EntityType[]) writeList(staged, type, imported.rows[type]);
      writeFile(path.join(staged, 'SOURCES.md'), sourcesPage(imported, origin));
      syncFolder(path.join(staged, 'names'));
      syncFolder(staged);
      if (existsSync(target)) rmdirSync(target);
      renameSync(staged, target);
      syncFolder(parent);
    },
    discard: () => {
      report.discard();
      rmSync(staged, { recursive: true, force: true });
    },
  };
}

function refuseTaken(target: string): void {
  if (target === '') throw new InputError("--out '': is no name; name a new folder for the pack");
  if (!existsSync(target)) return;
  let inside: readonly string[];
  try {
    inside = readdirSync(target);
  } catch {
    throw new InputError(`--out ${target}: is no folder that can be read; name a new folder for the pack`);
  }
  if (inside.length > 0)
    throw new InputError(`--out ${target}: holds something already; name a new folder, or remove this one`);
}

function writeList(folder: string, type: EntityType, rows: readonly NewRow[]): void {
  if (rows.length === 0) return;
  const { path: file, columns } = LISTS[LIST_OF[type]];
  const names = columns.map(({ name }) => name);
  const lines = rows.map((row) => names.map((name) => cellOf(row, name)).join('\t'));
  writeFile(path.join(folder, file), `${[names.join('\t'), ...lines].join('\n')}\n`);
}

function cellOf(row: NewRow, column: string): string {
  // No row has the places' column `reading`: what it says stands in `certainty`.
  const value = (row as unknown as Readonly<Record<string, unknown>>)[column];
  return Array.isArray(value) ? value.join('|') : value === undefined ? '' : String(value);
}

function writeFile(place: string, text: string): void {
  const file = stageFile(place);
  file.write(text);
  finish(file);
}

function finish(file: StagedFile): void {
  file.seal();
  file.publish();
}

/** A report quotes sources as they are, which may hold anything. */
function asCell(text: string): string {
  return text
    .replace(/[\s\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+/gu, ' ')
    .trim();
}
