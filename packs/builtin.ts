/** The rules that come with the program, as `tools/build-pack` compiled them. Takes nothing; reads one file. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Knowledge } from '../pipeline/knowledge.js';
import { type LexiconImage, readImage } from '../pipeline/lookup/image.js';
import { PackError } from './error.js';

/**
 * Loads the built-in pack.
 * @throws PackError when it was not built, or is damaged
 */
export function loadBuiltin(): Knowledge {
  const place = new URL('../pack.json', import.meta.url);
  try {
    return JSON.parse(readFileSync(place, 'utf8')) as Knowledge;
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    const reason = `the built-in rules are ${missing ? 'not built' : 'damaged'}`;
    throw new PackError([{ file: fileURLToPath(place), reason, advice: 'run `npm run build`' }]);
  }
}

/** The compiled lists of the built-in pack; undefined when they are not there or damaged, and must be built from the rows. */
export function loadBuiltinImage({ digest }: Knowledge): LexiconImage | undefined {
  try {
    const bytes = readFileSync(new URL('../pack.bin', import.meta.url));
    if (bytes.toString('latin1', 0, digest.length) !== digest) return undefined;
    const image = new Uint8Array(bytes.subarray(digest.length));
    return readImage(new Int32Array(image.buffer, 0, image.length >> 2));
  } catch {
    return undefined;
  }
}
