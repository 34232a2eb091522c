/** Lists that no page of sources names: nobody could say where they come from and who may use them. Takes folders, gives findings. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { CheckedLists } from './checked-lists.js';
import type { Finding } from './finding.js';

const PAGE = 'SOURCES.md';

/** Finds them. */
export function findUnsourced({ folders }: CheckedLists): Finding[] {
  return folders.flatMap(({ folder, files }) => {
    const page = path.join(folder, PAGE);
    const text = existsSync(page) ? readFileSync(page, 'utf8') : '';
    return files
      .filter((file) => !text.includes(path.basename(file)))
      .map((file): Finding => {
        const says = `${page} does not name it; write where its rows come from and under what licence`;
        return {
          kind: 'source',
          place: { file: path.join(folder, file) },
          form: path.basename(file),
          says,
          others: [],
        };
      });
  });
}
