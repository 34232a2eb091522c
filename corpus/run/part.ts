/**
 * The output of one shard on its way: every form that the run asks for, the quarantine, and the marker. Nothing has its
 * name before all is safe on the disk, and the marker is last.
 */
import { rmSync } from 'node:fs';
import path from 'node:path';
import type { Document } from '../../index.js';
import type { DocumentWriter, StartWriter } from '../../output/document-writer.js';
import { startLines } from '../../output/line-writer.js';
import { startQuads } from '../../output/quad-writer.js';
import { loadTables } from '../../output/tables/table-writer.js';
import { SKETCHES, startSketches } from '../duplicates/sketch-writer.js';
import { syncFolder } from '../staged-file.js';
import type { RunSettings } from './manifest.js';
import type { Marker, PartFileFacts } from './marker.js';
import { markerFile, partStem, QUARANTINE } from './names.js';
import { openPartFile, type PartFile } from './part-file.js';

export interface PartPlace {
  readonly folder: string;
  readonly shard: number;
  /** Tells apart those who write the same shard at the same time. */
  readonly token: string;
}

/** What went into quarantine: from where, and why. */
export interface QuarantinedRecord {
  readonly source: string;
  readonly record: number;
  readonly identifier?: string;
  readonly bytes?: number;
  readonly reason: string;
  readonly message: string;
}

export interface Part {
  add(document: Document): void;
  quarantine(record: QuarantinedRecord): void;
  /** Forces everything to the disk; nothing is visible yet. */
  seal(): Promise<readonly PartFileFacts[]>;
  /** Gives all files their names, then the marker its own. */
  publish(marker: Marker): void;
  /** Removes what is not published. */
  discard(): void;
}

/** The forms of output that a run asks for; the lines, and the sketches that near-duplicates are found by, always are. */
export async function formsOf({ nQuads, tables }: RunSettings): Promise<readonly StartWriter[]> {
  return [
    startLines,
    startSketches,
    ...(nQuads ? [startQuads] : []),
    ...(await Promise.all(tables.map(loadTables))),
  ];
}

/** Opens the output of a shard. */
export function openPart(
  place: PartPlace,
  forms: readonly StartWriter[],
  { gzip, withText }: RunSettings,
  generatedBy: string,
): Part {
  const files = new Map<string, PartFile>();
  const open = (name: string) => {
    const file = openPartFile(place.folder, name, place.token);
    files.set(name, file);
    return file;
  };
  const discard = () => {
    for (const file of files.values()) file.discard();
  };
  const stem = partStem(place.shard);
  const isPacked = (ending: string) => gzip && ending !== SKETCHES && !ending.endsWith('.parquet');
  const openForm = (ending: string) => open(`${stem}.${ending}${isPacked(ending) ? '.gz' : ''}`);
  const writers = startAll(forms, (start) => start(openForm, { withText, generatedBy }), discard);
  const quarantineName = `${stem}.${QUARANTINE}`;
  return {
    add: (document) => {
      for (const writer of writers) writer.add(document);
    },
    quarantine: (record) => {
      (files.get(quarantineName) ?? open(quarantineName)).write(`${JSON.stringify(record)}\n`);
    },
    seal: async () => {
      for (const writer of writers) await writer.end();
      return [...files.values()].map((file) => file.seal());
    },
    publish: (marker) => {
      for (const file of files.values()) file.publish();
      if (!files.has(quarantineName)) rmSync(path.join(place.folder, quarantineName), { force: true });
      syncFolder(place.folder);
      publishMarker(place, marker);
    },
    discard,
  };
}

function startAll(
  forms: readonly StartWriter[],
  start: (form: StartWriter) => DocumentWriter,
  discard: () => void,
): readonly DocumentWriter[] {
  try {
    return forms.map(start);
  } catch (error) {
    discard();
    throw error;
  }
}

function publishMarker({ folder, shard, token }: PartPlace, marker: Marker): void {
  const file = openPartFile(folder, markerFile(shard), token);
  try {
    file.write(`${JSON.stringify(marker)}\n`);
    file.seal();
    file.publish();
  } finally {
    file.discard();
  }
  syncFolder(folder);
}
