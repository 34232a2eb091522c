/**
 * Where an input or a rule pack stands: takes paths as a person names them, gives them so that they are found again from
 * another folder and, where run and inputs lie on a disk that several machines mount, from another machine.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Manifest, Place, Slice } from './manifest.js';
import { STANDARD_INPUT_FILE } from './names.js';

/** How the standard input is named. */
export const STANDARD_INPUT = '-';

/** The place of what was named, as seen from the run's folder. */
export function placeOf(folder: string, named: string): Place {
  if (named === STANDARD_INPUT) return { absolute: STANDARD_INPUT, relative: STANDARD_INPUT_FILE };
  const absolute = path.resolve(named);
  return { absolute, relative: path.relative(path.resolve(folder), absolute) || '.' };
}

/** The path of a place for whoever reads it now. */
export function pathOf(folder: string, { absolute, relative }: Place): string {
  const beside = path.resolve(folder, relative);
  return absolute === STANDARD_INPUT || existsSync(beside) ? beside : absolute;
}

/** The path of the input that a slice is of. */
export function inputPath(folder: string, { named }: Pick<Manifest, 'named'>, slice: Slice): string {
  const root = pathOf(folder, named[slice.named]);
  return slice.path === '' ? root : path.join(root, slice.path);
}
