/** Cases of a pack's files: each list and each rule, with every defect. A defect of another file, such as a stray one, is a case too. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Defect } from '../../packs/error.js';
import { LISTS } from '../../packs/schemas.js';
import type { Case } from './case.js';
import type { OpenedPack } from './open.js';
import type { PackPlaces } from './places.js';

/** Cases in the order of lists, rules and other files. */
export function fileCases({ folder }: PackPlaces, pack: OpenedPack): readonly Case[] {
  const lists = ['pack.yaml', ...Object.values(LISTS).map((schema) => schema.path)]
    .map((name) => path.join(folder, name))
    .filter((file) => existsSync(file));
  const sound = [...lists, ...pack.files].filter((file) =>
    pack.defects.every((defect) => defect.file !== file),
  );
  return [
    ...sound.map((file): Case => ({ check: 'files', name: path.relative(folder, file), file })),
    ...pack.defects.map((defect) => defectCase(folder, defect)),
  ];
}

function defectCase(folder: string, { file, line, reason, advice }: Defect): Case {
  return {
    check: 'files',
    name: path.relative(folder, file) || file,
    file,
    ...(line === undefined ? {} : { line }),
    fault: { level: 'failure', reason, advice },
  };
}
