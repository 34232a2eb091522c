/** What a check finds in lists of names: data for a page or for a program. */
import type { Place } from './checked-lists.js';

/** What can be wrong, in the order in which it is told. */
export const FINDINGS = {
  defect: 'rows that no command would read',
  duplicate: 'forms that one list has twice after folding',
  types: 'forms that stand for things of two types, without certainty "context" on all but one',
  ordinary: 'forms that are also ordinary words, without certainty "context" or reading "common"',
  variant: 'spellings that run into those of another row',
  source: 'lists without a source',
} as const;
export type FindingKind = keyof typeof FINDINGS;

export interface Finding {
  readonly kind: FindingKind;
  /** Where to look first; the line is absent for a whole file. */
  readonly place: Place;
  /** The form, or a file's name; empty for a defect. */
  readonly form: string;
  readonly says: string;
  /** The other rows that have a part in it. */
  readonly others: readonly { readonly place: Place; readonly name: string }[];
}
