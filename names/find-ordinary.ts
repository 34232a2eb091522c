/**
 * Names that are also ordinary words and do not say so: `الشروق` is a newspaper and the sunrise. Takes located rows, gives
 * findings; rows with certainty `context` or reading `common` say it themselves.
 */

import { fold } from '../pipeline/normalize.js';
import type { CheckedLists } from './checked-lists.js';
import type { Finding } from './finding.js';
import { ordinaryForms } from './known-words.js';

/** Finds them. */
export function findOrdinary({ lists, names, parts }: CheckedLists): Finding[] {
  const ordinary = ordinaryForms(lists);
  const inNames = names
    .filter(({ row, isChecked }) => isChecked && row.certainty !== 'context')
    .flatMap(({ row, place }) =>
      [row.name, ...row.aliases].flatMap((form) => findingOf(form, place, ordinary.get(fold(form)))),
    );
  const inParts = parts
    .filter(({ row, isChecked }) => isChecked && !row.common)
    .flatMap(({ row, place }) => {
      const what = ordinary.get(fold(row.name));
      // Adjectives of places and words for trades are family names as such (`الطرابلسي`, `النجار`).
      return NAME_LIKE.has(what ?? '') ? [] : findingOf(row.name, place, what);
    });
  return [...inNames, ...inParts];
}

const NAME_LIKE = new Set(['an adjective of nationality or place', 'a title', 'a class noun']);

function findingOf(form: string, place: Finding['place'], what: string | undefined): Finding[] {
  return what === undefined ? [] : [{ kind: 'ordinary', place, form, says: `it is ${what}`, others: [] }];
}
