/** What stands at a place on the disk: its kind, its content by name, and whether it may be read. Opens nothing. */
import { accessSync, constants, readdirSync, realpathSync, type Stats, statSync } from 'node:fs';
import path from 'node:path';
import { unreadable } from './input-error.js';

/** @throws InputError when there is nothing, or it may not be seen */
export function look(place: string): Stats {
  try {
    return statSync(place);
  } catch (error) {
    throw unreadable(place === '' ? "''" : place, error);
  }
}

/** A broken link in a folder is no article and disturbs nobody. */
export function lookInPassing(place: string): Stats | undefined {
  try {
    return statSync(place);
  } catch {
    return undefined;
  }
}

/** @throws InputError when it may not be read */
export function checkReadable(place: string): void {
  try {
    accessSync(place, constants.R_OK);
  } catch (error) {
    throw unreadable(place, error);
  }
}

/**
 * The real place of a folder and the names in it, in order, without those that begin with a dot.
 * @throws InputError when it may not be read
 */
export function contentOf(folder: string): { readonly real: string; readonly names: readonly string[] } {
  try {
    const names = readdirSync(folder).filter((name) => !name.startsWith('.'));
    return { real: realpathSync(folder), names: names.sort() };
  } catch (error) {
    throw unreadable(folder, error);
  }
}

export function withForwardSlashes(place: string): string {
  return path.sep === '/' ? place : place.replaceAll(path.sep, '/');
}
