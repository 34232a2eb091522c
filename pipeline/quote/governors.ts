/**
 * Words that have the `أن` behind them for themselves: `بعد أن`, `يمكن أن`, `ما يعني أن`, `السبب هو أن`. A verb of speech
 * further before says nothing there.
 */
import type { Layers } from '../layers.js';
import { SHAPE } from '../recognize/shapes.js';
import { wordSet } from '../word-set.js';

/** Whether the word right before a complementizer takes it from any cue before. */
export function hasOtherGovernor({ tokens, shapes }: Layers, complementizer: number): boolean {
  const before = complementizer - 1;
  if (GOVERNORS.has(tokens, before)) return true;
  // `الطريق مغلق، خاصة أن …`, but `قالت مصادر خاصة إن …`.
  if (ESPECIALLY.has(tokens, before)) return (shapes[before - 1] & SHAPE.Comma) !== 0;
  return EQUATING.has(tokens, before) && tokens.text.charCodeAt(tokens.start[complementizer]) !== ALEF_BELOW;
}

const ESPECIALLY = wordSet('خاصه');
/** `السبب هو أن …`, but `قال هو إن …`. */
const EQUATING = wordSet('هو هي', 'وف');
const ALEF_BELOW = 0x625;

const CONJUNCTIONS =
  'اذ لكن حتي بعد قبل منذ دون الا غير رغم برغم بشرط شريطه لدرجه درجه حد حيث كما لو لولا بدل بدلا شرط اما قبيل مجرد ' +
  'لمجرد سبق خشيه بغيه رجاء بحيث ليت لعل ربما بد لابد بما بيد حين طالما علما صحيح سوي خصوصا سيما لاسيما بدليل بحكم ' +
  'بسبب نتيجه باعتبار اعتبار اساس ضمان شانه شانها شانهم بينها بينهم اولها اهمها ابرزها اخرها عليه عليها عليهم عليهما ' +
  'علينا عليك لك فكره حقيقه احتمال احتماليه';
const VERBS =
  'يمكن يمكنه يمكنها يمكنك يجب ينبغي يفترض يتعين يتوجب يتحتم يكفي يصح يليق يحق يلزم يعني تعني يبدو تبدو بدا ينتظر ' +
  'يحتمل يرجح يرتقب يشتبه ثبت يثبت تبين يتبين اتضح يتضح لنفترض كاد يكاد تكاد يريد تريد يريدون نريد اريد اراد ارادت يود تود يرغب ترغب يستطيع ' +
  'تستطيع يستطيعون استطيع نستطيع استطاع يستطع تستطع يتمكن يحاول تحاول نحاول حاول';
const ADJECTIVES =
  'الممكن الضروري المفترض الافضل المقرر المتوقع المنتظر المرجح المرتقب المحتمل المحتمله النادر الصعب المستبعد المستغرب المستحيل';

const GOVERNORS = wordSet(`${CONJUNCTIONS} ${VERBS} ${ADJECTIVES}`, 'وف');
