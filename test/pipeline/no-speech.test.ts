/**
 * What looks like reported speech and is none: clock times, the code of a page, connectives of the writer, findings and
 * feelings told as facts. Each line of an expectation is kind, speaker and words.
 */
import { checkPhenomena, type Phenomenon } from './phenomenon.js';

const PHENOMENA: readonly Phenomenon[] = [
  {
    name: 'the colon of a clock time announces nothing',
    examples: [
      ['أعلنت الشركة أسماء الفائزين الساعة 18:30 مساء يوم الثلاثاء في مقرها.', []],
      ['وقال المدير عند الساعة 7:45 صباحا إن الطريق مغلق.', ['indirect | المدير | الطريق مغلق']],
    ],
    nearMisses: [
      ['قال المدير في 2012: 30 عاملا لا يكفون المصنع.', ['colon | المدير | 30 عاملا لا يكفون المصنع']],
      ['قال المدير: 10:30 موعد لا يناسب العمال.', ['colon | المدير | 10:30 موعد لا يناسب العمال']],
    ],
  },
  {
    name: 'marks of a web page\u2019s code hold no speech',
    examples: [
      ['الوزير يعلن خطة المياه content="الوزير يعلن خطة جديدة لتوزيع المياه على القرى" />', []],
      ['وقال المدير أمس alt="جسر قديم في وسط المدينة" />', []],
    ],
    nearMisses: [
      [
        'وقال المدير "الجسر القديم في وسط المدينة مغلق".',
        ['direct | المدير | الجسر القديم في وسط المدينة مغلق'],
      ],
      [
        'قال المدير: "الجسر القديم = خطر دائم على الناس".',
        ['direct | المدير | الجسر القديم = خطر دائم على الناس'],
      ],
    ],
  },
];

checkPhenomena(PHENOMENA);
