/**
 * Where the files of this package are, wherever it is installed. Takes paths from the package's own folder. The compiled module and the bundle
 * (`tools/bundle.ts`) stand equally deep in it, so that one way up holds for both; others ask here.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A file or folder of the package; '' is the package itself. */
export function ownFile(path: string): string {
  return fileURLToPath(new URL(`../../${path}`, import.meta.url));
}

/** This package's version. */
export const VERSION: string = JSON.parse(readFileSync(ownFile('package.json'), 'utf8')).version;
