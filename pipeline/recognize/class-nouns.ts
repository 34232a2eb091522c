/**
 * Class nouns of organizations by what they take behind them. The lists say which nouns there are and whether they
 * belong to the name; these sets say what opens a name behind which of them.
 */
/** Class nouns that name something without a nationality only together with complements. */
export const TAKES_COMPLEMENTS: ReadonlySet<string> = new Set([
  'مركز',
  'مكتب',
  'صندوق',
  'شبكة',
  'غرفة',
  'برنامج',
  'مؤتمر',
  'إدارة',
  'مديرية',
]);

/** The same with an article: `المركز الوطني للأرصاد`, `الشركة العامة للكهرباء`. */
export const TAKES_PURPOSE: ReadonlySet<string> = new Set(['مركز', 'صندوق', 'مكتب']);

/** Class nouns of many things that name a body by what stands in marks: `قوات "الدفاع الشعبي"`. */
export const TAKES_MARKS: ReadonlySet<string> = new Set([
  'قوات',
  'مجموعة',
  'شبكة',
  'منصة',
  'مركز',
  'صندوق',
  'حملة',
  'مبادرة',
]);

/** `وزارة الطاقة والمعادن`, but `جبهة الإنقاذ والجيش`. */
export const JOINS_COMPLEMENTS: ReadonlySet<string> = new Set(
  'وزارة هيئة لجنة مديرية جمعية معهد كلية غرفة أكاديمية جامعة إدارة ديوان اتحاد مركز نقابة'.split(' '),
);

/** `أعلنت وزارة الخارجية للصحفيين`: behind these ل opens something else. */
export const WITHOUT_PURPOSE: ReadonlySet<string> = new Set([
  'وزارة',
  'محكمة',
  'لجنة',
  'حزب',
  'مجلس',
  'برلمان',
  'نيابة',
  'سفارة',
]);

/** Bodies that are named by their place alone. */
export const OF_PLACES: ReadonlySet<string> = new Set(
  'جامعة بلدية محكمة مديرية غرفة نيابة برلمان منتخب أكاديمية معهد بورصة بنك مصرف كلية أمانة متحف نقابة صندوق مركز مجلس اتحاد مؤسسة لجنة رابطة'.split(
    ' ',
  ),
);

/** Bodies that are named after a person or by words of their own. */
export const OF_PERSONS: ReadonlySet<string> = new Set(
  'جامعة مؤسسة معهد مركز أكاديمية كلية مدرسة كتيبة لواء كتائب سرايا فرقة متحف بنك مصرف منظمة جمعية رابطة شبكة وكالة دار'.split(
    ' ',
  ),
);
