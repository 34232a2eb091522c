/**
 * Forms that several rows have: twice in one list, under two types, or through a spelling that the program makes by itself
 * (`عبد الله` and `عبدالله`). Takes located rows, gives findings; what a row marks as ambiguous is none.
 */

import type { NameRow } from '../pipeline/knowledge.js';
import { joinedSpellings } from '../pipeline/lookup/phrases.js';
import { fold } from '../pipeline/normalize.js';
import type { CheckedLists, Located } from './checked-lists.js';
import type { Finding } from './finding.js';
import { grouped } from './grouped.js';
import { canonical } from './known-words.js';

/** One form of a row. */
interface Form {
  readonly of: Located<{ readonly name: string }>;
  readonly form: string;
}

/** Finds them. */
export function findShared({ names, parts }: CheckedLists): Finding[] {
  const forms = names.flatMap((of) => [of.row.name, ...of.row.aliases].map((form): Form => ({ of, form })));
  const byList = grouped(parts, ({ list }) => list);
  return [
    ...sharedIn(forms),
    ...[...byList.values()].flatMap((rows) => sharedIn(rows.map((of) => ({ of, form: of.row.name })))),
    ...needless(names),
  ];
}

function sharedIn(forms: readonly Form[]): Finding[] {
  const found: Finding[] = [];
  for (const sharing of bySpelling(forms)) {
    const rows = [...new Set(sharing.map(({ of }) => of))];
    if (rows.length < 2 || !rows.some(({ isChecked }) => isChecked)) continue;
    found.push(...inOneList(sharing), ...ofTwoTypes(sharing));
  }
  return found;
}

/** Groups of forms that some spelling makes the same; most forms have no other and are passed over. */
function bySpelling(forms: readonly Form[]): Iterable<readonly Form[]> {
  return grouped(forms, ({ form }) => canonical(form)).values();
}

function inOneList(sharing: readonly Form[]): Finding[] {
  return [...grouped(sharing, ({ of }) => of.list).values()].flatMap((forms) => {
    const rows = oneEach(forms);
    if (rows.length < 2 || !rows.some(({ of }) => of.isChecked)) return [];
    const isFolded = new Set(rows.map(({ form }) => fold(form))).size === 1;
    const says = isFolded ? 'the list has it twice' : 'the program makes one of the other';
    return [finding(isFolded ? 'duplicate' : 'variant', rows, says)];
  });
}

function ofTwoTypes(sharing: readonly Form[]): Finding[] {
  const rows = oneEach(sharing);
  const unmarked = rows.filter(({ of }) => (of.row as Partial<NameRow>).certainty !== 'context');
  const lists = new Set(unmarked.map(({ of }) => of.list));
  if (lists.size < 2 || !unmarked.some(({ of }) => of.isChecked)) return [];
  return [finding('types', unmarked, `it stands in ${[...lists].join(' and ')}`)];
}

function oneEach(forms: readonly Form[]): readonly Form[] {
  return [...new Map(forms.map((form) => [form.of, form])).values()];
}

/** Told at the last row that is checked, since that is the one that came to the others. */
function finding(kind: Finding['kind'], forms: readonly Form[], says: string): Finding {
  const at = forms.findLast(({ of }) => of.isChecked) ?? forms[forms.length - 1];
  const others = forms
    .filter((form) => form !== at)
    .map(({ of }) => ({ place: of.place, name: of.row.name }));
  return { kind, place: at.of.place, form: at.form, says, others };
}

/** Aliases that add nothing to their own row. */
function needless(names: CheckedLists['names']): Finding[] {
  return names.flatMap((of) => {
    if (!of.isChecked) return [];
    const seen = new Set(joinedSpellings(of.row.name).map(fold));
    return of.row.aliases.flatMap((alias): Finding[] => {
      const spellings = joinedSpellings(alias).map(fold);
      const isNeedless = seen.has(spellings[0]);
      for (const spelling of spellings) seen.add(spelling);
      const says = 'the alias is the same as another form of its row; delete it';
      return isNeedless ? [{ kind: 'duplicate', place: of.place, form: alias, says, others: [] }] : [];
    });
  });
}
