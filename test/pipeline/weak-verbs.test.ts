/** Verbs that are speech only now and then, and what they report; the noun behind a word that is no preposition; `ولي العهد`. */
import { checkPhenomena, type Phenomenon } from './phenomenon.js';

const PHENOMENA: readonly Phenomenon[] = [
  {
    name: 'a weak verb that is denied, asked or supposed reports nothing',
    examples: [
      ['وإذا علم سامر العتيبي أن الطريق مغلق فسيعود إلى القرية.', []],
      ['ولم تجد الدراسة أن الشاي يضر بالنوم.', []],
      ['وقد يظن بعض السكان أن الجسر متين.', []],
    ],
    nearMisses: [
      ['وعلمت صحيفة الميزان أن الطريق مغلق.', ['indirect | صحيفة الميزان | الطريق مغلق']],
      ['ووجدت الدراسة أن الشاي يضر بالنوم.', ['indirect | الدراسة | الشاي يضر بالنوم']],
      ['وتغير الموقف بعد أن أظهرت الدراسة أن الشاي يضر بالنوم.', ['indirect | الدراسة | الشاي يضر بالنوم']],
    ],
  },
  {
    name: 'a weak verb reports nothing where nobody is found who says it',
    examples: [
      ['قرأت القصة مرتين فوجدت أن الصبر أجمل ما فيها.', []],
      ['علم من مصدر رسمي أن الطريق مغلق.', []],
    ],
    nearMisses: [
      ['وقال إن الصبر أجمل ما في القصة.', ['indirect | - | الصبر أجمل ما في القصة']],
      ['ووجد الباحثون أن الصبر يطيل العمر.', ['indirect | الباحثون | الصبر يطيل العمر']],
    ],
  },
  {
    name: 'another word between a weak verb and the clause takes it for itself',
    examples: [
      ['وأظهر المعرض صورا قديمة، وتبين أن الجسر مغلق.', []],
      ['وتبرز القرية سوقها القديم ويجب على الزائر أن يراه في الربيع.', []],
    ],
    nearMisses: [
      ['وأظهر استطلاع جديد أن الجسر مغلق.', ['indirect | استطلاع جديد | الجسر مغلق']],
      ['ورد المدير على السؤال بالقول إن الجسر مغلق.', ['indirect | المدير | الجسر مغلق']],
    ],
  },
  {
    name: 'what somebody will not do, would rather do or finds on his way is no speech; what a paper includes is',
    examples: [
      ['ورفض سامر العتيبي أن يبيع بيته القديم.', []],
      ['وفضلت هدى الزناتي أن تبقى في القرية.', []],
      ['ويجد المسافر أن الطريق يضيق عند الجسر.', []],
      ['ويكتشف المسافر أن الطريق يضيق عند الجسر.', []],
      ['كيف يعبر الناس النهر دون أن تكون لديهم قوارب متينة؟', []],
    ],
    nearMisses: [
      ['وتضمن القرار أن الأجور سترتفع في الربيع.', ['indirect | القرار | الأجور سترتفع في الربيع']],
      ['واكتشف الباحثون أن الطريق يضيق عند الجسر.', ['indirect | الباحثون | الطريق يضيق عند الجسر']],
      ['ورفض سامر العتيبي القول إن البيت قديم.', ['indirect | سامر العتيبي | البيت قديم']],
    ],
  },
  {
    name: 'ال before a word that is a preposition by itself makes a noun of it, and a verb may follow',
    examples: [
      ['خرج الناس، لكن الإمام قال إن الباب مغلق.', ['indirect | الإمام | الباب مغلق']],
      ['الإمام أكد أن العمل مستمر.', ['indirect | الإمام | العمل مستمر']],
    ],
    nearMisses: [
      ['تجمع الناس أمام ذكر الطيور.', []],
      ['وقف الناس على قول المدير.', []],
    ],
  },
  {
    name: 'ولي العهد is a title and no و with لي',
    examples: [
      ['وقال ولي العهد إن العمل مستمر.', ['indirect | ولي العهد | العمل مستمر']],
      ['وأكد ولي العهد سامر العتيبي أن العمل مستمر.', ['indirect | سامر العتيبي | العمل مستمر']],
    ],
    nearMisses: [
      ['وقال لي المدير إن العمل مستمر.', ['indirect | المدير | العمل مستمر']],
      ['وقال لي نزار عياد إن العمل مستمر.', ['indirect | نزار عياد | العمل مستمر']],
    ],
  },
];

checkPhenomena(PHENOMENA);
