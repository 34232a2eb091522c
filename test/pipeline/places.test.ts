/** Words that are places and something else: each sentence says which places are found in it. */
import { createExtractor } from '../../index.js';

const extractor = createExtractor();

function placesIn(text: string): string[] {
  const document = extractor.extract({ identifier: 'a', text });
  return document.entities
    .filter(({ type }) => type === 'Place')
    .flatMap(({ mentions }) => mentions)
    .sort((a, b) => a.start - b.start)
    .map(({ name }) => name);
}

test.each<readonly [says: string, text: string, places: readonly string[]]>([
  ['an adjective behind a definite plural', 'تراجعت الأمطار في المناطق الغربية أمس.', []],
  ['the province of that name', 'تراجعت الأمطار في محافظة الغربية أمس.', ['الغربية']],
  ['a tanwin', 'أوقفت الشرطة خمسة عشر روسياً في الميناء.', []],
  ['what kind of building it is', 'نقل الجرحى إلى مستشفى كورمالد المركزي أمس.', ['مستشفى كورمالد المركزي']],
  ['an adjective that is none of its name', 'نقل الجرحى إلى مستشفى كورمالد القريب أمس.', ['مستشفى كورمالد']],
  ['the country', 'زار الوفد روسيا في الربيع.', ['روسيا']],
  ['a hamza inside the word', 'فاز الفريق في نهائي كأس البلاد.', []],
  ['a particle that makes a word', 'تراقب الهيئة خمسة بنوك جديدة.', []],
  ['a conjunction before a function word', 'قال المدير إن العمل مستمر وأن النتائج قريبة.', []],
  ['a pronoun for the dots of ة', 'بقي الكاتب يعمل حتى موته بعد مرض طويل.', []],
  ['ة without dots in the name of a city', 'وصلت القافلة إلى جده فجرا.', ['جده']],
  ['an ordinary word spelled almost like a country', 'هنأ المدير العاملين بالعيد السعيد.', []],
  ['an indefinite adjective behind a class noun', 'افتتحت الشركة أطول جسر بحري في القارة.', []],
  ['a doubtful name behind a word of place', 'وصل المسافرون إلى ينبع قبل الظهر.', ['ينبع']],
  ['a doubtful name beside a place', 'تفقد الوزير مشاريع الطرق في كربلاء وبابل.', ['كربلاء', 'بابل']],
  ['a class noun inside a fixed phrase', 'سجل الهدف الثاني عن طريق هدسون في الدقيقة الأخيرة.', []],
  ['على with dots', 'انتقدت الصحف الحرب علي أوكرانيا ليلا.', ['أوكرانيا']],
  ['a direction and a country', 'تواصلت المعارك في شمال لبنان.', ['لبنان']],
  ['a countryside and its city', 'دخلت القوافل ريف حلب صباحا.', ['حلب']],
  ['two airports', 'ربط الخط بين مطاري القاهرة والهفوف.', ['القاهرة', 'الهفوف']],
  ['a sentence of prison', 'حكم القاضي عليه سجنا نافذا مدة عام.', []],
  [
    'a word that a class noun made a place, standing for something else',
    'زاد الطلب في سوق كورمالد هذا العام، وقال خبراء إن برنامج كورمالد يعمل بلا عطل.',
    ['كورمالد'],
  ],
  [
    'the same word behind words of place',
    'احترقت مزارع قرب بلدة كورمالد أمس، وتحدث سكان في كورمالد عن خسائر.',
    ['كورمالد', 'كورمالد'],
  ],
  ['a definite noun spelled almost like a country', 'أتقن الكاتب الحبكة في روايته.', []],
  ['a country under a spelling of its own', 'زار الوفد هولندة في الربيع.', ['هولندة']],
  ['a foreign word that a particle makes like a city', 'حطت الفراشة على زهرتين كبورتين حمراوين.', []],
  [
    'a site before a conjunction and its neighbour',
    'أغلقت الشرطة شارع كورمالد والزهرانية ليلا.',
    ['شارع كورمالد'],
  ],
  [
    'a site and the city it lies in',
    'نقل الجرحى إلى مستشفى كورمالد بالخرطوم.',
    ['مستشفى كورمالد', 'الخرطوم'],
  ],
  ['a class noun and a city with its preposition', 'دخل الجرحى مستشفى بالأردن أمس.', ['الأردن']],
  [
    'a tomb called after somebody with a father',
    'زار الوفد ضريح سليم بن أبي كورمالد أمس.',
    ['ضريح سليم بن أبي كورمالد'],
  ],
  ['a verb that folds like a valley', 'وأدى الحيدروسي القسم أمام البرلمان.', []],
  ['a valley behind a conjunction', 'غمرت السيول السهل ووادي كورمالد أمس.', ['وادي كورمالد']],
  ['a foreign name in و', 'أغلقت الشرطة جسر ويندامر ليلا.', ['جسر ويندامر']],
  ['two towns under one noun', 'نزح السكان من مدينتي كورمالد وسلوانة ليلا.', ['كورمالد', 'سلوانة']],
  [
    'a listed town and another one under one noun',
    'تفقد الوزير محافظتي حلب والزهرانية أمس.',
    ['حلب', 'الزهرانية'],
  ],
  ['two banks of one river', 'سيطر الجيش على ضفتي الفرات ومساحات كبيرة.', ['الفرات']],
  ['one town and a verb', 'تعرضت مدينة كورمالد وتضررت ليلا.', ['كورمالد']],
  ['two towns without names', 'زار الوفد مدينتين كبيرتين ووصل ليلا.', []],
  ['a state', 'استقبلت دولة الكويت الوفد أمس.', ['الكويت']],
])('%s', (_, text, places) => {
  expect(placesIn(text)).toEqual(places);
});

function clubsIn(text: string): string[] {
  return extractor
    .extract({ identifier: 'a', text })
    .entities.filter(({ type }) => type === 'Organization')
    .map(({ name }) => name);
}

test('a city abroad stands for its club among words of sport, and for itself elsewhere', () => {
  expect(clubsIn('تعادل ليفربول مع ضيفه في المباراة وسجل المهاجم هدف التعادل في الشوط الثاني.')).toContain(
    'ليفربول',
  );
  expect(clubsIn('أشاد المدرب بأداء لاعب برشلونة الشاب.')).toContain('برشلونة');
  expect(placesIn('رست السفينة في ليفربول بعد رحلة طويلة.')).toEqual(['ليفربول']);
  expect(placesIn('أقيمت المباراة في ليفربول وسجل المهاجم هدف التعادل في الشوط الثاني.')).toEqual([
    'ليفربول',
  ]);
});
