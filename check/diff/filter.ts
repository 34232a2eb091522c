/** Which differences a reader wants: by rule, by sort, by type. Takes what was asked for, gives a test. */
import { CHANGES, type Change, type Difference, SUBJECTS, type Subject } from './difference.js';

export interface Wanted {
  /** Ids of rules or sieves, families (`person`), or list rows; one of them must be a cause or stand in the evidence. */
  readonly rules?: readonly string[];
  /** `mention`, `lost`, `mention lost`; of those that say the same thing one must hold. */
  readonly kinds?: readonly string[];
  /** Types of entities, kinds of quotations. */
  readonly types?: readonly string[];
}

/** What `--kind` may be. */
export const KINDS: readonly string[] = [
  ...SUBJECTS,
  ...CHANGES,
  ...SUBJECTS.flatMap((subject) => CHANGES.map((change) => `${subject} ${change}`)),
];

export function filterOf({ rules, kinds, types }: Wanted): (difference: Difference) => boolean {
  const subjects = kinds?.filter((kind) => SUBJECTS.includes(kind as Subject)) ?? [];
  const changes = kinds?.filter((kind) => CHANGES.includes(kind as Change)) ?? [];
  const both = kinds?.filter((kind) => kind.includes(' ')) ?? [];
  const isOfKind = ({ subject, change }: Difference) =>
    kinds === undefined ||
    both.includes(`${subject} ${change}`) ||
    (subjects.length + changes.length > 0 &&
      (subjects.length === 0 || subjects.includes(subject)) &&
      (changes.length === 0 || changes.includes(change)));
  const isOfType = ({ before, after }: Difference) =>
    types === undefined || [before, after].some((side) => side !== undefined && types.includes(side.type));
  const isByRule = ({ causes, before, after }: Difference) =>
    rules === undefined ||
    [...causes, ...(before?.rules ?? []), ...(after?.rules ?? [])].some((rule) =>
      rules.some(
        (wanted) => rule === wanted || rule.startsWith(`${wanted}/`) || rule.startsWith(`${wanted}:`),
      ),
    );
  return (difference) => isOfKind(difference) && isOfType(difference) && isByRule(difference);
}
