/**
 * A pack opened to be checked: its rules, every defect of its files, and an extractor with it. Takes its places; what the
 * check before has opened and is as it was is not opened again, since lists take a second and rules a moment.
 */
import { readFileSync } from 'node:fs';
import { createExtractor, type Extractor, type Rule, VERSION } from '../../index.js';
import { loadBuiltin } from '../../packs/builtin.js';
import { cacheKey, LIST_PARTS } from '../../packs/cache.js';
import type { Defect } from '../../packs/error.js';
import { type PackLists, readLists, readRules } from '../../packs/folder.js';
import type { Contents } from '../../packs/lists.js';
import { loadPack } from '../../packs/load.js';
import { merge, NOTHING, remove } from '../../packs/merge.js';
import { openLists } from '../../packs/open.js';
import { type ReadRule, readRule } from '../../packs/patterns.js';
import { once } from '../once.js';
import type { AloneTrials } from './alone.js';
import type { PackPlaces } from './places.js';

export interface OpenedPack {
  readonly defects: readonly Defect[];
  /** Rules of the pack's own folder; the sound ones. */
  readonly rules: readonly Rule[];
  /** Rules of the packs under it that it leaves as they are. */
  readonly rulesBelow: readonly Rule[];
  readonly files: readonly string[];
  /** All lists, with the rules of the packs under it; the same object as long as the lists are as they are. */
  readonly contents: Contents;
  /** With all rules, made when it is asked for. A pack with defects has none. */
  extractor(): Extractor;
}

/** What a check leaves for the next one. */
export interface Memory {
  /** Of the packs under the pack, as they were when it was first opened. */
  base?: Contents;
  lists?: OpenedLists;
  readonly files: Map<string, { readonly content: string; readonly read: ReadRule }>;
  /** What rules did alone with `lists`. */
  alone: WeakMap<Rule, AloneTrials>;
}

export function createMemory(): Memory {
  return { files: new Map(), alone: new WeakMap() };
}

/**
 * Opens a pack.
 * @throws PackError when a pack under it is broken
 */
export function openForCheck(places: PackPlaces, memory: Memory): OpenedPack {
  const lists = listsOf(places, memory);
  const files: string[] = [];
  const { rules, defects } = readRules(places.folder, (file, id) => {
    files.push(file);
    return remembered(memory, file, id);
  });
  const all = merge({ ...NOTHING, rules: lists.contents.rules }, { ...NOTHING, rules }).rules;
  const own = new Set(rules);
  return {
    defects: [...lists.defects, ...defects],
    rules,
    rulesBelow: all.filter((rule) => !own.has(rule)),
    files,
    contents: lists.contents,
    extractor: once(() => lists.extractor().withRules(all)),
  };
}

interface OpenedLists {
  /** Names the state of all files that they come from. */
  readonly key: string;
  readonly defects: readonly Defect[];
  /** With the rules of the packs under the pack. */
  readonly contents: Contents;
  extractor(): Extractor;
}

function listsOf(places: PackPlaces, memory: Memory): OpenedLists {
  const { folder, under } = places;
  const key = cacheKey(`${VERSION}\0lists\0${under?.length}`, [...(under ?? []), folder], LIST_PARTS);
  if (memory.lists?.key === key) return memory.lists;
  memory.base ??= baseOf(under);
  const read = readLists(folder, under === undefined);
  const left = remove(memory.base, read.remove);
  const contents = withLists(left.contents, read);
  const lists = {
    key,
    defects: [...read.defects, ...left.defects],
    contents,
    extractor: once(() => createExtractor({ image: openLists(contents, key) })),
  };
  memory.lists = lists;
  memory.alone = new WeakMap();
  return lists;
}

function baseOf(under: readonly string[] | undefined): Contents {
  if (under === undefined) return NOTHING;
  const builtin = loadBuiltin();
  return under.length === 0 ? builtin : loadPack(under, builtin);
}

function withLists(base: Contents, { contents }: PackLists): Contents {
  return base === NOTHING ? contents : merge(base, contents);
}

/** A rule whose file says what it said before is the same object as before. */
function remembered({ files }: Memory, file: string, id: string): ReadRule {
  const content = readFileSync(file, 'latin1');
  const known = files.get(file);
  if (known?.content === content) return known.read;
  const read = readRule(file, id);
  files.set(file, { content, read });
  return read;
}
