/**
 * Checks the rules of this project and writes them as `dist/pack.json` and, compiled, `dist/pack.bin`, which `packs/builtin` reads.
 * Prints a line of counts; of broken rules every defect, and then leaves the file as it was and exits with 2.
 */
import { renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { PackError } from '../packs/error.js';
import { writeImageFile } from '../packs/image-file.js';
import { loadWholePack } from '../packs/load.js';
import { buildImage } from '../pipeline/lookup/build-image.js';

const DIST = fileURLToPath(new URL('..', import.meta.url));
const RULES = path.relative(process.cwd(), path.join(DIST, '..', 'rules'));

try {
  const knowledge = loadWholePack(RULES);
  const file = path.join(DIST, 'pack.json');
  const temporary = `${file}.${process.pid}`;
  writeFileSync(temporary, JSON.stringify(knowledge));
  renameSync(temporary, file);
  writeImageFile(path.join(DIST, 'pack.bin'), buildImage(knowledge));
  const { digest, ...parts } = knowledge;
  const counts = Object.entries(parts).map(([part, rows]) => `${rows.length} ${part}`);
  console.error(`pack ${digest.slice(0, 12)}: ${counts.join(', ')}`);
} catch (error) {
  if (!(error instanceof PackError)) throw error;
  console.error(`${error.message}\n${error.defects.length} defects: the built-in rules were not built`);
  process.exitCode = 2;
}
