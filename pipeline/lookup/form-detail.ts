/** What the form of a word says beyond its row, as the bits above the list's number in an entry of the image. */
import type { CueForm, FormDetail, GrammaticalNumber } from './phrases.js';

const GENDERS = [undefined, 'm', 'f'] as const;
const NUMBERS: readonly GrammaticalNumber[] = ['s', 'd', 'p'];
const FORMS: readonly (CueForm | undefined)[] = [
  undefined,
  'perfect',
  'imperfect',
  'passive',
  'participle',
  'masdar',
];

/** The form of an entry as bits. */
export function packDetail(detail: FormDetail = { number: 's' }): number {
  const { gender, number, form, object } = detail;
  return (
    GENDERS.indexOf(gender) |
    (NUMBERS.indexOf(number) << 2) |
    (FORMS.indexOf(form) << 4) |
    (object ? 1 << 7 : 0)
  );
}

/** The form of an entry of the image, from its first integer. */
export function detailOf(entry: number): FormDetail {
  const bits = entry >> 8;
  return {
    gender: GENDERS[bits & 3],
    number: NUMBERS[(bits >> 2) & 3],
    form: FORMS[(bits >> 4) & 7],
    object: (bits & (1 << 7)) !== 0,
  };
}
