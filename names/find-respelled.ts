/**
 * Foreign names that the program cannot tell apart, since it takes each for a respelling of the other: `سيرغي إيفانوف` and `سيرجي إيفانوف`. They are
 * one thing listed twice, or two things that will be confused. Takes located rows, gives findings.
 */
import type { NameRow } from '../pipeline/knowledge.js';
import { matchSpelling, type SpelledName, skeletonHash } from '../pipeline/lookup/spellings.js';
import { fold } from '../pipeline/normalize.js';
import type { CheckedLists, Located } from './checked-lists.js';
import type { Finding } from './finding.js';
import { grouped } from './grouped.js';

interface SpelledForm extends SpelledName {
  readonly of: Located<NameRow>;
  readonly form: string;
}

/** Finds them; single words are left to the other checks. */
export function findRespelled({ names }: CheckedLists): Finding[] {
  const groups = grouped(names.flatMap(formsOf), ({ skeletons, of }) => `${of.list} ${skeletons.join(' ')}`);
  const found: Finding[] = [];
  for (const group of groups.values()) {
    for (const [at, one] of group.entries()) {
      const others = group.slice(0, at).filter((other) => isRespelling(one, other));
      if (others.length === 0 || ![one, ...others].some(({ of }) => of.isChecked)) continue;
      const [told, ...rest] = one.of.isChecked ? [one, ...others] : [...others, one];
      found.push({
        kind: 'variant',
        place: told.of.place,
        form: told.form,
        says: 'another row is a respelling of it',
        others: rest.map(({ of, form }) => ({ place: of.place, name: form })),
      });
    }
  }
  return found;
}

function formsOf(of: Located<NameRow>): SpelledForm[] {
  const { row } = of;
  if (row.spelling !== 'foreign' || row.certainty === 'context') return [];
  return [row.name, ...row.aliases].flatMap((form) => {
    const words = fold(form).split(' ');
    if (words.length < 2 || !/[\u0621-\u064a]/u.test(form)) return [];
    return [{ of, form, row, words, skeletons: words.map(skeletonHash) }];
  });
}

/** As the lookup would judge a text that has the one while the lists have the other alone. */
function isRespelling(one: SpelledForm, other: SpelledForm): boolean {
  if (one.of === other.of || one.words.join(' ') === other.words.join(' ')) return false;
  const only = { longer: () => [other] };
  const [skeleton, second] = one.skeletons;
  return matchSpelling(only, { skeleton }, second, (at) => one.words[at]) !== undefined;
}
