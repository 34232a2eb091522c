/** Nouns of what is written and says something, folded: `بيان`, `دراسة`. */
export const DOCUMENTS: ReadonlySet<string> = new Set([
  'بيان',
  'بيانها',
  'بيانه',
  'تقرير',
  'دراسه',
  'تغريده',
  'منشور',
  'رساله',
  'وثيقه',
  'افصاح',
]);
