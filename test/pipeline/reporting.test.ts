/**
 * Ways of reporting speech, by phenomenon: what is quoted and who says it, and sentences that look alike and are read
 * otherwise. Each line of an expectation is kind, speaker and words.
 */
import { createExtractor } from '../../index.js';

const extractor = createExtractor();

/** The quotations of a text, as `kind | speaker | words`; a dash where nobody is given. */
function read(text: string): readonly string[] {
  const { quotations } = extractor.extract({ identifier: 'text', text });
  return quotations.map(({ kind, speakers, speakerSpan, start, end }) => {
    const words = speakerSpan === undefined ? '-' : text.slice(speakerSpan.start, speakerSpan.end);
    const who = speakers.map(({ name }) => name).join(' + ') || words;
    return `${kind} | ${who} | ${text.slice(start, end)}`;
  });
}

interface Phenomenon {
  readonly name: string;
  /** Text → what is read in it. */
  readonly examples: readonly (readonly [string, readonly string[]])[];
  readonly nearMisses: readonly (readonly [string, readonly string[]])[];
}

const PHENOMENA: readonly Phenomenon[] = [
  {
    name: 'a label, a list or an address before a colon says nothing',
    examples: [
      ['اقرأ أيضا: الأمطار تعود إلى الساحل غدا.', []],
      ['تحدث المدير عن مشاريع منها: الميناء والسوق والمدرسة.', []],
    ],
    nearMisses: [
      ['قال المدير: الأمطار تعود إلى الساحل غدا.', ['colon | المدير | الأمطار تعود إلى الساحل غدا']],
      ['وأضاف العمدة: منها ما تهدم كله.', ['colon | العمدة | منها ما تهدم كله']],
    ],
  },
  {
    name: 'عبر is a verb only with its own preposition',
    examples: [
      ['وعبر الوزير عن أمله في أن تعود المياه.', ['indirect | الوزير | تعود المياه']],
      ['عبرت النقابة عن أملها في أن يرفع الأجر.', ['indirect | النقابة | يرفع الأجر']],
    ],
    nearMisses: [
      ['دعا المنظمون الشباب إلى التسجيل عبر الموقع: https://example.org/a', []],
      ['وصلت الشحنة عبر الميناء "القديم في الشمال" أمس.', []],
    ],
  },
  {
    name: 'clauses that وأن joins to marked words or to the sentence before are quotations too',
    examples: [
      [
        'وترى النقابة أن «الأجور لا تكفي العمال»، وأن المصنع لن يغلق.',
        ['mixed | النقابة | الأجور لا تكفي العمال', 'indirect | النقابة | المصنع لن يغلق'],
      ],
      [
        'أعلن المدير أن الطريق جاهز. وأن الجسر يفتح غدا.',
        ['indirect | المدير | الطريق جاهز', 'indirect | المدير | الجسر يفتح غدا'],
      ],
    ],
    nearMisses: [
      [
        'قال المدير إن الطريق جاهز وإن الجسر يفتح غدا.',
        ['indirect | المدير | الطريق جاهز وإن الجسر يفتح غدا'],
      ],
      ['أعلن المدير أن الطريق جاهز. ومن المقرر أن يفتح الجسر غدا.', ['indirect | المدير | الطريق جاهز']],
    ],
  },
  {
    name: 'marks that open with a verb to come, a negation or a particle hold no name',
    examples: [
      [
        'حذر الوزير من أن المنطقة "ستتحول إلى صحراء قاحلة" بعد عامين.',
        [
          'indirect | الوزير | المنطقة "ستتحول إلى صحراء قاحلة" بعد عامين',
          'mixed | الوزير | ستتحول إلى صحراء قاحلة',
        ],
      ],
      [
        'قال النائب إن اللجنة "لن تقبل الضغط" مهما طال الأمر.',
        ['indirect | النائب | اللجنة "لن تقبل الضغط" مهما طال الأمر', 'mixed | النائب | لن تقبل الضغط'],
      ],
    ],
    nearMisses: [
      ['قال النائب إن شركة "أفق المتوسط" خسرت كثيرا.', ['indirect | النائب | شركة "أفق المتوسط" خسرت كثيرا']],
      ['حذر الوزير من أن منظمة "نبض" توقفت عن العمل.', ['indirect | الوزير | منظمة "نبض" توقفت عن العمل']],
    ],
  },
  {
    name: 'statements that only an attribution marks',
    examples: [
      [
        'سترتفع الحرارة خمس درجات غدا، وفقا لمركز الأرصاد.',
        ['indirect | مركز الأرصاد | سترتفع الحرارة خمس درجات غدا'],
      ],
      [
        'وبحسب مصدر أمني، فإن الطريق أغلق بعد الحادث بساعة.',
        ['indirect | مصدر أمني | الطريق أغلق بعد الحادث بساعة'],
      ],
    ],
    nearMisses: [
      ['وفقا للقانون، يعاقب من يخالف القرار بالغرامة.', []],
      ['سارت الأشغال في المدرسة سيرا حسنا، وفق الخطة الموضوعة.', []],
    ],
  },
  {
    name: 'marked words go on behind a speaker between them',
    examples: [
      [
        '«الوضع صعب»، تقول هالة منصور، «لكننا سنصبر».',
        ['direct | هالة منصور | الوضع صعب', 'direct | هالة منصور | لكننا سنصبر'],
      ],
      [
        '"هذا يومنا"، يقول هالة منصور، "وهذه أرضنا".',
        ['direct | هالة منصور | هذا يومنا', 'direct | هالة منصور | وهذه أرضنا'],
      ],
    ],
    nearMisses: [
      [
        'قال المدير: «انتهى العمل كله هنا». وأضاف: «نبدأ غدا من جديد».',
        ['direct | المدير | انتهى العمل كله هنا', 'direct | المدير | نبدأ غدا من جديد'],
      ],
      ['عرضت رواية «ليالي الميناء»، وتلتها رواية «بيت الرمل».', []],
    ],
  },
  {
    name: 'a surname that no list knows speaks in a headline when it speaks to an outlet or in the first person',
    examples: [
      ['الدرعوقي لـ«الميزان»: سنوسع المصنع', ['headline | الدرعوقي | سنوسع المصنع']],
      ['الدرعوقي: لا نية لرفع الأسعار', ['headline | الدرعوقي | لا نية لرفع الأسعار']],
    ],
    nearMisses: [
      ['بالفيديو: سيول تجتاح الوادي', []],
      ['النخيل: الشرطة تضبط شبكة تهريب', []],
    ],
  },
  {
    name: 'whoever is spoken to, even in marks, is not who speaks',
    examples: [
      ['قال لـ«الميزان» مدير الميناء إن السفن تنتظر.', ['indirect | مدير الميناء | السفن تنتظر']],
      ['وأكد لـ "الأفق" رئيس البلدية أن الماء سيعود.', ['indirect | رئيس البلدية | الماء سيعود']],
    ],
    nearMisses: [
      ['قال مدير «الميزان» إن الصحيفة لن تغلق.', ['indirect | مدير «الميزان» | الصحيفة لن تغلق']],
      ['قال مدير الميناء لـ«الميزان» إن السفن تنتظر.', ['indirect | مدير الميناء | السفن تنتظر']],
    ],
  },
  {
    name: 'a manner or what stands for privacy is no speaker',
    examples: [
      ['قال سامر العتيبي مبتسما إن الفريق فاز. ثم غادر.', ['indirect | سامر العتيبي | الفريق فاز']],
      [
        'وكشفت طبيبة في المستشفى، اشترطت عدم ذكر اسمها، أن المرضى كثروا.',
        ['indirect | طبيبة في المستشفى | المرضى كثروا'],
      ],
    ],
    nearMisses: [
      ['قال متحدث باسم الشرطة إن الطريق مفتوح.', ['indirect | متحدث باسم الشرطة | الطريق مفتوح']],
      ['ذكر شهود أن الحريق بدأ ليلا.', ['indirect | شهود | الحريق بدأ ليلا']],
    ],
  },
  {
    name: 'an indefinite title brings in somebody new',
    examples: [
      [
        'قال المتحدث سامر العتيبي إن الماء نظيف. وقال متحدث باسم الشرطة إن الطريق مغلق.',
        ['indirect | سامر العتيبي | الماء نظيف', 'indirect | متحدث باسم الشرطة | الطريق مغلق'],
      ],
      [
        'قال الخبير سامر العتيبي إن الماء نظيف. وقال خبير في المياه إن الماء ملوث.',
        ['indirect | سامر العتيبي | الماء نظيف', 'indirect | خبير في المياه | الماء ملوث'],
      ],
    ],
    nearMisses: [
      [
        'قال المتحدث سامر العتيبي إن الماء نظيف. وقال المتحدث إن الطريق مغلق.',
        ['indirect | سامر العتيبي | الماء نظيف', 'indirect | سامر العتيبي | الطريق مغلق'],
      ],
      [
        'قال الخبير سامر العتيبي إن الماء نظيف. وقال الخبير إن الماء قليل.',
        ['indirect | سامر العتيبي | الماء نظيف', 'indirect | سامر العتيبي | الماء قليل'],
      ],
    ],
  },
  {
    name: 'a document speaks for whoever issued it',
    examples: [
      [
        'قالت وزارة الصحة في بيان إن اللقاح مجاني. وأضاف البيان أن المراكز مفتوحة.',
        ['indirect | وزارة الصحة | اللقاح مجاني', 'indirect | وزارة الصحة | المراكز مفتوحة'],
      ],
      ['ردت وزارة الصحة في بيان قالت فيه إن اللقاح مجاني.', ['indirect | وزارة الصحة | اللقاح مجاني']],
    ],
    nearMisses: [
      ['زار سامر العتيبي وزارة الصحة. وذكرت دراسة أن اللقاح مفيد.', ['indirect | دراسة | اللقاح مفيد']],
      ['وجاء في البيان أن المراكز مفتوحة.', ['indirect | البيان | المراكز مفتوحة']],
    ],
  },
  {
    name: 'an elided subject agrees with its verb',
    examples: [
      [
        'قالت هدى الزناتي إن الماء نظيف.\nوقال سامر العتيبي إن الطريق مغلق.\nوأضافت أن المدرسة مفتوحة.',
        [
          'indirect | هدى الزناتي | الماء نظيف',
          'indirect | سامر العتيبي | الطريق مغلق',
          'indirect | هدى الزناتي | المدرسة مفتوحة',
        ],
      ],
      ['شارك سامر العتيبي في الحفل. وقالوا إن الطريق مغلق.', ['indirect | - | الطريق مغلق']],
    ],
    nearMisses: [
      [
        'قال سامر العتيبي إن الطريق مغلق. وأضاف أن المدرسة مفتوحة.',
        ['indirect | سامر العتيبي | الطريق مغلق', 'indirect | سامر العتيبي | المدرسة مفتوحة'],
      ],
      [
        'قالت الشرطة إن الطريق مغلق. وأضافت أن المدرسة مفتوحة.',
        ['indirect | الشرطة | الطريق مغلق', 'indirect | الشرطة | المدرسة مفتوحة'],
      ],
    ],
  },
  {
    name: 'a first person inside marks is whoever the marks belong to',
    examples: [
      [
        'قالت هدى الزناتي: «أعتقد أن الأمر سهل على الجميع».',
        [
          'direct | هدى الزناتي | أعتقد أن الأمر سهل على الجميع',
          'indirect | هدى الزناتي | الأمر سهل على الجميع',
        ],
      ],
      [
        'قال سامر العتيبي: «أعترف بأن الفريق أخطأ اليوم».',
        [
          'direct | سامر العتيبي | أعترف بأن الفريق أخطأ اليوم',
          'indirect | سامر العتيبي | الفريق أخطأ اليوم',
        ],
      ],
    ],
    nearMisses: [
      ['واعتقد سامر العتيبي أن الأمر سهل.', ['indirect | سامر العتيبي | الأمر سهل']],
      ['اعترف سامر العتيبي بأن الفريق أخطأ.', ['indirect | سامر العتيبي | الفريق أخطأ']],
    ],
  },
  {
    name: 'who passes the words on has not said them',
    examples: [
      [
        'ذكرت صحيفة الميزان نقلا عن مصدر مقرب من الوزير أن الصفقة تعثرت.',
        ['indirect | مصدر مقرب من الوزير | الصفقة تعثرت'],
      ],
      [
        'سيباع المصنع قبل الصيف، بحسب ما نقلته صحيفة الميزان عن مصادر مطلعة.',
        ['indirect | مصادر مطلعة | سيباع المصنع قبل الصيف'],
      ],
    ],
    nearMisses: [
      ['ذكرت صحيفة الميزان أن الصفقة تعثرت.', ['indirect | صحيفة الميزان | الصفقة تعثرت']],
      ['سيباع المصنع قبل الصيف، بحسب صحيفة الميزان.', ['indirect | صحيفة الميزان | سيباع المصنع قبل الصيف']],
    ],
  },
  {
    name: 'what somebody was asked is not what he says',
    examples: [
      [
        'وقال سامر العتيبي عندما سئل عن السبب: "كنت أفاوضهم منذ عام".',
        ['direct | سامر العتيبي | كنت أفاوضهم منذ عام'],
      ],
      ['أجابت هدى الزناتي حين سئلت عن الأمر: "لا علم لي به".', ['direct | هدى الزناتي | لا علم لي به']],
    ],
    nearMisses: [
      ['سأل سامر العتيبي المدير: "متى يعود الماء؟"', ['direct | سامر العتيبي | متى يعود الماء؟']],
      ['وسئل سامر العتيبي عن السبب.', []],
    ],
  },
];

describe.each(PHENOMENA)('$name', ({ examples, nearMisses }) => {
  test.each(examples)('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
  test.each(nearMisses)('but: %s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});
