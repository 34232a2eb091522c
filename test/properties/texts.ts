/**
 * Texts that nobody would write, for properties that must hold of all: any string at all, halves of characters and
 * NULs included, and strings of the very words, names, cues and marks that make the stages work.
 */
import fc from 'fast-check';

/** Any string of UTF-16 units, with halves of characters, NULs, and characters of every plane. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary', size: 'max', maxLength: 200 }),
  fc.string({ unit: 'grapheme', size: 'max', maxLength: 200 }),
  fc.string({
    unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
    size: 'max',
    maxLength: 200,
  }),
  fc.string({
    unit: fc.integer({ min: 0x600, max: 0x6ff }).map((unit) => String.fromCharCode(unit)),
    size: 'max',
    maxLength: 200,
  }),
);

const NAMES = [
  'سيرغي لافروف',
  'لافروف',
  'بشار الأسد',
  'الأسد',
  'أنغيلا ميركل',
  'عبد الله منصور',
  'سامر العبدلات',
  'أبو مازن',
  'محمد بن سلمان',
  'روسيا',
  'العراق',
  'بغداد',
  'الأمم المتحدة',
  'وزارة الخارجية الروسية',
  'وكالة رويترز',
  'قناة العربية',
  'مدينة حلب',
  'شركة النور',
  'حزب الله',
  'داعش',
];
const TITLES = [
  'وزير',
  'الوزير',
  'الوزيرة',
  'الوزيران',
  'وزير الخارجية',
  'الرئيس',
  'رئيس الوزراء',
  'المتحدث باسم',
  'المتحدثة',
  'الناطق',
  'السيد',
  'الدكتور',
  'د.',
  'أ.',
  'الروسي',
  'الروسية',
  'العراقيان',
  'مصدر أمني',
  'مصادر',
  'نظيره',
  'الحكومة',
];
const CUES = [
  'قال',
  'وقال',
  'قالت',
  'قالوا',
  'قلت',
  'يقول',
  'سيعلن',
  'أعلن',
  'وأضاف',
  'وتابع',
  'أضافت',
  'أكد',
  'وأكد',
  'أكدا',
  'نفى',
  'حذر من',
  'أشار إلى',
  'شدد على',
  'كشف',
  'اعتبر',
  'ذكرت',
  'نقلت',
  'نقل عن',
  'كتب',
  'صرح',
  'مشيرا إلى',
  'مؤكدا',
  'قائلا',
  'قوله',
  'قولها',
  'بحسب',
  'وفقا ل',
  'حسبما',
  'على حد قوله',
  'وفق ما',
  'تصريح',
  'هل',
  'لم',
  'لن',
  'إذا',
];
const WORDS = [
  'قناة',
  'تنظيم',
  'حزب',
  'وزارة',
  'شركة',
  'مدينة',
  'نادي',
  'بن',
  'أبو',
  '14',
  '٢٠١٤',
  'إن',
  'أن',
  'إنه',
  'أنها',
  'بأن',
  'وإن',
  'إلى',
  'على',
  'عن',
  'من',
  'في',
  'مع',
  'ل',
  'و',
  'ثم',
  'لكن',
  'بعد',
  'أمس',
  'الثلاثاء',
  '5 أيار',
  '2015',
  '٣٫٥',
  '25%',
  'هو',
  'هي',
  'الذي',
  'خلال',
  'مؤتمر صحفي',
  'الاتفاق',
  'الجديد',
  'العمل',
  'ينتهي',
  'RT',
  'Reuters',
  'John Smith',
  '#هاشتاغ_جديد',
  '@user',
  '\u{1f600}',
  'قَالَ',
  'مـــحمد',
  '\ufefb',
  '\u202bنعم\u202c',
  'بغداد -',
  '(رويترز)',
];
const MARKS = [...'"«»“”„‟‹›″‘’‚‛❝❞\'(){}[]<>,.،؛;:؟?!…–—-/\\|*+=_#@%&~`^$'];
const GLUE = [
  '..',
  '...',
  "''",
  '""',
  '«»',
  ': "',
  '." ',
  '".',
  '»,',
  '\n',
  '\n\n',
  '\r\n',
  '\t',
  '\u00a0',
  '\u200f',
];

const piece: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...NAMES) },
  { weight: 3, arbitrary: fc.constantFrom(...TITLES) },
  { weight: 5, arbitrary: fc.constantFrom(...CUES) },
  { weight: 5, arbitrary: fc.constantFrom(...WORDS) },
  { weight: 4, arbitrary: fc.constantFrom(...MARKS) },
  { weight: 3, arbitrary: fc.constantFrom(...GLUE) },
);

const gap = fc.constantFrom(' ', ' ', ' ', '');

/** A sentence of reporting, nearly as written, so that what comes behind it is met in the middle of things. */
const report: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom(...CUES),
    fc.constantFrom('', ...TITLES),
    fc.constantFrom('', ...NAMES),
    fc.constantFrom('إن', 'أن', ': "', ': «', '"', ':', 'إلى أن', 'قوله إن', '، مشيرا إلى أن'),
    fc.array(piece, { size: 'max', maxLength: 8 }),
    fc.constantFrom('.', '".', '».', '"، وأضاف أن', '" و"', '\n', ''),
  )
  .map(
    ([cue, title, name, opening, content, end]) =>
      `${[cue, title, name, opening, ...content].join(' ')}${end}`,
  );

/** Words, names, cues, marks and line ends in any order, with a space or nothing between them. */
export const newsLike: fc.Arbitrary<string> = fc
  .array(fc.tuple(fc.oneof({ weight: 6, arbitrary: piece }, { weight: 1, arbitrary: report }), gap), {
    size: 'max',
    maxLength: 60,
  })
  .map((pieces) => pieces.map(([words, space]) => words + space).join(''));

/** Marks and hardly a word between them. */
export const markLike: fc.Arbitrary<string> = fc
  .array(fc.constantFrom(...MARKS, ...GLUE, ' ', ' ', 'نعم', 'و', 'قال', '5'), { size: 'max', maxLength: 60 })
  .map((pieces) => pieces.join(''));

export const everyKind: fc.Arbitrary<string> = fc.oneof(
  { weight: 5, arbitrary: newsLike },
  { weight: 2, arbitrary: markLike },
  { weight: 2, arbitrary: anyText },
);

/** Texts that once broke a property, each as short as it could be made; every property tries them first. */
export const BREAKERS: readonly string[] = [
  'قال..‘"',
  'يعلن..«»',
  'قال.. ‟',
  'قال „‚…‟',
  'قال: "." وذهب',
  'مشيرا أن" أشار”ر ي\nس”',
  'قال أن قوله…اد.ش',
  'تابع أن"أضاف:" د".ن',
  'أضاف أن و«ت.',
  'قوله إن و❝ا–',
  'حذر أن ل د ب"د\nم"',
  "يعلن..نفت أن''أ",
  'اعتبر"ذكر أنه.د',
  'يكتب أن قوله إن"ق',
  'قال .. قال   إن سيرغي لافروف. ',
  '"سيرغي لافروف يرفض ذلك تماما" قال في بغداد.',
  ':"امازن ة ر"ذكر',
  'ك"eوزير روس"على قوله',
  ':«وزير ه ر" أكد',
  'قناة «77»',
  'قال إن قناة العربية "." و"."',
  'نقل عن قولها إن سيرغي لافروف ',
  'مجموعة «5+1»،',
];

/**
 * How many texts a property tries, and which: always the same ones, so that a failure is never a matter of luck.
 * `ISNAD_SEED` chooses others, `ISNAD_RUNS` multiplies them, for whoever goes hunting.
 */
export function runs(numRuns: number): { numRuns: number; seed: number } {
  const { ISNAD_RUNS = '1', ISNAD_SEED = '1' } = process.env;
  return { numRuns: numRuns * Number(ISNAD_RUNS), seed: Number(ISNAD_SEED) };
}
