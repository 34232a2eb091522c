/** `isnad gold agree`: prints how far two annotators agree, and where they do not. */
import { agreement } from '../../check/gold/agree.js';
import { agreementTable, disagreementList } from '../../check/gold/agree-text.js';
import { loadGold } from '../../check/gold/files.js';
import { print } from '../standard-output.js';
import { visible } from '../visible.js';
import { asked } from './gold-files.js';

export interface GoldAgreeOptions {
  readonly texts?: string;
  readonly json?: boolean;
}

/**
 * Runs the command.
 * @throws InputError or Failure
 */
export async function goldAgreeCommand(
  a: string,
  b: string,
  { texts, json }: GoldAgreeOptions,
): Promise<void> {
  const found = asked(() => agreement(loadGold([a], texts), loadGold([b], texts)));
  if (!json) return print(visible(`${agreementTable(found)}\n${disagreementList(found)}`));
  const { disagreements, ...figures } = found;
  const rows = disagreements.flatMap(({ gold: { id }, mistakes }) =>
    mistakes.map((mistake) => ({ article: id, ...mistake })),
  );
  await print(`${JSON.stringify({ ...figures, disagreements: rows }, null, 1)}\n`);
}
