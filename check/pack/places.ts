/**
 * Where the parts of a pack stand: its lists and rules, and what guards them (articles, gold, expected outputs, floors).
 * Takes what a person named, or nothing for the built-in pack; looks whether folders are there and opens no file.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { InputError } from '../../corpus/input-error.js';
import { ownFile } from '../../packs/own-files.js';

export interface PackPlaces {
  /** The pack that is checked. */
  readonly folder: string;
  /** Packs under it, above the built-in one; undefined when it is the built-in one itself. */
  readonly under: readonly string[] | undefined;
  /** The figures that its gold must reach. */
  readonly floors: string;
  /** How often what fires in its articles. */
  readonly firings: string;
  /** Folders of articles, of their gold, and of the outputs that they must give; each may be absent. */
  readonly articles: string;
  readonly gold: string;
  readonly expected: string;
}

/**
 * Finds the places of the last of these packs, or of the built-in one.
 * @throws InputError when one of the packs is not there
 */
export function packPlaces(packs: readonly string[]): PackPlaces {
  const folder = packs.at(-1);
  if (folder === undefined) return builtinPlaces();
  const absent = packs.find((pack) => !existsSync(pack));
  if (absent !== undefined)
    throw new InputError(`${absent}: there is no such folder; check the name, or make it with isnad init`);
  return { folder, under: packs.slice(0, -1), ...guardsIn(folder, folder) };
}

/** The built-in pack as this package holds it; its articles and gold come with the source only. */
function builtinPlaces(): PackPlaces {
  const root = shownPath(ownFile(''));
  const folder = path.join(root, 'rules');
  return { folder, under: undefined, ...guardsIn(folder, path.join(root, 'fixtures')) };
}

function guardsIn(pack: string, texts: string): Omit<PackPlaces, 'folder' | 'under'> {
  return {
    floors: path.join(pack, 'floors.json'),
    firings: path.join(pack, 'firings.tsv'),
    articles: path.join(texts, 'articles'),
    gold: path.join(texts, 'gold'),
    expected: path.join(texts, 'expected'),
  };
}

/** A path as a person in this folder would write it. */
function shownPath(place: string): string {
  const near = path.relative(process.cwd(), place);
  return near.startsWith('..') ? place : near;
}
