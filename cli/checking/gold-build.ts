/** `isnad gold build`: writes the gold file of each annotation beside it, all or none, or says which are stale. */
import { existsSync, readFileSync } from 'node:fs';
import { buildFiles, stemOf } from '../../check/gold/files.js';
import { Failure } from '../failure.js';
import { type NewFile, refusal, writeFiles } from './gold-files.js';

export interface GoldBuildOptions {
  readonly texts?: string;
  readonly check?: boolean;
}

/**
 * Runs the command.
 * @throws InputError or Failure
 */
export async function goldBuildCommand(
  named: readonly string[],
  { texts, check }: GoldBuildOptions,
): Promise<void> {
  const built = buildFiles(named, texts);
  const defects = built.flatMap((one) => one.defects);
  if (defects.length > 0) throw refusal(defects);
  const files = built.map(({ file, gold }) => ({
    file: `${stemOf(file)}.json`,
    content: `${JSON.stringify(gold, null, 1)}\n`,
  }));
  const changed = files.filter(isStale);
  if (check && changed.length > 0) {
    const names = changed.map(({ file }) => file).join(', ');
    throw new Failure(`not what the annotations say: ${names}; run isnad gold build`, 1);
  }
  if (!check) writeFiles(changed);
  const verb = check ? 'up to date' : `${changed.length} written`;
  process.stderr.write(`${files.length} ${files.length === 1 ? 'article' : 'articles'}, ${verb}\n`);
}

function isStale({ file, content }: NewFile): boolean {
  return !existsSync(file) || readFileSync(file, 'utf8') !== content;
}
