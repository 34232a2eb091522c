/**
 * Accepts what a check found: floors become the present figures, and kept outputs the present ones. Takes a check of the
 * pack; writes each file whole, only those that change, and says which. Judges nothing.
 */
import { existsSync, readFileSync } from 'node:fs';
import { stageFile } from '../../corpus/staged-file.js';
import type { PackCheck } from './check.js';
import { keepsFirings } from './count-cases.js';
import { expectedContent, expectedFile } from './expectation-cases.js';
import type { PackPlaces } from './places.js';

export interface Acceptance {
  readonly file: string;
  readonly says: string;
}

/**
 * Writes floors where there is gold, and outputs where the pack has a folder for them.
 * @throws the system's error when the disk refuses
 */
export function accept(places: PackPlaces, { articles, figures, firings }: PackCheck): readonly Acceptance[] {
  const accepted: Acceptance[] = [];
  const write = (file: string, content: string, says: string): void => {
    if (existsSync(file) && readFileSync(file, 'utf8') === content) return;
    writeWhole(file, content);
    accepted.push({ file, says });
  };
  if (figures !== undefined) {
    const says = Object.entries(figures).map(([name, value]) => `${name} ${value}`);
    write(places.floors, `${JSON.stringify(figures, null, 2)}\n`, says.join(', '));
  }
  if (firings !== undefined && keepsFirings(places))
    write(places.firings, firings, `${firings.split('\n').length - 2} rules, sieves and rows`);
  if (existsSync(places.expected))
    for (const article of articles) {
      const { mentions = [], quotations = [] } = article.output;
      const says = `${mentions.length} entities, ${quotations.length} quotations`;
      write(expectedFile(places.expected, article), expectedContent(article), says);
    }
  return accepted;
}

function writeWhole(file: string, content: string): void {
  const staged = stageFile(file);
  try {
    staged.write(content);
    staged.seal();
    staged.publish();
  } finally {
    staged.discard();
  }
}
