/**
 * Organizations read from their class nouns, and beside something sure: what belongs to a name, where it ends, and what is
 * no name. Names are invented, so that no list knows them.
 */
import { createExtractor } from '../../index.js';

const extractor = createExtractor();

function found(text: string, type = 'Organization'): readonly string[] {
  return extractor
    .extract({ identifier: 'x', text })
    .entities.filter((entity) => entity.type === type)
    .flatMap(({ mentions }) => mentions)
    .sort((a, b) => a.start - b.start)
    .map(({ start, end }) => text.slice(start, end));
}

describe('a class noun and what it takes', () => {
  test.each([
    ['أعلنت وزارة المالية الكويتية تأجيل المشروع', 'وزارة المالية الكويتية'],
    ['قررت وزارة الري والبيطرة وقف الصيد', 'وزارة الري والبيطرة'],
    ['دعا رئيس نقابة البحارة المتقاعدين إلى الحوار', 'نقابة البحارة المتقاعدين'],
    ['انتقدت الهيئة الوطنية للمحاسبين القرار', 'الهيئة الوطنية للمحاسبين'],
    ['درس في جامعة القاضي زرياق ثلاث سنوات', 'جامعة القاضي زرياق'],
    ['تبرعت مؤسسة دراغوميل فيسترهوك للتنمية بالمبلغ', 'مؤسسة دراغوميل فيسترهوك للتنمية'],
    ['أصدرت محكمة استئناف طنطا حكمها', 'محكمة استئناف طنطا'],
    ['رفضت المحكمة الدستورية الطعن', 'المحكمة الدستورية'],
    ['رفضت محكمة الجنايات العسكرية الطعن الأخير', 'محكمة الجنايات العسكرية'],
    ['تعمل وزارة الموارد المائية العراقية على خطة', 'وزارة الموارد المائية العراقية'],
    ['قال كاتب نقابة التعليم الأساسي الدرغومي الزرياقي إن الإضراب قائم', 'نقابة التعليم الأساسي'],
    ['وقال مصدر طبي لبي بي سي إن الجرحى وصلوا', 'بي بي سي'],
    ['وأضاف المسؤول لسي إن إن أن العمل بدأ', 'سي إن إن'],
    ['أعلنت وزارة التجهيز والنقل واللوجستيك والماء موعد الأشغال', 'وزارة التجهيز والنقل واللوجستيك والماء'],
    ['وقعت وزارة الثقافة والجهات المعنية الاتفاق', 'وزارة الثقافة'],
    ['أكد مدير هيئة الأركان العسكرية الأرمينية المشتركة ذلك', 'هيئة الأركان العسكرية الأرمينية المشتركة'],
    ['عقد مجلس الشؤون السياسية والأمنية اجتماعه', 'مجلس الشؤون السياسية والأمنية'],
    ['يتصدر منتخب صربيا المجموعة بعد فوزه', 'منتخب صربيا'],
    ['أخمد الدفاع المدني الأرميني الحريق', 'الدفاع المدني الأرميني'],
    ['رفع البنك المركزي سعر الفائدة', 'البنك المركزي'],
    ['نفذت القوات اللبنانية المشتركة التمرين', 'القوات اللبنانية المشتركة'],
    ['دفعت المؤسسة العامة للبحارة والمؤسسة الكبرى المبلغ', 'المؤسسة العامة للبحارة'],
    ['أعلنت شركة دورنيكسا للأسمنت أرباحها', 'دورنيكسا للأسمنت'],
    ['استعانت بخبراء شركة التطوير العقاري دورنيكسا في البناء', 'دورنيكسا'],
    ['وقعت شركة الاستشارات العقارية «إي إل دورن» العقد', 'إي إل دورن'],
  ])('%s', (text, name) => {
    expect(found(text)).toContain(name);
  });

  test.each([
    ['شكلت الحكومة لجنة عليا لمكافحة الغلاء', 'no adjective without article'],
    ['استأجر شركة تابعة للحكومة', 'an adjective is no name'],
    ['اجتمع مجلس الإدارة أمس', 'every company has one'],
    ['بحث الوزراء الأمن القومي والمصالح المشتركة', 'a matter, no body'],
    ['قال إن لدي سؤالا لكي نفهم الأمر', 'words that ل begins by themselves'],
    ['عرض الأخوان فيلمهما الجديد', 'two brothers'],
    ['تأثرت حركة السوق بالخبر', 'a movement, not an organization'],
    ['نشر موقع الجامعة بحثا بعنوان "أثر الملح"', 'a title of a work'],
  ])('nothing in: %s (%s)', (text) => {
    expect(found(text)).toEqual([]);
  });

  test('a company at the side of its chief is no part of his name', () => {
    const text = 'وقال رئيس شركة دورنيكسا سامر الحيدروسي إن العمل بدأ';
    expect(found(text)).toEqual(['دورنيكسا']);
    expect(found(text, 'Person')).toEqual(['سامر الحيدروسي']);
  });
});

describe('beside something sure', () => {
  test.each([
    ['قالت شركة «دورنيكسا» (DRX) إن العقد وقع', ['دورنيكسا', 'DRX']],
    [
      'تعاقدت مع شركات مثل شركة «دورنيكسا» (DRX) و«كوريموندا» (KM) أمس',
      ['دورنيكسا', 'DRX', 'كوريموندا', 'KM'],
    ],
    ['وقال في تصريح لـ"أصداء الوادي" إن الجسر جاهز', ['أصداء الوادي']],
    ['بيروت – «أصداء الوادي»\n\nقال سامر الحيدروسي إن الجسر جاهز', ['أصداء الوادي']],
  ])('%s', (text, names) => {
    expect(found(text)).toEqual(names);
  });

  test.each([
    ['وقال مشيرا إلى "تحقيق السلام" إن الطريق طويل'],
    ['زار بيروت – «أجمل المدن» كما يصفها – مرتين'],
  ])('nothing in: %s', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('one word by itself', () => {
  test.each([
    ['التقى علي الحيدروسي سكان الحي. وشدد على ضرورة البناء', ['علي الحيدروسي']],
    ['فاز جود الحيدروسي. ولا يشك أحد في وجود مشكلة', ['جود الحيدروسي']],
    ['وصل وزير النقل الأردني سامر الحيدروسي. وقال الحيدروسي إن العمل بدأ', ['سامر الحيدروسي', 'الحيدروسي']],
  ])('%s', (text, names) => {
    expect(found(text, 'Person')).toEqual(names);
  });
});

test.each(['قناة «77» تعود', 'لقناة «٧٧»، و«3+4» كذلك', 'تنظيم "9+2"', 'مجموعة «...»'])(
  'a name of digits and marks stops nothing: %s',
  (text) => {
    expect(() => found(text)).not.toThrow();
  },
);

describe('clubs without a class noun', () => {
  const MATCH = 'سجل اللاعب هدفا في الشوط الأول من مباراة الدوري، وقال المدرب إن الفريق لعب جيدا. ';

  test.each([
    ['joined to another club', 'ويلتقي النصر والهلال غدا.', ['النصر', 'الهلال']],
    ['behind a word of sport with its article', 'وتأخر المتصدر النصر بثلاث نقاط.', ['النصر']],
    ['behind a word of sport with a particle', 'وأصيب قدم لمهاجم النصر أمس.', ['النصر']],
    ['the last word of its name', 'وخسر مانشستر سيتي، ثم عاد سيتي وفاز.', ['مانشستر سيتي', 'سيتي']],
  ])('%s', (_, text, names) => {
    expect(found(MATCH + text)).toEqual(names);
  });

  test.each([
    ['an agreement', 'ووقع الطرفان على الاتفاق أمس.'],
    ['a term', 'وتدعم الهيئة رعاية الشباب في القرى.'],
    ['the name of a person', 'وعاد وليد الرجاء من الإصابة.'],
    ['an adjective behind it', 'وحضر العهد الجديد من المشجعين.'],
  ])('but not: %s', (_, text) => {
    expect(found(MATCH + text)).toEqual([]);
  });

  test('an article that is not about sport', () => {
    expect(found('رفع الجنود راية النصر والهلال فوق القلعة القديمة.')).toEqual([]);
  });
});

describe('a company that bears the surname of somebody in the article', () => {
  const FULL = 'قال الجنرال كينيث ماكنزي إن العمل بدأ. ';

  test.each([
    ['is he', 'ثم غادر ماكنزي القاعة.', [], ['كينيث ماكنزي', 'ماكنزي']],
    ['where he is quoted again', 'وأضاف ماكنزي أن العمل صعب.', [], ['كينيث ماكنزي', 'ماكنزي']],
    ['but behind a class noun the company', 'ثم زار شركة ماكنزي.', ['ماكنزي'], ['كينيث ماكنزي']],
  ])('%s', (_, text, companies, people) => {
    expect(found(FULL + text)).toEqual(companies);
    expect(found(FULL + text, 'Person')).toEqual(people);
  });

  test('and the company where nobody has the name', () => {
    expect(found('وأعلنت ماكنزي تقريرها.')).toEqual(['ماكنزي']);
  });
});
