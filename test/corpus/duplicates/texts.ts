/** Invented wire copy and what outlets make of it, and the sketches of such texts as files. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Duplicates, findDuplicates } from '../../../corpus/duplicates/find.js';
import { encodeSketch, SKETCHES_HEAD, type Sketch, sketchOf } from '../../../corpus/duplicates/sketch.js';

export const BODY = [
  'أعلنت هيئة السدود في ولاية المروج، صباح الثلاثاء، إغلاق البوابات الأربع لسد الغدير بعد ارتفاع منسوب المياه إلى مستوى لم تسجله منذ تسعة أعوام، ودعت سكان القرى المجاورة إلى الابتعاد عن مجرى النهر حتى إشعار آخر.',
  'وقال مدير الهيئة عامر البدراني في مؤتمر صحفي إن الفرق الفنية تراقب المنسوب كل ساعة، مؤكدا أن جسم السد سليم ولا خوف عليه. وأضاف أن التصريف سيبدأ تدريجيا مساء اليوم إذا توقفت الأمطار على المرتفعات الشرقية.',
  'من جهتها ذكرت مديرة الدفاع المدني ليلى الهاشمي أن فرق الإنقاذ أجلت مئة وعشرين عائلة من ثلاث قرى، وأن مدرستين في بلدة الغدير فتحتا أبوابهما لاستقبال النازحين، مشيرة إلى توزيع أغطية ووجبات ساخنة عليهم.',
  'وكانت الأمطار قد هطلت على الولاية خمسة أيام متواصلة، وقطعت الطريق الواصل بين المروج والعاصمة في موضعين، فيما تعطلت حركة القطارات على الخط الشمالي قبل أن تستأنف جزئيا ظهر الاثنين.',
  'وتوقعت الأرصاد الجوية أن ينحسر المنخفض ابتداء من فجر الخميس، على أن تعود درجات الحرارة إلى معدلاتها في نهاية الأسبوع.',
];

/** The wire text as its agency sent it. */
export const WIRE = `سد الغدير يغلق بواباته\n\nالمروج (وكالة الضفاف) - ${BODY.join('\n')}`;

/** The same under other headlines and bylines, cut, and with other spellings. */
export const COPIES = [
  `إجلاء عائلات بعد ارتفاع منسوب سد الغدير في المروج\n\nكتبت سلمى الراشد\n${BODY.slice(0, 4).join('\n')}`,
  `السيول تغلق سد الغدير\n\nصحيفة المساء - متابعات\n${BODY.join('\n').replaceAll('أ', 'ا').replaceAll('ة ', 'ه ')}\nاقرأ أيضا`,
  `عاجل: سد الغدير\n\n${BODY.join('\n\n').replace('مئة وعشرين عائلة', 'نحو 120 عائلة').replaceAll('،', ' ،')}`,
];

/** The same event in words of its own: no copy. */
export const NEAR_MISS = [
  'منسوب قياسي في سد الغدير',
  '',
  'رفعت السلطات في المروج درجة التأهب يوم الثلاثاء حول سد الغدير، إذ بلغت المياه حدا لم يعرفه السد منذ تسع سنوات، وأغلقت بواباته كلها.',
  'وطمأن عامر البدراني، الذي يدير هيئة السدود، الأهالي قائلا إن جسم السد سليم ولا خوف عليه، وإن تصريف المياه قد يبدأ في المساء.',
  'وخرجت من قراها مئة وعشرون عائلة نقلها الدفاع المدني إلى مدرستين في الغدير، كما قالت مديرته ليلى الهاشمي لصحيفتنا.',
  'وما زالت الطريق إلى العاصمة مقطوعة، والقطار الشمالي يسير ببطء، بينما ينتظر الناس يوم الخميس الذي تعد فيه الأرصاد بطقس أهدأ.',
].join('\n');

/** The id of the article with a number. */
export function articleNumber(number: number): string {
  // Ids are hashes: their order must not be that of the numbers.
  const digits = (Math.imul(number + 1, 0x9e37_79b1) >>> 0).toString(16).padStart(8, '0');
  return `urn:isnad:article:${digits}${number.toString(16).padStart(24, '0')}`;
}

/** The sketch of the article with a number. */
export function articleSketch(number: number, text: string): Sketch {
  const id = articleNumber(number);
  const sketch = sketchOf('article', id, id, text);
  if (sketch === undefined) throw new Error('the text has no words');
  return sketch;
}

/** What is found among sketches that stand in these files. */
export async function foundIn(
  files: readonly (readonly Sketch[])[],
  options: { readonly of?: Sketch['of']; readonly similarity?: number; readonly inMemory?: number } = {},
): Promise<Duplicates> {
  const folder = mkdtempSync(path.join(tmpdir(), 'isnad-duplicates-'));
  try {
    const names = files.map((sketches, index) => {
      const name = path.join(folder, `${index}.sketches`);
      writeFileSync(name, Buffer.concat([SKETCHES_HEAD, ...sketches.map(encodeSketch)]));
      return name;
    });
    const scratch = mkdtempSync(path.join(folder, 'scratch-'));
    return await findDuplicates(names, { of: 'article', similarity: 0.8, scratch, ...options });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Groups as sorted lists of ids, and links as `a b similarity`. */
export function plain({ groups, links }: Duplicates) {
  return {
    groups: groups.map(({ members }) => members.map(({ member }) => member.id)).sort(),
    links: links.map(({ a, b, similarity }) => `${a.id} ${b.id} ${similarity}`).sort(),
  };
}

/** Numbers from 0 up to `bound`, the same for the same seed. */
export function numbers(seed: number): (bound: number) => number {
  let state = seed;
  return (bound) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * bound);
  };
}

const WORDS = [...new Set(BODY.join(' ').match(/[\u0621-\u064a]{3,}/gu))];

/** A text of so many words, of no sense. */
export function anyWords(random: (bound: number) => number, count: number): string[] {
  return Array.from({ length: count }, () => `${WORDS[random(WORDS.length)]}${random(40) || ''}`);
}
