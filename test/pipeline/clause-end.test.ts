/**
 * Where reported speech ends and the writer goes on, by phenomenon. Each line of an expectation is kind, speaker and
 * words.
 */
import { checkPhenomena, type Phenomenon } from './phenomenon.js';

const PHENOMENA: readonly Phenomenon[] = [
  {
    name: 'لكنه and إلا أنه before a verb of speech set the writer\u2019s next statement against the last',
    examples: [
      ['أكد المدير أن المخزن ممتلئ إلا أنه أقر بنقص في العمال.', ['indirect | المدير | المخزن ممتلئ']],
      [
        'قال المدير إن الجسر جاهز، لكنه أشار إلى أن الطريق مغلق.',
        ['indirect | المدير | الجسر جاهز', 'indirect | المدير | الطريق مغلق'],
      ],
      [
        'تقول الشركة إن الماء نظيف، إلا أن السكان يؤكدون أن لونه تغير.',
        ['indirect | الشركة | الماء نظيف', 'indirect | السكان | لونه تغير'],
      ],
    ],
    nearMisses: [
      [
        'قال المدير إن الجسر جاهز لكنه ضيق على الشاحنات.',
        ['indirect | المدير | الجسر جاهز لكنه ضيق على الشاحنات'],
      ],
      [
        'أكد المدير أن المخزن ممتلئ إلا أنه لا يكفي المدينة.',
        ['indirect | المدير | المخزن ممتلئ إلا أنه لا يكفي المدينة'],
      ],
    ],
  },
  {
    name: 'نقلا عن names where the words come from and is not said',
    examples: [
      ['قالت الوكالة إن الصاروخ جاهز، نقلا عن مصادر في المصنع.', ['indirect | الوكالة | الصاروخ جاهز']],
      ['أوضح المدير أن الطريق مغلق نقلا عن تقارير محلية.', ['indirect | المدير | الطريق مغلق']],
    ],
    nearMisses: [
      [
        'قال المدير إن المصنع سيغلق نقل المواد عن طريق البحر.',
        ['indirect | المدير | المصنع سيغلق نقل المواد عن طريق البحر'],
      ],
      ['قالت الوكالة إن البضائع تصل نقلا بالقطار.', ['indirect | الوكالة | البضائع تصل نقلا بالقطار']],
    ],
  },
];

checkPhenomena(PHENOMENA);
