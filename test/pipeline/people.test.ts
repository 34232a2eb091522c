/** What is no part of a person's name: each sentence says which people are found in it. */
import { createExtractor } from '../../index.js';

const extractor = createExtractor();

function peopleIn(text: string): string[] {
  return extractor
    .extract({ identifier: 'a', text })
    .entities.filter(({ type }) => type === 'Person')
    .flatMap(({ mentions }) => mentions)
    .sort((a, b) => a.start - b.start)
    .map(({ name }) => name);
}

test.each<readonly [says: string, text: string, people: readonly string[]]>([
  ['a number behind an article', 'أبلغت الإدارة المعتقلين ال450 بالقرار.', []],
  ['a number behind a given name', 'باع سليم 2500 نسخة من كتابه.', []],
  ['an unlisted surname behind a given name', 'زارت سميرة كورمالدة المعرض.', ['سميرة كورمالدة']],
  [
    'و before عبد, and أبو with what completes it',
    'حضر نزار العتيبي وعبد الله الكورمالي وعبد العزيز أبو شقراء.',
    ['نزار العتيبي', 'عبد الله الكورمالي', 'عبد العزيز أبو شقراء'],
  ],
  ['a name that آل opens', 'وكتب آل الكورمالي على حسابه.', ['آل الكورمالي']],
  ['بن before a month', 'وأضاف بن رمضان أن الطريق مغلق.', ['بن رمضان']],
  ['a father whose name is an office', 'وصل نزار بن مساعد إلى القرية.', ['نزار بن مساعد']],
  ['no name behind ابن', 'توفي نزار العتيبي ابن البطل القديم أمس.', ['نزار العتيبي']],
  ['the letters of a company', 'وقعت شركة كورمالد ال ال سي العقد.', []],
  ['a wish behind a name', 'قال النبي \ufdfa ذلك لأصحابه.', []],
  ['الله by itself', 'حضر نزار نصر الله الحفل. وقال الله تعالى ذلك.', ['نزار نصر الله']],
  ['و before an unlisted name', 'سجل نزار العتيبي وهتامورل الهدفين.', ['نزار العتيبي']],
  [
    'a verb behind a name',
    'وعاد نزار العتيبي يخلط الأوراق، وجلست ليلى منصور تذرف الدموع.',
    ['نزار العتيبي', 'ليلى منصور'],
  ],
  [
    'his fathers and his house',
    'حضر نزار بن سامر بن خلدون بن نادر آل كورمال الحفل.',
    ['نزار بن سامر بن خلدون بن نادر آل كورمال'],
  ],
  [
    'a house behind the last of the fathers',
    'وكرم المدير نزار بن سامر بن خلدون بن أبي نادر الكورمالي الطلاب.',
    ['نزار بن سامر بن خلدون بن أبي نادر الكورمالي'],
  ],
  [
    'an office behind the fathers',
    'افتتح نزار بن سامر بن خلدون أمير المنطقة المعرض.',
    ['نزار بن سامر بن خلدون'],
  ],
  ['a definite noun behind the fathers', 'افتتح نزار بن سامر بن خلدون المعرض.', ['نزار بن سامر بن خلدون']],
  [
    'the family first in the east of Asia',
    'وصل كيم جونغ أون إلى القمة، ثم غادر كيم ليلا.',
    ['كيم جونغ أون', 'كيم'],
  ],
  [
    'a foreign given name alone',
    'وصل أنطونيو غوتيريش إلى القمة، ثم غادر أنطونيو.',
    ['أنطونيو غوتيريش', 'أنطونيو'],
  ],
  [
    'an Arabic given name alone',
    'حضر نادر العتيبي القمة، وقال شقيقه إن نادر الوجود هو الصبر.',
    ['نادر العتيبي'],
  ],
  [
    'a pronoun behind a noun',
    'وصل نزار العتيبي ومرافقوه، ووجهت سهام نقده إلى الرئيس وكورماله.',
    ['نزار العتيبي'],
  ],
  ['ه that is no pronoun', 'حضر نزار زاده وسامر جارالله الكورمالي.', ['نزار زاده', 'سامر جارالله الكورمالي']],
  [
    'a surname that is a town, where its bearer speaks',
    'قال نزار بن سامر الزبداني إن الحفل بدأ، وأضاف الزبداني أن الزبداني مدينة جميلة.',
    ['نزار بن سامر الزبداني', 'الزبداني'],
  ],
  ['an ordinary word that a list of companies has', 'الهجوم الذي أودى بحياة عامل.', []],
])('%s', (_, text, people) => {
  expect(peopleIn(text)).toEqual(people);
});
