/** The rules that come with the program, as `tools/build-pack` compiled them. Takes nothing; reads one file. */
import { readFileSync } from 'node:fs';
import type { Knowledge } from '../pipeline/knowledge.js';
import type { PackImage } from '../pipeline/lookup/image.js';
import { PackError } from './error.js';
import { readImageFile } from './image-file.js';
import { ownFile } from './own-files.js';

const ROWS = ownFile('dist/pack.json');
const IMAGE = ownFile('dist/pack.bin');

/**
 * Loads the rows of the built-in pack, for whoever lays another pack over them or says what they are.
 * @throws PackError when it was not built, or is damaged
 */
export function loadBuiltin(): Knowledge {
  try {
    return JSON.parse(readFileSync(ROWS, 'utf8')) as Knowledge;
  } catch (error) {
    throw unusable(ROWS, (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'not built' : 'damaged');
  }
}

/**
 * Opens the compiled built-in pack.
 * @throws PackError when it was not built, or is damaged
 */
export function openBuiltin(): PackImage {
  const image = readImageFile(IMAGE);
  if (image === undefined) throw unusable(IMAGE, 'not built, or damaged');
  return image;
}

function unusable(file: string, what: string): PackError {
  return new PackError([{ file, reason: `the built-in rules are ${what}`, advice: 'run `npm run build`' }]);
}
