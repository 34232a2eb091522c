/**
 * `isnad duplicates`: marks near-duplicates among the articles and quotations of a complete run, as tables in its folder.
 * What was found is told on the standard error.
 */
import { type Marked, markDuplicates } from '../../corpus/duplicates/mark.js';
import { unwritable } from '../failure.js';
import { discardWhenInterrupted } from '../interrupted.js';
import { twoColumns } from './numbers.js';
import { tablesNamed } from './run-options.js';

export interface DuplicatesOptions {
  readonly similarity: number;
  readonly tables: string;
  readonly quiet?: boolean;
}

/**
 * Runs the command.
 * @throws InputError when there is no complete run, Failure when the disk refuses
 */
export async function duplicatesCommand(folder: string, options: DuplicatesOptions): Promise<void> {
  const { similarity, quiet } = options;
  const forms = tablesNamed(options.tables);
  const unfinished: (() => void)[] = [];
  const release = discardWhenInterrupted(() => {
    for (const discard of unfinished) discard();
  });
  try {
    const onDiscard = (discard: () => void) => unfinished.push(discard);
    const marked = await markDuplicates(folder, { similarity, forms, onDiscard });
    if (!quiet) process.stderr.write(summary(marked, folder));
  } catch (error) {
    throw isSystem(error) ? unwritable(folder, error) : error;
  } finally {
    release();
  }
}

function summary({ article, quotation }: Marked, folder: string): string {
  const line = ({ texts, copies, groups }: Marked[keyof Marked]) =>
    `${texts} compared, ${copies} repeat another, in ${groups} ${groups === 1 ? 'group' : 'groups'}`;
  return twoColumns([
    ['articles', line(article)],
    ['quotations', line(quotation)],
    ['tables', `${folder}/duplicates.*`],
  ]);
}

function isSystem(error: unknown): boolean {
  return error instanceof Error && /^E[A-Z]+$/u.test((error as NodeJS.ErrnoException).code ?? '');
}
