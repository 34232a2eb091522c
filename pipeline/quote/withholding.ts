/**
 * What a speaker kept back is the writer's: `، رافضة الكشف عن عنوانها`, `لكنه لم يحدد موعدا`, `دون أن يذكر اسمه`. Takes a token;
 * says whether such words begin there. `رافضة الاندماج` and `لكنه لم ينجح` go on with what is reported.
 */
import type { Layers } from '../layers.js';
import { SHAPE } from '../recognize/shapes.js';
import { foldedWord, WORD } from '../tokenize.js';
import { wordSet } from '../word-set.js';

export function withholdingEnds(layers: Layers, token: number): boolean {
  const { tokens, shapes } = layers;
  if (REFUSING.has(tokens, token)) return (shapes[token - 1] & SHAPE.Comma) !== 0 && refuses(layers, token);
  if (BUT.has(tokens, token)) return leavesOpen(layers, token + 1);
  if (THAN.has(tokens, token)) return THAT.has(tokens, token + 1) && leavesOpen(layers, token + 2);
  return WITHOUT.has(tokens, token) && without(layers, token + 1);
}

/** `رافضة الكشف عن عنوانها`, `ممتنعا عن التعليق` */
function refuses({ tokens }: Layers, token: number): boolean {
  const next = token + 1 < tokens.count && foldedWord(tokens, token + 1) === 'عن' ? token + 2 : token + 1;
  return next < tokens.count && tokens.kind[next] === WORD && TELLING.has(tokens, next);
}

const REFUSING = wordSet('رافضا رافضه رافضين ممتنعا ممتنعه ممتنعين متحفظا متحفظه متحفظين');

const TELLING = wordSet(
  'كشف افصاح تعليق خوض ادلاء تحديد تسميه ذكر اجابه رد توضيح الكشف الافصاح التعليق الخوض الادلاء التحديد التسميه الذكر الاجابه الرد التوضيح',
);

/** `لكنه لم يحدد`, `إلا أنها رفضت الإفصاح` */
function leavesOpen({ tokens }: Layers, verb: number): boolean {
  if (verb + 1 >= tokens.count) return false;
  return NOT.has(tokens, verb)
    ? TELLS.has(tokens, verb + 1)
    : REFUSED.has(tokens, verb) && TELLING.has(tokens, verb + 1);
}

const BUT = wordSet('لكنه لكنها لكنهم', 'وف');
const THAN = wordSet('الا غير بيد', 'و');
const THAT = wordSet('انه انها انهم');
const NOT = wordSet('لم');
const REFUSED = wordSet('رفض رفضت رفضوا');
const TELLS = wordSet(
  'يحدد يذكر يكشف يفصح يوضح يعط يقدم يدل يشر يسم يورد تحدد تذكر تكشف تفصح توضح تعط تقدم تدل تشر تسم تورد',
);

/** `دون أن يذكر اسمه`, `من دون إعطاء تفاصيل`; not `دون أن يسقط ضحايا`, `دون تحديد أسباب الوفاة`. */
function without({ tokens }: Layers, next: number): boolean {
  if (next + 1 >= tokens.count) return false;
  if (SUBJUNCTIVE.has(tokens, next)) return TELLS_THAT.has(tokens, next + 1);
  return GIVING.has(tokens, next) && DETAILS.has(tokens, next + 1);
}

const WITHOUT = wordSet('دون بدون');
const SUBJUNCTIVE = wordSet('ان');
const TELLS_THAT = wordSet(
  'يحدد يذكر يكشف يفصح يوضح يعطي يدلي يضيف يسمي تحدد تذكر تكشف تفصح توضح تعطي تدلي تضيف تسمي يحددوا يذكروا يكشفوا',
);
const GIVING = wordSet('اعطاء تقديم ذكر الكشف ايراد الادلاء');
const DETAILS = wordSet('تفاصيل مزيد المزيد توضيحات معلومات ايه اي');
