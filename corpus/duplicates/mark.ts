/**
 * Marks the near-duplicates of a run: takes the sketches that its shards left, writes tables of pairs and groups into its
 * folder, each whole or not at all. The parts of the run are not touched.
 */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { cellsOf, type Table } from '../../output/tables/table.js';
import { loadRows, type TableForm } from '../../output/tables/table-writer.js';
import { InputError } from '../input-error.js';
import { readManifest, shardCount } from '../run/manifest.js';
import { readMarker } from '../run/marker.js';
import { partStem } from '../run/names.js';
import { type StagedFile, stageFile, syncFolder } from '../staged-file.js';
import { DUPLICATE_TABLES } from './duplicate-tables.js';
import { type Duplicates, findDuplicates } from './find.js';
import type { SketchOf } from './sketch.js';
import { SKETCHES } from './sketch-writer.js';

export interface MarkOptions {
  /** From 0 to 1. */
  readonly similarity: number;
  readonly forms: readonly TableForm[];
  /** Is given what removes everything unfinished, for whoever is interrupted. */
  readonly onDiscard?: (discard: () => void) => void;
}

/** What was found of each sort. */
export type Marked = Readonly<
  Record<SketchOf, Pick<Duplicates, 'texts'> & Readonly<Record<'copies' | 'groups', number>>>
>;

/**
 * Marks the near-duplicates of a complete run.
 * @throws InputError when the folder holds no run, or one that is not complete
 */
export async function markDuplicates(folder: string, options: MarkOptions): Promise<Marked> {
  const names = sketchesOf(folder);
  const scratch = newScratch(folder);
  const staged: StagedFile[] = [];
  const discard = () => {
    for (const file of staged) file.discard();
    rmSync(scratch, { recursive: true, force: true });
  };
  options.onDiscard?.(discard);
  try {
    const mark = async (of: SketchOf) => {
      const found = await findDuplicates(names, {
        of,
        similarity: options.similarity,
        scratch: mkdtempSync(path.join(scratch, of)),
      });
      await stageTables(folder, of, found, options.forms, staged);
      const copies = found.groups.reduce((sum, { members }) => sum + members.length - 1, 0);
      return { texts: found.texts, copies, groups: found.groups.length };
    };
    const marked = { article: await mark('article'), quotation: await mark('quotation') };
    for (const file of staged) file.seal();
    for (const file of staged) file.publish();
    syncFolder(folder);
    return marked;
  } finally {
    discard();
  }
}

const SCRATCH = '.duplicates-';

/** A folder for what is sorted; whoever was killed before has left his behind. */
function newScratch(folder: string): string {
  for (const name of readdirSync(folder))
    if (name.startsWith(SCRATCH)) rmSync(path.join(folder, name), { recursive: true, force: true });
  return mkdtempSync(path.join(folder, SCRATCH));
}

/** The files of sketches of a run, in the order of its shards. */
function sketchesOf(folder: string): readonly string[] {
  const manifest = readManifest(folder);
  const present = new Set(readdirSync(folder));
  return Array.from({ length: shardCount(manifest) }, (_, shard) => {
    if (readMarker(folder, manifest.run, shard) === undefined) {
      throw new InputError(
        `${folder}: shard ${shard} is missing; complete the run first (isnad missing ${folder})`,
      );
    }
    const name = `${partStem(shard)}.${SKETCHES}`;
    if (!present.has(name))
      throw new InputError(`${folder}: holds no ${name}; begin the run anew with --new`);
    return path.join(folder, name);
  });
}

async function stageTables(
  folder: string,
  of: SketchOf,
  { links, groups }: Duplicates,
  forms: readonly TableForm[],
  staged: StagedFile[],
): Promise<void> {
  const { pairs, groups: members } = DUPLICATE_TABLES[of];
  const rows = groups.flatMap((group) => group.members.map((member) => ({ group, ...member })));
  for (const form of forms) {
    const startRows = await loadRows(form);
    const stage = <Item>(table: Table<Item>, items: readonly Item[]) => {
      const file = stageFile(path.join(folder, `${table.name}.${form}`));
      staged.push(file);
      const writer = startRows(table, file);
      for (const item of items) writer.add(cellsOf(table, item));
      writer.end();
    };
    stage(pairs, links);
    stage(members, rows);
  }
}
