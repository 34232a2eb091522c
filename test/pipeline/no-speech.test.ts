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
  {
    name: 'a connective of the writer and a word that only looks like a verb of speech report nothing',
    examples: [
      ['السوق بعيد عن القرى، فضلا عن أن الطريق إليه مغلق في الشتاء.', []],
      ['يفتح المعرض أبوابه غدا، علما بأن الدخول إليه مجاني للطلاب.', []],
      ['مذكرات سامر العتيبي: سنوات في الميناء القديم', []],
    ],
    nearMisses: [
      [
        'قال المدير إن السوق بعيد، فضلا عن أن الطريق مغلق.',
        ['indirect | المدير | السوق بعيد، فضلا عن أن الطريق مغلق'],
      ],
      ['وتحدث المدير، مذكرا بأن الدخول مجاني للطلاب.', ['indirect | المدير | الدخول مجاني للطلاب']],
    ],
  },
  {
    name: 'what somebody knows, proves or feels is told by the writer',
    examples: [
      ['وأدرك العامل أنه لن يعود إلى المصنع.', []],
      ['عاد اللاعب إلى الملعب وأثبت أن قدمه شفيت تماما.', []],
      ['كان سامر العتيبي يعلم أن الجسر لن يصمد.', []],
    ],
    nearMisses: [
      ['وأكد العامل أنه لن يعود إلى المصنع.', ['indirect | العامل | أنه لن يعود إلى المصنع']],
      ['قال المدير إن العامل يعلم أن الجسر لن يصمد.', ['indirect | المدير | العامل يعلم أن الجسر لن يصمد']],
    ],
  },
  {
    name: 'a clause behind a preposition that the verb does not govern is another word\u2019s',
    examples: [
      ['تحدثت هدى الزناتي عن مرضها وساعدت النساء وشجعتهن على أن يخرجن إلى العمل.', []],
      ['وتوقع المدير ربحا كبيرا بعد عمل دام عامين من أجل تعاون الشركة في أن تبني الجسر.', []],
    ],
    nearMisses: [
      ['وتوقع المدير بعد عمل دام عامين أن تبني الشركة الجسر.', ['indirect | المدير | تبني الشركة الجسر']],
      [
        'ولفتت هدى الزناتي، وهي تتحدث إلى الصحفيين، إلى أن الجسر مغلق.',
        ['indirect | هدى الزناتي | الجسر مغلق'],
      ],
    ],
  },
];

checkPhenomena(PHENOMENA);
